//! The same text stands twice on the site, and is translated in two ways.
//!
//! Policies of one company share clauses: definitions, contact details, how they are changed. When
//! such a clause, heading, item, cell or sentence is the same word for word in one language, a reader
//! takes it to be the same in the others too. The rule looks at the latest edition of each policy, and
//! within a policy as well. Capitals, dashes, quotation marks and other punctuation say nothing, nor do
//! numbers, dates, periods and references, which other rules compare; texts of a single word are left out.
//!
//! ```text
//! Privacy Policy, 2:      ru: … ином материальном носителе      kk: … материалдық тасығышта
//! Destruction Policy, 2.3: ru: … ином материальном носителе      kk: … материалдық жеткізгіште
//! ```
//!
//! The odd one is the translation that stands less often, else the later one. Translate both alike.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::twins::{Entry, Pieces};
use crate::align::{Unit, units};
use crate::diagnostic::{Family, Finding, Place, Rule, Severity};
use crate::lang::WordList;
use crate::model::{Policy, Text};
use crate::source::{FileId, Sources, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "twin-mismatch",
    severity: Severity::Warning,
    family: Family::Terms,
    source: include_str!("twin_mismatch.rs"),
};

/// Fewest words of a text that is compared.
const FEWEST: u32 = 2;

/// Looks for texts that are translated in two ways, among the pieces of all policies in the order of
/// the site. Each pair of translations is told once.
pub fn check(pieces: Pieces, policies: &[Policy], sources: &Sources) -> Vec<Finding> {
    differing_twins(pieces).findings(policies, sources)
}

/// What is translated in two ways. It is found by digests alone, without the texts.
pub fn differing_twins(pieces: Pieces) -> Twins {
    let Pieces { entries, count } = pieces;
    // Where each piece begins among the entries.
    let mut starts = vec![entries.len(); count as usize + 1];
    for (at, entry) in entries.iter().enumerate().rev() {
        if let Some(start) = starts.get_mut(entry.piece as usize) {
            *start = at;
        }
    }
        let mut twins = Twins {
        entries,
        starts,
        pairs: Vec::new(),
    };
    let entries = &twins.entries;
    let mut order: Vec<usize> = (0..entries.len())
        .filter(|at| entries[*at].words >= FEWEST)
        .collect();
    order.par_sort_unstable_by_key(|at| (entries[*at].lang, entries[*at].digest, *at));
    let same = |a: &usize, b: &usize| {
        let (a, b) = (&entries[*a], &entries[*b]);
        a.lang == b.lang && a.digest == b.digest
    };
    let mut pairs = Vec::new();
    let mut told: BTreeSet<(u16, u64, u64)> = BTreeSet::new();
    for group in order.chunk_by(same).filter(|group| group.len() > 1) {
        for (base, odd, source) in twins.differences(group) {
            let (a, b) = (&entries[base], &entries[odd]);
            let pair = (a.wording.min(b.wording), a.wording.max(b.wording));
            if told.insert((b.lang, pair.0, pair.1)) {
                pairs.push((base, odd, source));
            }
        }
    }
    twins.pairs = pairs;
    twins
}

/// Which text a file holds.
type Files<'p> = BTreeMap<FileId, File<'p>>;

struct File<'p> {
    policy: &'p Policy,
    edition: &'p str,
    text: &'p Text,
    /// Its units; looked for when the first finding is about it.
    units: OnceCell<Vec<Unit<'p>>>,
}

impl<'p> File<'p> {
    /// The unit that a place of the text belongs to.
    fn unit_at(&self, span: Span) -> Option<&Unit<'p>> {
        let units = self.units.get_or_init(|| units(self.text));
        let after = units.partition_point(|unit| unit.span.start <= span.start);
        units.get(after.saturating_sub(1))
    }
}

fn files<'p>(policies: impl IntoIterator<Item = &'p Policy>) -> Files<'p> {
    let latest = policies
        .into_iter()
        .filter_map(|policy| Some((policy, policy.editions.last()?)));
    let texts = latest.flat_map(|(policy, edition)| {
        let number = edition.number.as_str();
        edition.texts.iter().map(move |text| {
            let file = File {
                policy,
                edition: number,
                text,
                units: OnceCell::new(),
            };
            (text.file, file)
        })
    });
    texts.collect()
}

/// Texts that are the same in one language and translated in two ways.
#[derive(Debug)]
pub struct Twins {
    entries: Vec<Entry>,
    /// Where each piece begins among the entries.
    starts: Vec<usize>,
    /// The usual translation, the odd one, and the place of the odd one's source.
    pairs: Vec<(usize, usize, usize)>,
}

impl Twins {
    /// The files of the texts that the findings are about.
    pub fn files(&self) -> BTreeSet<FileId> {
        let pairs = self.pairs.iter();
        let places = pairs.flat_map(|(base, odd, source)| [base, odd, source]);
        let entries = places.filter_map(|at| self.entries.get(*at));
        entries.map(|entry| entry.file).collect()
    }

