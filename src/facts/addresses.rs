use super::token::{Token, ascii_digits};
use super::{Fact, Mark, Run, Value};

/// Reads the addresses and blanks that the parser knows, and takes the words that are theirs.
/// Figures that an unfinished blank goes on from, as in `202_`, say nothing.
pub(super) fn read(at: usize, run: &Run, tokens: &mut [Token<'_>], facts: &mut Vec<Fact>) {
    for (range, mark) in &run.marks {
        let value = match mark {
            Mark::Blank => Some(Value::Blank),
            Mark::Link(target) => address(target),
            Mark::Code => None,
        };
        let Some(value) = value else { continue };
        let words = run.text.get(range.clone()).unwrap_or_default();
        if is_address(words, &value) {
            let first = tokens.partition_point(|token| token.range.end <= range.start);
            let own = tokens.iter_mut().skip(first);
            for token in own.take_while(|token| token.range.start < range.end) {
                token.taken = true;
            }
        }
        facts.push(Fact {
            value,
            run: at,
            range: range.clone(),
            in_words: false,
        });
    }
    if run.words.sign_set().may_have('_') && run.text.contains('_') {
        for token in tokens.iter_mut().filter(|token| token.digits) {
            let before = run.text[..token.range.start].ends_with('_');
            let after = run.text[token.range.end..].starts_with('_');
            token.taken |= before || after;
        }
    }
}

/// Whether the words of a link are the address itself, and no words about it.
fn is_address(words: &str, value: &Value) -> bool {
    match value {
        Value::Phone(phone) => phone.trim_start_matches('+') == ascii_digits(words),
        _ => !words.trim().contains(char::is_whitespace),
    }
}

/// The address that a link leads to; `None` for a place on the site.
fn address(target: &str) -> Option<Value> {
    let scheme = target.get(..target.find(':')?)?.to_ascii_lowercase();
    let rest = &target[scheme.len() + 1..];
    match scheme.as_str() {
        "mailto" => {
            let address = rest.split('?').next().unwrap_or_default();
            Some(Value::Email(address.to_lowercase()))
        }
        "tel" => Some(Value::Phone(format!("+{}", ascii_digits(rest)))),
        "http" | "https" => {
            let rest = rest.trim_start_matches('/').trim_end_matches('/');
            let host = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let (host, path) = rest.split_at(host);
            let host = host.to_lowercase();
            Some(Value::Web(format!("{scheme}://{host}{path}")))
        }
        _ => None,
    }
}
