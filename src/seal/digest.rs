//! The digests of a seal, from the clause to the chain of editions.
//!
//! All are SHA-256 over text in UTF-8 whose lines end in one line feed (U+000A); digests in such lines
//! are written `sha256:` and 64 small hexadecimal digits, dates year-month-day.
//!
//! - Of a unit: over its canonical plain form.
//! - Of a text: over a line `<address> <digest>` for each unit in the order of the text. The title's
//!   address is `title`.
//! - Of an edition: over the lines `edition <number>`, `order <number>`, `order-date <date>`,
//!   `updated <date>`, `in-force <date>`, `until <date>`, `repealed <date>`, `repeal-order <number>`,
//!   `repeal-order-date <date>`, `sealed <date>`, then `text <language> <digest>` for each language in
//!   the order of their codes, then `before <digest>` and `before-end <digest>`. What an edition does not
//!   state, or did not by the day it was sealed, has no line; the first edition of a policy has no line
//!   `before`, and one after an edition whose end was not recorded later has no line `before-end`.
//! - Of an edition after a corrigendum: over the lines `corrigendum <date>`, `sealed <date>`,
//!   `reason <language> <words>` for each language in the order of their codes, then
//!   `text <language> <digest>` for each language, then for each unit that was changed
//!   `change <language> <address> <digest before> <digest after>` (`-` where there is none), then
//!   `before <digest>` with the digest of the edition until then.
//!   In the reasons a run of white space is one space.
//! - Of the end of an edition that was recorded after the edition was sealed: over the lines `end`,
//!   `sealed <date>`, `until <date>`, `repealed <date>`, `repeal-order <number>`,
//!   `repeal-order-date <date>`, as far as they were recorded then, and `before <digest>` with the digest
//!   of what was recorded of the end before, else of the edition as it was sealed first. The digest of
//!   the edition itself stays: what people accepted does not become another text because it ends.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::model::{Digest, Lang, Seal, SealedCorrigendum, SealedEnd, SealedEnding};

/// The digest of a text.
pub(super) fn of(text: &str) -> Digest {
    Digest::new(Sha256::digest(text).into())
}

/// The digest of a text from the addresses and digests of its units.
pub(super) fn text_digest<'u>(units: impl Iterator<Item = (&'u str, Digest)>) -> Digest {
    let mut lines = String::new();
    for (address, digest) in units {
        let _ = writeln!(lines, "{address} {digest}");
    }
    of(&lines)
}

/// The digest of an edition as it was sealed first. The `digest` that the seal has is not looked at, nor
/// what was sealed later.
pub fn edition_digest(seal: &Seal) -> Digest {
    let mut lines = String::new();
    let facts = &seal.facts;
    let _ = writeln!(lines, "edition {}", facts.edition);
    let _ = writeln!(lines, "order {}", facts.order);
    let _ = writeln!(lines, "order-date {}", facts.order_date);
    write_stated("updated", facts.updated, &mut lines);
    write_stated("in-force", facts.in_force, &mut lines);
    write_ending(&facts.end, &mut lines);
    let _ = writeln!(lines, "sealed {}", seal.sealed);
    write_texts(&seal.languages, &mut lines);
    write_stated("before", seal.before, &mut lines);
    write_stated("before-end", seal.before_end, &mut lines);
    of(&lines)
}

/// The digest of an edition after a corrigendum, whose own `digest` is not looked at; `before` is the
/// edition's digest until then.
pub fn corrigendum_digest(corrigendum: &SealedCorrigendum, before: Digest) -> Digest {
    let mut lines = String::new();
    let _ = writeln!(lines, "corrigendum {}", corrigendum.date);
    let _ = writeln!(lines, "sealed {}", corrigendum.sealed);
    for (lang, words) in &corrigendum.reason {
        let _ = writeln!(lines, "reason {lang} {}", collapsed(words));
    }
    write_texts(&corrigendum.languages, &mut lines);
    let written = |digest: Option<Digest>| digest.map_or("-".to_owned(), |d| d.to_string());
    for change in &corrigendum.changes {
        let was = written(change.was.as_deref().map(of));
        let is = written(change.digest);
        let _ = writeln!(
            lines,
            "change {} {} {was} {is}",
            change.language, change.clause
        );
    }
    let _ = writeln!(lines, "before {before}");
    of(&lines)
}

/// The digest of what was recorded of an edition's end, whose own `digest` is not looked at; `before`
/// is what it is chained to.
pub fn end_digest(end: &SealedEnd, before: Digest) -> Digest {
    let mut lines = String::from("end\n");
    let _ = writeln!(lines, "sealed {}", end.sealed);
    write_ending(&end.end, &mut lines);
    let _ = writeln!(lines, "before {before}");
    of(&lines)
}

fn write_ending(end: &SealedEnding, lines: &mut String) {
    let order = end.repeal_order.as_ref();
    write_stated("until", end.until, lines);
    write_stated("repealed", end.repealed, lines);
    write_stated("repeal-order", order.map(|order| &order.number), lines);
    write_stated("repeal-order-date", order.map(|order| order.date), lines);
}

/// The line of what is stated; none of what is not.
fn write_stated(key: &str, stated: Option<impl std::fmt::Display>, lines: &mut String) {
    if let Some(stated) = stated {
        let _ = writeln!(lines, "{key} {stated}");
    }
}

fn write_texts(languages: &BTreeMap<Lang, Digest>, lines: &mut String) {
    for (lang, digest) in languages {
        let _ = writeln!(lines, "text {lang} {digest}");
    }
}

/// Words with single spaces between them.
pub fn collapsed(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::of;

    /// FIPS 180-4, the example of one block.
    #[test]
    fn the_digest_is_sha_256() {
        let expected = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(of("abc").to_string(), expected);
    }
}
