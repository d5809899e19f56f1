//! A redline as it is shown in the documents of cases.
//!
//! `[-deleted-]`, `{+inserted+}`, `[<moved away<]`, `{>moved here>}`, `{~old|new~}` for what was only
//! typed in another way, `{@words|old address|new address@}`, `{*words|old looks|new looks*}`, and
//! `{#old|new#}` for the number of an annex in its heading.

use std::fmt::Write as _;

use tarmaq::facts::{Facts, Looks};
use tarmaq::redline::{
    Block, Content, Entry, FactChange, Piece, Prose, Redline, Side, Stands, Stated, Summary, Weight,
};

use crate::visible::visible;

/// The units in which anything changed.
pub(crate) fn dump(redline: &Redline) -> String {
    let mut out = String::new();
    for entry in &redline.entries {
        let kept = entry.fate == tarmaq::align::Fate::Kept;
        if !kept || entry.weight != Weight::Unchanged {
            show_entry(entry, &mut out);
        }
    }
    out
}

fn show_entry(entry: &Entry, out: &mut String) {
    let (old, new) = (label(entry.old.as_ref()), label(entry.new.as_ref()));
    let label = match (&entry.old, &entry.new) {
        (Some(_), Some(_)) if old == new => new,
        (Some(_), Some(_)) => format!("{old} → {new}"),
        (Some(_), None) => old,
        _ => new,
    };
    let fate = format!("{:?}", entry.fate).to_lowercase();
    let _ = write!(out, "{label}: {fate}");
    if !entry.kin.is_empty() {
        let kin: Vec<String> = entry
            .kin
            .iter()
            .map(|side| self::label(Some(side)))
            .collect();
        let _ = write!(out, " ({})", kin.join(", "));
    }
    match entry.weight {
        Weight::Unchanged => out.push_str(", unchanged"),
        Weight::Cosmetic => out.push_str(", cosmetic"),
        Weight::Substantive => {}
    }
    if entry.number_is_retyped() {
        let typed = |side: &Option<Side>| {
            let side = side.as_ref().expect("both texts have it");
            let space = if side.glued { "" } else { " " };
            format!("{}{space}", side.number.as_deref().unwrap_or(""))
        };
        let (old, new) = (typed(&entry.old), typed(&entry.new));
        let _ = write!(out, ", number typed {{~{old}|{new}~}}");
    }
    out.push('\n');
    if entry.weight == Weight::Unchanged {
        return;
    }
    if let Some(heading) = &entry.heading {
        let _ = writeln!(out, "  # {}", words(heading));
    }
    show_blocks(&entry.blocks, 1, out);
}

fn label(side: Option<&Side>) -> String {
    side.map_or(String::new(), |side| match &side.address {
        Some(address) => address.clone(),
        None => "title".to_owned(),
    })
}

fn show_blocks(blocks: &[Block], depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    for block in blocks {
        let sign = match block.stands {
            Stands::InBoth => "",
            Stands::InOld => "[-] ",
            Stands::InNew => "{+} ",
        };
        match &block.content {
            Content::Paragraph(prose) => {
                let _ = writeln!(out, "{indent}{sign}{}", words(prose));
            }
            Content::Subheading {
                level,
                words: prose,
            } => {
                let _ = writeln!(
                    out,
                    "{indent}{sign}{} {}",
                    "#".repeat((*level).into()),
                    words(prose)
                );
            }
            Content::Ends { left, right } => {
                let _ = writeln!(out, "{indent}{sign}{} <> {}", words(left), words(right));
            }
            Content::Code { code, .. } => {
                let _ = writeln!(out, "{indent}{sign}`{}`", words(code));
            }
            Content::Form(blocks) => {
                let _ = writeln!(out, "{indent}{sign}form");
                show_blocks(blocks, depth + 1, out);
            }
            Content::List(items) => {
                if !sign.is_empty() {
                    let _ = writeln!(out, "{indent}{sign}list");
                }
                for item in items {
                    let moved = if item.moved { " moved" } else { "" };
                    let sign = Stands2(item.old, item.new).sign();
                    let marker = match (&item.old_marker, &item.new_marker) {
                        (None, None) => String::new(),
                        (old, new) if old == new => format!(" {}", new.as_deref().unwrap_or("")),
                        (old, new) => format!(
                            " {} → {}",
                            old.as_deref().unwrap_or(""),
                            new.as_deref().unwrap_or("")
                        ),
                    };
                    let _ = writeln!(out, "{indent}-{sign}{moved}{marker}");
                    show_blocks(&item.blocks, depth + 1, out);
                }
            }
            Content::Table(table) => {
                for row in &table.rows {
                    let moved = if row.moved { " moved" } else { "" };
                    let sign = Stands2(row.old, row.new).sign();
                    let _ = writeln!(out, "{indent}row{sign}{moved}");
                    for cell in &row.cells {
                        let Some(cell) = cell else {
                            let _ = writeln!(out, "{indent}  | no cell");
                            continue;
                        };
                        let sign = match cell.stands {
                            Stands::InBoth => "",
                            Stands::InOld => " [-]",
                            Stands::InNew => " {+}",
                        };
                        let _ = writeln!(out, "{indent}  |{sign}");
                        show_blocks(&cell.blocks, depth + 2, out);
                    }
                }
            }
        }
    }
}

