//! Many phrases, to be found where they stand.

use std::collections::BTreeMap;

use super::{Beginning, Beginnings, Endings, Phrase, WordList, same_word};

/// So few words that begin alike are compared one by one; of more, those are looked up that may be
/// forms of the same word.
const FEW: usize = 8;

/// Phrases, word by word: what several of them have in common is compared once, and a text may have
/// thousands.
#[derive(Debug, Default)]
pub struct Phrases {
    /// What the first words begin with.
    known: Beginnings,
    /// The words of phrases. The first stands for the place before all words.
    steps: Vec<Step>,
    /// The words that may come next behind one, by their first letters.
    next: BTreeMap<(usize, Beginning), Next>,
}

/// A word of phrases.
#[derive(Debug, Default)]
struct Step {
    /// Folded.
    word: String,
    /// The phrase that ends here.
    phrase: Option<usize>,
    /// Whether longer phrases go on behind it: most do not.
    goes_on: bool,
}

/// Words that begin alike, each by its place among the words of phrases.
#[derive(Debug, Default)]
struct Next {
    places: Vec<usize>,
    /// The same by what they may be forms of; empty when they are few.
    stems: BTreeMap<String, Vec<usize>>,
}

impl Phrases {
    /// Takes phrases in, each different from the others. A phrase is its place among them.
    pub fn of<'p>(phrases: impl IntoIterator<Item = &'p Phrase>, endings: &Endings) -> Self {
        let mut all = Self {
            steps: vec![Step::default()],
            ..Self::default()
        };
        let mut known: BTreeMap<(usize, &str), usize> = BTreeMap::new();
        for (number, phrase) in phrases.into_iter().enumerate() {
            if phrase.is_empty() {
                continue;
            }
            all.known.add(phrase.beginning());
            let mut at = 0;
            for word in phrase.words() {
                at = *known.entry((at, word)).or_insert_with(|| all.add(at, word));
            }
            if let Some(step) = all.steps.get_mut(at) {
                step.phrase = Some(number);
            }
        }
        let many = all.next.values_mut().filter(|next| next.places.len() > FEW);
        for next in many {
            for at in &next.places {
                let word = all.steps.get(*at).map_or("", |step| &step.word);
                stems(word, endings, |stem| {
                    next.stems.entry(stem.to_owned()).or_default().push(*at);
                });
            }
        }
        all
    }

    /// Adds a word behind another.
    fn add(&mut self, before: usize, word: &str) -> usize {
        let new = self.steps.len();
        self.steps.push(Step {
            word: word.to_owned(),
            ..Step::default()
        });
        if let Some(step) = self.steps.get_mut(before) {
            step.goes_on = true;
        }
        let key = key(before, Beginning::of(word));
        self.next.entry(key).or_default().places.push(new);
        new
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.steps.len() < 2
    }

    /// Whether one may stand where a word begins so: most words are seen at once to begin none.
    #[inline]
    pub fn may_begin(&self, beginning: Beginning) -> bool {
        self.known.may_have(beginning)
    }

    /// Adds those that stand, in any form, in a list from the word at a place on, in their order. The
    /// first letters of the first word are the same in all its forms.
    pub fn at(&self, list: &WordList, at: usize, endings: &Endings, found: &mut Vec<usize>) {
        let before = found.len();
        self.behind(0, list, at, endings, found);
        if let Some(found) = found.get_mut(before..) {
            found.sort_unstable();
        }
    }

    fn behind(
        &self,
        place: usize,
        list: &WordList,
        at: usize,
        endings: &Endings,
        found: &mut Vec<usize>,
    ) {
        let Some((word, folded)) = list.get(at) else {
            return;
        };
        if place > 0 && !word.joined {
            return;
        }
        let Some(next) = self.next.get(&key(place, word.beginning)) else {
            return;
        };
        let mut take = |place: usize| {
            let Some(step) = self.steps.get(place) else {
                return;
            };
            if same_word(&step.word, folded, endings) {
                found.extend(step.phrase);
                if step.goes_on {
                    self.behind(place, list, at + 1, endings, found);
                }
            }
        };
        if next.stems.is_empty() {
            return next.places.iter().copied().for_each(take);
        }
        let mut near = Vec::new();
        stems(folded, endings, |stem| {
            near.extend(next.stems.get(stem).into_iter().flatten());
        });
        near.sort_unstable();
        near.dedup();
        near.into_iter().for_each(|place: usize| take(place));
    }
}

