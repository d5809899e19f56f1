//! Pairs the sections and clauses of two texts: by stable name, else by number.
//!
//! One room, two uses: two languages of an edition, and two editions of a language.

mod pair;
mod row;
mod shape;
mod unit;

pub use pair::{Pairs, pair};
pub use row::{Row, rows};
pub use shape::{BlockKind, Holder, Shape, Shaped, shapes};
pub use unit::{Unit, UnitKind, units};