struct Stands2(Option<usize>, Option<usize>);

impl Stands2 {
    fn sign(&self) -> &'static str {
        match (self.0, self.1) {
            (Some(_), None) => " [-]",
            (None, Some(_)) => " {+}",
            _ => "",
        }
    }
}

fn words(prose: &Prose) -> String {
    let mut out = String::new();
    for piece in &prose.pieces {
        let _ = match piece {
            Piece::Equal(words) => write!(out, "{}", visible(words)),
            Piece::Cosmetic { old, new } => write!(out, "{{~{}|{}~}}", visible(old), visible(new)),
            Piece::Relinked { words, old, new } => {
                let [old, new] = [old, new].map(|target| target.as_deref().unwrap_or("none"));
                write!(out, "{{@{}|{old}|{new}@}}", visible(words))
            }
            Piece::Restyled { words, old, new } => {
                let [old, new] = [old, new].map(looks);
                write!(out, "{{*{}|{old}|{new}*}}", visible(words))
            }
            Piece::Renumbered { old, new } => write!(out, "{{#{old}|{new}#}}"),
            Piece::Deleted(words) => write!(out, "[-{}-]", visible(words)),
            Piece::Inserted(words) => write!(out, "{{+{}+}}", visible(words)),
            Piece::MovedAway(words) => write!(out, "[<{}<]", visible(words)),
            Piece::MovedHere(words) => write!(out, "{{>{}>}}", visible(words)),
        };
    }
    out
}

/// How words stand out.
fn looks(looks: &Looks) -> String {
    let all = [
        (looks.bold, "bold"),
        (looks.italics, "italics"),
        (looks.typewriter, "typewriter"),
    ];
    let own = all.iter().filter(|(has, _)| *has).map(|(_, name)| *name);
    let own: Vec<&str> = own.collect();
    if own.is_empty() {
        return "plain".to_owned();
    }
    own.join(" ")
}

/// The counts that are not none, and the values that left and came.
pub(crate) fn summary(redline: &Redline, old: &Facts<'_>, new: &Facts<'_>) -> String {
    let summary = Summary::of(redline, old, new);
    let counts = [
        ("added", summary.added),
        ("removed", summary.removed),
        ("changed", summary.changed),
        ("moved", summary.moved),
        ("renumbered", summary.renumbered),
        ("split", summary.split),
        ("merged", summary.merged),
        ("cosmetic", summary.cosmetic),
        ("unchanged", summary.unchanged),
    ];
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(what, count)| format!("{count} {what}"))
        .collect();
    let mut out = format!("{}\n", counts.join(", "));
    for change in &summary.facts {
        show_fact(change, redline, &mut out);
    }
    out
}

fn show_fact(change: &FactChange, redline: &Redline, out: &mut String) {
    let entry = &redline.entries[change.entry];
    let at = label(entry.new.as_ref().or(entry.old.as_ref()));
    let kind = format!("{:?}", change.kind).to_lowercase();
    let told = |stated: &Option<Stated>| match stated {
        Some(stated) => format!("“{}” (… {})", stated.words, stated.before),
        None => "none".to_owned(),
    };
    let _ = writeln!(
        out,
        "{at} {kind}: {} → {}",
        told(&change.old),
        told(&change.new)
    );
}
