//! What is sealed of an edition after the edition itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::values::{Code, Day, Hex, read_texts, written_texts};
use super::{OrderFile, ending};
use crate::model::{SealedChange, SealedCorrigendum, SealedEnd};
use crate::seal::collapsed;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CorrigendumFile {
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

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndFile {
    sealed: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repealed: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repeal_order: Option<OrderFile>,
    digest: Hex,
}

impl CorrigendumFile {
    pub(super) fn of(corrigendum: &SealedCorrigendum) -> Self {
        let reason = corrigendum.reason.iter();
        Self {
            date: Day(corrigendum.date),
            sealed: Day(corrigendum.sealed),
            reason: reason
                .map(|(lang, words)| (Code(lang.clone()), collapsed(words)))
                .collect(),
            languages: written_texts(&corrigendum.languages),
            changes: corrigendum.changes.iter().map(ChangeFile::of).collect(),
            digest: Hex(corrigendum.digest),
        }
    }

    pub(super) fn corrigendum(self) -> SealedCorrigendum {
        let reason = self.reason.into_iter();
        let changes = self.changes.into_iter();
        SealedCorrigendum {
            date: self.date.0,
            sealed: self.sealed.0,
            reason: reason.map(|(code, words)| (code.0, words)).collect(),
            languages: read_texts(self.languages),
            changes: changes.map(ChangeFile::change).collect(),
            digest: self.digest.0,
        }
    }
}

impl ChangeFile {
    fn of(change: &SealedChange) -> Self {
        Self {
            language: Code(change.language.clone()),
            clause: change.clause.clone(),
            was: change.was.clone(),
            digest: change.digest.map(Hex),
        }
    }

    fn change(self) -> SealedChange {
        SealedChange {
            language: self.language.0,
            clause: self.clause,
            was: self.was,
            digest: self.digest.map(|digest| digest.0),
        }
    }
}

impl EndFile {
    pub(super) fn of(end: &SealedEnd) -> Self {
        Self {
            sealed: Day(end.sealed),
            until: end.end.until.map(Day),
            repealed: end.end.repealed.map(Day),
            repeal_order: end.end.repeal_order.as_ref().map(OrderFile::of),
            digest: Hex(end.digest),
        }
    }

    pub(super) fn end(self) -> SealedEnd {
        SealedEnd {
            sealed: self.sealed.0,
            end: ending(self.until, self.repealed, self.repeal_order),
            digest: self.digest.0,
        }
    }
}
