//! Two editions of a policy compared in its languages, and one file an output format.
//!
//! [`Comparison::of`] reads the texts of both editions and makes the redline of each language.
//! [`render`] tells it: as a redline for the terminal, as the comparative table that goes with an
//! order (text, Markdown, HTML), or, whole, as JSON. A language that only one of the editions has a
//! text in is told of as such. Faulty texts are compared as far as they could be read.

mod compared;
mod document;
mod format;
mod html;
mod json;
mod linear;
mod markdown;
mod naming;
mod readings;
mod table;
mod terminal;
mod wording;
mod wrap;

pub use compared::{Compared, Comparison, Gap, Head};
pub use format::{Format, Options, render};
pub use html::table_html;
pub use json::SCHEMA;
pub use readings::Readings;
