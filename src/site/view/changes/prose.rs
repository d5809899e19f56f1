use serde::Serialize;

use crate::facts::Looks;
use crate::redline::{Block, Content, Piece, Prose, WordStretch};
use crate::site::html::{escape, plain_html};

/// Words of both texts, piece by piece.
pub(super) type ProseView = Vec<PieceView>;

/// Some words, as HTML, and in which of the texts they stand.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum PieceView {
    /// In both; or marked as a whole by what holds them.
    Plain { html: String },
    /// In both, typed in another way.
    Typing { old: String, new: String },
    /// In both, as links that lead elsewhere.
    Relinked {
        html: String,
        old: Option<String>,
        new: Option<String>,
    },
    /// Sentences that may be passed over.
    Quiet { count: usize, pieces: ProseView },
    /// In the old text.
    Deleted { html: String, moved: bool },
    /// In the new text.
    Inserted { html: String, moved: bool },
}

/// How words are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Marked piece by piece.
    Marked,
    /// Unmarked: what holds them is marked as a whole.
    Whole,
}

/// The view of some words.
pub(super) fn prose(prose: &Prose, shown: Shown) -> ProseView {
    views(prose, shown, plain_html)
}

/// The view of code, whose line ends stay as they are.
pub(super) fn code(code: &Prose, shown: Shown) -> ProseView {
    views(code, shown, escape)
}

fn views(prose: &Prose, shown: Shown, html: fn(&str) -> String) -> ProseView {
    let mut views = Vec::new();
    if shown == Shown::Whole {
        pieces(&prose.pieces, shown, html, &mut views);
        return views;
    }
    for stretch in prose.stretches() {
        match stretch {
            WordStretch::Shown(piece) => pieces(&[piece], shown, html, &mut views),
            WordStretch::Quiet {
                sentences,
                pieces: own,
            } => {
                let mut inner = Vec::new();
                pieces(&own, shown, html, &mut inner);
                views.push(PieceView::Quiet {
                    count: sentences,
                    pieces: inner,
                });
            }
        }
    }
    views
}

fn pieces(list: &[Piece], shown: Shown, html: fn(&str) -> String, views: &mut ProseView) {
    for piece in list {
        match piece {
            // As that of a clause, the number is marked where it changed.
            Piece::Renumbered { old, new } => {
                for piece in [Piece::Deleted(old.clone()), Piece::Inserted(new.clone())] {
                    views.push(view(&piece, Shown::Marked, html));
                }
            }
            piece => views.push(view(piece, shown, html)),
        }
    }
}

/// Words as they stand out in one of the texts.
fn styled(html: String, looks: Looks) -> String {
    let marks = [
        (looks.typewriter, "code"),
        (looks.italics, "em"),
        (looks.bold, "strong"),
    ];
    let marks = marks.iter().filter(|(has, _)| *has);
    marks.fold(html, |html, (_, mark)| format!("<{mark}>{html}</{mark}>"))
}

fn view(piece: &Piece, shown: Shown, html: fn(&str) -> String) -> PieceView {
    let (words, moved) = match piece {
        Piece::Equal(words) => return PieceView::Plain { html: html(words) },
        Piece::Cosmetic { old, new } => {
            return PieceView::Typing {
                old: html(old),
                new: html(new),
            };
        }
        Piece::Restyled { words, old, new } => {
            return PieceView::Typing {
                old: styled(html(words), *old),
                new: styled(html(words), *new),
            };
        }
        Piece::Renumbered { new, .. } => return PieceView::Plain { html: html(new) },
        Piece::Relinked { words, old, new } => {
            return PieceView::Relinked {
                html: html(words),
                old: old.clone(),
                new: new.clone(),
            };
        }
        Piece::Deleted(words) | Piece::Inserted(words) => (html(words), false),
        Piece::MovedAway(words) | Piece::MovedHere(words) => (html(words), true),
    };
    match (shown, piece) {
        (Shown::Whole, _) => PieceView::Plain { html: words },
        (_, Piece::Deleted(_) | Piece::MovedAway(_)) => PieceView::Deleted { html: words, moved },
        _ => PieceView::Inserted { html: words, moved },
    }
}

/// Whether words of some blocks went to another unit or came from one; these are marked apart.
pub(super) fn moves(blocks: &[Block]) -> bool {
    let moved = |prose: &Prose| {
        let mut pieces = prose.pieces.iter();
        pieces.any(|piece| matches!(piece, Piece::MovedAway(_) | Piece::MovedHere(_)))
    };
    blocks.iter().any(|block| match &block.content {
        Content::Paragraph(words)
        | Content::Subheading { words, .. }
        | Content::Code { code: words, .. } => moved(words),
        Content::Ends { left, right } => moved(left) || moved(right),
        Content::Form(list) => moves(list),
        Content::List(items) => items.iter().any(|item| moves(&item.blocks)),
        Content::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells).flatten();
            cells.into_iter().any(|cell| moves(&cell.blocks))
        }
    })
}
