//! Terms, titles, references, untranslated words.

use crate::edition::{Change, Edition, LANGUAGES};
use crate::places::{each, of};

/// «жеке деректер» for «дербес деректер», with capitals as they stand.
pub(super) fn forbidden(edition: &Edition, column: usize) -> Vec<Change> {
    const VARIANTS: [&[(&str, &str)]; 3] = [
        &[
            ("дербес дерек", "жеке дерек"),
            ("Дербес дерек", "Жеке дерек"),
        ],
        &[],
        &[],
    ];
    let mut changes = Vec::new();
    for (term, variant) in VARIANTS[column] {
        changes.extend(each(edition, column, of(term), |spot| {
            vec![spot.to(variant)]
        }));
    }
    changes
}

/// A paragraph of a clause in the words of another language.
pub(super) fn untranslated(edition: &Edition, column: usize) -> Vec<Change> {
    let own = edition.units(column);
    let mut changes = Vec::new();
    for other_column in (0..LANGUAGES.len()).filter(|other| *other != column) {
        let others = edition.units(other_column);
        for unit in &own {
            let other = others.iter().find(|other| other.address == unit.address);
            let Some(other) = other else { continue };
            for (run, other) in unit.runs.iter().zip(&other.runs) {
                // A cell's few words may be equal in two languages.
                if run.place != other.place || run.words.len() < 5 || other.words.len() < 5 {
                    continue;
                }
                let words = &edition.sources[other_column][other.whole().range()];
                changes.push(Change {
                    range: run.whole().range(),
                    new: words.to_owned(),
                    clauses: vec![unit.address.clone()],
                });
            }
        }
    }
    changes
}

/// Terms that the texts declare.
const TERMS: [&[&str]; 3] = [
    &["Пайдаланушы", "Компания", "Веб-сайт", "Саясат"],
    &["Пользовател", "Компани", "Веб-сайт", "Политик"],
    &["User", "Company", "Website", "Policy"],
];

pub(super) fn small_letter(edition: &Edition, column: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    for term in TERMS[column] {
        changes.extend(each(edition, column, of(term), |spot| {
            let declared = spot.before().ends_with(['«', '“']);
            match spot.begins_sentence() || declared {
                true => Vec::new(),
                false => vec![spot.to(&term.to_lowercase())],
            }
        }));
    }
    changes
}

/// The law's title, word by word with a letter less.
pub(super) fn law_title(edition: &Edition, column: usize) -> Vec<Change> {
    const TITLES: [&[&str]; 3] = [
        &["Дербес деректер және оларды қорғау туралы"],
        &["О персональных данных и их защите"],
        &[
            "On Personal Data and their protection",
            "On Personal Data and their Protection",
        ],
    ];
    let mut changes = Vec::new();
    for title in TITLES[column] {
        changes.extend(each(edition, column, of(title), |spot| {
            let words = title.split(' ').filter(|word| word.chars().count() > 4);
            let shorter = words.map(|word| {
                let less: String = word.chars().take(word.chars().count() - 1).collect();
                spot.to(&title.replacen(word, &less, 1))
            });
            shorter.collect()
        }));
    }
    changes
}

pub(super) fn annex(edition: &Edition, column: usize) -> Vec<Change> {
    const ANNEXES: [&[(&str, &str)]; 3] = [
        &[("№1 қосымша", "№2 қосымша")],
        &[("Приложение №1", "Приложение №2")],
        &[("Annex No. 1", "Annex No. 2")],
    ];
    let mut changes = Vec::new();
    for (own, other) in ANNEXES[column] {
        changes.extend(each(edition, column, of(own), |spot| {
            // The annex's own heading is no reference.
            match spot.before().is_empty() {
                true => Vec::new(),
                false => vec![spot.to(other)],
            }
        }));
    }
    changes
}

pub(super) fn title(edition: &Edition, column: usize) -> Vec<Change> {
    const TITLES: [&[(&str, &[&str])]; 3] = [
        &[(
            "Дербес деректерді жою саясатында",
            &[
                "Дербес деректерді сақтау саясатында",
                "Дербес деректерді жою тәртібінде",
            ],
        )],
        &[
            (
                "Контактной информации",
                &["Контактных данных", "Контактных сведениях"],
            ),
            (
                "Политике уничтожения персональных данных",
                &["Политике хранения персональных данных"],
            ),
        ],
        &[
            ("Contact Information", &["Contact Details", "Contacts"]),
            (
                "Personal Data Destruction Policy",
                &["Personal Data Retention Policy"],
            ),
        ],
    ];
    let mut changes = Vec::new();
    for (own, others) in TITLES[column] {
        changes.extend(each(edition, column, of(own), |spot| {
            match spot.before().ends_with(char::is_whitespace) {
                // Not its own name, which each policy declares in its clause 1.2.
                true if spot.unit.address.as_deref() != Some("1.2") => {
                    others.iter().map(|other| spot.to(other)).collect()
                }
                _ => Vec::new(),
            }
        }));
    }
    changes
}
