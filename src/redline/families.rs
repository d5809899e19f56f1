use std::collections::BTreeMap;

use super::token::{is_space, split};
use super::{Block, Content, Entry, Piece, Prose};
use crate::align::{Fate, Vocabulary, same_in_order};

/// So many words in a row are told as moved and not as deleted and inserted.
const MOVED: usize = 4;

/// Tells, in units that were split or merged, the words that only went from one of them to another.
pub(super) fn mark_what_moved(entries: &mut [Entry], vocabulary: &mut Vocabulary) {
    let mut families: BTreeMap<(Option<usize>, Option<usize>), Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let old = entry.old.as_ref().map(|side| side.place);
        let new = entry.new.as_ref().map(|side| side.place);
        let kin = entry.kin.first().map(|side| side.place);
        let family = match (entry.fate, old, new) {
            (Fate::Split, Some(old), _) => (Some(old), None),
            (Fate::Split, None, _) => (kin, None),
            (Fate::Merged, _, Some(new)) => (None, Some(new)),
            (Fate::Merged, _, None) => (None, kin),
            _ => continue,
        };
        families.entry(family).or_default().push(at);
    }
    for members in families.into_values() {
        let mut proses: Vec<&mut Prose> = Vec::new();
        let mut rest = &mut *entries;
        let mut from = 0;
        for at in members {
            let (_, behind) = rest.split_at_mut(at - from);
            let Some((entry, behind)) = behind.split_first_mut() else {
                break;
            };
            proses.extend(&mut entry.heading);
            collect(&mut entry.blocks, &mut proses);
            (rest, from) = (behind, at + 1);
        }
        mark(&mut proses, vocabulary);
    }
}

/// The words of some blocks.
fn collect<'b>(blocks: &'b mut [Block], into: &mut Vec<&'b mut Prose>) {
    for block in blocks {
        match &mut block.content {
            Content::Paragraph(words) | Content::Subheading { words, .. } => into.push(words),
            Content::Ends { left, right } => into.extend([left, right]),
            Content::Form(list) => collect(list, into),
            Content::List(items) => {
                for item in items {
                    collect(&mut item.blocks, into);
                }
            }
            Content::Table(table) => {
                for cell in table
                    .rows
                    .iter_mut()
                    .flat_map(|row| &mut row.cells)
                    .flatten()
                {
                    collect(&mut cell.blocks, into);
                }
            }
            Content::Code { .. } => {}
        }
    }
}

/// Where a word stands: the line, the piece, the byte it ends at.
type Place = (usize, usize, usize);

fn mark(proses: &mut [&mut Prose], vocabulary: &mut Vocabulary) {
    let (mut deleted, mut inserted) = (Vec::new(), Vec::new());
    for (line, prose) in proses.iter().enumerate() {
        for (at, piece) in prose.pieces.iter().enumerate() {
            let (list, words): (&mut Vec<(u32, Place)>, _) = match piece {
                Piece::Deleted(words) => (&mut deleted, words),
                Piece::Inserted(words) => (&mut inserted, words),
                _ => continue,
            };
            for token in split(words, vocabulary).0 {
                list.push((token.norm, (line, at, token.start + token.text.len())));
            }
        }
    }
    let norms =
        |list: &[(u32, Place)]| -> Vec<u32> { list.iter().map(|(norm, _)| *norm).collect() };
    let same = same_in_order(&norms(&deleted), &norms(&inserted));
    let mut cuts: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    let mut from = 0;
    while from < same.len() {
        let mut to = from + 1;
        let follows = |to: usize| {
            let ((a, b), (c, d)) = (same[to - 1], same[to]);
            let near = c == a + 1 && d == b + 1;
            let piece = |list: &[(u32, Place)], at: usize| (list[at].1.0, list[at].1.1);
            near && piece(&deleted, a) == piece(&deleted, c)
                && piece(&inserted, b) == piece(&inserted, d)
        };
        while to < same.len() && follows(to) {
            to += 1;
        }
        if to - from >= MOVED {
            for (list, first, last) in [
                (&deleted, same[from].0, same[to - 1].0),
                (&inserted, same[from].1, same[to - 1].1),
            ] {
                let (line, piece, end) = list[last].1;
                let before = first.checked_sub(1).map(|before| list[before].1);
                let start = match before {
                    Some((own, at, start)) if (own, at) == (line, piece) => start,
                    _ => 0,
                };
                cuts.entry((line, piece)).or_default().push((start, end));
            }
        }
        from = to;
    }
    for (line, prose) in proses.iter_mut().enumerate() {
        let mut marked = Prose::default();
        for (at, piece) in std::mem::take(&mut prose.pieces).into_iter().enumerate() {
            match cuts.get(&(line, at)) {
                Some(cuts) => cut(piece, cuts, &mut marked),
                None => marked.push(piece),
            }
        }
        **prose = marked.arranged();
    }
}

/// Tells some stretches of a piece as moved.
fn cut(piece: Piece, cuts: &[(usize, usize)], into: &mut Prose) {
    let (words, is_old) = match piece {
        Piece::Deleted(words) => (words, true),
        Piece::Inserted(words) => (words, false),
        other => return into.push(other),
    };
    let whole = words.len();
    let mut from = 0;
    let part = |range: std::ops::Range<usize>| words.get(range).unwrap_or_default().to_owned();
    let stays = |words| {
        if is_old {
            Piece::Deleted(words)
        } else {
            Piece::Inserted(words)
        }
    };
    let moves = |words| {
        if is_old {
            Piece::MovedAway(words)
        } else {
            Piece::MovedHere(words)
        }
    };
    for &(start, end) in cuts {
        // Spaces alone are not told apart from the words beside them.
        let end = match words.get(end..) {
            Some(rest) if rest.chars().all(is_space) => whole,
            _ => end,
        };
        into.push(stays(part(from..start)));
        into.push(moves(part(start..end)));
        from = end;
    }
    into.push(stays(part(from..whole)));
}
