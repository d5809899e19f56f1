use serde::Serialize;

use crate::align::Fate;
use crate::facts::Looks;
use crate::redline::{
    Block, Cell, Content, Entry, Item, Piece, Prose, Rank, Row, Side, Stands, Table, Weight,
};

#[derive(Serialize)]
pub(super) struct EntryOut<'a> {
    fate: &'static str,
    weight: &'static str,
    old: Option<SideOut<'a>>,
    new: Option<SideOut<'a>>,
    kin: Vec<SideOut<'a>>,
    heading: Option<Vec<PieceOut<'a>>>,
    blocks: Vec<BlockOut<'a>>,
}

#[derive(Serialize)]
pub(super) struct SideOut<'a> {
    kind: &'static str,
    depth: usize,
    address: Option<&'a str>,
    number: Option<&'a str>,
    glued: bool,
    name: Option<&'a str>,
    heading: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum PieceOut<'a> {
    Equal {
        text: &'a str,
    },
    Cosmetic {
        old: &'a str,
        new: &'a str,
    },
    Relinked {
        text: &'a str,
        old: Option<&'a str>,
        new: Option<&'a str>,
    },
    Restyled {
        text: &'a str,
        old: Vec<&'static str>,
        new: Vec<&'static str>,
    },
    Renumbered {
        old: &'a str,
        new: &'a str,
    },
    Deleted {
        text: &'a str,
    },
    Inserted {
        text: &'a str,
    },
    MovedAway {
        text: &'a str,
    },
    MovedHere {
        text: &'a str,
    },
}

#[derive(Serialize)]
struct BlockOut<'a> {
    stands: &'static str,
    #[serde(flatten)]
    content: ContentOut<'a>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum ContentOut<'a> {
    Paragraph {
        words: Vec<PieceOut<'a>>,
    },
    Subheading {
        level: u8,
        words: Vec<PieceOut<'a>>,
    },
    List {
        items: Vec<ItemOut<'a>>,
    },
    Table {
        columns: Vec<ColumnOut>,
        rows: Vec<RowOut<'a>>,
    },
    Form {
        blocks: Vec<BlockOut<'a>>,
    },
    Ends {
        left: Vec<PieceOut<'a>>,
        right: Vec<PieceOut<'a>>,
    },
    Code {
        language: Option<&'a str>,
        words: Vec<PieceOut<'a>>,
    },
}

#[derive(Serialize)]
struct ItemOut<'a> {
    old: Option<usize>,
    new: Option<usize>,
    moved: bool,
    old_marker: Option<&'a str>,
    new_marker: Option<&'a str>,
    blocks: Vec<BlockOut<'a>>,
}

#[derive(Serialize)]
struct ColumnOut {
    old: Option<usize>,
    new: Option<usize>,
}

#[derive(Serialize)]
struct RowOut<'a> {
    old: Option<usize>,
    new: Option<usize>,
    moved: bool,
    cells: Vec<Option<CellOut<'a>>>,
}

#[derive(Serialize)]
struct CellOut<'a> {
    stands: &'static str,
    blocks: Vec<BlockOut<'a>>,
}

pub(super) fn entry(entry: &Entry, all: bool) -> EntryOut<'_> {
    let shown = all || entry.weight != Weight::Unchanged;
    EntryOut {
        fate: match entry.fate {
            Fate::Kept => "kept",
            Fate::Renumbered => "renumbered",
            Fate::Moved => "moved",
            Fate::Split => "split",
            Fate::Merged => "merged",
            Fate::Added => "added",
            Fate::Removed => "removed",
        },
        weight: match entry.weight {
            Weight::Unchanged => "unchanged",
            Weight::Cosmetic => "cosmetic",
            Weight::Substantive => "substantive",
        },
        old: entry.old.as_ref().map(side),
        new: entry.new.as_ref().map(side),
        kin: entry.kin.iter().map(side).collect(),
        heading: entry.heading.as_ref().filter(|_| shown).map(pieces),
        blocks: match shown {
            true => blocks(&entry.blocks),
            false => Vec::new(),
        },
    }
}

