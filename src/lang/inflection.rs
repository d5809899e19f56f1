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
    // The letters in common may hold the beginning of an ending: политик-а, политик-ами.
    let mut ends = [0; LONGEST];
    let mut letters = 0;
    let pairs = left.bytes().zip(right.bytes());
    let common = pairs.take_while(|(a, b)| a == b).count();
    let further = left.char_indices().skip(1).map(|(at, _)| at);
    let further = further.chain([left.len()]).take_while(|end| *end <= common);
    for (letter_end, end) in further.zip(&mut ends) {
        *end = letter_end;
        letters += 1;
    }
    if letters < STEM - 1 {
        return false;
    }
    let mut stems = ends[..letters].iter().skip(STEM - 1).rev();
    let ending = |stem: &usize| endings.fit(&left[*stem..]) && endings.fit(&right[*stem..]);
    if stems.any(ending) {
        return true;
    }
    // A stem that ends in two ways is longer by those letters.
    let mut stems = ends[..letters].iter().skip(STEM - 2).rev();
    stems.any(|stem| endings.alternate(&left[*stem..], &right[*stem..]))
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
