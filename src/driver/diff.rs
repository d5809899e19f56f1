use std::path::Path;

use jiff::civil::Date;

use crate::comparison::Comparison;
use crate::load::load;
use crate::model::{Edition, Lang, Policy, Site};
use crate::source::Error;

/// What is to be compared.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// The policy's folder name.
    pub policy: &'q str,
    /// The number of the old edition; without it, the one before the new edition.
    pub from: Option<&'q str>,
    /// The number of the new edition; without it, the newest, drafts included.
    pub to: Option<&'q str>,
    /// The codes of the languages, in the order they are told in; all of the site's when empty.
    pub languages: &'q [String],
    /// The day for which the states of the editions are told.
    pub today: Date,
}

/// What came of a [`Question`].
#[derive(Clone, Debug)]
pub enum Answer {
    /// The two editions, compared.
    Compared(Box<Comparison>),
    /// There is no edition before the one asked for.
    Nothing {
        /// The policy's folder name.
        policy: String,
        /// The number of its edition that has none before it.
        edition: String,
    },
}

/// Compares two editions of a policy of the site in a folder. An error names what there is, where
/// something is asked for that is not.
pub fn diff(root: &Path, question: Question<'_>) -> Result<Answer, Error> {
    let loaded = load(root)?;
    let site = &loaded.site;
    let policy = site.policies.iter().find(|own| own.slug == question.policy);
    let policy = policy.ok_or_else(|| {
        let there = site.policies.iter().map(|own| own.slug.as_str());
        unknown("find the policy", question.policy, "the site", there)
    })?;
    let langs = langs(site, question.languages)?;
    let to = match question.to {
        Some(number) => edition(policy, number)?,
        None => policy.editions.last().ok_or_else(|| {
            let why = "it has no editions";
            Error::explained("compare the editions of", policy.slug.as_ref(), why)
        })?,
    };
    let from = match question.from {
        Some(number) => Some(edition(policy, number)?),
        None => policy.before(to),
    };
    let Some(from) = from else {
        return Ok(Answer::Nothing {
            policy: policy.slug.clone(),
            edition: to.number.clone(),
        });
    };
    let languages = &loaded.languages;
    let comparison = Comparison::of(policy, [from, to], &langs, languages, question.today);
    Ok(Answer::Compared(Box::new(comparison)))
}

fn edition<'p>(policy: &'p Policy, number: &str) -> Result<&'p Edition, Error> {
    policy.edition(number).ok_or_else(|| {
        let there = policy.editions.iter().map(|own| own.number.as_str());
        unknown("find the edition", number, &policy.slug, there)
    })
}

fn langs(site: &Site, asked: &[String]) -> Result<Vec<Lang>, Error> {
    if asked.is_empty() {
        return Ok(site.languages.clone());
    }
    let mut langs: Vec<Lang> = Vec::new();
    for code in asked {
        let lang = site.languages.iter().find(|lang| lang.code() == code);
        let lang = lang.ok_or_else(|| {
            let there = site.languages.iter().map(Lang::code);
            unknown("find the language", code, "the site", there)
        })?;
        if !langs.contains(lang) {
            langs.push(lang.clone());
        }
    }
    Ok(langs)
}

fn unknown<'a>(
    action: &'static str,
    asked: &str,
    whose: &str,
    there: impl Iterator<Item = &'a str>,
) -> Error {
    let there: Vec<&str> = there.collect();
    let why = match there.is_empty() {
        true => format!("{whose} has none"),
        false => format!("{whose} has {}", there.join(", ")),
    };
    Error::explained(action, asked.as_ref(), why)
}
