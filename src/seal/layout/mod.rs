//! How a seal is laid out in `seal.yaml`, key by key.

mod later;
mod values;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use later::{CorrigendumFile, EndFile};
use values::{Code, Day, Hex, read_texts, written_texts};

use crate::model::{Seal, SealedEnding, SealedFacts, SealedOrder, Standing};
use crate::source::FileId;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SealFile {
    sealed: Day,
    edition: String,
    order: OrderFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    updated: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    in_force: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repealed: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repeal_order: Option<OrderFile>,
    languages: BTreeMap<Code, Hex>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Hex>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before_end: Option<Hex>,
    digest: Hex,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    corrigenda: Vec<CorrigendumFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ends: Vec<EndFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OrderFile {
    number: String,
    date: Day,
}

impl SealFile {
    /// A seal as it is laid out.
    pub(super) fn of(seal: &Seal) -> Self {
        let facts = &seal.facts;
        Self {
            sealed: Day(seal.sealed),
            edition: facts.edition.clone(),
            order: OrderFile {
                number: facts.order.clone(),
                date: Day(facts.order_date),
            },
            updated: facts.updated.map(Day),
            in_force: facts.in_force.map(Day),
            until: facts.end.until.map(Day),
            repealed: facts.end.repealed.map(Day),
            repeal_order: facts.end.repeal_order.as_ref().map(OrderFile::of),
            languages: written_texts(&seal.languages),
            before: seal.before.map(Hex),
            before_end: seal.before_end.map(Hex),
            digest: Hex(seal.digest),
            corrigenda: seal.corrigenda.iter().map(CorrigendumFile::of).collect(),
            ends: seal.ends.iter().map(EndFile::of).collect(),
        }
    }

    /// The seal that is laid out so.
    pub(super) fn seal(self, id: FileId) -> Seal {
        let corrigenda = self.corrigenda.into_iter();
        let ends = self.ends.into_iter();
        Seal {
            file: id,
            sealed: self.sealed.0,
            digest: self.digest.0,
            before: self.before.map(|digest| digest.0),
            before_end: self.before_end.map(|digest| digest.0),
            facts: SealedFacts {
                edition: self.edition,
                order: self.order.number,
                order_date: self.order.date.0,
                updated: self.updated.map(|day| day.0),
                in_force: self.in_force.map(|day| day.0),
                end: ending(self.until, self.repealed, self.repeal_order),
            },
            corrigenda: corrigenda.map(CorrigendumFile::corrigendum).collect(),
            ends: ends.map(EndFile::end).collect(),
            languages: read_texts(self.languages),
            standing: Standing::default(),
        }
    }
}

impl OrderFile {
    fn of(order: &SealedOrder) -> Self {
        Self {
            number: order.number.clone(),
            date: Day(order.date),
        }
    }
}

fn ending(
    until: Option<Day>,
    repealed: Option<Day>,
    repeal_order: Option<OrderFile>,
) -> SealedEnding {
    SealedEnding {
        until: until.map(|day| day.0),
        repealed: repealed.map(|day| day.0),
        repeal_order: repeal_order.map(|order| SealedOrder {
            number: order.number,
            date: order.date.0,
        }),
    }
}
