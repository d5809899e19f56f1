use serde::Serialize;

use super::page::Surroundings;
use crate::model::{Digest, Edition, Lang, Localized, Order, Policy, Seal, State, Text, plain};
use crate::seal::{collapsed, seal_text};

/// The facts of an edition for other systems, such as a checkout that records which text a person
/// accepted. Described by [`EDITION_SCHEMA`](crate::site::EDITION_SCHEMA).
#[derive(Debug, Serialize)]
pub struct EditionData {
    policy: String,
    edition: String,
    order: Option<OrderData>,
    updated: Option<String>,
    in_force: Option<String>,
    until: Option<String>,
    repealed: Option<RepealData>,
    state: &'static str,
    sealed: Option<String>,
    digest: Option<String>,
    before: Option<String>,
    languages: Vec<TextData>,
    corrigenda: Vec<CorrigendumData>,
}

#[derive(Debug, Serialize)]
pub(super) struct OrderData {
    number: String,
    date: String,
}

impl OrderData {
    /// The facts of an order; no page is made while its date cannot be read.
    pub(super) fn of(order: &Order) -> Option<Self> {
        Some(Self {
            number: order.number.clone(),
            date: order.date?.to_string(),
        })
    }
}

#[derive(Debug, Serialize)]
struct RepealData {
    date: String,
    order: Option<OrderData>,
}

#[derive(Debug, Serialize)]
struct TextData {
    language: String,
    title: String,
    url: String,
    digest: String,
    clauses: Vec<ClauseData>,
}

#[derive(Debug, Serialize)]
struct ClauseData {
    address: String,
    number: Option<String>,
    digest: String,
}

#[derive(Debug, Serialize)]
struct CorrigendumData {
    date: String,
    sealed: String,
    reason: Vec<ReasonData>,
    digest: String,
    clauses: Vec<CorrectedData>,
}

#[derive(Debug, Serialize)]
struct ReasonData {
    language: String,
    words: String,
}

#[derive(Debug, Serialize)]
struct CorrectedData {
    language: String,
    address: String,
    digest: Option<String>,
}

impl Surroundings<'_> {
    /// The facts of an edition, the same at all its addresses.
    pub(super) fn edition_data(&self, policy: &Policy, edition: &Edition) -> EditionData {
        let seal = edition.seal.as_ref();
        let day = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
        EditionData {
            policy: policy.slug.clone(),
            edition: edition.number.clone(),
            order: edition.order.as_ref().and_then(OrderData::of),
            updated: day(edition.updated),
            in_force: day(edition.in_force),
            until: day(edition.until),
            repealed: edition.repeal.as_ref().map(|repeal| RepealData {
                date: repeal.date.to_string(),
                order: repeal.order.as_ref().and_then(OrderData::of),
            }),
            state: word(policy.state(edition, self.plan.today)),
            sealed: seal.map(|seal| seal.sealed.to_string()),
            digest: seal.map(|seal| seal.latest().to_string()),
            before: seal.and_then(|seal| seal.before.as_ref().map(Digest::to_string)),
            languages: edition
                .texts
                .iter()
                .map(|text| self.text_data(policy, edition, text))
                .collect(),
            corrigenda: seal.map(corrigenda).unwrap_or_default(),
        }
    }

    fn text_data(&self, policy: &Policy, edition: &Edition, text: &Text) -> TextData {
        let sealed = seal_text(text);
        let title = text.title.as_ref();
        let title = title.map(|title| collapsed(&plain(&title.content)));
        let clauses = sealed.units.into_iter().map(|unit| ClauseData {
            address: unit.address,
            number: unit.number,
            digest: unit.digest.to_string(),
        });
        TextData {
            language: text.lang.to_string(),
            title: title.unwrap_or_default(),
            url: self.url(&format!(
                "{}/{}/{}/",
                text.lang, policy.slug, edition.number
            )),
            digest: sealed.digest.to_string(),
            clauses: clauses.collect(),
        }
    }
}

/// What a state is called in data.
pub(super) fn word(state: State) -> &'static str {
    match state {
        State::Draft => "draft",
        State::Upcoming => "upcoming",
        State::InForce => "in-force",
        State::Superseded => "superseded",
        State::Repealed => "repealed",
    }
}

fn corrigenda(seal: &Seal) -> Vec<CorrigendumData> {
    let corrigenda = seal.corrigenda.iter().map(|corrigendum| CorrigendumData {
        date: corrigendum.date.to_string(),
        sealed: corrigendum.sealed.to_string(),
        reason: reasons(&corrigendum.reason),
        digest: corrigendum.digest.to_string(),
        clauses: corrigendum
            .changes
            .iter()
            .map(|change| CorrectedData {
                language: change.language.to_string(),
                address: change.clause.clone(),
                digest: change.digest.as_ref().map(Digest::to_string),
            })
            .collect(),
    });
    corrigenda.collect()
}

fn reasons(reason: &Localized) -> Vec<ReasonData> {
    let reasons = reason
        .iter()
        .map(|(lang, words): (&Lang, &String)| ReasonData {
            language: lang.to_string(),
            words: words.clone(),
        });
    reasons.collect()
}
