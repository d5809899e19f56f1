use super::line::Line;
use super::sentences::prose;
use super::tree::{Node, bag};
use super::{Block, Content, Piece, Prose, Stands};
use crate::align::{Bag, Matching, Vocabulary, reading_order, same_in_order};

/// What became of the blocks of a unit, an item, a cell or a form.
pub(super) fn blocks(old: &[Node<'_>], new: &[Node<'_>], words: &mut Vocabulary) -> Vec<Block> {
    let pairs = block_pairs(old, new, words);
    let mut blocks = Vec::new();
    let (mut a, mut b) = (0, 0);
    for &(own, other) in pairs.iter().chain(std::iter::once(&(old.len(), new.len()))) {
        let left = old.get(a..own).unwrap_or_default();
        let came = new.get(b..other).unwrap_or_default();
        blocks.extend(left.iter().map(|node| block(Some(node), None, words)));
        blocks.extend(came.iter().map(|node| block(None, Some(node), words)));
        if let (Some(own), Some(other)) = (old.get(own), new.get(other)) {
            blocks.push(block(Some(own), Some(other), words));
        }
        (a, b) = (own + 1, other + 1);
    }
    blocks
}

/// Which blocks are which, in order.
fn block_pairs(old: &[Node<'_>], new: &[Node<'_>], words: &mut Vocabulary) -> Vec<(usize, usize)> {
    if old == new {
        return Matching::same(old.len()).pairs().collect();
    }
    let own: Vec<Bag> = old.iter().map(|node| node_bag(node, words)).collect();
    let other: Vec<Bag> = new.iter().map(|node| node_bag(node, words)).collect();
    let (own, other): (Vec<&Bag>, Vec<&Bag>) = (own.iter().collect(), other.iter().collect());
    let mut matching = Matching::new(old.len(), new.len());
    let kind = |node: &Node<'_>| -> String {
        match node {
            Node::Paragraph(_) => "paragraph".to_owned(),
            Node::Subheading(level, _) => format!("subheading {level}"),
            Node::List(_) => "list".to_owned(),
            Node::Table(_) => "table".to_owned(),
            Node::Form(_) => "form".to_owned(),
            Node::Ends(..) => "ends".to_owned(),
            Node::Code(language, _) => format!("code {}", language.unwrap_or_default()),
        }
    };
    let mut number = |node: &Node<'_>| words.number(&kind(node));
    let own_kinds: Vec<u32> = old.iter().map(&mut number).collect();
    let other_kinds: Vec<u32> = new.iter().map(&mut number).collect();
    matching.equal(&own, &other);
    matching.keep(|a, b| own_kinds[a] == other_kinds[b]);
    matching.alike(&own, &other, |_, _| 0);
    matching.keep(|a, b| own_kinds[a] == other_kinds[b]);
    matching.keep_in_order(|a, b| (own[a].words.len() + other[b].words.len()) as u64 + 1);
    matching.fill(&own_kinds, &other_kinds);
    matching.pairs().collect()
}

fn node_bag(node: &Node<'_>, words: &mut Vocabulary) -> Bag {
    bag(std::slice::from_ref(node), words)
}

/// A block of the old text, of the new one, or of both; both are of one kind.
fn block(old: Option<&Node<'_>>, new: Option<&Node<'_>>, words: &mut Vocabulary) -> Block {
    let stands = Stands::of(old, new);
    let content = match (old.or(new), new.or(old)) {
        (Some(Node::Paragraph(own)), Some(Node::Paragraph(other))) => {
            Content::Paragraph(line(own, other, stands, words))
        }
        (Some(Node::Subheading(level, own)), Some(Node::Subheading(_, other))) => {
            Content::Subheading {
                level: *level,
                words: line(own, other, stands, words),
            }
        }
        (Some(Node::Ends(left, right)), Some(Node::Ends(left_new, right_new))) => Content::Ends {
            left: line(left, left_new, stands, words),
            right: line(right, right_new, stands, words),
        },
        (Some(Node::List(own)), Some(Node::List(other))) => {
            Content::List(super::items::items(side(own, old), side(other, new), words))
        }
        (Some(Node::Table(own)), Some(Node::Table(other))) => Content::Table(super::tables::table(
            side(own, old),
            side(other, new),
            words,
        )),
        (Some(Node::Form(own)), Some(Node::Form(other))) => {
            Content::Form(blocks(side(own, old), side(other, new), words))
        }
        (Some(Node::Code(language, own)), Some(Node::Code(_, other))) => Content::Code {
            language: language.map(str::to_owned),
            code: code(own, other, stands, words),
        },
        _ => Content::Form(Vec::new()),
    };
    Block { stands, content }
}

/// The parts of a block; none where the text has not the block.
fn side<'n, T>(parts: &'n [T], node: Option<&Node<'_>>) -> &'n [T] {
    node.map_or(&[], |_| parts)
}

/// The words of a line.
pub(super) fn line(
    old: &Line<'_>,
    new: &Line<'_>,
    stands: Stands,
    words: &mut Vocabulary,
) -> Prose {
    match stands {
        Stands::InBoth => prose(old, new, words),
        Stands::InOld => Prose::one(Piece::Deleted(old.text.to_owned())),
        Stands::InNew => Prose::one(Piece::Inserted(new.text.to_owned())),
    }
}

/// Code, line by line.
fn code(old: &str, new: &str, stands: Stands, words: &mut Vocabulary) -> Prose {
    let lines = |code: &str, has| -> Vec<String> {
        let lines = if has { code } else { "" };
        lines.split_inclusive('\n').map(str::to_owned).collect()
    };
    let own = lines(old, stands != Stands::InNew);
    let other = lines(new, stands != Stands::InOld);
    let keys: Vec<u32> = own.iter().map(|line| words.number(line)).collect();
    let other_keys: Vec<u32> = other.iter().map(|line| words.number(line)).collect();
    let same = same_in_order(&keys, &other_keys);
    let mut prose = Prose::default();
    let (mut a, mut b) = (0, 0);
    for &(to, until) in same
        .iter()
        .chain(std::iter::once(&(own.len(), other.len())))
    {
        for line in own.get(a..to).unwrap_or_default() {
            prose.push(Piece::Deleted(line.clone()));
        }
        for line in other.get(b..until).unwrap_or_default() {
            prose.push(Piece::Inserted(line.clone()));
        }
        if let Some(line) = own.get(to) {
            prose.push(Piece::Equal(line.clone()));
        }
        (a, b) = (to + 1, until + 1);
    }
    prose
}

/// The same in reading order.
pub(super) fn arranged<T>(
    list: Vec<T>,
    places: impl Fn(&T) -> (Option<usize>, Option<usize>, bool),
) -> Vec<T> {
    let things: Vec<_> = list.iter().map(places).collect();
    let mut list: Vec<Option<T>> = list.into_iter().map(Some).collect();
    let order = reading_order(&things).into_iter();
    order.filter_map(|at| list.get_mut(at)?.take()).collect()
}

impl Prose {
    /// One piece.
    pub(super) fn one(piece: Piece) -> Self {
        let mut prose = Self::default();
        prose.push(piece);
        prose
    }
}
