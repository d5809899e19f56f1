use std::collections::BTreeMap;
use std::ops::Range;

use super::passage::Passage;
use super::tokens::tokens;
use crate::lang::fold;

/// The words that a passage is found by, each with whether it says what the passage is about: it stands
/// in the heading, is the number, or is a term that is defined here.
pub(super) fn keys(passage: &Passage) -> BTreeMap<String, bool> {
    let mut keys: BTreeMap<String, bool> = BTreeMap::new();
    let mut take = |text: &str, about: &dyn Fn(&Range<usize>) -> bool| {
        tokens(text, |word, range| {
            let about = about(&range);
            match keys.get_mut(word) {
                Some(known) => *known |= about,
                None => {
                    keys.insert(word.to_owned(), about);
                }
            }
        });
    };
    take(&passage.heading, &|_| true);
    for part in passage.text.lines() {
        let terms = terms(part);
        take(part, &|word| {
            terms
                .iter()
                .any(|term| term.start <= word.start && word.end <= term.end)
        });
    }
    // 1.1 is not asked for by its parts.
    let number = passage.number.trim_end_matches('.');
    if !number.is_empty() {
        keys.insert(fold(number), true);
    }
    keys
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
    let dash = [" – ", " — "]
        .iter()
        .filter_map(|dash| part.find(dash))
        .min();
    if let Some(end) = dash
        && part[..end].split(' ').count() <= MOST_WORDS
        && !part[..end].contains('(')
    {
        terms.push(0..end);
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
