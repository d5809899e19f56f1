use serde::{Deserialize, Serialize};

use std::fmt;

/// The number of a section or clause, such as 6 or 5.1.2; parts are compared as numbers, so
/// 1.10 comes after 1.9. A shorter number comes before those below it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Vec<u16>", into = "Vec<u16>")]
pub struct ClauseNumber(Vec<u16>);

impl ClauseNumber {
    /// The number made of these parts; `None` without any part.
    pub fn new(parts: impl Into<Vec<u16>>) -> Option<Self> {
        let parts = parts.into();
        (!parts.is_empty()).then_some(Self(parts))
    }

    /// How many parts: 1 for a section, 2 for 1.1, and so on.
    pub fn depth(&self) -> usize {
        self.0.len()
    }

    /// The number above: 5.1 for 5.1.2; `None` above a section.
    pub fn parent(&self) -> Option<Self> {
        let (_, above) = self.0.split_last()?;
        Self::new(above)
    }

    /// The last part: 2 in 5.1.2.
    pub fn last(&self) -> u16 {
        self.0.last().copied().unwrap_or_default()
    }

    /// The first part, which is the section's number: 5 in 5.1.2.
    pub fn section(&self) -> u16 {
        self.0.first().copied().unwrap_or_default()
    }

    /// The number with this as its last part: 5.1.4 for 5.1.2 and 4.
    #[must_use]
    pub fn with_last(&self, last: u16) -> Self {
        let mut parts = self.0.clone();
        if let Some(part) = parts.last_mut() {
            *part = last;
        }
        Self(parts)
    }

    /// The first number below: 5.1.1 for 5.1.
    #[must_use]
    pub fn first_child(&self) -> Self {
        let mut parts = self.0.clone();
        parts.push(1);
        Self(parts)
    }

    /// The parts of the number above, none above a section.
    pub fn above(&self) -> &[u16] {
        self.0.split_last().map_or(&[], |(_, above)| above)
    }

    /// Its parts.
    pub fn parts(&self) -> &[u16] {
        &self.0
    }

    /// Adds it to some words as it is displayed, in a fraction of the time.
    pub fn push_to(&self, words: &mut String) {
        for (at, part) in self.0.iter().enumerate() {
            if at > 0 {
                words.push('.');
            }
            let further = [10_000, 1_000, 100, 10]
                .into_iter()
                .filter(|tens| part >= tens);
            for tens in further.chain([1]) {
                words.extend(char::from_digit(u32::from(part / tens % 10), 10));
            }
        }
    }

    /// Whether this number stands somewhere below the other: 5.1.2 below 5 and 5.1.
    pub fn is_below(&self, above: &Self) -> bool {
        self.0.len() > above.0.len() && self.0.starts_with(&above.0)
    }

    /// Whether a clause of this number may follow one of the other number without anything
    /// left out: its first child, its next sibling, or the next sibling of one above it.
    pub fn may_follow(&self, before: &Self) -> bool {
        if self.last() == 1 && self.above() == before.parts() {
            return true;
        }
        let siblings = self.0.len() <= before.0.len();
        let above = self.0.len() - 1;
        siblings
            && self.0[..above] == before.0[..above]
            && self.0[above] == before.0[above].saturating_add(1)
    }
}

impl TryFrom<Vec<u16>> for ClauseNumber {
    type Error = &'static str;

    fn try_from(parts: Vec<u16>) -> Result<Self, Self::Error> {
        Self::new(parts).ok_or("a number without parts")
    }
}

impl From<ClauseNumber> for Vec<u16> {
    fn from(number: ClauseNumber) -> Self {
        number.0
    }
}

impl fmt::Display for ClauseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.0.iter().enumerate() {
            let dot = if at == 0 { "" } else { "." };
            write!(f, "{dot}{part}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::ClauseNumber;

    fn number(parts: &[u16]) -> ClauseNumber {
        ClauseNumber::new(parts).unwrap()
    }

    #[test]
    fn numbers_are_ordered_as_people_count() {
        assert!(number(&[1, 10]) > number(&[1, 9]));
        assert!(number(&[5, 1]) < number(&[5, 1, 1]));
        assert!(number(&[5, 1, 9]) < number(&[5, 2]));
    }

    #[test]
    fn a_number_is_written_as_it_is_displayed() {
        for parts in [&[0][..], &[5, 1, 10], &[10_203, 99, 100], &[u16::MAX, 9]] {
            let mut words = String::new();
            number(parts).push_to(&mut words);
            assert_eq!(words, number(parts).to_string());
        }
    }

    #[test]
    fn what_may_follow() {
        let before = number(&[5, 1, 3]);
        for next in [&[5, 1, 4][..], &[5, 2], &[6], &[5, 1, 3, 1]] {
            assert!(number(next).may_follow(&before), "{next:?}");
        }
        for other in [&[5, 1, 3][..], &[5, 1, 5], &[5, 3], &[6, 1], &[5]] {
            assert!(!number(other).may_follow(&before), "{other:?}");
        }
    }
}
