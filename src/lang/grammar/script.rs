use std::collections::BTreeSet;

use serde::Deserialize;
use unicode_script::{Script as Name, UnicodeScript};

use crate::config::Words;
use crate::lang::letter_set::LetterSet;

/// `script` in the grammar of a language, key by key.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScriptFile {
    /// The letters of the alphabet, one after the other.
    pub letters: Words,
    /// Those of them that other languages written in the same script have not. No text of the
    /// language is long without them.
    pub own: Option<Words>,
    /// Other scripts whose words may stand in a text as they are.
    #[serde(default)]
    pub whole_words: Vec<ScriptName>,
    /// Short words that could be typed in the letters of another script without being seen.
    #[serde(default)]
    pub short_words: Vec<Words>,
}

/// The name of a script, such as `Latin`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct ScriptName(pub Name);

impl TryFrom<String> for ScriptName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Name::from_full_name(&name)
            .map(Self)
            .ok_or_else(|| "expected the name of a script, such as Latin".to_owned())
    }
}

/// The letters of a language.
#[derive(Clone, Debug)]
pub struct Script {
    /// The script it is written in.
    pub name: Name,
    letters: BTreeSet<char>,
    /// For the first characters of Unicode, whether they are letters of the alphabet.
    quick: Vec<bool>,
    letter_set: LetterSet,
    own: BTreeSet<char>,
    whole_words: Vec<Name>,
    short_words: BTreeSet<String>,
}

impl From<ScriptFile> for Script {
    fn from(file: ScriptFile) -> Self {
        let small = |letters: &Words| letters.0.chars().flat_map(char::to_lowercase).collect();
        let letters: BTreeSet<char> = small(&file.letters);
        let scripts = letters.iter().map(UnicodeScript::script);
        let mut scripts = scripts.filter(|script| *script != Name::Common);
        let mut script = Self {
            name: scripts.next().unwrap_or(Name::Common),
            own: file.own.as_ref().map(small).unwrap_or_default(),
            whole_words: file.whole_words.iter().map(|name| name.0).collect(),
            short_words: file.short_words.into_iter().map(|word| word.0).collect(),
            letters,
            quick: Vec::new(),
            letter_set: LetterSet::default(),
        };
        script.quick = ('\0'..QUICK)
            .map(|letter| script.looks_up(letter))
            .collect();
        script.letter_set = LetterSet::of_alphabet(|letter| script.has(letter));
        script
    }
}

/// Latin, Greek, Cyrillic and their neighbours stand before this character.
const QUICK: char = '\u{530}';

impl Script {
    /// Whether a letter, small or capital, is one of the alphabet.
    #[inline]
    pub fn has(&self, letter: char) -> bool {
        let quick = usize::try_from(u32::from(letter))
            .ok()
            .and_then(|at| self.quick.get(at));
        if let Some(has) = quick {
            return *has;
        }
        self.looks_up(letter)
    }

    /// The letters by groups.
    pub(in crate::lang) fn letter_set(&self) -> LetterSet {
        self.letter_set
    }

    fn looks_up(&self, letter: char) -> bool {
        // A small İ is an i and a dot.
        let mut small = letter.to_lowercase().filter(|c| c.is_alphabetic());
        small.all(|c| self.letters.contains(&c))
    }

    /// Whether other languages written in the same script lack a letter, small or capital; `None`
    /// where nothing is known of such letters.
    pub fn is_own(&self, letter: char) -> Option<bool> {
        let own = || letter.to_lowercase().all(|c| self.own.contains(&c));
        (!self.own.is_empty()).then(own)
    }

    /// The letters that other languages written in the same script lack.
    pub fn own_letters(&self) -> impl Iterator<Item = char> + '_ {
        self.own.iter().copied()
    }

    /// Whether whole words in another script may stand in a text.
    pub fn allows(&self, script: Name) -> bool {
        self.whole_words.contains(&script)
    }

    /// Whether a word is one of the short ones that could be typed in the letters of another script
    /// without being seen.
    pub fn is_short_word(&self, word: &str) -> bool {
        self.short_words.contains(word)
    }
}
