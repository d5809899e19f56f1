use serde::Serialize;

use super::prose::{ProseView, Shown, code, moves, prose};
use super::table::{TableView, table};
use crate::redline::quiet::{self, Stretch};
use crate::redline::{Block, Content, Item, Stands};

/// A block of both texts or of one of them.
#[derive(Debug, Serialize)]
pub(super) struct BlockView {
    /// How it is marked as a whole.
    whole: Option<Whole>,
    #[serde(flatten)]
    content: ContentView,
}

/// How something is marked as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Whole {
    /// It stands in the new text alone.
    Inserted,
    /// It stands in the old text alone.
    Deleted,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum ContentView {
    Paragraph {
        prose: ProseView,
    },
    Heading {
        level: u8,
        prose: ProseView,
    },
    List {
        typed: bool,
        stretches: Vec<ItemStretch>,
    },
    Table(TableView),
    Form {
        blocks: Vec<BlockView>,
    },
    Ends {
        left: ProseView,
        right: ProseView,
    },
    /// Blocks that may be passed over.
    Quiet {
        count: usize,
        blocks: Vec<BlockView>,
    },
    Code {
        language: Option<String>,
        prose: ProseView,
    },
}

/// Items one after the other.
#[derive(Debug, Serialize)]
struct ItemStretch {
    /// How many they are, when they may be passed over.
    quiet: Option<usize>,
    items: Vec<ItemView>,
}

#[derive(Debug, Serialize)]
struct ItemView {
    whole: Option<Whole>,
    moved: bool,
    /// The marker of the old text, where the new one has another.
    old_marker: Option<String>,
    marker: Option<String>,
    blocks: Vec<BlockView>,
}

impl Whole {
    /// How something that stands in one of the texts is marked as a whole. Where words of it were
    /// only moved they are marked piece by piece instead, and inside of what is marked nothing is.
    pub(super) fn of(stands: Stands, blocks: &[Block], shown: Shown) -> Option<Self> {
        if shown == Shown::Whole || moves(blocks) {
            return None;
        }
        match stands {
            Stands::InBoth => None,
            Stands::InOld => Some(Self::Deleted),
            Stands::InNew => Some(Self::Inserted),
        }
    }
}

impl Shown {
    /// How words are shown inside of something that may be marked as a whole.
    pub(super) fn inside(self, whole: Option<Whole>) -> Self {
        match whole {
            Some(_) => Self::Whole,
            None => self,
        }
    }
}

/// The views of some blocks.
pub(super) fn blocks(list: &[Block], shown: Shown) -> Vec<BlockView> {
    let stretches = match shown {
        Shown::Marked => quiet::blocks(list),
        Shown::Whole => list.iter().map(Stretch::Shown).collect(),
    };
    let views = stretches.into_iter().map(|stretch| match stretch {
        Stretch::Shown(block) => view(block, shown),
        Stretch::Quiet(list) => BlockView {
            whole: None,
            content: ContentView::Quiet {
                count: quiet::lines(list),
                blocks: list.iter().map(|block| view(block, shown)).collect(),
            },
        },
    });
    views.collect()
}

fn view(block: &Block, shown: Shown) -> BlockView {
    let whole = Whole::of(block.stands, std::slice::from_ref(block), shown);
    let shown = shown.inside(whole);
    let content = match &block.content {
        Content::Paragraph(words) => ContentView::Paragraph {
            prose: prose(words, shown),
        },
        Content::Subheading { level, words } => ContentView::Heading {
            level: (*level).max(3),
            prose: prose(words, shown),
        },
        Content::List(items) => ContentView::List {
            typed: items
                .iter()
                .any(|item| item.old_marker.is_some() || item.new_marker.is_some()),
            stretches: item_stretches(items, shown),
        },
        Content::Table(own) => ContentView::Table(table(own, shown)),
        Content::Form(list) => ContentView::Form {
            blocks: blocks(list, shown),
        },
        Content::Ends { left, right } => ContentView::Ends {
            left: prose(left, shown),
            right: prose(right, shown),
        },
        Content::Code {
            language,
            code: words,
        } => ContentView::Code {
            language: language.clone(),
            prose: code(words, shown),
        },
    };
    BlockView { whole, content }
}

/// From how many items in a row on these may be passed over.
const ITEMS: usize = 3;

fn item_stretches(list: &[Item], shown: Shown) -> Vec<ItemStretch> {
    let stretches = match shown {
        Shown::Marked => quiet::items(list, ITEMS),
        Shown::Whole => list.iter().map(Stretch::Shown).collect(),
    };
    let views = stretches.into_iter().map(|stretch| match stretch {
        Stretch::Shown(own) => ItemStretch {
            quiet: None,
            items: vec![item(own, shown)],
        },
        Stretch::Quiet(list) => ItemStretch {
            quiet: Some(list.len()),
            items: list.iter().map(|own| item(own, shown)).collect(),
        },
    });
    views.collect()
}

fn item(item: &Item, shown: Shown) -> ItemView {
    let stands = match (item.old, item.new) {
        (Some(_), None) => Stands::InOld,
        (None, Some(_)) => Stands::InNew,
        _ => Stands::InBoth,
    };
    let whole = Whole::of(stands, &item.blocks, shown);
    let marker = item.new_marker.as_ref().or(item.old_marker.as_ref());
    let another = item.old_marker.as_ref() != marker;
    ItemView {
        whole,
        moved: item.moved,
        old_marker: item.old_marker.clone().filter(|_| another),
        marker: marker.cloned(),
        blocks: blocks(&item.blocks, shown.inside(whole)),
    }
}
