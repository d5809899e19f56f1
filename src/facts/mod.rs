//! What each clause states: numbers, dates, periods, addresses, references, terms, blanks.
//!
//! A [`Run`] is the plain words of a paragraph, an item of a list or a cell, each letter with its
//! place in the file. A [`Fact`] is something stated in a run, as a value that is equal in all
//! languages when they say the same. [`Facts`] is all that one text states, unit by unit.

mod addresses;
mod citations;
mod dates;
mod declaration;
mod fact;
mod figure;
mod identifiers;
mod memo;
mod quantity;
mod ranges;
mod reader;
mod references;
mod run;
mod scan;
mod spelled;
mod statement;
mod token;

pub use fact::{Days, Duration, Fact, Spelled, TimeUnit, Value};
pub use memo::Memo;
pub use run::{Looks, Mark, Run, RunPlace, runs};
pub use statement::{Facts, UnitFacts};
