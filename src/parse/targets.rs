//! Where links lead: written ones are looked at, bare addresses become links.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};

use super::blanks::within;
use super::mask::{Covered, KEEP};
use super::reader::Reader;
use crate::check::unsafe_link;
use crate::model::{Inline, InlineKind};
use crate::source::Span;

/// Digits of a telephone number with its country code: the least that is one and the most there
/// are (ITU-T E.164).
const PHONE_DIGITS: Range<usize> = 10..16;

impl Reader<'_> {
    /// The target of a written link, or `None` and a finding when no page may lead there.
    pub(super) fn link_target(
        &mut self,
        masked: Covered<'_>,
        target: &str,
        range: Range<usize>,
    ) -> Option<String> {
        let target = self.uncovered(masked, target, range.clone());
        if unsafe_link::is_safe(&target) {
            return Some(target);
        }
        self.report(unsafe_link::finding(self.file, range.into(), &target));
        None
    }

    /// A target as it was typed: what was covered in it is an underscore or a mark of emphasis.
    fn uncovered(&self, masked: Covered<'_>, target: &str, range: Range<usize>) -> String {
        if !target.contains(char::from(KEEP)) {
            return target.to_owned();
        }
        let copy = masked.get(range.clone());
        match copy.rfind(target) {
            Some(at) => {
                let start = range.start + at;
                self.words(start..start + target.len()).to_owned()
            }
            None => target.replace(char::from(KEEP), "_"),
        }
    }

    /// Splits words from the web addresses, e-mail addresses and telephone numbers among them,
    /// which become links. The sentence's full stop is not part of an address.
    pub(super) fn split_addresses(&self, text: &str, span: Span, into: &mut Vec<Inline>) {
        let mut done = 0;
        for (range, target) in addresses(text) {
            let before = done..range.start;
            self.split_blanks(&text[before.clone()], within(text, span, before), into);
            let part = within(text, span, range.clone());
            let kind = InlineKind::Text(self.extract(&text[range.clone()], part));
            into.push(Inline {
                kind: InlineKind::Link {
                    target,
                    content: vec![Inline { kind, span: part }],
                },
                span: part,
            });
            done = range.end;
        }
        self.split_blanks(&text[done..], within(text, span, done..text.len()), into);
    }
}

/// Whether there is an `@` or a `://` among some words.
fn may_hold_address(words: &[u8]) -> bool {
    memchr::memchr2(b'@', b':', words).is_some_and(|at| {
        let rest = &words[at..];
        memchr::memchr(b'@', rest).is_some() || memchr::memmem::find(rest, b"://").is_some()
    })
}

/// The bare addresses of a text and where they lead, in order.
fn addresses(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    if may_hold_address(text.as_bytes()) {
        let mut finder = LinkFinder::new();
        finder.kinds(&[LinkKind::Url, LinkKind::Email]);
        // A non-breaking space ends an address as any white space does.
        let odd_space = |c: char| c.is_whitespace() && !c.is_ascii();
        let mut start = 0;
        for part in text.split_inclusive(odd_space) {
            for link in finder.links(part.trim_end_matches(odd_space)) {
                let words = link.as_str().trim_end_matches(['»', '”', '’', '“', '…']);
                let at = start + link.start();
                let range = at..at + words.len();
                match link.kind() {
                    LinkKind::Email => found.push((range, format!("mailto:{words}"))),
                    _ if unsafe_link::is_web(words) => found.push((range, words.to_owned())),
                    _ => {}
                }
            }
            start += part.len();
        }
    }
    let links = found.len();
    for (range, target) in phones(text) {
        let next = found[..links].partition_point(|(link, _)| link.end <= range.start);
        let free = found[..links]
            .get(next)
            .is_none_or(|(link, _)| range.end <= link.start);
        if free {
            found.push((range, target));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Telephone numbers in their international form, such as `+7 (701) 540-18-02`.
fn phones(text: &str) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    text.match_indices('+').filter_map(|(start, _)| {
        let fits = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{A0}' | '-' | '(' | ')');
        let rest = &text[start + 1..];
        // A number has at most fifteen digits; a line of digits is not looked at to its end.
        let length = rest
            .char_indices()
            .take(32)
            .find(|(_, c)| !fits(*c))
            .map_or(rest.len().min(rest.floor_char_boundary(32)), |(at, _)| at);
        let words = rest[..length].trim_end_matches(|c: char| !c.is_ascii_digit());
        let digits: String = words.chars().filter(char::is_ascii_digit).collect();
        let whole =
            PHONE_DIGITS.contains(&digits.len()) && words.starts_with(|c: char| c.is_ascii_digit());
        whole.then(|| (start..start + 1 + words.len(), format!("tel:+{digits}")))
    })
}

#[cfg(test)]
mod tests {
    use super::addresses;

    fn found(text: &str) -> Vec<(&str, String)> {
        let found = addresses(text);
        found
            .into_iter()
            .map(|(range, to)| (&text[range], to))
            .collect()
    }

    #[test]
    fn the_full_stop_of_the_sentence_is_not_part_of_the_address() {
        let url = |words| vec![(words, String::from(words))];
        assert_eq!(
            found("на Веб-сайте https://ioka.kz/."),
            url("https://ioka.kz/")
        );
        assert_eq!(found("(https://ioka.kz/a_b)"), url("https://ioka.kz/a_b"));
        assert_eq!(found("«https://ioka.kz»"), url("https://ioka.kz"));
        assert_eq!(
            found("https://ioka.kz/\u{A0}и\u{A0}далее"),
            url("https://ioka.kz/")
        );
        let e_mail = vec![("support@ioka.kz", String::from("mailto:support@ioka.kz"))];
        assert_eq!(found("E-mail address: support@ioka.kz."), e_mail);
    }

    #[test]
    fn telephone_numbers() {
        let phone = |words| vec![(words, String::from("tel:+77015401802"))];
        assert_eq!(
            found("Телефон: +7 701 540 18 02"),
            phone("+7 701 540 18 02")
        );
        assert_eq!(found("+7 (701) 540-18-02."), phone("+7 (701) 540-18-02"));
        for text in ["2 + 2", "+5 лет", "+ 7 701", "C++"] {
            assert_eq!(found(text), vec![], "{text}");
        }
    }
}
