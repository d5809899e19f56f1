use std::ops::Range;

use super::line::Line;
use super::token::{Token, bag, tokens};
use super::writer::Writer;
use super::{Piece, Prose};
use crate::align::{Bag, Matching, Vocabulary};
use crate::lang::sentences;

/// The words of a line in both texts: what became of each sentence, then of each word.
pub(super) fn prose(old: &Line<'_>, new: &Line<'_>, vocabulary: &mut Vocabulary) -> Prose {
    if old == new {
        return Prose::one(Piece::Equal(new.text.to_owned()));
    }
    let (own, tail) = tokens(old, vocabulary);
    let (other, new_tail) = tokens(new, vocabulary);
    let mut writer = Writer {
        old: &own,
        new: &other,
        prose: Prose::default(),
        changed: false,
    };
    let mut pairs = own.iter().zip(&other);
    let same = own.len() == other.len() && pairs.all(|(a, b)| a.norm == b.norm);
    if same {
        writer.same(0..own.len(), 0);
    } else {
        let old = Sentences::of(old.text, &own);
        let new = Sentences::of(new.text, &other);
        writer.sentences(&old, &new);
    }
    writer.spaces(tail, new_tail);
    writer.prose.arranged()
}

/// How long a word before a stop may be that does not end a sentence. A sentence taken for two does
/// little harm; two taken for one cannot change places.
const ABBREVIATION: usize = 2;

/// The sentences of a line: their tokens, and their words.
struct Sentences {
    ranges: Vec<Range<usize>>,
    bags: Vec<Bag>,
}

impl Sentences {
    fn of(text: &str, tokens: &[Token<'_>]) -> Self {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut from = 0;
        for bounds in sentences(text, ABBREVIATION) {
            let to = tokens.partition_point(|token| token.start < bounds.end);
            if to > from {
                ranges.push(from..to);
                from = to;
            }
        }
        let bags = ranges.iter().map(|range| bag(&tokens[range.clone()]));
        Self {
            bags: bags.collect(),
            ranges,
        }
    }

    fn matching(&self, other: &Self) -> Matching {
        let mut matching = Matching::new(self.ranges.len(), other.ranges.len());
        let own: Vec<&Bag> = self.bags.iter().collect();
        let others: Vec<&Bag> = other.bags.iter().collect();
        matching.equal(&own, &others);
        matching.alike(&own, &others, |_, _| 0);
        matching.wordless(&own, &others);
        matching.alone_in_place(|_, _| true);
        matching
    }
}

/// From how much of a sentence, in thousandths, that another took in it is compared with it.
const TAKEN: usize = 600;

impl Writer<'_, '_> {
    fn sentences(&mut self, old: &Sentences, new: &Sentences) {
        let mut matching = old.matching(new);
        let in_order = matching
            .in_order(|a, b| (old.bags[a].words.len() + new.bags[b].words.len()) as u64 + 1);
        // What stands in another order: the same sentence moved, another one was rewritten.
        let (mut away, mut here) = (vec![false; old.ranges.len()], vec![false; new.ranges.len()]);
        for (a, b) in matching.pairs().collect::<Vec<_>>() {
            if !in_order[a] {
                let norms = |tokens: &[Token<'_>]| -> Vec<u32> {
                    tokens.iter().map(|token| token.norm).collect()
                };
                let same = norms(&self.old[old.ranges[a].clone()])
                    == norms(&self.new[new.ranges[b].clone()]);
                (away[a], here[b]) = (same, same);
                (matching.old[a], matching.new[b]) = (None, None);
            }
        }
        let groups = groups(old, new, &matching);
        let (mut a, mut b) = (0, 0);
        for (own, other) in groups {
            self.alone(old, new, (a..own.start, b..other.start), (&away, &here));
            let own_tokens = covered(&old.ranges, &own);
            let other_tokens = covered(&new.ranges, &other);
            self.words(own_tokens, other_tokens);
            (a, b) = (own.end, other.end);
        }
        let rest = (a..old.ranges.len(), b..new.ranges.len());
        self.alone(old, new, rest, (&away, &here));
    }

    /// Sentences that have no counterpart here.
    fn alone(
        &mut self,
        old: &Sentences,
        new: &Sentences,
        places: (Range<usize>, Range<usize>),
        moved: (&[bool], &[bool]),
    ) {
        for at in places.0 {
            self.one(old.ranges[at].clone(), true, moved.0[at]);
        }
        for at in places.1 {
            self.one(new.ranges[at].clone(), false, moved.1[at]);
        }
    }
}

/// The tokens of some sentences that follow upon one another.
fn covered(ranges: &[Range<usize>], sentences: &Range<usize>) -> Range<usize> {
    let own = ranges.get(sentences.clone()).unwrap_or_default();
    match (own.first(), own.last()) {
        (Some(first), Some(last)) => first.start..last.end,
        _ => 0..0,
    }
}

/// Sentences that are compared word by word: a pair, with those before and behind that the
/// counterpart took in.
fn groups(
    old: &Sentences,
    new: &Sentences,
    matching: &Matching,
) -> Vec<(Range<usize>, Range<usize>)> {
    let pairs: Vec<(usize, usize)> = matching.pairs().collect();
    let mut groups: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for (at, &(a, b)) in pairs.iter().enumerate() {
        let least = groups
            .last()
            .map_or((0, 0), |(own, other)| (own.end, other.end));
        let most = pairs.get(at + 1).copied();
        let most = most.unwrap_or((old.ranges.len(), new.ranges.len()));
        let own = widened(a, least.0..most.0, &old.bags, &old.bags[a], &new.bags[b]);
        let other = widened(b, least.1..most.1, &new.bags, &new.bags[b], &old.bags[a]);
        groups.push((own, other));
    }
    groups
}

/// A sentence with its neighbours that its counterpart holds as well.
fn widened(at: usize, room: Range<usize>, bags: &[Bag], own: &Bag, other: &Bag) -> Range<usize> {
    let (mut start, mut end) = (at, at + 1);
    let taken = |place: usize| bags[place].part_taken(other, own) >= TAKEN;
    while start > room.start && taken(start - 1) {
        start -= 1;
    }
    while end < room.end && taken(end) {
        end += 1;
    }
    start..end
}