    /// The findings about them. `policies` are those that have the texts that they are about.
    pub fn findings<'p>(
        &self,
        policies: impl IntoIterator<Item = &'p Policy>,
        sources: &Sources,
    ) -> Vec<Finding> {
        let files = files(policies);
        let pairs = self.pairs.iter();
        let findings =
            pairs.filter_map(|(base, odd, source)| self.word((*base, *odd, *source), &files, sources));
        findings.collect()
    }

    /// A piece in all its languages.
    fn piece(&self, piece: u32) -> std::ops::Range<usize> {
        let at = piece as usize;
        let place = |at: usize| self.starts.get(at).copied();
        let start = place(at).unwrap_or(self.entries.len());
        start..place(at + 1).unwrap_or(self.entries.len())
    }

    /// Of places with the same text in one language: what is translated in two ways. Each as the
    /// usual translation, the odd one, and the place of the odd one's source.
    fn differences(&self, group: &[usize]) -> Vec<(usize, usize, usize)> {
        let Some(source) = group.first().and_then(|at| self.entries.get(*at)) else {
            return Vec::new();
        };
        // By language and translation: how often it stands, and where first.
        let mut translations: BTreeMap<u16, BTreeMap<u64, (usize, usize, usize)>> =
            BTreeMap::new();
        for own in group {
            for at in self.piece(self.entries[*own].piece) {
                let entry = &self.entries[at];
                if entry.lang != source.lang {
                    let known = translations.entry(entry.lang).or_default();
                    known.entry(entry.wording).or_insert((0, at, *own)).0 += 1;
                }
            }
        }
        let mut differences = Vec::new();
        for known in translations.values() {
            let usual = known
                .values()
                .max_by_key(|(count, at, _)| (*count, std::cmp::Reverse(*at)));
            let Some((_, base, _)) = usual else {
                continue;
            };
            let odd = known.values().filter(|(_, at, _)| at != base);
            differences.extend(odd.map(|(_, at, own)| (*base, *at, *own)));
        }
        differences.sort_by_key(|(_, odd, _)| *odd);
        differences
    }

    /// The finding that two translations differ.
    fn word(
        &self,
        (base, odd, source): (usize, usize, usize),
        files: &Files<'_>,
        sources: &Sources,
    ) -> Option<Finding> {
        let (base, odd) = (self.entries.get(base)?, self.entries.get(odd)?);
        let source = self.entries.get(source)?;
        let mut others = self.entries[self.piece(base.piece)].iter();
        let base_source = others.find(|entry| entry.lang == source.lang)?;
        let (file, other_file) = (files.get(&odd.file)?, files.get(&base.file)?);
        let (policy, other_policy) = (file.policy, other_file.policy);
        let unit = file.unit_at(odd.span)?;
        let other_unit = other_file.unit_at(base.span)?;
        let (odd_span, base_span) = differing(sources, odd, base);
        let (has, other_has) = (
            sources.get(odd.file).slice(odd_span),
            sources.get(base.file).slice(base_span),
        );
        let lang = &file.text.lang;
        let source_lang = &files.get(&source.file)?.text.lang;
        let name = unit.describe();
        let there = match policy.slug == other_policy.slug {
            true => other_unit.describe(),
            false => format!("{} of {}", other_unit.describe(), other_policy.slug),
        };
        let message = format!(
            "{name} says “{has}” in {lang} where {there} says “{other_has}” for the same {source_lang} \
             words"
        );
        let mut finding = Finding::new(&RULE, message)
            .label(odd.file, odd_span, format!("in {lang}"))
            .label(base.file, base_span, format!("in {lang}, {there}"))
            .label(source.file, source.span, format!("the same in {source_lang}"))
            .label(
                base_source.file,
                base_source.span,
                format!("the same in {source_lang}, {there}"),
            )
            .help("translate the same words alike in both places");
        finding.place = Place {
            policy: Some(policy.slug.clone()),
            edition: Some(file.edition.to_owned()),
            language: Some(lang.to_string()),
            clause: unit.address(),
        };
        Some(finding)
    }
}

/// The words in which two pieces differ: without those that both begin with and both end with, but
/// never nothing.
fn differing(sources: &Sources, left: &Entry, right: &Entry) -> (Span, Span) {
    let texts = [left, right].map(|entry| sources.get(entry.file).slice(entry.span));
    let lists = texts.map(WordList::of);
    let word = |list: usize, at: usize| lists[list].get(at).map(|(_, folded)| folded);
    let shorter = lists[0].len().min(lists[1].len());
    let most = shorter.saturating_sub(1);
    let head = (0..most).take_while(|at| word(0, *at) == word(1, *at)).count();
    let tail = (1..=most - head)
        .take_while(|back| word(0, lists[0].len() - back) == word(1, lists[1].len() - back))
        .count();
    let span = |list: usize, entry: &Entry| {
        let last = lists[list].len().saturating_sub(tail + 1);
        match (lists[list].get(head), lists[list].get(last)) {
            (Some((first, _)), Some((last, _))) => {
                let start = entry.span.range().start;
                Span::new(start + first.range.start, start + last.range.end)
            }
            _ => entry.span,
        }
    };
    (span(0, left), span(1, right))
}
