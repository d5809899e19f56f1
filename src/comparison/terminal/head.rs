use unicode_width::UnicodeWidthStr as _;

use super::entries::{label, label_of};
use super::ink::Ink;
use super::paper::{Paper, ink};
use crate::comparison::{Compared, Comparison, Head};
use crate::model::State;
use crate::redline::{FactChange, Weight};

/// What is compared.
pub(super) fn editions(comparison: &Comparison, paper: &mut Paper) {
    let (from, to) = (&comparison.from, &comparison.to);
    let title = format!(
        "{}: edition {} → edition {}",
        comparison.policy, from.number, to.number
    );
    paper.words(0, "", &[ink(&title, Ink::Strong)]);
    let width = from.number.width().max(to.number.width());
    for head in [from, to] {
        let fill = " ".repeat(width - head.number.width());
        paper.line(2, &format!("{}{fill}  {}", head.number, told(head)));
    }
}

fn told(head: &Head) -> String {
    let mut told = match &head.order {
        Some(order) => {
            let date = order.date.map(|date| date.to_string());
            let date = date.as_deref().unwrap_or("a day that cannot be read");
            format!("order {} of {date}", order.number)
        }
        None => "no order yet".to_owned(),
    };
    let state = match head.state {
        State::Draft => "a draft",
        State::Upcoming => "not in force yet",
        State::InForce => "in force",
        State::Superseded => "superseded",
        State::Repealed => "repealed",
    };
    if let Some(period) = head.period {
        told.push_str(&match period.to {
            Some(to) => format!(", from {} to {to}", period.from),
            None => format!(", from {}", period.from),
        });
    }
    format!("{told}; {state}")
}

/// The language, and what changed in it in numbers and hard facts.
pub(super) fn language(own: &Compared, paper: &mut Paper) {
    paper.blank();
    let title = own.title.as_ref().map(|title| format!(": {title}"));
    let title = format!("{}{}", own.language.name, title.unwrap_or_default());
    paper.words(0, "", &[ink(&title, Ink::Strong)]);
    let rule = "─".repeat(title.width().min(paper.width()));
    paper.words(0, "", &[ink(&rule, Ink::Faint)]);
    paper.line(0, &counts(own));
    if !own.summary.facts.is_empty() {
        paper.blank();
    }
    for change in &own.summary.facts {
        fact(own, change, paper);
    }
    paper.blank();
}

fn counts(own: &Compared) -> String {
    let summary = &own.summary;
    let counts = [
        (summary.changed, "changed"),
        (summary.added, "added"),
        (summary.removed, "removed"),
        (summary.moved, "moved"),
        (summary.renumbered, "renumbered"),
        (summary.split, "split"),
        (summary.merged, "merged"),
        (summary.cosmetic, "only typed in another way"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    match counts.is_empty() {
        true => "Nothing changed.".to_owned(),
        false => format!("{}; {} unchanged.", counts.join(", "), summary.unchanged),
    }
}

fn fact(own: &Compared, change: &FactChange, paper: &mut Paper) {
    let Some(entry) = own.redline.entries.get(change.entry) else {
        return;
    };
    let mut words = vec![ink(&format!("{}: ", label(entry)), Ink::Plain)];
    match (&change.old, &change.new) {
        (Some(old), Some(new)) => {
            words.push(ink(&old.words, Ink::Deleted));
            words.push(ink(" → ", Ink::Plain));
            words.push(ink(&new.words, Ink::Inserted));
        }
        (Some(old), None) => {
            words.extend([ink(&old.words, Ink::Deleted), ink(" is gone", Ink::Plain)]);
        }
        (None, Some(new)) => {
            words.extend([ink(&new.words, Ink::Inserted), ink(" is new", Ink::Plain)]);
        }
        (None, None) => return,
    }
    paper.words(2, "", &words);
}

/// What was only typed in another way, where it was not shown.
pub(super) fn foot(own: &Compared, paper: &mut Paper) {
    if paper.shows_all() {
        return;
    }
    let entries = own.redline.entries.iter();
    let typed = entries.filter(|entry| entry.weight == Weight::Cosmetic);
    let typed: Vec<String> = typed
        .filter_map(|entry| entry.new.as_ref().or(entry.old.as_ref()))
        .map(label_of)
        .collect();
    if !typed.is_empty() {
        paper.blank();
        let words = format!(
            "Only typed in another way: {}. Show it with --all.",
            typed.join(", ")
        );
        paper.line(0, &words);
    }
}
