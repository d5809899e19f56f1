use serde::Deserialize;

use super::ending_walk::EndingWalk;

use crate::config::Words;
use crate::lang::fold;

/// `endings` in the grammar of a language, key by key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndingsFile {
    /// The endings.
    #[serde(default)]
    pub list: Vec<Words>,
    /// Whether one may follow upon another, as in Kazakh: дерек-тер-і-нің.
    #[serde(default)]
    pub stacked: bool,
    /// Letters that a stem ends with, and what they become before an ending: порядок, порядк-а;
    /// дерек, дерег-і.
    #[serde(default)]
    pub alternations: Vec<(Words, Words)>,
}

/// What may follow the stem of a word. Nothing may always follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Endings {
    /// The endings letter by letter; the first is where each begins. Empty when nothing is known.
    steps: Vec<Step>,
    /// The same made ready, if it can be.
    walk: Option<EndingWalk>,
    stacked: bool,
    /// The letters that stems end with, in two shapes.
    alternations: Vec<(String, String)>,
    /// What those begin with: a bit for each first letter, which others may share.
    alternating: u64,
}

/// A place between the letters of endings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Step {
    /// The letters that may follow, sorted, each with the place behind it.
    pub(super) next: Vec<(char, usize)>,
    /// Whether an ending ends here.
    pub(super) ends: bool,
}

impl Step {
    /// The letters that may follow.
    pub(super) fn letters(&self) -> impl Iterator<Item = char> + '_ {
        self.next.iter().map(|(letter, _)| *letter)
    }

    /// The place behind a letter that follows.
    pub(super) fn behind(&self, letter: char) -> Option<usize> {
        let at = self.next.binary_search_by_key(&letter, |(c, _)| *c).ok()?;
        self.next.get(at).map(|(_, place)| *place)
    }
}

/// One bit for the letter that a text begins with; letters may have it in common.
fn first_bit(text: &str) -> Option<u64> {
    let first = text.chars().next()?;
    Some(1 << (u32::from(first) & 63))
}

/// Most bytes of a word that are looked at as endings.
const LONGEST: usize = 40;

impl From<EndingsFile> for Endings {
    fn from(file: EndingsFile) -> Self {
        let mut endings = Self {
            steps: Vec::new(),
            walk: None,
            stacked: file.stacked,
            alternations: Vec::new(),
            alternating: 0,
        };
        let alternations = file.alternations.iter();
        let folded = alternations.map(|(one, other)| (fold(&one.0), fold(&other.0)));
        endings.alternations = folded.collect();
        let ends = endings.alternations.iter();
        let bits = ends.flat_map(|(one, other)| [first_bit(one), first_bit(other)]);
        // Behind an end without letters anything may stand.
        endings.alternating = bits.fold(0, |all, bit| all | bit.unwrap_or(u64::MAX));
        for ending in &file.list {
            endings.add(&fold(&ending.0));
        }
        endings.walk = EndingWalk::of(&endings.steps, endings.stacked);
        endings
    }
}

impl Endings {
    /// Whether nothing is known of them.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// All of them, in the order of their letters.
    pub fn list(&self) -> Vec<String> {
        let mut list = Vec::new();
        self.collect(0, &mut String::new(), &mut list);
        list
    }

    /// Whether one may follow upon another.
    pub fn stacked(&self) -> bool {
        self.stacked
    }

    /// The letters that stems end with, in two shapes.
    pub fn alternations(&self) -> &[(String, String)] {
        &self.alternations
    }

    fn collect(&self, at: usize, letters: &mut String, list: &mut Vec<String>) {
        let Some(step) = self.steps.get(at) else {
            return;
        };
        if step.ends {
            list.push(letters.clone());
        }
        for (letter, next) in &step.next {
            letters.push(*letter);
            self.collect(*next, letters, list);
            letters.pop();
        }
    }

    /// Whether what follows a stem is an ending, or several of them where they follow upon one
    /// another. Takes a folded word's rest.
    pub fn fit(&self, rest: &str) -> bool {
        if rest.is_empty() {
            return true;
        }
        if self.stacked && rest.len() > LONGEST {
            return self.has(rest);
        }
        match &self.walk {
            Some(walk) => walk.fits(rest),
            None => self.stack(rest),
        }
    }

