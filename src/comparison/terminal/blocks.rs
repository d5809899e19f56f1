use super::ink::Ink;
use super::paper::{Paper, ink};
use super::tables::table;
use crate::redline::{Block, Content, Item, Weight};

/// The blocks of a unit, an item or a cell.
pub(super) fn blocks(list: &[Block], indent: usize, paper: &mut Paper) {
    for block in list {
        self::block(block, indent, "", paper);
    }
}

/// A block with a sign before its first line.
pub(super) fn block(block: &Block, indent: usize, sign: &str, paper: &mut Paper) {
    match &block.content {
        Content::Paragraph(prose)
        | Content::Subheading { words: prose, .. }
        | Content::Code { code: prose, .. } => {
            let words = paper.prose(prose);
            paper.words(indent, sign, &words);
        }
        Content::Ends { left, right } => {
            let mut words = paper.prose(left);
            words.push(ink(" | ", Ink::Plain));
            words.extend(paper.prose(right));
            paper.words(indent, sign, &words);
        }
        Content::Form(list) => blocks(list, indent, paper),
        Content::List(items) => self::items(items, indent, paper),
        Content::Table(own) => table(own, indent, paper),
    }
}

/// The items of a list. Of those that stayed as they were, more than one in a row are folded, unless
/// the order changed.
fn items(list: &[Item], indent: usize, paper: &mut Paper) {
    let shown = |item: &Item| item.weight() == Weight::Substantive || paper.shows_all();
    let fold = list.iter().any(shown) && !list.iter().any(|item| item.moved);
    let mut at = 0;
    while let Some(own) = list.get(at) {
        let rest = list.get(at..).unwrap_or_default();
        let same = rest
            .iter()
            .take_while(|item| fold && item.weight() != Weight::Substantive)
            .count();
        if same > 1 && !paper.shows_all() {
            paper.words(
                indent,
                "",
                &[ink(&format!("… {same} items unchanged …"), Ink::Faint)],
            );
            at += same;
            continue;
        }
        item(own, indent, paper);
        at += 1;
    }
}

fn item(item: &Item, indent: usize, paper: &mut Paper) {
    let marker = item.new_marker.as_deref().or(item.old_marker.as_deref());
    let mut sign = format!("{} ", marker.unwrap_or("–"));
    if item.moved {
        sign.push_str("(moved) ");
    }
    let inner = indent + unicode_width::UnicodeWidthStr::width(marker.unwrap_or("–")) + 1;
    for (at, own) in item.blocks.iter().enumerate() {
        match at {
            0 => block(own, indent, &sign, paper),
            _ => block(own, inner, "", paper),
        }
    }
}
