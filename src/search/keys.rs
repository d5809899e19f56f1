use std::ops::Range;

use memchr::{memchr, memmem};

use super::passage::Passage;
use super::tokens::tokens;
use crate::lang::fold;

/// Gives each word that a passage is found by, as often as it stands there, with whether it says what the
/// passage is about: it stands in the heading, is the number, or is a term that is defined here.
pub(super) fn keys(passage: &Passage, mut take: impl FnMut(&str, bool)) {
    tokens(&passage.heading, |word, _| take(word, true));
    for part in passage.text.lines() {
        let terms = terms(part);
        tokens(part, |word, range| {
            let mut terms = terms.iter();
            let about = terms.any(|term| term.start <= range.start && range.end <= term.end);
            take(word, about);
        });
    }
    // 1.1 is not asked for by its parts.
    let number = passage.number.trim_end_matches('.');
    if !number.is_empty() {
        take(&fold(number), true);
    }
}

/// Most words of a term.
const MOST_WORDS: usize = 5;

/// Quotation marks that open, each with those that may close.
const QUOTES: [(char, [char; 2]); 4] = [
    ('«', ['»', '»']),
    ('“', ['”', '“']),
    ('„', ['“', '”']),
    ('"', ['"', '"']),
];

/// Where terms stand that a part of a text defines: before its first dash («Пользователь — субъект»),
/// and in quotation marks inside brackets («(далее – «Веб-сайт»)»). It is a guess that needs no
/// grammar, and only moves a passage up.
fn terms(part: &str) -> Vec<Range<usize>> {
    let mut terms = Vec::new();
    let dashes = [" – ", " — "].iter();
    let dash = dashes.filter_map(|dash| memmem::find(part.as_bytes(), dash.as_bytes()));
    let dash = dash.min();
    if let Some(end) = dash
        && part[..end].split(' ').count() <= MOST_WORDS
        && !part[..end].contains('(')
    {
        terms.push(0..end);
    }
    if memchr(b'(', part.as_bytes()).is_none() {
        return terms;
    }
    let mut open_bracket = false;
    let mut quoted: Option<(usize, [char; 2])> = None;
    for (at, c) in part.char_indices() {
        match (c, quoted) {
            (c, Some((start, closing))) if closing.contains(&c) => {
                terms.push(start..at);
                quoted = None;
            }
            (_, Some(_)) => {}
            ('(', None) => open_bracket = true,
            (')', None) => open_bracket = false,
            (c, None) if open_bracket => {
                let quotes = QUOTES.iter().find(|(opening, _)| *opening == c);
                quoted = quotes.map(|(_, closing)| (at + c.len_utf8(), *closing));
            }
            _ => {}
        }
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::terms;

    #[test]
    fn what_is_defined() {
        let found = |part| {
            terms(part)
                .into_iter()
                .map(|term| &part[term])
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found("Пользователь — субъект персональных данных («кто»)"),
            ["Пользователь", "кто"]
        );
        assert_eq!(
            found("осы Саясат (бұдан әрі – «Саясат») «Заң» туралы – "),
            ["Саясат"]
        );
        assert_eq!(
            found("the website (hereinafter referred to as the “Website”)"),
            ["Website"]
        );
    }
}
