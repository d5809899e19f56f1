//! Editions that were before the newest one, made up: clauses were inserted since, so that the ones
//! behind them were renumbered, and periods were shortened and lengthened.

/// As many editions as there are that differ.
pub(crate) const MOST: usize = 5;

/// Clauses that older editions lack, each with the one that follows it, and from which age on:
/// editions older than the newest by that many lack it.
const LACKING: [(usize, &str, &str); 3] = [
    (1, "4.5.", "4.6."),
    (1, "6.1.6.", "6.1.7."),
    (2, "2.6.", "2.7."),
];

/// What the newest edition says and older ones said otherwise, in the three languages, and from
/// which age on.
const OTHERWISE: [(usize, [(&str, &str); 3]); 2] = [
    (
        3,
        [
            ("3 (үш)", "5 (бес)"),
            ("3 (трех)", "5 (пяти)"),
            ("3 (three)", "5 (five)"),
        ],
    ),
    (
        4,
        [
            ("30 (отыз)", "20 (жиырма)"),
            ("30 (тридцати)", "20 (двадцати)"),
            ("30 (thirty)", "20 (twenty)"),
        ],
    ),
];

/// The period of storage in the tables of the three languages.
const PERIODS: [&str; 3] = ["жыл", "лет", "years"];

/// The number and the year of the order that approved the newest edition.
const ORDER: usize = 6;
const YEAR: usize = 2025;

/// The facts of an edition that is that many editions older than the newest.
pub(crate) fn facts(newest: &str, editions: usize, age: usize) -> String {
    let number = format!("edition: \"1.{}\"", editions - age);
    newest
        .replace("edition: \"1.1\"", &number)
        .replace(&order(0), &order(age))
        .replace(&day(0), &day(age))
}

/// Its text in one of the languages.
pub(crate) fn text(newest: &str, age: usize) -> String {
    let mut text = newest.to_owned();
    for period in PERIODS {
        let kept = |age: usize| format!(" {} {period}", 5 + age);
        text = text.replace(&kept(0), &kept(age));
    }
    for (_, clause, next) in LACKING.iter().filter(|(since, ..)| *since <= age) {
        let place = |number: &str| text.find(&format!("\n{number}"));
        if let (Some(start), Some(end)) = (place(clause), place(next)) {
            text.replace_range(start..end + 1 + next.len(), &format!("\n{clause}"));
        }
    }
    for (_, words) in OTHERWISE.iter().filter(|(since, _)| *since <= age) {
        for (newer, older) in words {
            text = text.replace(newer, older);
        }
    }
    text
}

fn order(age: usize) -> String {
    format!("{:02}-О/Д", ORDER - age)
}

fn day(age: usize) -> String {
    format!("{}-12-10", YEAR - age)
}
