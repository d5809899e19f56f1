//! What was found about a page, as its script is told: at which clauses it stands.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::note::{At, Note};
use super::preview::{Preview, Shown, Why};
use super::words::Words;
use crate::align::{Unit, units};
use crate::diagnostic::Finding;
use crate::driver::{About, Live, Occasion};
use crate::model::{Edition, Text};
use crate::site::Drafts;
use crate::source::{FileId, Span};

/// What the script of a page is told.
#[derive(Serialize)]
pub(super) struct Notes {
    state: String,
    /// Whether the page cannot be made, so that an older one stands there.
    broken: bool,
    /// Why it cannot be made.
    trouble: Vec<Note>,
    notes: Vec<Note>,
    errors: usize,
    warnings: usize,
    /// Whether more is being looked at.
    looking: bool,
    day: String,
    today: String,
    drafts: bool,
    /// What the preview was started with, where that is another view.
    usual: Usual,
    words: &'static Words,
}

#[derive(Serialize)]
struct Usual {
    day: String,
    drafts: bool,
}

impl Notes {
    /// What is told of the page in a file.
    pub(super) fn of(preview: &Preview, occasion: Occasion, path: &str) -> Self {
        let state = preview.state();
        let shown = preview.show(occasion, path);
        let (about, why) = match shown {
            Shown::Good(page) => (page.about.clone(), None),
            Shown::Stale(page, why) => (page.about.clone(), Some(why)),
            Shown::Broken(why) => (About::default(), Some(why)),
            Shown::Missing => (About::default(), None),
        };
        let live = preview.live();
        let summary = live.summary();
        let broken = why.is_some();
        let trouble = match why {
            None => Vec::new(),
            Some(Why::Failed(message)) => vec![Note::failure(message)],
            Some(Why::Found(found)) => found.iter().map(|own| Note::of(&live, own)).collect(),
        };
        let usual = live.occasion();
        let drafts = |occasion: Occasion| occasion.drafts == Drafts::Shown;
        Self {
            state,
            broken,
            trouble,
            notes: about_page(&live, &about),
            errors: summary.errors,
            warnings: summary.warnings,
            looking: live.is_unsure(),
            day: occasion.today.to_string(),
            today: usual.today.to_string(),
            drafts: drafts(occasion),
            usual: Usual {
                day: usual.today.to_string(),
                drafts: drafts(usual),
            },
            words: Words::of(about.speaks.as_deref()),
        }
    }
}

/// What was found about the policy and the edition that a page shows.
fn about_page(live: &Live, about: &About) -> Vec<Note> {
    let Some(slug) = &about.policy else {
        return Vec::new();
    };
    let policy = live.site().policies.iter().find(|own| own.slug == *slug);
    let edition = policy.zip(about.edition.as_ref());
    let edition = edition.and_then(|(policy, number)| policy.edition(number));
    let texts = edition.map(Texts::of);
    let mut notes = Vec::new();
    for finding in live.found_about(slug) {
        let of_edition = finding.place.edition.is_none() || finding.place.edition == about.edition;
        if !of_edition {
            continue;
        }
        let mut at = texts
            .as_ref()
            .map(|own| own.places(finding))
            .unwrap_or_default();
        if at.is_empty() {
            at.insert(At {
                language: finding.place.language.clone(),
                clause: finding.place.clause.clone(),
            });
        }
        let speaks = |at: &At| {
            let lang = at.language.as_ref();
            lang.is_none_or(|lang| about.languages.is_empty() || about.languages.contains(lang))
        };
        let at: Vec<At> = at.into_iter().filter(speaks).collect();
        if !at.is_empty() {
            notes.push(Note::of(live, finding).standing(at));
        }
    }
    notes
}

/// The texts of an edition, with the units that places in them belong to.
struct Texts<'e> {
    texts: BTreeMap<FileId, (&'e Text, Vec<Unit<'e>>)>,
}

impl<'e> Texts<'e> {
    fn of(edition: &'e Edition) -> Self {
        let texts = edition.texts.iter();
        Self {
            texts: texts.map(|text| (text.file, (text, units(text)))).collect(),
        }
    }

    /// The clauses that a finding shows words of.
    fn places(&self, finding: &Finding) -> BTreeSet<At> {
        let labels = finding.labels.iter();
        let at = labels.filter_map(|label| self.place(label.file, label.span));
        at.collect()
    }

    fn place(&self, file: FileId, span: Span) -> Option<At> {
        let (text, units) = self.texts.get(&file)?;
        let after = units.partition_point(|unit| unit.span.start <= span.start);
        let unit = after.checked_sub(1).and_then(|at| units.get(at));
        Some(At {
            language: Some(text.lang.to_string()),
            clause: unit.and_then(Unit::address),
        })
    }
}
