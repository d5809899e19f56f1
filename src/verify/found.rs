use unicode_normalization::UnicodeNormalization as _;

use super::Frame;

/// What was read of a page or a plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Its words, in order.
    pub words: Vec<FoundWord>,
    /// Where they come from.
    pub source: Source,
    /// Which edition the page says it is.
    pub hint: Hint,
    /// What a page that tarmaq built holds besides.
    pub frame: Option<Frame>,
}

/// A word that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundWord {
    /// Its letters.
    pub text: String,
    /// Whether it begins a line.
    pub begins: bool,
}

/// Where words come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The article of a page that tarmaq built: it holds the text and nothing else.
    Article,
    /// Any other page, or plain text.
    #[default]
    Anything,
}

/// Which edition a page says it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// The policy's part of the address.
    pub policy: Option<String>,
    /// The number of the edition.
    pub edition: Option<String>,
    /// The code of the language.
    pub language: Option<String>,
    /// Where the page says that it lies below the address of the site, folder by folder.
    pub path: Option<Vec<String>>,
}

impl Found {
    /// Takes the words of a line in.
    pub(super) fn take_line(&mut self, line: &str) {
        let line: String = line.nfc().collect();
        for (at, word) in line.split_whitespace().enumerate() {
            self.words.push(FoundWord {
                text: word.to_owned(),
                begins: at == 0,
            });
        }
    }
}

impl FoundWord {
    /// Whether it may be the bullet of a list.
    pub(super) fn looks_like_bullet(&self) -> bool {
        const BULLETS: [&str; 11] = ["•", "·", "◦", "▪", "●", "○", "*", "-", "–", "—", "+"];
        BULLETS.contains(&self.text.as_str())
    }
}
