//! The seal of an edition: digests of its texts, clause by clause, chained to the edition before.
//!
//! What is digested is the canonical plain form of a text ([`mod@form`]), which knows nothing of line
//! wraps and file encodings and everything a reader could see. This room computes; it reads no files,
//! writes none, and words no findings.

mod compare;
mod digest;
mod file;
pub mod form;
mod layout;
mod letters;
mod text;
mod witness;
mod words;

pub use compare::{Difference, Kind, differences};
pub use digest::{collapsed, corrigendum_digest, edition_digest, end_digest};
pub use file::{Fault, read, write};
pub use form::form;
pub(crate) use form::is_bare;
pub use text::{SealedText, SealedUnit, seal_text};
pub use witness::{WitnessUnit, answers, read_witness, write_witness};
pub use words::{Word, words};