/// What words behind a place are looked up by: for the first word of a phrase all letters that are
/// looked at, for a further one the two that all its forms have in common.
fn key(place: usize, beginning: Beginning) -> (usize, Beginning) {
    match place {
        0 => (place, beginning),
        _ => (place, beginning.two()),
    }
}

/// Tells what a word may be a form of: two forms of a word have one of these in common, see
/// [`same_word`].
fn stems(word: &str, endings: &Endings, mut tell: impl FnMut(&str)) {
    tell(word);
    for (count, (at, _)) in word.char_indices().enumerate().take(LONGEST + 1).skip(2) {
        let (stem, rest) = word.split_at(at);
        if count > 2 && endings.fit(rest) || endings.may_alternate(rest) {
            tell(stem);
        }
    }
}

/// Most letters of a stem.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::{FEW, Phrases};
    use crate::config::Words;
    use crate::lang::{Endings, EndingsFile, Phrase, WordList};
    use proptest::prelude::*;

    fn endings(stacked: bool) -> Endings {
        let words = |word: &str| Words(word.to_owned());
        Endings::from(EndingsFile {
            list: ["а", "ы", "ар", "ок", "га"].map(words).to_vec(),
            stacked,
            alternations: vec![(words("ок"), words("к"))],
        })
    }

    /// Those that stand at a place, asked one by one.
    fn plainly(phrases: &[Phrase], list: &WordList, at: usize, endings: &Endings) -> Vec<usize> {
        let begins = |phrase: &Phrase| {
            list.word(at)
                .is_some_and(|word| word.beginning == phrase.beginning())
        };
        let stands = |phrase: &Phrase| begins(phrase) && phrase.stands_at(list, at, endings);
        let stand = phrases
            .iter()
            .enumerate()
            .filter(|(_, phrase)| stands(phrase));
        stand.map(|(number, _)| number).collect()
    }

    /// A word: a stem and what may follow it.
    fn word() -> impl Strategy<Value = String> {
        let stems = [
            "слов",
            "слово",
            "словар",
            "сло",
            "сл",
            "с",
            "поряд",
            "поря",
            "порядо",
            "сон",
        ];
        let ends = ["", "", "а", "ы", "ок", "ка", "к", "ар", "арга", "окы", "6"];
        let stem = prop::sample::select(stems.to_vec());
        (stem, prop::sample::select(ends.to_vec())).prop_map(|(stem, end)| format!("{stem}{end}"))
    }

    fn words(most: usize) -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec(word(), 1..most)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn phrases_are_found_together_as_one_by_one(
            phrases in prop::collection::btree_set(words(4), 1..FEW * 6),
            text in prop::collection::vec((word(), prop::sample::select(vec![" ", ", ", "-"])), 1..40),
            stacked in any::<bool>(),
        ) {
            let endings = endings(stacked);
            let phrases: Vec<Phrase> =
                phrases.iter().map(|words| Phrase::of(&WordList::of(&words.join(" ")))).collect();
            let text: String = text.iter().map(|(word, gap)| format!("{word}{gap}")).collect();
            let (all, list) = (Phrases::of(&phrases, &endings), WordList::of(&text));
            for at in 0..list.len() {
                let mut found = Vec::new();
                all.at(&list, at, &endings, &mut found);
                prop_assert_eq!(&found, &plainly(&phrases, &list, at, &endings), "{} {}", text, at);
                let begins = list.word(at).is_some_and(|word| all.may_begin(word.beginning));
                prop_assert!(begins || found.is_empty());
            }
        }
    }
}
