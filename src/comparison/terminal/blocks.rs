use super::ink::Ink;
use super::paper::{Paper, ink};
use super::tables::table;
use crate::redline::quiet::{self, Stretch};
use crate::redline::{Block, Content, Item};

/// The blocks of a unit, an item or a cell.
pub(super) fn blocks(list: &[Block], indent: usize, paper: &mut Paper) {
    if paper.shows_all() {
        list.iter().for_each(|own| block(own, indent, "", paper));
        return;
    }
    for stretch in quiet::blocks(list) {
        match stretch {
            Stretch::Shown(own) => block(own, indent, "", paper),
            Stretch::Quiet(own) => paper.quiet(indent, quiet::lines(own), "paragraph"),
        }
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
    if paper.shows_all() {
        list.iter().for_each(|own| item(own, indent, paper));
        return;
    }
    for stretch in quiet::items(list, 2) {
        match stretch {
            Stretch::Shown(own) => item(own, indent, paper),
            Stretch::Quiet(own) => paper.quiet(indent, own.len(), "item"),
        }
    }
}

fn item(item: &Item, indent: usize, paper: &mut Paper) {
    let marker = item.new_marker.as_deref().or(item.old_marker.as_deref());
    let mut sign = format!("{} ", marker.unwrap_or("–"));
    if item.moved {
        sign.push_str("(moved) ");
    }
    let inner = indent + unicode_width::UnicodeWidthStr::width(marker.unwrap_or("–")) + 1;
    if let Some((first, rest)) = item.blocks.split_first() {
        block(first, indent, &sign, paper);
        blocks(rest, inner, paper);
    }
}
