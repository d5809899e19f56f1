use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// The words of the preview in a language. What was found is told in English.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct Words {
    preview: String,
    findings: String,
    none: String,
    all: String,
    drafts: String,
    as_of: String,
    today: String,
    broken: String,
    last: String,
    away: String,
}

static NONE: LazyLock<Words> = LazyLock::new(Words::default);

static WORDS: LazyLock<BTreeMap<String, Words>> = LazyLock::new(|| {
    let words = serde_json::from_str(include_str!("words.json"));
    words.unwrap_or_default()
});

impl Words {
    /// The words for pages in a language; for others those in English.
    pub(super) fn of(lang: Option<&str>) -> &'static Self {
        let own = lang.and_then(|lang| WORDS.get(lang));
        own.or_else(|| WORDS.get("en")).unwrap_or(&NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::{WORDS, Words};

    #[test]
    fn the_languages_of_the_house_have_words() {
        let known: Vec<&str> = WORDS.keys().map(String::as_str).collect();
        assert_eq!(known, ["en", "kk", "ru"]);
        assert_eq!(Words::of(Some("ru")).drafts, "Черновики");
        assert_eq!(Words::of(Some("fr")).drafts, "Drafts");
        assert_eq!(Words::of(None).drafts, "Drafts");
    }
}
