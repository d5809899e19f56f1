use serde::{Deserialize, Serialize};

use super::{Block, ClauseNumber};
use crate::source::Span;

/// A numbered part of a text: 1.1, 5.1.2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its number, as typed.
    pub numeral: Numeral,
    /// Its stable name, which survives renumbering.
    pub name: Option<Name>,
    /// Its paragraphs, lists and tables. The first is the paragraph the number stands before; it
    /// is empty when nothing follows the number on its line.
    pub blocks: Vec<Block>,
    /// The clauses below it.
    pub clauses: Vec<Clause>,
    /// From its number to the end of its own blocks, without the clauses below.
    pub span: Span,
}

/// A number as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numeral {
    /// Its value.
    pub value: ClauseNumber,
    /// How it was typed, such as `5.1.2.`
    pub typed: String,
    /// Whether the words follow without a space, as in `1.1.Біз`.
    pub glued: bool,
    /// Where it was read.
    pub span: Span,
}

/// A stable name, typed as `{#name}`; the same in all languages and editions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The name: small Latin letters, digits and hyphens, beginning with a letter.
    pub value: String,
    /// Where it was read, with its braces.
    pub span: Span,
}
