//! What may be passed over inside of a unit that changed: blocks, items and rows in which nothing
//! changed in substance, and that stand away from what did.

use super::{Block, Content, Entry, Item, Prose, Row, Weight};

/// Things one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch<'s, T> {
    /// One that is to be shown.
    Shown(&'s T),
    /// Several that may be passed over.
    Quiet(&'s [T]),
}

/// So many words in a stretch are worth passing over, however few things they stand in.
pub(super) const LONG: usize = 25;

/// So many blocks are, however short.
const BLOCKS: usize = 3;

/// The blocks of a unit, an item or a cell. The line before a list or table that changed is shown
/// with it, and the subheading above a change.
pub fn blocks(list: &[Block]) -> Vec<Stretch<'_, Block>> {
    let mut shown: Vec<bool> = list.iter().map(|own| changed(own.weight())).collect();
    let mut subheading = None;
    for (at, block) in list.iter().enumerate() {
        if matches!(block.content, Content::Subheading { .. }) {
            subheading = Some(at);
        }
        if !changed(block.weight()) {
            continue;
        }
        let leads = matches!(
            block.content,
            Content::List(_) | Content::Table(_) | Content::Form(_) | Content::Code { .. }
        );
        let before = at.checked_sub(1).filter(|_| leads);
        for at in subheading.into_iter().chain(before) {
            shown[at] = true;
        }
    }
    stretches(list, &shown, BLOCKS, block_words)
}

/// The items of a list, where so many are worth passing over. Where they changed their order, all
/// of them show it.
pub fn items(list: &[Item], least: usize) -> Vec<Stretch<'_, Item>> {
    let moved = list.iter().any(|item| item.moved);
    let shown: Vec<bool> = list
        .iter()
        .map(|own| moved || changed(own.weight()))
        .collect();
    stretches(list, &shown, least, |item| words_of(&item.blocks))
}

/// The rows of a table, where so many are worth passing over. The head is always shown.
pub fn rows(list: &[Row], least: usize) -> Vec<Stretch<'_, Row>> {
    let moved = list.iter().any(|row| row.moved);
    let head = |row: &Row| row.old == Some(0) || row.new == Some(0);
    let mut shown: Vec<bool> = list
        .iter()
        .map(|own| moved || changed(own.weight()))
        .collect();
    if shown.contains(&true) {
        for (row, shown) in list.iter().zip(&mut shown) {
            *shown |= head(row);
        }
    }
    let cells = |row: &Row| {
        let cells = row.cells.iter().flatten();
        cells.map(|cell| words_of(&cell.blocks)).sum()
    };
    stretches(list, &shown, least, cells)
}

/// How many lines some blocks have: the items of a list and the rows of a table are one each.
pub fn lines(list: &[Block]) -> usize {
    let lines = list.iter().map(|block| match &block.content {
        Content::List(items) => items.iter().map(|item| lines(&item.blocks)).sum(),
        Content::Table(table) => table.rows.len(),
        Content::Form(inner) => lines(inner),
        _ => 1,
    });
    lines.sum()
}

fn changed(weight: Weight) -> bool {
    weight == Weight::Substantive
}

/// Where nothing changed at all, all is shown: then it is no longer a matter of what stands beside a
/// change.
fn stretches<'s, T>(
    list: &'s [T],
    shown: &[bool],
    least: usize,
    words: impl Fn(&T) -> usize,
) -> Vec<Stretch<'s, T>> {
    if !shown.contains(&true) {
        return list.iter().map(Stretch::Shown).collect();
    }
    let mut stretches = Vec::new();
    let mut at = 0;
    while at < list.len() {
        let quiet = shown[at..].iter().take_while(|shown| !**shown).count();
        let own = &list[at..at + quiet];
        if quiet >= least || own.iter().map(&words).sum::<usize>() >= LONG {
            if quiet > 0 {
                stretches.push(Stretch::Quiet(own));
            }
        } else {
            stretches.extend(own.iter().map(Stretch::Shown));
        }
        stretches.extend(list.get(at + quiet).map(Stretch::Shown));
        at += quiet + 1;
    }
    stretches
}

fn block_words(block: &Block) -> usize {
    words_of(std::slice::from_ref(block))
}

fn words_of(list: &[Block]) -> usize {
    let proses = Entry::proses_of(list).into_iter();
    proses.map(Prose::word_count).sum()
}
