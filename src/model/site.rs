use std::collections::BTreeMap;

use super::{Extras, Lang, Level, Policy};

/// A text in each language.
pub type Localized = BTreeMap<Lang, String>;

/// A site: what `site.yaml` says, and its policies.
#[derive(Clone, Debug)]
pub struct Site {
    /// The address the site is published under, without a slash at the end.
    pub base_url: String,
    /// Its languages, in the order they are offered; the first is the default. Never empty.
    pub languages: Vec<Lang>,
    /// The name of its theme.
    pub theme: String,
    /// Which kinds of pages it has besides the necessary ones.
    pub extras: Extras,
    /// How the findings of single rules are taken, by the rule's name.
    pub rules: BTreeMap<String, Level>,
    /// What the section is called, such as "Legal Information".
    pub title: Localized,
    /// Whose policies these are.
    pub owner: Owner,
    /// The policies, in the order of the index.
    pub policies: Vec<Policy>,
}

/// The company whose policies are published; each fact in each language, or left out.
#[derive(Clone, Debug, Default)]
pub struct Owner {
    /// Its name.
    pub name: Localized,
    /// Its postal address.
    pub address: Localized,
    /// Its telephone number.
    pub phone: Localized,
    /// Its e-mail address.
    pub email: Localized,
}
