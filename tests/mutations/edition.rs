//! An edition of the repository's own content, and what is found when one of its texts is changed.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use tarmaq::align::units;
use tarmaq::check::{Context, Parallel, PolicyTitles, check_edition, check_text, locate};
use tarmaq::diagnostic::{Finding, Severity};
use tarmaq::facts::{Run, runs};
use tarmaq::load::{Loaded, load};
use tarmaq::model::{Policy, Text};
use tarmaq::parse::parse;
use tarmaq::source::{FileId, SourceFile};

/// The languages of the real texts, in the site's order.
pub(crate) const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// An edition with its sources, and what is found in it as it stands.
pub(crate) struct Edition {
    pub(crate) slug: String,
    /// The source of each text.
    pub(crate) sources: Vec<String>,
    pub(crate) texts: Vec<Text>,
    pub(crate) files: Vec<FileId>,
    site: Arc<Site>,
    policy: Policy,
    known: BTreeMap<Key, usize>,
}

/// What the editions have in common.
struct Site {
    loaded: Loaded,
    titles: PolicyTitles,
}

/// A change of one text.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// What is taken away.
    pub(crate) range: Range<usize>,
    /// What is put in its place.
    pub(crate) new: String,
    /// The addresses of the clauses it concerns; a finding about any of them finds it.
    pub(crate) clauses: Vec<Option<String>>,
}

/// What makes the changes of one kind in a text of an edition.
pub(crate) type Edits = fn(&Edition, usize) -> Vec<Change>;

/// A unit of a text: its address, its source and its words.
pub(crate) struct Unit {
    pub(crate) address: Option<String>,
    pub(crate) runs: Vec<Run>,
}

/// What makes a finding the same before and after a change elsewhere.
type Key = (&'static str, Option<String>, Option<String>, String);

impl Edition {
    /// The edition of each policy of this repository.
    pub(crate) fn real() -> Vec<Self> {
        let loaded = load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let titles = PolicyTitles::of(&loaded.site.policies);
        let site = Arc::new(Site { loaded, titles });
        let policies = site.loaded.site.policies.iter();
        policies.map(|policy| Self::of(&site, policy)).collect()
    }

    fn of(site: &Arc<Site>, policy: &Policy) -> Self {
        let texts = policy.editions[0].texts.clone();
        let langs: Vec<&str> = texts.iter().map(|text| text.lang.code()).collect();
        assert_eq!(langs, LANGUAGES);
        let files: Vec<FileId> = texts.iter().map(|text| text.file).collect();
        let source = |file: &FileId| site.loaded.sources.get(*file).text().to_owned();
        let mut edition = Self {
            slug: policy.slug.clone(),
            sources: files.iter().map(source).collect(),
            texts,
            files,
            site: Arc::clone(site),
            policy: policy.clone(),
            known: BTreeMap::new(),
        };
        let unchanged = Change {
            range: 0..0,
            new: String::new(),
            clauses: Vec::new(),
        };
        for finding in &edition.news(0, &unchanged) {
            *edition.known.entry(key(finding)).or_default() += 1;
        }
        edition
    }

    /// The units of a text.
    pub(crate) fn units(&self, column: usize) -> Vec<Unit> {
        units(&self.texts[column])
            .iter()
            .map(|unit| {
                let heading = unit
                    .heading
                    .map(|heading| Run::of_heading(&heading.content));
                Unit {
                    address: unit.address(),
                    runs: heading.into_iter().chain(runs(unit.blocks)).collect(),
                }
            })
            .collect()
    }

    /// Whether the text as it stands has a finding of that rule in that clause.
    pub(crate) fn has(&self, finding: &Finding) -> bool {
        let place = &finding.place;
        let same = |(rule, language, clause, _): &Key| {
            *rule == finding.rule.name && *language == place.language && *clause == place.clause
        };
        self.known.keys().any(same)
    }

    /// Several changes of a text as one; of two that overlap, the first is made.
    pub(crate) fn together<'c>(
        &self,
        column: usize,
        changes: impl IntoIterator<Item = &'c Change>,
    ) -> Change {
        let source = &self.sources[column];
        let mut changes: Vec<&Change> = changes.into_iter().collect();
        changes.sort_by_key(|change| (change.range.start, change.range.end));
        let (mut new, mut done) = (String::new(), 0);
        for change in changes {
            if change.range.start >= done {
                new.push_str(&source[done..change.range.start]);
                new.push_str(&change.new);
                done = change.range.end;
            }
        }
        new.push_str(&source[done..]);
        Change {
            range: 0..source.len(),
            new,
            clauses: Vec::new(),
        }
    }

    /// What is found after a change that was not found before.
    pub(crate) fn news(&self, column: usize, change: &Change) -> Vec<Finding> {
        let mut source = self.sources[column].clone();
        source.replace_range(change.range.clone(), &change.new);
        let file = SourceFile::new(format!("{}.md", LANGUAGES[column]), source);
        let (text, mut found) = parse(self.files[column], &file, &self.texts[column].lang);
        locate(&text, &mut found);
        let mut policy = self.policy.clone();
        policy.editions[0].texts[column] = text;
        found.extend(self.findings(&policy));
        let mut known = self.known.clone();
        found.retain(|finding| match known.get_mut(&key(finding)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
        found
    }

    fn findings(&self, policy: &Policy) -> Vec<Finding> {
        let Site { loaded, titles } = &*self.site;
        let texts = &policy.editions[0].texts;
        let mut findings = Vec::new();
        for text in texts {
            let mut found = check_text(text, texts);
            locate(text, &mut found);
            findings.extend(found);
        }
        let context = Context {
            languages: &loaded.languages,
            glossary: &loaded.glossary,
            titles,
            policies: &loaded.site.policies,
        };
        let parallel = Parallel::read(policy, &policy.editions[0], &loaded.languages);
        findings.extend(check_edition(&parallel, &context));
        findings
    }
}

impl Change {
    /// Whether a finding finds it: it is about one of its clauses.
    pub(crate) fn is_found_by(&self, finding: &Finding, least: Severity) -> bool {
        finding.severity <= least && self.clauses.contains(&finding.place.clause)
    }
}

fn key(finding: &Finding) -> Key {
    let place = &finding.place;
    (
        finding.rule.name,
        place.language.clone(),
        place.clause.clone(),
        finding.message.clone(),
    )
}
