//! What is looked up by the beginnings of words.

use std::collections::BTreeMap;

use super::Beginning;

/// Things, each with what the words begin with that it is about. Of most words it is seen at once that
/// nothing is about them.
#[derive(Clone, Debug)]
pub struct Near<T> {
    things: Vec<T>,
    /// Where each beginning leads; a place is free where the beginning is the empty one.
    places: Vec<Place>,
    /// The things of each beginning, one after the other.
    lists: Vec<u32>,
    /// A bit for the first letter of each beginning that is short.
    short: u64,
}

/// A beginning, and where its things stand among the lists.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    beginning: Beginning,
    start: u32,
    end: u32,
}

impl<T> Default for Near<T> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<T> Near<T> {
    /// For some things, each with a beginning.
    pub fn new(all: Vec<(Beginning, T)>) -> Self {
        let mut known: BTreeMap<Beginning, Vec<u32>> = BTreeMap::new();
        for (at, (beginning, _)) in (0..).zip(&all) {
            known.entry(*beginning).or_default().push(at);
        }
        known.remove(&Beginning::default());
        let mut near = Self {
            places: vec![Place::default(); (known.len() * 2).next_power_of_two()],
            things: all.into_iter().map(|(_, thing)| thing).collect(),
            lists: Vec::new(),
            short: 0,
        };
        for (own, things) in &known {
            let start = near.lists.len();
            near.lists.extend(things);
            for shorter in own.shorter().filter(|shorter| shorter != own) {
                near.lists.extend(known.get(&shorter).into_iter().flatten());
            }
            near.lists[start..].sort_unstable();
            if own.is_short() {
                near.short |= own.first_bit();
            }
            let at = near.free(*own);
            if let Some(place) = near.places.get_mut(at) {
                *place = Place {
                    beginning: *own,
                    start: u32::try_from(start).unwrap_or(u32::MAX),
                    end: u32::try_from(near.lists.len()).unwrap_or(u32::MAX),
                };
            }
        }
        near
    }

    /// The things about words that begin with a beginning or with its first letters alone, in their order.
    #[inline]
    pub fn starting(&self, beginning: Beginning) -> impl Iterator<Item = &T> {
        let list = self.list(beginning);
        list.iter().filter_map(|at| self.things.get(*at as usize))
    }

    /// Whether there are any.
    #[inline]
    pub fn knows(&self, beginning: Beginning) -> bool {
        !self.list(beginning).is_empty()
    }

    /// All things.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.things.iter()
    }

    #[inline]
    fn list(&self, beginning: Beginning) -> &[u32] {
        if let Some(list) = self.exactly(beginning) {
            return list;
        }
        if self.short & beginning.first_bit() == 0 {
            return &[];
        }
        // The longest beginning that is known: its things are also those of the shorter ones.
        let mut shorter = beginning.shorter();
        let list = shorter.find_map(|own| self.exactly(own));
        list.unwrap_or_default()
    }

    #[inline]
    fn exactly(&self, beginning: Beginning) -> Option<&[u32]> {
        let place = self.places.get(self.free(beginning))?;
        match place.beginning == beginning {
            true => self.lists.get(place.start as usize..place.end as usize),
            false => None,
        }
    }

    /// The place of a beginning, or the one where it would stand.
    #[inline]
    fn free(&self, beginning: Beginning) -> usize {
        let last = self.places.len() - 1;
        let mut at = usize::try_from(beginning.mixed() >> 32).unwrap_or_default() & last;
        while let Some(place) = self.places.get(at) {
            if place.beginning == beginning || place.beginning == Beginning::default() {
                break;
            }
            at = (at + 1) & last;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::Near;
    use crate::lang::Beginning;

    #[test]
    fn a_word_is_near_to_what_begins_as_it_does() {
        let words = ["дербес", "де", "д", "дерек", "user", "n", "дербез"];
        let all = words.map(|word| (Beginning::of(word), word)).to_vec();
        let near = Near::new(all);
        let found =
            |word: &str| -> Vec<&str> { near.starting(Beginning::of(word)).copied().collect() };
        assert_eq!(found("дербеспен"), ["дербес", "де", "д", "дерек", "дербез"]);
        assert_eq!(found("день"), ["де", "д"]);
        assert_eq!(found("де"), ["де", "д"]);
        assert_eq!(found("да"), ["д"]);
        assert_eq!(found("users"), ["user"]);
        assert_eq!(found("no"), ["n"]);
        for word in ["us", "", "ё", "zebra"] {
            assert!(!near.knows(Beginning::of(word)), "{word}");
        }
    }
}
