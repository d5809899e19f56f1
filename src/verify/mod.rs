//! Whether a page or a plain text says what was sealed.
//!
//! Words are compared, in their order; white space and the bullets of lists are not. Of a page that
//! tarmaq built, the article alone holds the text, and nothing in it is passed over but what is marked
//! `data-ui`. Of other pages and of plain text, what stands before the title and behind the end is
//! passed over, and so is the space between a number and its clause.
//!
//! Words that are there need not be what a reader sees: they can be hidden, struck through, or
//! contradicted beside the text. A page that tarmaq built is therefore also compared with the page that
//! is built of the same text today: its article mark by mark, but for the links from word to word that the
//! page adds, all else by its words.

mod added;
mod compare;
mod found;
mod frame;
mod html;
mod make;
mod outline;
mod plain;

pub use compare::{Departure, compare, likeness};
pub use found::{Found, FoundWord, Hint, Source};
pub use frame::Frame;
pub use html::read_html;
pub use make::{Fault, Make, Remark};
pub use outline::{Outline, Part};
pub use plain::read_plain;
