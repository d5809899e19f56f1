use super::{Division, Heading, plain};
use crate::source::Span;

/// An annex: all that follows a `#` after the title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annex {
    /// What it is called, such as "Annex No. 1".
    pub heading: Heading,
    /// What it holds.
    pub division: Division,
    /// Where its heading was read.
    pub span: Span,
}

impl Annex {
    /// The annex's number: the first number in its heading, else its place among the annexes,
    /// counted from 1.
    pub fn number(&self, place: usize) -> usize {
        let words = plain(&self.heading.content);
        let digits = words
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(char::is_ascii_digit);
        digits.take(4).collect::<String>().parse().unwrap_or(place)
    }
}
