//! Pairs the sections and clauses of two texts: by stable name, else by number.
//!
//! One room, two uses: two languages of an edition ([`rows`]), and two editions of a language, where
//! clauses also move, and are split and merged ([`trace`]).

mod by_place;
mod by_words;
mod classes;
mod editions;
mod fate;
mod interleave;
mod likeness;
mod mains;
mod matching;
mod order;
mod pair;
mod parts;
mod row;
mod shape;
mod unit;

pub use editions::{Fate, Pairing, UnitWords, trace};
pub use interleave::interleaved;
pub(crate) use likeness::{Bag, Vocabulary};
pub(crate) use matching::Matching;
pub(crate) use order::{reading_order, same_in_order};
pub use pair::{Pairs, pair};
pub use row::{Row, rows};
pub use shape::{BlockKind, Holder, Shape, Shaped, have_one_shape, shapes};
pub use unit::{Unit, UnitKind, units};
