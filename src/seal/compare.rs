use std::collections::BTreeMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::form::form_with_places;
use super::text::{TITLE, address};
use super::words::{Word, words};
use super::{WitnessUnit, form};
use crate::align::units;
use crate::model::Text;
use crate::source::Span;

/// How a unit of a text differs from what was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The address of the unit.
    pub address: String,
    /// What is different.
    pub kind: Kind,
    /// Where that stands in the text: the words, the unit, or what stands where it should.
    pub place: Span,
    /// Where the sealed words stand in the witness; `None` for a unit that was not sealed.
    pub sealed: Option<Range<usize>>,
}

/// The kinds of [`Difference`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Other words: those that were sealed and those that stand there now, from the first that
    /// differs to the last.
    Words {
        /// The sealed words.
        was: String,
        /// The words now.
        is: String,
    },
    /// The same words in another form: a list, a table, bold words, a link, a name.
    Form,
    /// A unit that was sealed is not there.
    Missing,
    /// A unit is there that was not sealed.
    Added,
    /// The unit stands in another place.
    Moved {
        /// The address of the unit that it was sealed behind.
        behind: String,
    },
}

/// All differences of a text from what its witness says was sealed, in the order of the text; what
/// is missing comes last.
pub fn differences(witness: &[WitnessUnit<'_>], text: &Text) -> Vec<Difference> {
    let units = units(text);
    let now: Vec<Known> = known(units.iter().map(address));
    let sealed: Vec<Known> = known(witness.iter().map(|unit| unit.address.to_owned()));
    let places: BTreeMap<&Known, usize> = sealed.iter().zip(0..).collect();
    let mut list = Vec::new();
    for (key, unit) in now.iter().zip(&units) {
        let difference = |kind, place, sealed| Difference {
            address: key.0.clone(),
            kind,
            place,
            sealed,
        };
        let Some(before) = places.get(key).and_then(|at| witness.get(*at)) else {
            list.push(difference(Kind::Added, unit.span, None));
            continue;
        };
        if form(unit) != before.form {
            let (form, places) = form_with_places(unit);
            for (kind, now, then) in changed(before.form, &form) {
                let place = place(&places, now).unwrap_or(unit.span);
                let sealed = before.start + then.start..before.start + then.end;
                list.push(difference(kind, place, Some(sealed)));
            }
        }
    }
    let both = |keys: &[Known], others: &[Known]| -> Vec<Known> {
        let others: BTreeMap<&Known, ()> = others.iter().map(|key| (key, ())).collect();
        let keys = keys.iter().filter(|key| others.contains_key(key));
        keys.cloned().collect()
    };
    let (old, new) = (both(&sealed, &now), both(&now, &sealed));
    let there: BTreeMap<&Known, usize> = now.iter().zip(0..).collect();
    for at in moved(&old, &new) {
        let unit = there.get(&old[at]).and_then(|at| units.get(*at));
        let behind = at
            .checked_sub(1)
            .map_or(TITLE, |before| old[before].0.as_str());
        list.extend(unit.map(|unit| Difference {
            address: old[at].0.clone(),
            kind: Kind::Moved {
                behind: behind.to_owned(),
            },
            place: unit.span,
            sealed: line(witness, &places, &old[at]),
        }));
    }
    let mut last = 0;
    for key in &sealed {
        match there.get(key) {
            Some(at) => last = *at,
            None => list.push(Difference {
                address: key.0.clone(),
                kind: Kind::Missing,
                place: units.get(last).map_or(Span::at(0), |unit| unit.span),
                sealed: line(witness, &places, key),
            }),
        }
    }
    list
}

/// An address, and how many units before have the same: in a faulty text two may have one number.
type Known = (String, usize);

fn known(addresses: impl Iterator<Item = String>) -> Vec<Known> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    addresses
        .map(|address| {
            let count = counts.entry(address.clone()).or_default();
            *count += 1;
            (address, *count)
        })
        .collect()
}

