use serde::Serialize;

use super::edition_data::{OrderData, word};
use super::page::Surroundings;
use super::title::title_of;
use crate::model::{Edition, Policy};
use crate::site::Address;

/// All policies and editions of a site, for other systems. Described by
/// [`POLICIES_SCHEMA`](crate::site::POLICIES_SCHEMA).
#[derive(Debug, Serialize)]
pub struct PoliciesData {
    #[serde(rename = "$schema")]
    schema: &'static str,
    site: String,
    languages: Vec<String>,
    policies: Vec<PolicyData>,
}

#[derive(Debug, Serialize)]
struct PolicyData {
    policy: String,
    /// The number of the edition in force on the day of the build.
    in_force: Option<String>,
    pages: Vec<PageData>,
    editions: Vec<EditionData>,
}

#[derive(Debug, Serialize)]
struct EditionData {
    edition: String,
    state: &'static str,
    order: Option<OrderData>,
    updated: Option<String>,
    from: Option<String>,
    to: Option<String>,
    digest: Option<String>,
    pages: Vec<PageData>,
}

/// A page in one language.
#[derive(Debug, Serialize)]
struct PageData {
    language: String,
    title: String,
    url: String,
    /// The facts of the edition with the digests of its clauses.
    #[serde(skip_serializing_if = "Option::is_none")]
    facts: Option<String>,
}

/// The file that describes the index, beside it.
pub(in crate::site) const SCHEMA_FILE: &str = "policies.schema.json";

impl Surroundings<'_> {
    /// The index of the policies that have pages.
    pub(super) fn policies_data(&self) -> PoliciesData {
        let site = self.plan.site;
        let policies = site.policies.iter();
        let policies = policies.filter(|policy| self.plan.editions(policy).next().is_some());
        PoliciesData {
            schema: SCHEMA_FILE,
            site: Address::new("").url(&site.base_url),
            languages: site.languages.iter().map(ToString::to_string).collect(),
            policies: policies.map(|policy| self.policy_data(policy)).collect(),
        }
    }

    fn policy_data(&self, policy: &Policy) -> PolicyData {
        let today = self.plan.today;
        let shown = policy.on(today);
        let editions = self.plan.editions(policy);
        PolicyData {
            policy: policy.slug.clone(),
            in_force: policy.in_force(today).map(|edition| edition.number.clone()),
            pages: shown.map_or_else(Vec::new, |edition| self.pages(edition, &policy.slug, None)),
            editions: editions
                .map(|edition| self.listed_edition(policy, edition))
                .collect(),
        }
    }

    fn listed_edition(&self, policy: &Policy, edition: &Edition) -> EditionData {
        let day = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
        let period = policy.period(edition);
        let path = format!("{}/{}", policy.slug, edition.number);
        EditionData {
            edition: edition.number.clone(),
            state: word(policy.state(edition, self.plan.today)),
            order: edition.order.as_ref().and_then(OrderData::of),
            updated: day(edition.updated),
            from: day(period.map(|period| period.from)),
            to: day(period.and_then(|period| period.to)),
            digest: edition.seal.as_ref().map(|seal| seal.latest().to_string()),
            pages: self.pages(edition, &path, Some("edition.json")),
        }
    }

    /// The pages of an edition at a path below the folder of each language.
    fn pages(&self, edition: &Edition, path: &str, facts: Option<&str>) -> Vec<PageData> {
        let pages = edition.texts.iter().map(|text| {
            let url = self.url(&format!("{}/{path}/", text.lang));
            PageData {
                language: text.lang.to_string(),
                title: title_of(text),
                facts: facts.map(|file| format!("{url}{file}")),
                url,
            }
        });
        pages.collect()
    }
}
