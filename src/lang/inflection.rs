use super::{Beginning, Endings, WordList};

/// Fewest letters that two forms of a word have in common.
const STEM: usize = 3;

/// Most letters in common that are looked at.
const LONGEST: usize = 40;

/// Whether two folded words are forms of one word: what follows the letters that they have in
/// common is an ending of the language in both.
pub fn same_word(left: &str, right: &str, endings: &Endings) -> bool {
    if left == right {
        return true;
    }
    let pairs = left.bytes().zip(right.bytes());
    let common = pairs.take_while(|(a, b)| a == b).count();
    // Where so many letters end that all forms have in common, and where a stem that ends in two ways may.
    let mut letters = left.char_indices().map(|(at, _)| at).chain([left.len()]);
    let Some(two) = letters.nth(STEM - 1).filter(|two| *two <= common) else {
        return false;
    };
    let three = letters.next().filter(|three| *three <= common);
    let most = match left.len() > LONGEST {
        true => left
            .char_indices()
            .nth(LONGEST)
            .map_or(left.len(), |(at, _)| at),
        false => left.len(),
    };
    let most = most.min(common);
    // The letters in common may hold the beginning of an ending: политик-а, политик-ами.
    let stems = |from: usize| (from..=most).rev().filter(|at| left.is_char_boundary(*at));
    if let Some(three) = three {
        let ending = |stem: usize| endings.fit(&left[stem..]) && endings.fit(&right[stem..]);
        if stems(three).any(ending) {
            return true;
        }
    }
    // A stem that ends in two ways is longer by those letters.
    !endings.alternations().is_empty()
        && stems(two).any(|stem| endings.alternate(&left[stem..], &right[stem..]))
}

/// Some words in a row, to be found again in any of their forms: «Контактная информация» in
/// «Контактной информации».
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrase {
    /// Folded.
    words: Vec<String>,
}

impl Phrase {
    /// The words of a text as a phrase.
    pub fn of(list: &WordList) -> Self {
        Self {
            words: list.iter().map(|(_, folded)| folded.to_owned()).collect(),
        }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Its first word, folded.
    pub fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Its words, folded.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// What the first word of each of its forms begins with.
    pub fn beginning(&self) -> Beginning {
        Beginning::of(self.first())
    }

    /// Whether it stands, in any form, in the list from the word at a place on.
    pub fn stands_at(&self, list: &WordList, at: usize, endings: &Endings) -> bool {
        !self.words.is_empty()
            && self.words.iter().enumerate().all(|(i, own)| {
                list.get(at + i).is_some_and(|(word, folded)| {
                    (i == 0 || word.joined) && same_word(own, folded, endings)
                })
            })
    }
}