    /// The same, ending by ending.
    fn stack(&self, rest: &str) -> bool {
        if !self.stacked {
            return self.has(rest);
        }
        // Bit i: the first i bytes are made of endings. There are at most 40 of them.
        let mut reached: u64 = 1;
        for (start, _) in rest.char_indices() {
            if (reached >> start) & 1 == 0 {
                continue;
            }
            let mut step = self.steps.first();
            for (at, c) in rest[start..].char_indices() {
                step = step.and_then(|step| self.behind(step, c));
                let Some(step) = step else { break };
                if step.ends {
                    reached |= 1 << (start + at + c.len_utf8());
                }
            }
        }
        (reached >> rest.len()) & 1 == 1
    }

    /// Whether what follows the letters that two words have in common is one end of a stem in both,
    /// in its two shapes, and then endings: ок and ка of «порядок», «порядка».
    pub fn alternate(&self, left: &str, right: &str) -> bool {
        let may = |rest: &str| first_bit(rest).is_none_or(|bit| self.alternating & bit != 0);
        if self.alternations.is_empty() || !may(left) || !may(right) {
            return false;
        }
        let stands = |rest: &str, end: &str| rest.strip_prefix(end).is_some_and(|e| self.fit(e));
        self.alternations.iter().any(|(one, other)| {
            stands(left, one) && stands(right, other) || stands(left, other) && stands(right, one)
        })
    }

    /// Whether what follows some letters of a word is one of the two shapes of the end of a stem, and
    /// then endings: see [`Self::alternate`].
    pub fn may_alternate(&self, rest: &str) -> bool {
        let stands = |end: &str| rest.strip_prefix(end).is_some_and(|e| self.fit(e));
        let mut ends = self.alternations.iter();
        ends.any(|(one, other)| stands(one) || stands(other))
    }

    fn has(&self, ending: &str) -> bool {
        let mut step = self.steps.first();
        for c in ending.chars() {
            step = step.and_then(|step| self.behind(step, c));
            if step.is_none() {
                return false;
            }
        }
        step.is_some_and(|step| step.ends)
    }

    fn behind(&self, step: &Step, c: char) -> Option<&Step> {
        self.steps.get(step.behind(c)?)
    }

    fn add(&mut self, ending: &str) {
        if self.steps.is_empty() {
            self.steps.push(Step::default());
        }
        let mut at = 0;
        for c in ending.chars() {
            let new = self.steps.len();
            let Some(step) = self.steps.get_mut(at) else {
                return;
            };
            at = match step.next.binary_search_by_key(&c, |(c, _)| *c) {
                Ok(place) => step.next.get(place).map_or(new, |(_, next)| *next),
                Err(place) => {
                    step.next.insert(place, (c, new));
                    self.steps.push(Step::default());
                    new
                }
            };
        }
        if let Some(step) = self.steps.get_mut(at) {
            step.ends = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Endings, EndingsFile};
    use crate::config::Words;

    #[test]
    fn endings_are_recognised_letter_by_letter_as_one_by_one() {
        let list = ["а", "ал", "лар", "ға", "ған", "н", "нан", "'s", "s"];
        let letters = ["а", "л", "р", "ғ", "н", "'", "s", "ы"];
        for stacked in [true, false] {
            let endings = Endings::from(EndingsFile {
                list: list.map(|ending| Words(ending.to_owned())).to_vec(),
                stacked,
                alternations: Vec::new(),
            });
            assert!(endings.walk.is_some());
            let mut words = vec![String::new()];
            for _ in 0..5 {
                let longer = words
                    .iter()
                    .flat_map(|word| letters.map(|l| format!("{word}{l}")));
                words = longer.collect();
                words.retain(|word| {
                    assert_eq!(endings.fit(word), endings.stack(word), "{word} {stacked}");
                    word.len() < 3 || word.starts_with(['а', 'л', 'н'])
                });
            }
            assert_eq!(endings.fit("ларғанан"), stacked);
            assert!(endings.fit("лар") && endings.fit(""));
        }
    }
}
