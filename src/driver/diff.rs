use std::path::Path;

use jiff::civil::Date;

use crate::comparison::Comparison;
use crate::load::{find_edition, find_language, find_policy, load};
use crate::model::{Edition, Lang, Site};
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
    let policy = find_policy(site, question.policy)?;
    let langs = langs(site, question.languages)?;
    let to = match question.to {
        Some(number) => find_edition(policy, number)?,
        None => policy.editions.last().ok_or_else(|| {
            let why = "it has no editions";
            Error::explained("compare the editions of", policy.slug.as_ref(), why)
        })?,
    };
    let from = match question.from {
        Some(number) => Some(find_edition(policy, number)?),
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
    if comparison.languages.is_empty() {
        let why = no_pair_of_texts([from, to], &langs);
        return Err(Error::explained(
            "compare the editions of",
            policy.slug.as_ref(),
            why,
        ));
    }
    Ok(Answer::Compared(Box::new(comparison)))
}

fn langs(site: &Site, asked: &[String]) -> Result<Vec<Lang>, Error> {
    if asked.is_empty() {
        return Ok(site.languages.clone());
    }
    let mut langs: Vec<Lang> = Vec::new();
    for code in asked {
        let lang = find_language(site, code)?;
        if !langs.contains(lang) {
            langs.push(lang.clone());
        }
    }
    Ok(langs)
}

/// Why nothing can be compared: no language has a text in both editions.
fn no_pair_of_texts(editions: [&Edition; 2], langs: &[Lang]) -> String {
    let lacking = |edition: &Edition| {
        let absent = langs.iter().filter(|lang| edition.text(lang).is_none());
        let absent: Vec<&str> = absent.map(Lang::code).collect();
        let (number, absent) = (&edition.number, absent.join(", "));
        (!absent.is_empty()).then(|| format!("edition {number} has no text in {absent}"))
    };
    let lacking: Vec<String> = editions.into_iter().filter_map(lacking).collect();
    lacking.join(", and ")
}
