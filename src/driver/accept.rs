use std::collections::BTreeMap;

use rayon::prelude::*;

use super::hidden::Hidden;
use crate::check::{named, stale_acceptance, twin_mismatch};
use crate::diagnostic::{Accepted, Finding, Place};
use crate::load::Loaded;
use crate::model::{Acceptance, Level, Policy};
use crate::source::OpenFiles;

/// One clause of an acceptance, and what was found that may answer to it.
struct Entry<'l> {
    acceptance: &'l Acceptance,
    answered: bool,
    /// The words of open findings of the same rule in the same place.
    now: Vec<String>,
}

impl Entry<'_> {
    /// Keeps the words of an open finding, unless there are more than are told.
    fn see(&mut self, words: Option<&String>) {
        let new = words.filter(|words| !self.now.contains(words));
        if self.now.len() < stale_acceptance::NAMED {
            self.now.extend(new.cloned());
        }
    }
}

/// What is accepted where, by rule and place. A finding looks up its own, so that nothing is
/// compared with all the others.
type Book<'l> = BTreeMap<&'static str, BTreeMap<Place, Vec<Entry<'l>>>>;

/// So many findings are looked at in a row: those that follow one another stand in the same files.
const AT_ONCE: usize = 128;

/// Parts the findings into those that stay open and those that were accepted. Acceptances that
/// nothing answers to are findings themselves. `policies` are those that the findings are about, and
/// `elsewhere` what was found that is about no policy and not among them.
pub(super) fn accept(
    loaded: &Loaded,
    policies: &[Policy],
    findings: Vec<Finding>,
    elsewhere: &[Finding],
) -> (Vec<Finding>, Vec<Accepted>) {
    let mut book = book(loaded, policies);
    let (mut open, mut accepted) = (Vec::new(), Vec::new());
    let words = words_of(loaded, &findings, &book);
    for (finding, words) in findings.into_iter().zip(words) {
        let entries = book.get_mut(finding.rule.name);
        let entries = entries.and_then(|places| places.get_mut(&finding.place));
        let Some((entries, words)) = entries.zip(words) else {
            open.push(finding);
            continue;
        };
        let mut reason = None;
        for entry in entries.iter_mut() {
            if words.contains(&entry.acceptance.words) {
                entry.answered = true;
                reason.get_or_insert(&entry.acceptance.reason);
            }
        }
        match reason {
            Some(reason) => accepted.push(Accepted {
                finding,
                reason: reason.clone(),
            }),
            None => {
                for entry in entries {
                    entry.see(words.first());
                }
                open.push(finding);
            }
        }
    }
    let hidden = Hidden::behind(open.iter().chain(elsewhere));
    let book = book.into_iter().flat_map(|(rule, places)| {
        let places = places.into_iter();
        places.map(move |(place, entries)| (rule, place, entries))
    });
    for (rule, place, entries) in book {
        let hidden = hidden.hides(rule, &place);
        let stale = entries.into_iter().filter(|entry| !entry.answered);
        // Words that are in question now are told all the same.
        let told = stale.filter(|entry| !hidden || !entry.now.is_empty());
        open.extend(told.map(|e| stale_acceptance::finding(e.acceptance, place.clone(), &e.now)));
    }
    (open, accepted)
}

/// All acceptances of rules that the site applies, in texts of some policies that are there.
fn book<'l>(loaded: &Loaded, policies: &'l [Policy]) -> Book<'l> {
    let mut book = Book::new();
    let editions = policies.iter().flat_map(|policy| {
        let editions = policy.editions.iter();
        editions.map(move |edition| (policy, edition))
    });
    for (policy, edition) in editions {
        // Twins are looked for among the newest editions alone: in the others nothing answers any more.
        let newest = policy.editions.last().map(|last| &last.number) == Some(&edition.number);
        for acceptance in &edition.accepted {
            let off = loaded.site.rules.get(&acceptance.rule) == Some(&Level::Off);
            let there = edition.text(&acceptance.language).is_some();
            let Some(rule) = named(&acceptance.rule).filter(|_| !off && there) else {
                continue;
            };
            let place = |clause: Option<&String>| Place {
                policy: Some(policy.slug.clone()),
                edition: Some(edition.number.clone()),
                language: Some(acceptance.language.to_string()),
                clause: clause.cloned(),
            };
            let mut places: Vec<Place> =
                acceptance.clauses.iter().map(|c| place(Some(c))).collect();
            if places.is_empty() {
                places.push(place(None));
            }
            for place in places {
                let entry = Entry {
                    acceptance,
                    answered: !newest && rule.name == twin_mismatch::RULE.name,
                    now: Vec::new(),
                };
                let places = book.entry(rule.name).or_default();
                places.entry(place).or_default().push(entry);
            }
        }
    }
    book
}

/// The words that each finding is about; `None` for those that nothing is accepted of.
fn words_of(loaded: &Loaded, findings: &[Finding], book: &Book<'_>) -> Vec<Option<Vec<String>>> {
    let is_asked = |finding: &Finding| {
        let places = book.get(finding.rule.name);
        places.is_some_and(|places| places.contains_key(&finding.place))
    };
    let words = findings.par_chunks(AT_ONCE).flat_map_iter(|findings| {
        let mut files = OpenFiles::of(&loaded.sources);
        findings.iter().map(move |finding| {
            is_asked(finding).then(|| {
                files.open(finding.labels.iter().map(|label| label.file));
                words_in_question(finding, &files)
            })
        })
    });
    words.collect()
}

/// The words a finding is about, white space as one space: those of its first label in the text
/// of its language or in `edition.yaml`; else those of any label in a text of the edition.
fn words_in_question(finding: &Finding, files: &OpenFiles<'_>) -> Vec<String> {
    let place = &finding.place;
    let said = |part: &Option<String>| part.clone().unwrap_or_default();
    let folder = format!("content/{}/{}/", said(&place.policy), said(&place.edition));
    let text = format!("{}.md", said(&place.language));
    let labels: Vec<(&str, String)> = finding
        .labels
        .iter()
        .filter_map(|label| {
            let file = files.get(label.file);
            let name = file.path().strip_prefix(&folder)?;
            Some((name, collapse(file.slice(label.span))))
        })
        .collect();
    let own = |(name, _): &&(&str, String)| *name == text || *name == "edition.yaml";
    match labels.iter().find(own) {
        Some((_, words)) => vec![words.clone()],
        None => labels.into_iter().map(|(_, words)| words).collect(),
    }
}

fn collapse(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ")
}
