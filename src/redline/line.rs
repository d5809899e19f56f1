use std::cmp::Ordering;
use std::ops::Range;

use crate::align::UnitKind;
use crate::facts::{Looks, Mark, Run, Spelled, UnitFacts, Value};
use crate::lang::WordList;

/// The words of a paragraph, an item, a cell or a heading, and where the links among them lead.
pub(super) struct Line<'f> {
    pub(super) text: &'f str,
    pub(super) links: Vec<(usize, usize, &'f str)>,
    /// What stands out among the words, in order.
    pub(super) looks: Vec<(usize, usize, Looks)>,
    /// What changes as one, in order: figures with the words beside them that say the same number,
    /// «3 (three)», and numbers of telephones.
    pub(super) numbers: Vec<Range<usize>>,
    /// The number of an annex in its heading.
    pub(super) own_number: Option<Range<usize>>,
    words: &'f WordList,
}

/// All of a line that decides what its redline is.
type Key<'k> = (
    &'k str,
    &'k [(usize, usize, &'k str)],
    &'k [(usize, usize, Looks)],
);

impl Line<'_> {
    fn key(&self) -> Key<'_> {
        (self.text, &self.links, &self.looks)
    }
}

impl PartialEq for Line<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Line<'_> {}

impl PartialOrd for Line<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Line<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl<'f> Line<'f> {
    /// The line that is the run of a unit at a place among its runs.
    pub(super) fn of(unit: &'f UnitFacts<'_>, at: usize) -> Option<Self> {
        let run = unit.runs.get(at)?;
        let links = run.marks.iter().filter_map(|(range, mark)| match mark {
            Mark::Link(target) => Some((range.start, range.end, target.as_str())),
            _ => None,
        });
        let looks = run.looks.iter();
        let looks = looks.map(|(range, looks)| (range.start, range.end, *looks));
        let from = unit.spelled.partition_point(|own| own.run < at);
        let spelled = unit.spelled[from..].iter();
        let spelled = spelled.take_while(|own| own.run == at);
        let from = unit.facts.partition_point(|fact| fact.run < at);
        let facts = unit.facts[from..].iter();
        let phones = facts
            .take_while(|fact| fact.run == at)
            .filter(|fact| matches!(fact.value, Value::Phone(_)));
        let numbers = spelled.map(|own| whole(run, own));
        let mut numbers: Vec<Range<usize>> = numbers
            .chain(phones.map(|fact| fact.range.clone()))
            .collect();
        numbers.sort_by_key(|range| range.start);
        Some(Self {
            text: &run.text,
            links: links.collect(),
            looks: looks.collect(),
            numbers,
            own_number: (at == 0).then(|| own_number(unit)).flatten(),
            words: &run.words,
        })
    }

    /// Its words, folded.
    pub(super) fn words(&self) -> impl Iterator<Item = &'f str> {
        self.words.iter().map(|(_, folded)| folded)
    }
}

/// Where the heading of an annex says which annex it is: «Приложение 1», «1-қосымша».
fn own_number(unit: &UnitFacts<'_>) -> Option<Range<usize>> {
    let (UnitKind::Annex(number), Some(_)) = (unit.unit.kind, unit.unit.heading) else {
        return None;
    };
    let mut facts = unit.facts.iter().take_while(|fact| fact.run == 0);
    let own = facts.find(|fact| matches!(fact.value, Value::Annex(_)))?;
    let same = matches!(own.value, Value::Annex(said) if usize::try_from(said) == Ok(number));
    same.then(|| own.range.clone())
}

/// Figures and the words beside them, with the bracket that closes either.
fn whole(run: &Run, own: &Spelled) -> Range<usize> {
    let start = own.figures.start.min(own.words.start);
    let end = own.figures.end.max(own.words.end);
    let closed = run.text[end..].starts_with(')');
    start..end + usize::from(closed)
}
