//! Edits that change nothing a lawyer would object to.

use crate::edition::{Change, Edition, Edits};
use crate::places::{Spot, each, of, words};

/// The kinds of harmless edits.
pub(crate) const ALL: &[(&str, Edits)] = &[
    ("a comma less", comma_less),
    ("a comma more", comma_more),
    ("another line wrap", wrap),
    ("another order of words", word_order),
    ("another word", synonym),
];

fn comma_less(edition: &Edition, column: usize) -> Vec<Change> {
    // A comma within a number is part of it.
    each(edition, column, of(", "), |spot| vec![spot.to(" ")])
}

fn comma_more(edition: &Edition, column: usize) -> Vec<Change> {
    each(edition, column, of(" "), |spot| {
        let letter = |c: char| c.is_lowercase();
        let between = spot.before().ends_with(letter) && spot.after().starts_with(letter);
        match between && !near_figures(spot) {
            true => vec![spot.to(", ")],
            false => Vec::new(),
        }
    })
}

fn wrap(edition: &Edition, column: usize) -> Vec<Change> {
    each(edition, column, of(" "), |spot| {
        let letter = |c: char| c.is_lowercase();
        // In a table and in a heading a line is a cell or the heading.
        let paragraph = spot.run.place.0.len() == 1;
        match paragraph && spot.before().ends_with(letter) && spot.after().starts_with(letter) {
            true => vec![spot.to("\n")],
            false => Vec::new(),
        }
    })
}

/// Two small words that change places, away from figures, whose order with their units says
/// something.
fn word_order(edition: &Edition, column: usize) -> Vec<Change> {
    each(edition, column, words, |spot| {
        let rest = spot.after();
        let next = words(rest).first().cloned();
        let Some(next) = next.filter(|next| next.start == 1 && rest.starts_with(' ')) else {
            return Vec::new();
        };
        let (one, two) = (spot.words(), &rest[next.clone()]);
        let small = |word: &str| word.chars().all(char::is_lowercase) && word.chars().count() > 3;
        let link = spot.in_link("") || rest[next.end..].starts_with([':', '/']);
        if !small(one) || !small(two) || link || near_figures(spot) {
            return Vec::new();
        }
        let both = Spot {
            unit: spot.unit,
            run: spot.run,
            range: spot.range.start..spot.range.end + next.end,
        };
        vec![both.to(&format!("{two} {one}"))]
    })
}

/// Whether a figure stands within a few words.
fn near_figures(spot: &Spot<'_>) -> bool {
    let figure = |c: char| c.is_ascii_digit();
    let before: String = spot.before().chars().rev().take(40).collect();
    let after: String = spot.after().chars().take(40).collect();
    before.contains(figure) || after.contains(figure)
}

/// Words in the place of others that mean the same, none of them a term.
const SYNONYMS: [&[(&str, &str)]; 3] = [
    &[
        ("түсінеміз", "ұғынамыз"),
        ("қажетті", "керекті"),
        ("үнемі", "тұрақты түрде"),
        ("жарияланады", "орналастырылады"),
        ("туындаған", "пайда болған"),
        ("маңыздылығын", "мәнін"),
        ("мынадай", "келесі"),
    ],
    &[
        ("осознаем", "понимаем"),
        ("необходимые", "нужные"),
        ("регулярно", "постоянно"),
        ("опубликованы", "размещены"),
        ("возникновения", "появления"),
        ("важность", "значимость"),
        ("строго", "жестко"),
    ],
    &[
        ("aware of", "conscious of"),
        ("necessary", "required"),
        ("regularly", "often"),
        ("posted", "published"),
        ("importance", "significance"),
        ("strictly", "closely"),
        ("specialized", "dedicated"),
    ],
];

fn synonym(edition: &Edition, column: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    for (word, other) in SYNONYMS[column] {
        changes.extend(each(edition, column, of(word), |spot| vec![spot.to(other)]));
    }
    changes
}
