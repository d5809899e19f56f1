use std::collections::BTreeSet;

use super::Wish;
use crate::load::{find_edition, find_policy};
use crate::model::Site;
use crate::source::Error;

/// Fails where something is wished for that the site does not have, and names what there is.
pub(super) fn known(site: &Site, wish: &Wish) -> Result<(), Error> {
    let policies = match &wish.policy {
        None => site.policies.iter().collect(),
        Some(slug) => vec![find_policy(site, slug)?],
    };
    if let Some(number) = &wish.edition {
        match policies.as_slice() {
            [only] => drop(find_edition(only, number)?),
            several => {
                let editions = several.iter().flat_map(|policy| &policy.editions);
                let numbers = editions.map(|edition| edition.number.as_str());
                one_of("find the edition", number, numbers)?;
            }
        }
    }
    if let Some(code) = &wish.language {
        // A language that the site has given up may have sealed texts.
        let editions = policies.iter().flat_map(|policy| &policy.editions);
        let seals = editions.filter_map(|edition| edition.seal.as_ref());
        let sealed = seals.flat_map(|seal| seal.texts().keys());
        let codes = site.languages.iter().chain(sealed).map(|lang| lang.code());
        one_of("find the language", code, codes)?;
    }
    Ok(())
}

fn one_of<'s>(
    action: &'static str,
    asked: &str,
    there: impl Iterator<Item = &'s str>,
) -> Result<(), Error> {
    let there: BTreeSet<&str> = there.collect();
    if there.contains(asked) {
        return Ok(());
    }
    let there: Vec<&str> = there.into_iter().collect();
    let why = format!("the site has {}", there.join(", "));
    Err(Error::explained(action, asked.as_ref(), why))
}
