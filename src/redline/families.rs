use std::collections::BTreeMap;
use std::ops::Range;

use super::split::{is_space, split};
use super::strays::{Kind, Stray, runs};
use super::{Block, Content, Entry, Piece, Prose};
use crate::align::{Fate, Vocabulary};

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

fn mark(proses: &mut [&mut Prose], vocabulary: &mut Vocabulary) {
    let (mut deleted, mut inserted) = (Vec::new(), Vec::new());
    for (line, prose) in proses.iter().enumerate() {
        for (at, piece) in prose.pieces.iter().enumerate() {
            let (list, words): (&mut Vec<Stray>, _) = match piece {
                Piece::Deleted(words) => (&mut deleted, words),
                Piece::Inserted(words) => (&mut inserted, words),
                _ => continue,
            };
            for token in split(words, vocabulary).0 {
                list.push(Stray {
                    norm: token.norm,
                    place: (line, at, token.start + token.text.len()),
                    kind: Kind::of(token.text),
                });
            }
        }
    }
    let mut cuts: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    for run in runs(&deleted, &inserted) {
        for (list, range) in [(&deleted, run.old), (&inserted, run.new)] {
            let (line, piece, end) = list[range.end - 1].place;
            let before = range.start.checked_sub(1).map(|before| list[before].place);
            let start = match before {
                Some((own, at, start)) if (own, at) == (line, piece) => start,
                _ => 0,
            };
            cuts.entry((line, piece)).or_default().push((start, end));
        }
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
    let part = |range: Range<usize>| words.get(range).unwrap_or_default().to_owned();
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
