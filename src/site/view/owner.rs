use serde::Serialize;

use super::page::Surroundings;
use crate::model::{Lang, Localized};

/// Whose policies these are, in one language.
#[derive(Debug, Serialize)]
pub(super) struct OwnerFacts {
    name: String,
    address: Option<String>,
    phone: Option<String>,
    phone_href: Option<String>,
    email: Option<String>,
}

impl Surroundings<'_> {
    /// The company, if its name is known in the language.
    pub(super) fn owner(&self, lang: &Lang) -> Option<OwnerFacts> {
        let owner = &self.plan.site.owner;
        let fact = |facts: &Localized| facts.get(lang).cloned();
        let phone = fact(&owner.phone);
        Some(OwnerFacts {
            name: fact(&owner.name)?,
            address: fact(&owner.address),
            phone_href: phone.as_ref().map(|phone| {
                let digits = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+');
                format!("tel:{}", digits.collect::<String>())
            }),
            phone,
            email: fact(&owner.email),
        })
    }
}