/// Those of the old order that stand in another place in the new one.
fn moved(old: &[Known], new: &[Known]) -> Vec<usize> {
    let operations = capture_diff_slices(Algorithm::Myers, old, new);
    let deleted = operations.iter().filter_map(|operation| match operation {
        DiffOp::Delete { .. } | DiffOp::Replace { .. } => Some(operation.old_range()),
        _ => None,
    });
    deleted.flatten().collect()
}

/// Where the first line of a unit stands in the witness.
fn line(
    witness: &[WitnessUnit<'_>],
    places: &BTreeMap<&Known, usize>,
    key: &Known,
) -> Option<Range<usize>> {
    let unit = places.get(key).and_then(|at| witness.get(*at))?;
    let first = unit.form.lines().next().unwrap_or_default();
    Some(unit.start..unit.start + first.len())
}

/// More changes than anybody reads one by one: a unit with more of them was written anew.
const MOST_CHANGES: usize = 8;

/// What is different between two forms of a unit, and where in each: in the new one and in the old.
fn changed(old: &str, new: &str) -> Vec<(Kind, Range<usize>, Range<usize>)> {
    let (was, is) = (words(old), words(new));
    let letters = |words: &[Word<'_>]| -> Vec<String> {
        words.iter().map(|word| word.text.to_string()).collect()
    };
    let operations = capture_diff_slices(Algorithm::Myers, &letters(&was), &letters(&is));
    let changes = operations
        .iter()
        .filter(|o| !matches!(o, DiffOp::Equal { .. }));
    let mut changes: Vec<_> = changes.map(|o| (o.old_range(), o.new_range())).collect();
    if let ([(first_old, first_new), .., (last_old, last_new)], true) =
        (changes.as_slice(), changes.len() > MOST_CHANGES)
    {
        let whole = (first_old.start..last_old.end, first_new.start..last_new.end);
        changes = vec![whole];
    }
    if changes.is_empty() {
        let (then, now) = odd_lines(old, new);
        return vec![(Kind::Form, now, then)];
    }
    let changes = changes.into_iter().map(|(then, now)| {
        let kind = Kind::Words {
            was: told(&was[then.clone()]),
            is: told(&is[now.clone()]),
        };
        (kind, range(&is, now, new), range(&was, then, old))
    });
    changes.collect()
}

fn told(words: &[Word<'_>]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.text.as_ref()).collect();
    words.join(" ")
}

/// Where some words stand in their form; where there are none, the word before.
fn range(words: &[Word<'_>], chosen: Range<usize>, form: &str) -> Range<usize> {
    match (words.get(chosen.start), words[..chosen.end].last()) {
        (Some(first), Some(last)) if !chosen.is_empty() => first.start..last.end,
        (_, Some(before)) => before.start..before.end,
        _ => 0..form.find('\n').unwrap_or(form.len()),
    }
}

/// The first lines in which two forms differ.
fn odd_lines(old: &str, new: &str) -> (Range<usize>, Range<usize>) {
    let same = |(a, b): &(&str, &str)| a == b;
    let lines = old.split_inclusive('\n').zip(new.split_inclusive('\n'));
    let start: usize = lines.take_while(same).map(|(line, _)| line.len()).sum();
    let range = |form: &str| {
        let rest = form.get(start..).unwrap_or_default();
        let indent = rest.len() - rest.trim_start_matches(' ').len();
        let end = rest.find('\n').unwrap_or(rest.len());
        start + indent..start + end.max(indent)
    };
    (range(old), range(new))
}

/// Where in the file a range of a form was read.
fn place(places: &[(usize, Span)], range: Range<usize>) -> Option<Span> {
    let first = places.partition_point(|(at, _)| *at < range.start);
    // Marks that open before a word stand before its place.
    let inside = places[first..].iter().take_while(|(at, _)| *at < range.end);
    let spans: Vec<Span> = inside.map(|(_, span)| *span).collect();
    match (spans.first(), spans.last()) {
        (Some(first), Some(last)) => Some(first.to(*last)),
        _ => {
            let before = first.checked_sub(1).and_then(|at| places.get(at));
            before.map(|(_, span)| *span)
        }
    }
}
