//! The witness of a sealed text: the file `seal/<language>.txt`, which keeps the sealed words.
//!
//! It holds the units of the text one after another, each as a line `# <address> <digest>` and its
//! canonical plain form. No line of a form begins with `#`.

use std::fmt::Write as _;
use std::ops::Range;

use super::SealedText;
use super::digest::{of, text_digest};
use crate::model::Digest;

/// A unit as a witness has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessUnit<'w> {
    /// Its address.
    pub address: &'w str,
    /// Its canonical plain form.
    pub form: &'w str,
    /// The digest that the form has.
    pub digest: Digest,
    /// Where the form begins in the witness.
    pub start: usize,
}

/// The witness of a text.
pub fn write_witness(text: &SealedText) -> String {
    let mut witness = String::new();
    for unit in &text.units {
        let _ = writeln!(witness, "# {} {}", unit.address, unit.digest);
        witness.push_str(&unit.form);
    }
    witness
}

/// The units of a witness, in order. Lines that stand before the first are left out.
pub fn read_witness(witness: &str) -> Vec<WitnessUnit<'_>> {
    let mut units = Vec::new();
    let mut open: Option<(&str, Range<usize>)> = None;
    let mut at = 0;
    for line in witness.split_inclusive('\n') {
        let end = at + line.len();
        match line.strip_prefix("# ") {
            Some(head) => {
                let before = open.replace((head, end..end));
                units.extend(before.map(|(head, range)| unit(witness, head, range)));
            }
            None => {
                if let Some((_, range)) = &mut open {
                    range.end = end;
                }
            }
        }
        at = end;
    }
    units.extend(open.map(|(head, range)| unit(witness, head, range)));
    units
}

fn unit<'w>(witness: &'w str, head: &'w str, range: Range<usize>) -> WitnessUnit<'w> {
    let start = range.start;
    let form = &witness[range];
    WitnessUnit {
        address: head.split_whitespace().next().unwrap_or_default(),
        form,
        digest: of(form),
        start,
    }
}

/// Whether the units of a witness are those of a sealed text, by its digest.
pub fn answers(units: &[WitnessUnit<'_>], sealed: Digest) -> bool {
    text_digest(units.iter().map(|unit| (unit.address, unit.digest))) == sealed
}
