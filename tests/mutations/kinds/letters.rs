//! Letters of another script that look like the right ones.

use std::collections::BTreeSet;
use std::ops::Range;

use tarmaq::diagnostic::Severity;

use super::Kind;
use crate::edition::{Change, Edition, LANGUAGES};
use crate::places::{Spot, each, words};
use crate::recall::{Recall, told};

/// Cyrillic letters and the Latin ones that look like them.
const LOOK_ALIKES: [(char, char); 24] = [
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('У', 'Y'),
    ('І', 'I'),
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('һ', 'h'),
    ('ә', 'ə'),
    ('ө', 'ɵ'),
];

/// Words that are of two scripts in the approved texts as they stand.
const DEFECTS: [&str; 1] = ["іoka"];

fn look_alike(c: char) -> Option<char> {
    LOOK_ALIKES.iter().find_map(|(cyrillic, latin)| match c {
        c if c == *cyrillic => Some(*latin),
        // In English ə and ɵ do not stand.
        c if c == *latin => Some(*cyrillic),
        _ => None,
    })
}

/// The changes of the words of a text, for the letter at a place within each word.
fn changes(edition: &Edition, column: usize, place: usize) -> Vec<Change> {
    each(edition, column, words, |spot: &Spot<'_>| {
        let mut letters = spot.words().chars().enumerate();
        let Some((_, letter)) = letters.nth(place) else {
            return Vec::new();
        };
        let right = !spot.in_link("") && !in_number(spot) && !DEFECTS.contains(&spot.words());
        let Some(other) = look_alike(letter).filter(|_| right) else {
            return Vec::new();
        };
        let new = spot.words().chars().enumerate();
        let new: String = new
            .map(|(at, c)| if at == place { other } else { c })
            .collect();
        vec![spot.to(&new)]
    })
}

/// Whether the word is part of an act's number.
fn in_number(spot: &Spot<'_>) -> bool {
    spot.before().ends_with('/')
        && spot
            .before()
            .trim_end_matches('/')
            .ends_with(|c: char| c.is_ascii_digit())
}

/// Puts a look-alike into each second word of a text at once, first at the first letter of each, then at
/// the second, and so on.
pub(crate) fn measure(editions: &[Edition], kind: &'static Kind) -> Recall {
    let mut recall = Recall {
        kind,
        tried: 0,
        missed: Vec::new(),
    };
    for edition in editions {
        for column in 0..LANGUAGES.len() {
            for place in 0.. {
                if !each(edition, column, words, |spot| {
                    match spot.words().chars().count() > place {
                        true => vec![spot.to("")],
                        false => Vec::new(),
                    }
                })
                .is_empty()
                {
                    let changes = changes(edition, column, place);
                    recall.tried += changes.len();
                    // No two neighbours at once: initials are known by one another.
                    for hand in 0..2 {
                        let dealt = changes.iter().skip(hand).step_by(2).cloned();
                        let dealt: Vec<Change> = dealt.collect();
                        recall.missed.extend(missed(edition, column, &dealt));
                    }
                } else {
                    break;
                }
            }
        }
    }
    recall
}

/// Makes all the changes at once, and gives those whose words no error points at.
fn missed(edition: &Edition, column: usize, changes: &[Change]) -> Vec<String> {
    // Where each word stands when all are changed.
    let mut shift: isize = 0;
    let placed: Vec<(Range<usize>, &Change)> = changes
        .iter()
        .map(|change| {
            let start = change.range.start.checked_add_signed(shift).unwrap();
            shift += change.new.len() as isize - change.range.len() as isize;
            (start..start + change.new.len(), change)
        })
        .collect();
    let whole = edition.together(column, changes);
    let news = edition.news(column, &whole);
    let errors = news
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    let pointed: BTreeSet<(usize, usize)> = errors
        .flat_map(|finding| &finding.labels)
        .filter(|label| label.file == edition.files[column])
        .map(|label| (label.span.range().start, label.span.range().end))
        .collect();
    let found = |range: &Range<usize>| {
        pointed
            .iter()
            .any(|(start, end)| *start <= range.start && range.end <= *end)
    };
    let missed = placed.into_iter().filter(|(range, _)| !found(range));
    missed
        .map(|(_, change)| told(edition, column, change))
        .collect()
}
