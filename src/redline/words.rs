use std::ops::Range;

use super::token::Token;
use crate::align::{Bag, same_in_order};

/// Words of the old text that words of the new one stand for; either may be none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// From how little likeness, in thousandths, words are not compared one by one.
const UNLIKE: usize = 150;

/// The words that differ between two sentences, or several that became one: places among the
/// tokens. What stands between two hunks is the same in both.
pub(super) fn hunks(old: &[Token<'_>], new: &[Token<'_>], bags: (&Bag, &Bag)) -> Vec<Hunk> {
    let own: Vec<u32> = old.iter().map(|token| token.norm).collect();
    let other: Vec<u32> = new.iter().map(|token| token.norm).collect();
    let same = match bags.0.likeness(bags.1) < UNLIKE && bags.0.words.len() > 3 {
        true => same_end(old, new),
        false => same_in_order(&own, &other),
    };
    let same = super::tied::whole(same, old, new);
    let mut hunks = between(&same, old.len(), new.len());
    for at in 0..hunks.len() {
        slide(&mut hunks, at, old, new);
    }
    let mut hunks = swallow(hunks, old, new);
    for at in 0..hunks.len() {
        close_brackets(&mut hunks, at, old, new);
    }
    hunks
}

/// The punctuation that both end with.
fn same_end(old: &[Token<'_>], new: &[Token<'_>]) -> Vec<(usize, usize)> {
    let ends = old.iter().rev().zip(new.iter().rev());
    let same = ends.take_while(|(a, b)| a.norm == b.norm && !a.is_word);
    let count = same.count();
    let from = (old.len() - count, new.len() - count);
    (0..count).map(|i| (from.0 + i, from.1 + i)).collect()
}

fn between(same: &[(usize, usize)], old: usize, new: usize) -> Vec<Hunk> {
    let mut hunks = Vec::new();
    let (mut a, mut b) = (0, 0);
    for &(own, other) in same.iter().chain(std::iter::once(&(old, new))) {
        if a < own || b < other {
            hunks.push(Hunk {
                old: a..own,
                new: b..other,
            });
        }
        (a, b) = (own + 1, other + 1);
    }
    hunks
}

/// So many words an insertion or a deletion is moved at most.
const SLIDE: usize = 40;

/// Of the places where words could as well have been inserted or deleted, takes the one at the
/// border of a phrase.
fn slide(hunks: &mut [Hunk], at: usize, old: &[Token<'_>], new: &[Token<'_>]) {
    let before = at.checked_sub(1).and_then(|i| hunks.get(i));
    let start = before.map_or((0, 0), |hunk| (hunk.old.end, hunk.new.end));
    let behind = hunks.get(at + 1);
    let end = behind.map_or((old.len(), new.len()), |hunk| {
        (hunk.old.start, hunk.new.start)
    });
    let Some(hunk) = hunks.get_mut(at) else {
        return;
    };
    let (tokens, range, room) = match (hunk.old.is_empty(), hunk.new.is_empty()) {
        (true, false) => (new, hunk.new.clone(), start.1..end.1),
        (false, true) => (old, hunk.old.clone(), start.0..end.0),
        _ => return,
    };
    let norm = |i: usize| tokens[i].norm;
    // A neighbouring change keeps at least one word apart.
    let least = if start == (0, 0) {
        room.start
    } else {
        room.start + 1
    };
    let most = if room.end == tokens.len() {
        room.end
    } else {
        room.end.saturating_sub(1)
    };
    let mut left = 0;
    while left < SLIDE
        && range.start - left > least
        && norm(range.start - left - 1) == norm(range.end - left - 1)
    {
        left += 1;
    }
    let mut right = 0;
    while right < SLIDE
        && range.end + right < most
        && norm(range.start + right) == norm(range.end + right)
    {
        right += 1;
    }
    let from = range.start - left;
    let best = (0..=left + right).max_by_key(|&by| {
        let own = from + by..from + by + range.len();
        (border(tokens, &own), std::cmp::Reverse(by.abs_diff(left)))
    });
    let Some(by) = best else { return };
    let shift = |range: &mut Range<usize>| {
        *range = range.start + by - left..range.end + by - left;
    };
    shift(&mut hunk.old);
    shift(&mut hunk.new);
}

