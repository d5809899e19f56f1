//! What a language is: its months, its lines, its interface words. Data, not code: tarmaq brings
//! the files of this folder, a site adds or changes languages in `content/languages/`.

mod file;
mod language;
mod pattern;

pub use file::LanguageFile;
pub use language::{Language, built_in};
pub use pattern::{Facts, Pattern};
