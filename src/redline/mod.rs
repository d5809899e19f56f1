//! The redline of two texts of one language: what became of each clause, and its words as a lawyer
//! marks them, what was deleted before what was inserted.
//!
//! [`Redline::between`] pairs the units of the two texts (see [`crate::align::trace`]), then the
//! blocks of each pair, the items of lists, the rows, columns and cells of tables, the sentences of
//! paragraphs, and the words of sentences. A word is replaced as a whole; quotation marks, dashes
//! and spaces that were only typed in another way are told apart from changes of substance.
//! [`Summary::of`] counts what changed and names the values that left and came;
//! [`comparative`] sets the old wording of what changed beside the new one.
//!
//! What holds of any redline:
//!
//! - without what was inserted it reads as the old text, without what was deleted as the new one;
//! - the redline of a text with itself is empty, whatever its lines were wrapped at;
//! - the redline from the new text to the old one is the same redline mirrored;
//! - its cost grows with the length of the texts, not with its square.

mod between;
mod block;
mod blocks;
pub mod comparative;
mod entry;
mod families;
mod items;
mod line;
mod mirror;
mod normal;
mod piece;
mod pieces;
mod proses;
mod quantities;
pub mod quiet;
mod quiet_words;
mod relinked;
mod sentences;
mod split;
mod strays;
mod summary;
mod tables;
mod tied;
mod token;
mod tree;
mod values;
mod weigh;
mod words;
mod writer;

pub use block::{Block, Cell, Column, Content, Item, Row, Stands, Table};
pub use entry::{Entry, Rank, Redline, Side, Weight};
pub use piece::{Piece, Prose};
pub use quiet_words::WordStretch;
pub use summary::{FactChange, FactKind, Stated, Summary};
