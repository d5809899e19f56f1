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
use std::sync::Arc;

use rayon::prelude::*;

use super::twins::{Digest, Entry, Pieces};
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
const FEWEST: u8 = 2;

/// Looks for texts that are translated in two ways, among the pieces of each policy in the order of
/// the site. Each pair of translations is told once.
pub fn check(pieces: Vec<Arc<Pieces>>, policies: &[Policy], sources: &Sources) -> Vec<Finding> {
    differing_twins(pieces).findings(policies, sources)
}

/// What is translated in two ways. It is found by digests alone, without the texts.
pub fn differing_twins(pieces: Vec<Arc<Pieces>>) -> Twins {
    let mut twins = Twins {
        pieces,
        pairs: Vec::new(),
    };
    let policies = (0..).zip(&twins.pieces);
    let all = policies.flat_map(|(policy, own)| {
        let places = (0..).zip(&own.entries);
        let worth = places.filter(|(_, entry)| entry.words >= FEWEST);
        worth.map(move |(entry, _)| At { policy, entry })
    });
    let count = twins.pieces.iter().map(|own| own.entries.len()).sum();
    let mut order = Vec::with_capacity(count);
    order.extend(all);
    let key = |at: &At| {
        let entry = twins.entry(*at)?;
        Some((entry.lang, entry.entry.digest))
    };
    order.par_sort_unstable_by_key(|at| (key(at), *at));
    let mut pairs = Vec::new();
    let mut told: BTreeSet<(u16, Digest, Digest)> = BTreeSet::new();
    let groups = order.chunk_by(|a, b| key(a) == key(b));
    for group in groups.filter(|group| group.len() > 1) {
        for pair in twins.differences(group) {
            let (Some(a), Some(b)) = (twins.entry(pair.base), twins.entry(pair.odd)) else {
                continue;
            };
            let (lang, a, b) = (b.lang, a.entry.wording, b.entry.wording);
            if told.insert((lang, a.min(b), a.max(b))) {
                pairs.push(pair);
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
    pieces: Vec<Arc<Pieces>>,
    pairs: Vec<Pair>,
}

/// Where a piece stands in one language: the policy, by its place among those of the site, and the
/// entry among its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct At {
    policy: u32,
    entry: u32,
}

/// A piece in one language, with its language and its file.
#[derive(Clone, Copy)]
struct Placed<'t> {
    entry: &'t Entry,
    lang: u16,
    file: FileId,
}

/// The usual translation, the odd one, and the source of the odd one.
#[derive(Clone, Copy, Debug)]
struct Pair {
    base: At,
    odd: At,
    source: At,
}

impl Twins {
    /// The files of the texts that the findings are about.
    pub fn files(&self) -> BTreeSet<FileId> {
        let pairs = self.pairs.iter();
        let places = pairs.flat_map(|pair| [pair.base, pair.odd, pair.source]);
        let entries = places.filter_map(|at| self.entry(at));
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
        let findings = pairs.filter_map(|pair| self.word(*pair, &files, sources));
        findings.collect()
    }

    fn entry(&self, at: At) -> Option<Placed<'_>> {
        let own = self.pieces.get(at.policy as usize)?;
        let entry = own.entries.get(at.entry as usize)?;
        let (lang, file) = own.column(entry)?;
        Some(Placed { entry, lang, file })
    }

    /// The piece that stands at a place, in all its languages.
    fn piece(&self, at: At) -> impl Iterator<Item = (At, Placed<'_>)> {
        let own = self.pieces.get(at.policy as usize);
        let range = own.map(|own| own.piece(at.entry as usize));
        range.into_iter().flatten().filter_map(move |entry| {
            let at = At {
                entry: u32::try_from(entry).ok()?,
                ..at
            };
            Some((at, self.entry(at)?))
        })
    }

    /// Of places with the same text in one language: what is translated in two ways.
    fn differences(&self, group: &[At]) -> Vec<Pair> {
        let Some(source) = group.first().and_then(|at| self.entry(*at)) else {
            return Vec::new();
        };
        // By language and translation: how often it stands, and where first.
        let mut translations: BTreeMap<u16, BTreeMap<Digest, (usize, At, At)>> = BTreeMap::new();
        for own in group {
            for (at, placed) in self.piece(*own) {
                if placed.lang != source.lang {
                    let known = translations.entry(placed.lang).or_default();
                    let known = known.entry(placed.entry.wording);
                    known.or_insert((0, at, *own)).0 += 1;
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
            differences.extend(odd.map(|(_, at, own)| Pair {
                base: *base,
                odd: *at,
                source: *own,
            }));
        }
        differences.sort_by_key(|pair| pair.odd);
        differences
    }

    /// The finding that two translations differ.
    fn word(&self, pair: Pair, files: &Files<'_>, sources: &Sources) -> Option<Finding> {
        let (base, odd) = (self.entry(pair.base)?, self.entry(pair.odd)?);
        let source = self.entry(pair.source)?;
        let mut others = self.piece(pair.base).map(|(_, placed)| placed);
        let base_source = others.find(|placed| placed.lang == source.lang)?;
        let (file, other_file) = (files.get(&odd.file)?, files.get(&base.file)?);
        let (policy, other_policy) = (file.policy, other_file.policy);
        let unit = file.unit_at(odd.entry.span)?;
        let other_unit = other_file.unit_at(base.entry.span)?;
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
        let (same, same_there) = (source.entry.span, base_source.entry.span);
        let mut finding = Finding::new(&RULE, message)
            .label(odd.file, odd_span, format!("in {lang}"))
            .label(base.file, base_span, format!("in {lang}, {there}"))
            .label(source.file, same, format!("the same in {source_lang}"))
            .label(
                base_source.file,
                same_there,
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
fn differing(sources: &Sources, left: Placed<'_>, right: Placed<'_>) -> (Span, Span) {
    let texts = [left, right].map(|own| sources.get(own.file).slice(own.entry.span));
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
    (span(0, left.entry), span(1, right.entry))
}
