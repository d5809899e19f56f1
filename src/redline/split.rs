use super::normal::normal;
use super::token::Token;
use crate::align::Vocabulary;
use crate::facts::Looks;
use crate::lang::{fold, is_letter};

/// The tokens of plain words, and the spaces behind the last one.
pub(super) fn split<'l>(text: &'l str, vocabulary: &mut Vocabulary) -> (Vec<Token<'l>>, &'l str) {
    let mut list = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(|c| !is_space(c)).map(|at| rest + at) {
        let (len, is_word) = length(&text[start..]);
        let end = start + len;
        let typed = &text[start..end];
        let norm = normal(typed, is_word);
        list.push(Token {
            start,
            before: &text[rest..start],
            text: typed,
            norm: vocabulary.number(&norm),
            folded: vocabulary.number(&fold(&norm)),
            is_word,
            link: None,
            looks: Looks::default(),
            own_number: false,
            tied: false,
        });
        rest = end;
    }
    (list, &text[rest..])
}

/// How many bytes the token at the beginning of a text has, and whether it is a word.
fn length(text: &str) -> (usize, bool) {
    let mut chars = text.char_indices().peekable();
    let Some((_, first)) = chars.next() else {
        return (0, false);
    };
    if first == '_' {
        let end = text.find(|c| c != '_').unwrap_or(text.len());
        return (end, true);
    }
    if !is_part(first) {
        return (first.len_utf8(), false);
    }
    if let Some(end) = address(text).or_else(|| grouped(text)) {
        return (end, true);
    }
    let mut before = first;
    let mut end = first.len_utf8();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let inside = is_part(c)
            || is_invisible(c)
            || next.is_some_and(|next| match c {
                '.' | ',' => before.is_ascii_digit() && next.is_ascii_digit(),
                c if is_hyphen(c) => is_part(next),
                c if is_apostrophe(c) => is_letter(before) && is_letter(next),
                _ => false,
            });
        if !inside {
            break;
        }
        before = c;
        end = at + c.len_utf8();
    }
    (end, true)
}

/// How long an address may be that is known as one token.
const ADDRESS: usize = 300;

/// Where the web or e-mail address ends that a text begins with.
fn address(text: &str) -> Option<usize> {
    let near = &text[..text.floor_char_boundary(ADDRESS)];
    let chunk = near.split(is_space).next()?;
    let address = chunk.contains("://") || chunk.contains('@');
    let whole = chunk.trim_end_matches(|c: char| !is_part(c) && c != '/');
    (address && (whole.contains("://") || whole.contains('@'))).then_some(whole.len())
}

/// Where the number ends that a text begins with and whose figures stand in groups: «10 000,50».
fn grouped(text: &str) -> Option<usize> {
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = figures(text);
    if !(1..=3).contains(&end) {
        return None;
    }
    let first = end;
    while let Some(space) = text[end..]
        .chars()
        .next()
        .filter(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}'))
    {
        let from = end + space.len_utf8();
        if figures(&text[from..]) != 3 {
            break;
        }
        end = from + 3;
    }
    let rest = &text[end..];
    if let Some(part) = rest.strip_prefix([',', '.']) {
        let part = figures(part);
        end += if part > 0 { 1 + part } else { 0 };
    }
    let whole = !text[end..].starts_with(is_part);
    (end > first && whole && text[..end].contains(is_space)).then_some(end)
}

fn is_part(c: char) -> bool {
    is_letter(c) || c.is_numeric() || matches!(c, '\u{300}'..='\u{36F}')
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'
    )
}

pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{2BC}')
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::align::Vocabulary;

    fn texts(text: &str) -> Vec<&str> {
        let (list, _) = split(text, &mut Vocabulary::default());
        list.into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn words_addresses_and_marks() {
        let expected = [
            "Веб-сайт",
            "«",
            "ioka",
            "»",
            ",",
            "https://ioka.kz/a_b",
            ".",
            "User’s",
            "2,5",
            "%",
            "(",
            "10.12.2025",
            ")",
            "_____",
            "06-О",
            "/",
            "Д",
        ];
        let text = "Веб-сайт «ioka», https://ioka.kz/a_b. User’s 2,5% (10.12.2025) _____ 06-О/Д";
        assert_eq!(texts(text), expected);
        assert_eq!(texts("a@b.kz, c"), ["a@b.kz", ",", "c"]);
        assert_eq!(
            texts("10 000,5 тг, 5 00"),
            ["10 000,5", "тг", ",", "5", "00"]
        );
    }

    #[test]
    fn what_is_typed_in_another_way_is_the_same() {
        let mut vocabulary = Vocabulary::default();
        let mut norms = |text: &str| -> Vec<u32> {
            let (list, _) = split(text, &mut vocabulary);
            list.into_iter().map(|token| token.norm).collect()
        };
        let one = norms("«Веб-сайт» — User's й");
        assert_eq!(one, norms("“Веб\u{2011}сайт”\u{A0}- User’s и\u{306}"));
        assert_ne!(one, norms("«веб-сайт» — User's й"));
    }
}