pub(super) fn side(side: &Side) -> SideOut<'_> {
    SideOut {
        kind: match side.rank {
            Rank::Title => "title",
            Rank::Annex => "annex",
            Rank::Section => "section",
            Rank::Clause => "clause",
        },
        depth: side.depth,
        address: side.address.as_deref(),
        number: side.number.as_deref(),
        glued: side.glued,
        name: side.name.as_deref(),
        heading: side.heading.as_deref(),
    }
}

fn stands(stands: Stands) -> &'static str {
    match stands {
        Stands::InBoth => "both",
        Stands::InOld => "old",
        Stands::InNew => "new",
    }
}

fn pieces(prose: &Prose) -> Vec<PieceOut<'_>> {
    prose.pieces.iter().map(piece).collect()
}

fn piece(piece: &Piece) -> PieceOut<'_> {
    match piece {
        Piece::Equal(text) => PieceOut::Equal { text },
        Piece::Cosmetic { old, new } => PieceOut::Cosmetic { old, new },
        Piece::Relinked { words, old, new } => PieceOut::Relinked {
            text: words,
            old: old.as_deref(),
            new: new.as_deref(),
        },
        Piece::Restyled { words, old, new } => PieceOut::Restyled {
            text: words,
            old: looks(*old),
            new: looks(*new),
        },
        Piece::Renumbered { old, new } => PieceOut::Renumbered { old, new },
        Piece::Deleted(text) => PieceOut::Deleted { text },
        Piece::Inserted(text) => PieceOut::Inserted { text },
        Piece::MovedAway(text) => PieceOut::MovedAway { text },
        Piece::MovedHere(text) => PieceOut::MovedHere { text },
    }
}

fn looks(looks: Looks) -> Vec<&'static str> {
    let all = [
        (looks.bold, "bold"),
        (looks.italics, "italics"),
        (looks.typewriter, "typewriter"),
    ];
    let own = all.into_iter().filter(|(has, _)| *has);
    own.map(|(_, name)| name).collect()
}

fn blocks(list: &[Block]) -> Vec<BlockOut<'_>> {
    let list = list.iter().map(|block| BlockOut {
        stands: stands(block.stands),
        content: content(&block.content),
    });
    list.collect()
}

fn content(content: &Content) -> ContentOut<'_> {
    match content {
        Content::Paragraph(words) => ContentOut::Paragraph {
            words: pieces(words),
        },
        Content::Subheading { level, words } => ContentOut::Subheading {
            level: *level,
            words: pieces(words),
        },
        Content::List(items) => ContentOut::List {
            items: items.iter().map(item).collect(),
        },
        Content::Table(own) => table(own),
        Content::Form(list) => ContentOut::Form {
            blocks: blocks(list),
        },
        Content::Ends { left, right } => ContentOut::Ends {
            left: pieces(left),
            right: pieces(right),
        },
        Content::Code { language, code } => ContentOut::Code {
            language: language.as_deref(),
            words: pieces(code),
        },
    }
}

fn item(item: &Item) -> ItemOut<'_> {
    ItemOut {
        old: item.old,
        new: item.new,
        moved: item.moved,
        old_marker: item.old_marker.as_deref(),
        new_marker: item.new_marker.as_deref(),
        blocks: blocks(&item.blocks),
    }
}

fn table(table: &Table) -> ContentOut<'_> {
    let columns = table.columns.iter().map(|column| ColumnOut {
        old: column.old,
        new: column.new,
    });
    ContentOut::Table {
        columns: columns.collect(),
        rows: table.rows.iter().map(row).collect(),
    }
}

fn row(row: &Row) -> RowOut<'_> {
    let cells = row.cells.iter();
    RowOut {
        old: row.old,
        new: row.new,
        moved: row.moved,
        cells: cells.map(|own| own.as_ref().map(cell)).collect(),
    }
}

fn cell(cell: &Cell) -> CellOut<'_> {
    CellOut {
        stands: stands(cell.stands),
        blocks: blocks(&cell.blocks),
    }
}
