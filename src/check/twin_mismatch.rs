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
use std::collections::BTreeMap;
use std::sync::Arc;

use super::differing::{Pair, Placed, Twins, differing_twins};
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

/// Looks for texts that are translated in two ways, among the pieces of each policy in the order of
/// the site. Each pair of translations is told once.
pub fn check(pieces: Vec<Arc<Pieces>>, policies: &[Policy], sources: &Sources) -> Vec<Finding> {
    differing_twins(pieces).findings(policies, sources)
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

impl Twins {
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
