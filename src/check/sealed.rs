//! How the rules about seals put things into words.

use crate::model::{Policy, Seal};
use crate::source::{SourceFile, Span};

/// Most letters of changed words that a message repeats; the labels show the rest.
const TOLD: usize = 60;

/// Words in quotes, cut when they are many.
pub(super) fn quoted(words: &str) -> String {
    match words.char_indices().nth(TOLD) {
        None => format!("“{words}”"),
        Some((end, _)) => format!("“{}…”", words[..end].trim_end()),
    }
}

/// The clause of a finding; the title has none.
pub(super) fn clause(address: &str) -> Option<&str> {
    (address != "title").then_some(address)
}

/// What the unit of an address is called in a message.
pub(crate) fn described(address: &str) -> String {
    if address == "title" {
        return "the title".to_owned();
    }
    let Some(rest) = address.strip_prefix("annex-") else {
        return own(address);
    };
    match rest.split_once('-') {
        None => format!("annex {rest}"),
        Some((annex, unit)) => format!("{} of annex {annex}", own(unit)),
    }
}

fn own(address: &str) -> String {
    match address.strip_prefix("section-") {
        Some(place) => format!("unnumbered section {place}"),
        None if address.contains('.') => format!("clause {address}"),
        None => format!("section {address}"),
    }
}

/// Where a key of a seal and its value stand; the beginning of the file when it is not there.
pub(super) fn line_of(file: &SourceFile, key: &str) -> Span {
    let line = (1..)
        .map(|line| file.line_span(line))
        .take_while(|line| (line.start as usize) < file.text().len())
        .find(|line| file.slice(*line).trim_start().starts_with(key));
    line.unwrap_or(Span::at(0))
}

/// Whether any edition of a site is sealed.
pub(super) fn any_sealed(policies: &[Policy]) -> bool {
    let mut editions = policies.iter().flat_map(|policy| &policy.editions);
    editions.any(|edition| edition.seal.is_some() || edition.spoilt.is_some())
}

/// What a seal is called in a message: "sealed on 2026-01-15".
pub(super) fn when(seal: &Seal) -> String {
    format!("sealed on {}", seal.sealed)
}

#[cfg(test)]
mod tests {
    use super::described;

    #[test]
    fn units_are_called_what_people_call_them() {
        for (address, called) in [
            ("title", "the title"),
            ("3", "section 3"),
            ("5.1.2", "clause 5.1.2"),
            ("section-2", "unnumbered section 2"),
            ("annex-1", "annex 1"),
            ("annex-1-1.1", "clause 1.1 of annex 1"),
            ("annex-2-section-1", "unnumbered section 1 of annex 2"),
        ] {
            assert_eq!(described(address), called);
        }
    }
}
