//! The file `seal.yaml`: a seal as it is written and read.

use std::ops::Range;

use super::layout::SealFile;
use super::{corrigendum_digest, edition_digest, end_digest};
use crate::model::{Digest, Seal};
use crate::source::{FileId, Position, SourceFile};

/// What the file begins with.
const HEAD: &str = "\
# The seal of this edition, written by `tarmaq seal`. Not edited by hand: any change of it is an error.
# The sealed words stand in the folder `seal`.
";

/// Why a seal cannot be believed, and where in its file that shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub why: String,
    /// Where in the file.
    pub range: Range<usize>,
}

/// The file of a seal.
pub fn write(seal: &Seal) -> String {
    // Plain values in plain structs: nothing here can fail to be written.
    let yaml = serde_yaml::to_string(&SealFile::of(seal)).unwrap_or_default();
    format!("{HEAD}{yaml}")
}

/// The seal that a file holds. A fault tells that it cannot be read, or that it is not as it was
/// written: one of its digests is not that of what stands beside it, or a line is not one that
/// [`write()`] writes.
pub fn read(id: FileId, file: &SourceFile) -> Result<Seal, Fault> {
    let read: SealFile = serde_yaml::from_str(file.text()).map_err(|error| {
        let place = error.location();
        let line = place.map_or(1, |place| place.line());
        let start = file.offset(Position { line, column: 1 });
        let told = error.to_string();
        let why = told.split(" at line ").next().unwrap_or_default();
        Fault {
            why: format!("it cannot be read: {why}"),
            range: start..file.line_span(line).range().end,
        }
    })?;
    let seal = read.seal(id);
    let mut before = seal.digest;
    if edition_digest(&seal) != before {
        return Err(odd(file, before, "of the edition's facts and texts"));
    }
    for corrigendum in &seal.corrigenda {
        if corrigendum_digest(corrigendum, before) != corrigendum.digest {
            let what = format!("of the corrigendum of {}", corrigendum.date);
            return Err(odd(file, corrigendum.digest, &what));
        }
        before = corrigendum.digest;
    }
    before = seal.digest;
    for end in &seal.ends {
        if end_digest(end, before) != end.digest {
            return Err(odd(file, end.digest, "of the end of the edition"));
        }
        before = end.digest;
    }
    match other_line(file.text(), &write(&seal)) {
        None => Ok(seal),
        Some(range) => Err(Fault {
            why: "this line is not as it was written".to_owned(),
            range,
        }),
    }
}

fn odd(file: &SourceFile, digest: Digest, what: &str) -> Fault {
    let written = digest.to_string();
    // The last place: a later `before` does not come in the same file.
    let start = file.text().rfind(&written).unwrap_or(0);
    let end = (start + written.len()).min(file.text().len());
    Fault {
        why: format!("this digest is not that {what}"),
        range: start..end,
    }
}

/// The first line of a file that is not the one that was written; its last where lines are missing.
fn other_line(text: &str, written: &str) -> Option<Range<usize>> {
    if text == written {
        return None;
    }
    let mut range = 0..0;
    let mut expected = written.split_inclusive('\n');
    for line in text.split_inclusive('\n') {
        range = range.end..range.end + line.len();
        if expected.next() != Some(line) {
            break;
        }
    }
    let words = text[range.clone()].trim_end();
    Some(range.start..range.start + words.len())
}
