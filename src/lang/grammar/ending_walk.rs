use std::collections::BTreeMap;

use super::endings::Step;

/// Most places that are told apart; where a language's endings need more, they are looked for one by one.
const MOST: usize = 4_000;

/// How far apart, in Unicode, the letters of endings may stand.
const SPAN: u32 = 0x800;

/// Endings made ready to be recognised letter by letter, however many of them follow upon one another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct EndingWalk {
    /// The first letter in the order of Unicode.
    first: u32,
    /// From that letter on: which of the letters of the endings each is, from 1; 0 for others.
    letters: Vec<u16>,
    /// How many letters there are.
    count: usize,
    /// Place by place, and at each place letter by letter: where it leads.
    next: Vec<Option<u16>>,
    /// Whether an ending ends at a place.
    ends: Vec<bool>,
}

impl EndingWalk {
    /// For endings letter by letter, which may follow upon one another; `None` where there would be too
    /// many places.
    pub(super) fn of(steps: &[Step], stacked: bool) -> Option<Self> {
        let mut letters: Vec<char> = steps.iter().flat_map(Step::letters).collect();
        letters.sort_unstable();
        letters.dedup();
        let (first, last) = (u32::from(*letters.first()?), u32::from(*letters.last()?));
        if last - first > SPAN {
            return None;
        }
        let mut walk = Self {
            first,
            letters: vec![0; usize::try_from(last - first).ok()? + 1],
            count: letters.len(),
            ..Self::default()
        };
        for (number, letter) in (1..).zip(&letters) {
            let at = usize::try_from(u32::from(*letter) - first).ok()?;
            *walk.letters.get_mut(at)? = number;
        }
        // A place is all steps that the letters before it may have led to.
        let mut known: BTreeMap<Vec<usize>, u16> = BTreeMap::from([(vec![0], 0)]);
        let mut places = vec![vec![0]];
        walk.ends.push(stacked);
        let mut at = 0;
        while let Some(place) = places.get(at) {
            // The letters that may follow, each with the steps that it leads to.
            let steps_of = place.iter().filter_map(|step| steps.get(*step));
            let led = steps_of.flat_map(|step| &step.next);
            let led = led.filter_map(|(letter, step)| Some((walk.letter(*letter)?, *step)));
            let mut led: Vec<(usize, usize)> = led.collect();
            led.sort_unstable();
            let row = walk.next.len();
            walk.next.resize(row + walk.count, None);
            for one in led.chunk_by(|one, next| one.0 == next.0) {
                let mut behind: Vec<usize> = one.iter().map(|(_, step)| *step).collect();
                let ends = behind
                    .iter()
                    .any(|step| steps.get(*step).is_some_and(|step| step.ends));
                if ends && stacked {
                    behind.insert(0, 0);
                }
                behind.dedup();
                let new = u16::try_from(places.len()).ok()?;
                let number = *known.entry(behind.clone()).or_insert(new);
                if number == new {
                    places.push(behind);
                    walk.ends.push(ends);
                }
                let (letter, _) = one.first()?;
                *walk.next.get_mut(row + letter)? = Some(number);
            }
            at += 1;
            if places.len() > MOST {
                return None;
            }
        }
        Some(walk)
    }

    /// Whether letters are endings, of which there is at least one.
    #[inline]
    pub(super) fn fits(&self, letters: &str) -> bool {
        let mut place = 0;
        for c in letters.chars() {
            let next = self.letter(c).and_then(|letter| {
                let at = place * self.count + letter;
                self.next.get(at).copied().flatten()
            });
            match next {
                Some(next) => place = usize::from(next),
                None => return false,
            }
        }
        self.ends.get(place).copied().unwrap_or_default()
    }

    /// Which of the letters a character is.
    #[inline]
    fn letter(&self, c: char) -> Option<usize> {
        let at = u32::from(c).checked_sub(self.first)?;
        let number = self.letters.get(usize::try_from(at).ok()?)?;
        usize::from(*number).checked_sub(1)
    }
}
