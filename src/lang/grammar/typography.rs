use serde::Deserialize;

use crate::config::Words;

/// `typography` in the grammar of a language, key by key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypographyFile {
    /// The quotes: the opening and the closing one.
    pub quotes: Option<Pair>,
    /// The quotes that may stand within quotes.
    #[serde(default)]
    pub inner_quotes: Vec<Pair>,
    /// The apostrophe, where words are written with one.
    pub apostrophe: Option<char>,
    /// The signs before a number, such as `№`.
    #[serde(default)]
    pub number_signs: Vec<Words>,
}

/// Two marks that stand around words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Pair {
    /// Before the words.
    pub open: char,
    /// After them.
    pub close: char,
}

impl TryFrom<String> for Pair {
    type Error = String;

    fn try_from(marks: String) -> Result<Self, String> {
        let mut marks = marks.chars();
        match (marks.next(), marks.next(), marks.next()) {
            (Some(open), Some(close), None) => Ok(Self { open, close }),
            _ => Err("expected two marks, such as «»".to_owned()),
        }
    }
}

/// Quotes, apostrophes, the sign before a number.
#[derive(Clone, Debug, Default)]
pub struct Typography {
    /// The quotes; `None` where the language's file does not say.
    pub quotes: Option<Pair>,
    /// The quotes that may stand within quotes.
    pub inner_quotes: Vec<Pair>,
    /// The apostrophe, where words are written with one.
    pub apostrophe: Option<char>,
    /// The signs before a number, the longest first.
    pub number_signs: Vec<String>,
}

impl From<TypographyFile> for Typography {
    fn from(file: TypographyFile) -> Self {
        let mut number_signs: Vec<String> =
            file.number_signs.into_iter().map(|sign| sign.0).collect();
        number_signs.sort_by_key(|sign| std::cmp::Reverse(sign.len()));
        Self {
            quotes: file.quotes,
            inner_quotes: file.inner_quotes,
            apostrophe: file.apostrophe,
            number_signs,
        }
    }
}