/// How well a stretch of words begins and ends with a phrase.
fn border(tokens: &[Token<'_>], range: &Range<usize>) -> i32 {
    let mark = |at: Option<usize>| match at.and_then(|at| tokens.get(at)) {
        None => Some(""),
        Some(token) if token.is_word => None,
        Some(token) => Some(token.text),
    };
    let before = mark(range.start.checked_sub(1));
    let first = mark(Some(range.start));
    let last = mark(range.end.checked_sub(1));
    let behind = mark(Some(range.end));
    let closes = |mark: Option<&str>| matches!(mark, Some("." | "," | ";" | ":" | ")" | "»" | "”"));
    let tears = |at: usize| tokens.get(at).is_some_and(|token| token.tied);
    if tears(range.start) || tears(range.end) {
        return i32::MIN;
    }
    let mut score = 0;
    score += i32::from(before.is_some() && !closes(first));
    score += i32::from(behind.is_some());
    if first == Some("(") && last == Some(")") {
        score += 2;
    }
    if matches!(first, Some(")" | "»" | "”")) || matches!(last, Some("(" | "«" | "“")) {
        score -= 2;
    }
    score
}

/// Joins changes that hardly anything stands between: a phrase is replaced as a whole.
fn swallow(hunks: Vec<Hunk>, old: &[Token<'_>], new: &[Token<'_>]) -> Vec<Hunk> {
    let words = |tokens: &[Token<'_>], range: Range<usize>| {
        let own = tokens[range].iter();
        own.filter(|token| token.is_word).count()
    };
    let mut joined: Vec<Hunk> = Vec::new();
    // How many words there are in the last of them: it may grow word by word.
    let (mut old_words, mut new_words) = (0, 0);
    for hunk in hunks {
        let own = (words(old, hunk.old.clone()), words(new, hunk.new.clone()));
        if let Some(last) = joined.last_mut() {
            let kept: Vec<&Token<'_>> = old[last.old.end..hunk.old.start]
                .iter()
                .filter(|token| token.is_word)
                .collect();
            let between = hunk.old.start - last.old.end;
            let letters: usize = kept.iter().map(|token| token.text.chars().count()).sum();
            let (left, right) = (old_words.max(new_words), own.0.max(own.1));
            let deletes = !last.old.is_empty() || !hunk.old.is_empty();
            let inserts = !last.new.is_empty() || !hunk.new.is_empty();
            let short = match kept.len() {
                0 => true,
                // A mark sets phrases apart.
                1 if kept.len() < between => false,
                1 => letters <= 3 || letters <= 6 && left >= 2 && right >= 2,
                2 => letters <= 6 && left >= 3 && right >= 3,
                _ => false,
            };
            if deletes && inserts && short {
                old_words += kept.len() + own.0;
                new_words += words(new, last.new.end..hunk.new.start) + own.1;
                last.old.end = hunk.old.end;
                last.new.end = hunk.new.end;
                continue;
            }
        }
        (old_words, new_words) = own;
        joined.push(hunk);
    }
    joined
}

/// Takes the bracket that closes what a change opens into the change.
fn close_brackets(hunks: &mut [Hunk], at: usize, old: &[Token<'_>], new: &[Token<'_>]) {
    let next = hunks.get(at + 1).map_or(old.len(), |next| next.old.start);
    let Some(hunk) = hunks.get_mut(at) else {
        return;
    };
    for (open, close) in [("(", ")"), ("[", "]"), ("«", "»"), ("“", "”")] {
        let opens = |tokens: &[Token<'_>]| {
            let count = |mark| tokens.iter().filter(|token| token.text == mark).count();
            count(open) == count(close) + 1
        };
        let closing = old
            .get(hunk.old.end)
            .is_some_and(|token| token.text == close);
        if closing
            && hunk.old.end < next
            && opens(&old[hunk.old.clone()])
            && opens(&new[hunk.new.clone()])
        {
            hunk.old.end += 1;
            hunk.new.end += 1;
        }
    }
}
