//! What the rules may ask besides the texts they look at.

use std::collections::BTreeMap;

use super::PolicyTitles;
use crate::lang::{Glossary, Language};
use crate::model::{Lang, Policy};

/// What holds for the whole site.
#[derive(Clone, Copy, Debug)]
pub struct Context<'s> {
    /// What is known of its languages.
    pub languages: &'s BTreeMap<Lang, Language>,
    /// Its terms.
    pub glossary: &'s Glossary,
    /// The titles of its policies.
    pub titles: &'s PolicyTitles,
    /// All its policies, with all their editions.
    pub policies: &'s [Policy],
}
