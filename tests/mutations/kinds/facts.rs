//! Numbers, dates, periods, addresses, acts.

use std::ops::Range;

use crate::edition::{Change, Edition, LANGUAGES};
use crate::places::{Spot, digits, each, of, other_digit};

/// Each figure that stands in no address.
pub(super) fn digit(edition: &Edition, column: usize) -> Vec<Change> {
    each(edition, column, digits, |spot| match spot.in_link("") {
        true => Vec::new(),
        // A figure of a year that is still to be written, 202_, is part of a blank.
        false
            if spot
                .after()
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .starts_with('_') =>
        {
            Vec::new()
        }
        false => vec![spot.to(other_digit(spot.words()))],
    })
}

/// Numbers in words as they stand in the texts, with others in the same form.
const NUMBER_WORDS: [&[(&str, &[&str])]; 3] = [
    &[
        ("бір", &["екі", "үш"]),
        ("үш", &["бес", "екі", "он"]),
        ("отыз", &["жиырма", "отыз бір", "қырық"]),
    ],
    &[
        ("одного", &["двух", "десяти"]),
        ("трех", &["двух", "тридцати", "четырех"]),
        ("тридцати", &["тринадцати", "двадцати", "трех"]),
    ],
    &[
        ("one", &["two", "eleven"]),
        ("three", &["two", "thirty"]),
        ("thirty", &["thirteen", "forty", "thirty-one"]),
    ],
];

pub(super) fn number_word(edition: &Edition, column: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    for (word, others) in NUMBER_WORDS[column] {
        changes.extend(each(edition, column, of(word), |spot| {
            let enclosed = spot.before().ends_with('(') && spot.after().starts_with(')');
            match enclosed {
                true => others.iter().map(|other| spot.to(other)).collect(),
                false => Vec::new(),
            }
        }));
    }
    changes
}

const MONTHS: [[&str; 12]; 3] = [
    [
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ],
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

pub(super) fn month(edition: &Edition, column: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    for month in MONTHS[column] {
        changes.extend(each(edition, column, of(month), |spot| {
            let others = MONTHS[column].iter().filter(|other| **other != month);
            match near_figures(spot) {
                true => others.map(|other| spot.to(other)).collect(),
                false => Vec::new(),
            }
        }));
    }
    changes
}

fn near_figures(spot: &Spot<'_>) -> bool {
    let figure = |c: char| c.is_ascii_digit();
    spot.before().trim_end().ends_with(figure) || spot.after().trim_start().starts_with(figure)
}

/// Each figure of a date: those within a few letters of a month.
pub(super) fn day_or_year(edition: &Edition, column: usize) -> Vec<Change> {
    each(edition, column, digits, |spot| {
        let from = spot
            .before()
            .char_indices()
            .rev()
            .nth(16)
            .map_or(0, |(at, _)| at);
        let to = spot
            .after()
            .char_indices()
            .nth(16)
            .map_or(spot.after().len(), |(at, _)| at);
        let around = &spot.run.text[from..spot.range.end + to];
        let dated = MONTHS[column].iter().any(|month| around.contains(month));
        match dated && !spot.before().contains('№') && !spot.before().contains("No.") {
            true => vec![spot.to(other_digit(spot.words()))],
            false => Vec::new(),
        }
    })
}

/// Units of time as they stand in the texts, with others.
const UNITS: [&[(&str, &[&str])]; 3] = [
    &[
        ("жұмыс күні", &["күнтізбелік күн", "жыл", "ай", "күн"]),
        (
            "күнтізбелік 30 (отыз) күн",
            &["30 (отыз) жұмыс күні", "30 (отыз) күн", "30 (отыз) ай"],
        ),
        ("5 жыл", &["5 ай", "5 күн", "5 жұмыс күні"]),
    ],
    &[
        ("рабочих дней", &["календарных дней", "месяцев", "дней"]),
        (
            "рабочего дня",
            &["календарного дня", "месяца", "года", "дня"],
        ),
        ("календарных дней", &["рабочих дней", "дней", "лет"]),
        ("5 лет", &["5 месяцев", "5 дней", "5 рабочих дней"]),
    ],
    &[
        ("business days", &["calendar days", "months", "days"]),
        ("business day", &["calendar day", "month", "year"]),
        ("calendar days", &["business days", "days", "years"]),
        ("5 years", &["5 months", "5 days", "5 business days"]),
    ],
];

pub(super) fn unit(edition: &Edition, column: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    for (unit, others) in UNITS[column] {
        changes.extend(each(edition, column, of(unit), |spot| {
            // "business day" also begins "business days".
            match spot.after().starts_with(char::is_alphabetic) {
                true => Vec::new(),
                false => others.iter().map(|other| spot.to(other)).collect(),
            }
        }));
    }
    assert!(!changes.is_empty(), "{} has no period", LANGUAGES[column]);
    changes
}

fn ascii_letters(text: &str) -> Vec<Range<usize>> {
    let letters = text.char_indices().filter(|(_, c)| c.is_ascii_alphabetic());
    letters.map(|(at, _)| at..at + 1).collect()
}

fn letters_of_links(edition: &Edition, column: usize, scheme: &str) -> Vec<Change> {
    each(edition, column, ascii_letters, |spot| {
        match spot.in_link(scheme) {
            // Another letter, so that an address stays one.
            true => vec![spot.to(if spot.words() == "k" { "l" } else { "k" })],
            false => Vec::new(),
        }
    })
}

pub(super) fn e_mail(edition: &Edition, column: usize) -> Vec<Change> {
    letters_of_links(edition, column, "mailto:")
}

pub(super) fn web(edition: &Edition, column: usize) -> Vec<Change> {
    let mut changes = letters_of_links(edition, column, "https:");
    // In `https` itself a letter is no letter of an address.
    changes.retain(|change| {
        let source = &edition.sources[column];
        !source[change.range.start..].starts_with("ttps://")
            && !source[..change.range.end].ends_with("https")
            && !source[change.range.start..].starts_with("tps://")
            && !source[change.range.start..].starts_with("ps://")
            && !source[change.range.start..].starts_with("https://")
    });
    changes
}

pub(super) fn phone(edition: &Edition, column: usize) -> Vec<Change> {
    each(edition, column, digits, |spot| match spot.in_link("tel:") {
        true => vec![spot.to(other_digit(spot.words()))],
        false => Vec::new(),
    })
}

/// Each letter and figure of «395/НҚ».
pub(super) fn act_number(edition: &Edition, column: usize) -> Vec<Change> {
    const OTHERS: [(&str, &str); 5] = [("3", "8"), ("9", "6"), ("5", "2"), ("Н", "П"), ("Қ", "К")];
    each(edition, column, of("395/НҚ"), |spot| {
        let whole = spot.words();
        let mut changes: Vec<Change> = OTHERS
            .iter()
            .map(|(old, new)| spot.to(&whole.replace(old, new)))
            .collect();
        changes.extend(["395/НK", "395/HҚ", "395НҚ", "395", "395-НҚ"].map(|other| spot.to(other)));
        changes
    })
}
