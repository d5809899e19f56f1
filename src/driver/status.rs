use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use super::check::settled;
use super::{Occasion, Unseen};
use crate::diagnostic::{Place, Summary};
use crate::load::load;
use crate::model::{Edition, Order, Period, Policy, State};
use crate::source::Error;

/// What there is: policies and their editions, with what was found in each.
#[derive(Clone, Debug)]
pub struct Status {
    /// The editions, policy by policy in the order of the index, oldest first.
    pub editions: Vec<EditionStatus>,
    /// What was found that is about no edition.
    pub elsewhere: Summary,
}

/// One edition.
#[derive(Clone, Debug)]
pub struct EditionStatus {
    /// The policy's folder name.
    pub policy: String,
    /// The edition's number.
    pub edition: String,
    /// What it is on the day; `None` while its file is not there or does not say its order's date.
    pub state: Option<State>,
    /// Its order.
    pub order: Option<Order>,
    /// The days it is in force.
    pub period: Option<Period>,
    /// The codes of the languages it has a text in.
    pub languages: Vec<String>,
    /// The day it was sealed, or its last correction was.
    pub sealed: Option<Date>,
    /// What was found in it.
    pub found: Summary,
}

/// Looks at the site in a folder as it is on an occasion.
pub fn status(root: &Path, occasion: Occasion) -> Result<Status, Error> {
    let mut loaded = load(root)?;
    let (settled, _) = settled(&mut loaded, occasion, &Unseen);
    let mut found: BTreeMap<(Option<&str>, Option<&str>), Summary> = BTreeMap::new();
    for finding in &settled.findings {
        found
            .entry(edition_of(&finding.place))
            .or_default()
            .count(finding);
    }
    for accepted in &settled.accepted {
        found
            .entry(edition_of(&accepted.finding.place))
            .or_default()
            .accepted += 1;
    }
    let mut editions = Vec::new();
    for policy in &loaded.site.policies {
        for edition in &policy.editions {
            let key = (Some(policy.slug.as_str()), Some(edition.number.as_str()));
            let found = found.remove(&key).unwrap_or_default();
            editions.push(edition_status(policy, edition, occasion.today, found));
        }
        // Folders that are no editions yet: `edition.yaml` is not there.
        editions.extend(unread(&mut found, |slug| slug == policy.slug));
    }
    editions.extend(unread(&mut found, |_| true));
    let elsewhere = found.into_values().fold(Summary::default(), Summary::with);
    Ok(Status {
        editions,
        elsewhere,
    })
}

/// The folders of editions that could not be read, as far as something was found in them.
fn unread(
    found: &mut BTreeMap<(Option<&str>, Option<&str>), Summary>,
    wanted: impl Fn(&str) -> bool,
) -> Vec<EditionStatus> {
    let mut unread = Vec::new();
    found.retain(|place, found| match *place {
        (Some(policy), Some(edition)) if wanted(policy) => {
            unread.push(EditionStatus {
                policy: policy.to_owned(),
                edition: edition.to_owned(),
                state: None,
                order: None,
                period: None,
                languages: Vec::new(),
                sealed: None,
                found: *found,
            });
            false
        }
        _ => true,
    });
    unread
}

fn edition_of(place: &Place) -> (Option<&str>, Option<&str>) {
    (place.policy.as_deref(), place.edition.as_deref())
}

/// Whether the edition was approved on a day that could not be read.
fn undated(edition: &Edition) -> bool {
    let order = edition.order.as_ref();
    order.is_some_and(|order| order.date.is_none())
}

fn edition_status(policy: &Policy, edition: &Edition, day: Date, found: Summary) -> EditionStatus {
    EditionStatus {
        policy: policy.slug.clone(),
        edition: edition.number.clone(),
        state: (!undated(edition)).then(|| policy.state(edition, day)),
        order: edition.order.clone(),
        period: policy.period(edition),
        languages: edition
            .texts
            .iter()
            .map(|text| text.lang.to_string())
            .collect(),
        sealed: edition.seal.as_ref().map(|seal| {
            let last = seal.corrigenda.last();
            last.map_or(seal.sealed, |corrigendum| corrigendum.sealed)
        }),
        found,
    }
}
