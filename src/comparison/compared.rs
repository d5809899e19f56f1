use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Readings;
use crate::facts::Facts;
use crate::lang::Language;
use crate::model::{Edition, Lang, Order, Period, Policy, State};
use crate::redline::{Redline, Summary};

/// Two editions of a policy, compared.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The policy's folder name.
    pub policy: String,
    /// The old edition.
    pub from: Head,
    /// The new edition.
    pub to: Head,
    /// What changed, language by language.
    pub languages: Vec<Compared>,
    /// The languages that one of the editions has no text in.
    pub gaps: Vec<Gap>,
}

/// What is told of an edition besides its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub number: String,
    /// Its order; a draft has none.
    pub order: Option<Order>,
    /// What it is on the day.
    pub state: State,
    /// The days it is in force.
    pub period: Option<Period>,
}

/// What changed in one language.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The language.
    pub language: Language,
    /// The policy's title: that of the new text, else that of the old one.
    pub title: Option<String>,
    /// The lines that name the old edition and the new one with their orders.
    pub edition_lines: [String; 2],
    /// What became of each unit.
    pub redline: Redline,
    /// What changed, in numbers and hard facts.
    pub summary: Summary,
}

/// A language that one of the editions has no text in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The language.
    pub lang: Lang,
    /// The number of the edition that has no text in it.
    pub edition: String,
    /// What is said of it in a document of the language.
    pub note: String,
}

impl Comparison {
    /// Compares two editions of a policy in some languages, as they are on a day. Of a language that
    /// neither has a text in nothing is told.
    pub fn of(
        policy: &Policy,
        [from, to]: [&Edition; 2],
        langs: &[Lang],
        languages: &BTreeMap<Lang, Language>,
        day: Date,
    ) -> Self {
        let readings = Readings::of(&[from, to], languages);
        Self::as_read(policy, [from, to], langs, languages, &readings, day)
    }

    /// The same, of texts that were read for other comparisons as well.
    pub fn as_read(
        policy: &Policy,
        [from, to]: [&Edition; 2],
        langs: &[Lang],
        languages: &BTreeMap<Lang, Language>,
        readings: &Readings<'_>,
        day: Date,
    ) -> Self {
        let mut compared = Vec::new();
        let mut gaps = Vec::new();
        for lang in langs {
            let Some(language) = languages.get(lang) else {
                continue;
            };
            let gap = |edition: &Edition| Gap {
                lang: lang.clone(),
                edition: edition.number.clone(),
                note: word(language, "table_gap").replace("{number}", &edition.number),
            };
            match (from.text(lang), to.text(lang)) {
                (Some(old), Some(new)) => {
                    if let (Some(old), Some(new)) = (readings.get(old), readings.get(new)) {
                        compared.push(Compared::of(language, [from, to], old, new));
                    }
                }
                (Some(_), None) => gaps.push(gap(to)),
                (None, Some(_)) => gaps.push(gap(from)),
                (None, None) => {}
            }
        }
        Self {
            policy: policy.slug.clone(),
            from: Head::of(policy, from, day),
            to: Head::of(policy, to, day),
            languages: compared,
            gaps,
        }
    }

    /// Whether the editions differ in any of the languages.
    pub fn differs(&self) -> bool {
        let mut languages = self.languages.iter();
        !self.gaps.is_empty() || languages.any(|own| !own.redline.is_empty())
    }
}

impl Head {
    fn of(policy: &Policy, edition: &Edition, day: Date) -> Self {
        Self {
            number: edition.number.clone(),
            order: edition.order.clone(),
            state: policy.state(edition, day),
            period: policy.period(edition),
        }
    }
}

impl Compared {
    fn of(language: &Language, editions: [&Edition; 2], old: &Facts<'_>, new: &Facts<'_>) -> Self {
        let redline = Redline::between(old, new);
        let summary = Summary::of(&redline, old, new);
        let title = redline.entries.iter().find_map(|entry| {
            let side = entry.new.as_ref().or(entry.old.as_ref())?;
            side.address.is_none().then(|| side.heading.clone())?
        });
        Self {
            language: language.clone(),
            title,
            edition_lines: editions.map(|edition| language.edition_line(edition)),
            redline,
            summary,
        }
    }

    /// An interface word of the language.
    pub(super) fn word(&self, key: &str) -> String {
        word(&self.language, key)
    }
}

/// An interface word of a language; its key in plain words where the language has it not.
fn word(language: &Language, key: &str) -> String {
    let word = language.words.get(key);
    word.cloned().unwrap_or_else(|| key.replace('_', " "))
}

impl Gap {
    /// What is to be said of it.
    pub(super) fn told(&self) -> String {
        format!(
            "Edition {} has no text in {}: nothing is compared.",
            self.edition, self.lang
        )
    }
}
