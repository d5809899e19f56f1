use super::{Division, Heading};
use crate::source::Span;

/// An annex: all that follows a `#` after the title. Its number is its place among the annexes,
/// counted from 1: its heading may name the number of an order or a year as well («2025 жылғы 10
/// желтоқсандағы № 06-О/Д бұйрыққа 1-қосымша»), and not in the same order in all languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annex {
    /// What it is called, such as "Annex No. 1".
    pub heading: Heading,
    /// What it holds.
    pub division: Division,
    /// Where its heading was read.
    pub span: Span,
}
