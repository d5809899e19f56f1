use std::collections::BTreeMap;

use super::token::Token;

/// Of the tokens that two texts have in common, those that do not tear what changes as one: of a
/// number with its words in brackets, all stand in the other text as well, one behind the other, or
/// none counts as the same.
pub(super) fn whole(
    same: Vec<(usize, usize)>,
    old: &[Token<'_>],
    new: &[Token<'_>],
) -> Vec<(usize, usize)> {
    if !old.iter().chain(new).any(|token| token.tied) {
        return same;
    }
    let (own, other) = (Ties::of(old), Ties::of(new));
    let mut kept: Vec<bool> = vec![true; same.len()];
    let mut torn: Vec<Tie> = Vec::new();
    let mut pairs: BTreeMap<Tie, Vec<usize>> = BTreeMap::new();
    for (at, &(a, b)) in same.iter().enumerate() {
        for tie in [Tie::Old(own.of[a]), Tie::New(other.of[b])] {
            pairs.entry(tie).or_default().push(at);
        }
    }
    for (tie, list) in &pairs {
        let length = match tie {
            Tie::Old(tie) => own.lengths[*tie],
            Tie::New(tie) => other.lengths[*tie],
        };
        let in_a_row = list.windows(2).all(|pair| {
            let ((a, b), (c, d)) = (same[pair[0]], same[pair[1]]);
            c == a + 1 && d == b + 1
        });
        if list.len() < length || !in_a_row {
            torn.push(*tie);
        }
    }
    // What is torn takes the tokens with it that the other text ties to them.
    while let Some(tie) = torn.pop() {
        for at in pairs.remove(&tie).unwrap_or_default() {
            let (a, b) = same[at];
            if std::mem::replace(&mut kept[at], false) {
                torn.extend([Tie::Old(own.of[a]), Tie::New(other.of[b])]);
            }
        }
    }
    let pairs = same.into_iter().zip(kept);
    pairs
        .filter_map(|(pair, kept)| kept.then_some(pair))
        .collect()
}

/// Tokens of one of the texts that change as one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    Old(usize),
    New(usize),
}

/// Which tokens of a text change as one: most stand alone.
struct Ties {
    /// For each token, what it changes with.
    of: Vec<usize>,
    /// How many tokens each of these has.
    lengths: Vec<usize>,
}

impl Ties {
    fn of(tokens: &[Token<'_>]) -> Self {
        let mut ties = Self {
            of: Vec::with_capacity(tokens.len()),
            lengths: Vec::new(),
        };
        for token in tokens {
            match ties.lengths.last_mut().filter(|_| token.tied) {
                Some(length) => *length += 1,
                None => ties.lengths.push(1),
            }
            ties.of.push(ties.lengths.len() - 1);
        }
        ties
    }
}
