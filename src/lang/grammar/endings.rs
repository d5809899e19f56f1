use serde::Deserialize;

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
}

/// What may follow the stem of a word. Nothing may always follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Endings {
    /// Folded and sorted.
    list: Vec<String>,
    /// The bytes of the longest.
    longest: usize,
    stacked: bool,
}

/// Most bytes of a word that are looked at as endings.
const LONGEST: usize = 40;

impl From<EndingsFile> for Endings {
    fn from(file: EndingsFile) -> Self {
        let mut list: Vec<String> = file.list.iter().map(|ending| fold(&ending.0)).collect();
        list.sort();
        list.dedup();
        Self {
            longest: list.iter().map(String::len).max().unwrap_or(0),
            list,
            stacked: file.stacked,
        }
    }
}

impl Endings {
    /// Whether nothing is known of them.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether what follows a stem is an ending, or several of them where they follow upon one
    /// another. Takes a folded word's rest.
    pub fn fit(&self, rest: &str) -> bool {
        if rest.is_empty() || self.has(rest) {
            return true;
        }
        if !self.stacked || rest.len() > LONGEST {
            return false;
        }
        // reached[i]: the first i bytes are made of endings.
        let mut reached = vec![false; rest.len() + 1];
        reached[0] = true;
        for start in 0..rest.len() {
            if !reached[start] {
                continue;
            }
            for end in start + 1..=rest.len().min(start + self.longest) {
                if rest.is_char_boundary(end) && self.has(&rest[start..end]) {
                    reached[end] = true;
                }
            }
        }
        reached[rest.len()]
    }

    fn has(&self, ending: &str) -> bool {
        let found = |own: &String| own.as_str().cmp(ending);
        ending.len() <= self.longest && self.list.binary_search_by(found).is_ok()
    }
}
