//! The comparative table («сравнительная таблица», «салыстырмалы кесте»): the document that goes
//! with an order, clause by clause, the old wording beside the new one.
//!
//! [`Table::of`] makes it of one redline, or of the redlines of several languages side by side.
//!
//! - A clause that was split or merged is one row with all its parts.
//! - Clauses of which only the number differs stand together in one row, without their words.
//! - Clauses that did not change, or were only typed in another way, are left out and counted.
//! - Where several languages stand side by side, rows are of one clause: of the same address in the
//!   old text and in the new one. A language in which the clause did not change has its words all
//!   the same; a language that has no such clause has a gap.
//! - A wording is a list of lines (see [`Line`]). Items of a list and rows of a table that stayed, and
//!   paragraphs and sentences away from what changed, are left out where nothing changed in them,
//!   and the wording says so; unless the whole is asked for (see [`Extent`]).

mod blocks;
mod gather;
mod group;
mod line;
mod passage;
mod reading;

pub use group::{Row, Table};
pub use line::{Cell, Line, Mark, Omitted, Words};
pub use passage::{Change, Passage, What};
pub use reading::Extent;
