//! Whether a page or a plain text says what was sealed.
//!
//! Words are compared, in their order; white space and the bullets of lists are not. Of a page that
//! tarmaq built, the article alone is looked at and nothing in it is passed over but what is marked
//! `data-ui`. Of other pages and of plain text, what stands before the title and behind the end is
//! passed over, and so is the space between a number and its clause.

mod compare;
mod found;
mod html;
mod outline;
mod plain;

pub use compare::{Departure, compare, likeness};
pub use found::{Found, FoundWord, Hint, Source};
pub use html::read_html;
pub use outline::{Outline, Part};
pub use plain::read_plain;
