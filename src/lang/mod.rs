//! What a language is: its months, its lines, its interface words, and what the checks
//! know of it. Data, not code: tarmaq brings
//! the files of this folder, a site adds or changes languages in `content/languages/`.

mod alphabet;
mod beginning;
mod file;
mod form;
mod further_letters;
mod glossary;
mod grammar;
mod inflection;
mod interface;
mod language;
mod letter_set;
mod letters;
mod look_alikes;
mod near;
mod pattern;
mod phrases;
mod protected;
mod reading;
mod sentences;
mod sign_set;
mod words;

pub use beginning::{Beginning, Beginnings};
pub use file::LanguageFile;
pub use form::Form;
pub use glossary::{Concept, Glossary, Mention};
pub use grammar::{
    DatePattern, DatePiece, Endings, EndingsFile, Expression, Grammar, GrammarFile, Hit, Lexicon,
    MonthNumber, NumberPlace, Pair, Quantities, QuantitiesFile, Role, Script, ScriptFile,
    ScriptName, Separator, Terms, TermsFile, Typography, TypographyFile,
};
pub use inflection::{Phrase, same_word};
pub use interface::InterfaceWords;
pub use language::{Language, built_in};
pub use letters::{ScriptOf, is_capital, is_letter, script};
pub use look_alikes::in_script;
pub use near::Near;
pub use pattern::{Facts, Pattern};
pub use phrases::Phrases;
pub use protected::Protected;
pub use sentences::sentences;
pub use sign_set::SignSet;
pub use words::{Sign, Word, WordList, fold, is_digit};
