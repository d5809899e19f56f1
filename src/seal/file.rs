//! The file `seal.yaml`: a seal as it is written and read.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{collapsed, corrigendum_digest, edition_digest};
use crate::model::{Digest, Lang, Seal, SealedChange, SealedCorrigendum, SealedFacts, Standing};
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

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SealFile {
    sealed: Day,
    edition: String,
    order: OrderFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    updated: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    in_force: Option<Day>,
    languages: BTreeMap<Code, Hex>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Hex>,
    digest: Hex,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    corrigenda: Vec<CorrigendumFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OrderFile {
    number: String,
    date: Day,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrigendumFile {
    date: Day,
    sealed: Day,
    reason: BTreeMap<Code, String>,
    languages: BTreeMap<Code, Hex>,
    changes: Vec<ChangeFile>,
    digest: Hex,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeFile {
    language: Code,
    clause: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    was: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    digest: Option<Hex>,
}

/// Values that are written as words and read from them.
macro_rules! written {
    ($name:ident, $value:ty, $expected:literal, $parse:expr) => {
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
        struct $name($value);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let parse: fn(&str) -> Option<$value> = $parse;
                parse(&text)
                    .map(Self)
                    .ok_or_else(|| D::Error::custom(concat!("expected ", $expected)))
            }
        }
    };
}

written!(Day, Date, "a date", |text| text.parse().ok());
written!(Hex, Digest, "a digest", Digest::parse);
written!(Code, Lang, "the code of a language", Lang::new);

/// The file of a seal.
pub fn write(seal: &Seal) -> String {
    let facts = &seal.facts;
    let corrigenda = seal.corrigenda.iter().map(|corrigendum| CorrigendumFile {
        date: Day(corrigendum.date),
        sealed: Day(corrigendum.sealed),
        reason: corrigendum
            .reason
            .iter()
            .map(|(lang, words)| (Code(lang.clone()), collapsed(words)))
            .collect(),
        languages: written_texts(&corrigendum.languages),
        changes: corrigendum.changes.iter().map(written_change).collect(),
        digest: Hex(corrigendum.digest),
    });
    let file = SealFile {
        sealed: Day(seal.sealed),
        edition: facts.edition.clone(),
        order: OrderFile {
            number: facts.order.clone(),
            date: Day(facts.order_date),
        },
        updated: facts.updated.map(Day),
        in_force: facts.in_force.map(Day),
        languages: written_texts(&seal.languages),
        before: seal.before.map(Hex),
        digest: Hex(seal.digest),
        corrigenda: corrigenda.collect(),
    };
    // Plain values in plain structs: nothing here can fail to be written.
    let yaml = serde_yaml::to_string(&file).unwrap_or_default();
    format!("{HEAD}{yaml}")
}

fn written_texts(texts: &BTreeMap<Lang, Digest>) -> BTreeMap<Code, Hex> {
    let texts = texts.iter();
    texts
        .map(|(lang, digest)| (Code(lang.clone()), Hex(*digest)))
        .collect()
}

fn written_change(change: &SealedChange) -> ChangeFile {
    ChangeFile {
        language: Code(change.language.clone()),
        clause: change.clause.clone(),
        was: change.was.clone(),
        digest: change.digest.map(Hex),
    }
}

/// The seal that a file holds. A fault tells that it cannot be read, or that it is not as it was
/// written: one of its digests is not that of what stands beside it.
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
    let seal = seal(id, read);
    let whole = edition_digest(&seal.facts, &seal.languages, seal.before);
    if whole != seal.digest {
        return Err(odd(file, seal.digest, "of the edition's facts and texts"));
    }
    let mut before = seal.digest;
    for corrigendum in &seal.corrigenda {
        if corrigendum_digest(corrigendum, before) != corrigendum.digest {
            let what = format!("of the corrigendum of {}", corrigendum.date);
            return Err(odd(file, corrigendum.digest, &what));
        }
        before = corrigendum.digest;
    }
    Ok(seal)
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

fn seal(id: FileId, file: SealFile) -> Seal {
    let texts = |texts: BTreeMap<Code, Hex>| {
        let texts = texts.into_iter();
        texts.map(|(code, digest)| (code.0, digest.0)).collect()
    };
    let corrigenda = file.corrigenda.into_iter().map(|corrigendum| {
        let changes = corrigendum.changes.into_iter().map(|change| SealedChange {
            language: change.language.0,
            clause: change.clause,
            was: change.was,
            digest: change.digest.map(|digest| digest.0),
        });
        SealedCorrigendum {
            date: corrigendum.date.0,
            sealed: corrigendum.sealed.0,
            reason: corrigendum
                .reason
                .into_iter()
                .map(|(code, words)| (code.0, words))
                .collect(),
            languages: texts(corrigendum.languages),
            changes: changes.collect(),
            digest: corrigendum.digest.0,
        }
    });
    Seal {
        file: id,
        sealed: file.sealed.0,
        digest: file.digest.0,
        before: file.before.map(|digest| digest.0),
        facts: SealedFacts {
            edition: file.edition,
            order: file.order.number,
            order_date: file.order.date.0,
            updated: file.updated.map(|day| day.0),
            in_force: file.in_force.map(|day| day.0),
        },
        corrigenda: corrigenda.collect(),
        languages: texts(file.languages),
        standing: Standing::default(),
    }
}
