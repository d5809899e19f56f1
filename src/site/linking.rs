use std::collections::BTreeMap;

use super::{Address, Plan};
use crate::links::{Links, MarkKind};
use crate::model::Lang;

/// Stands in the text of a policy around the address of another policy's page. A text is rendered once
/// and stands on pages of different depth, so the way from one to the other is filled in on each page.
const SIGN: char = '\u{1}';

/// The links of a text, and the pages that they lead to.
#[derive(Debug, Hash)]
pub struct Linking<'l> {
    pub(super) links: &'l Links,
    /// The pages of the policies that are referred to, as far as they have one.
    homes: BTreeMap<usize, Address>,
}

impl<'l> Linking<'l> {
    /// The links of a text in a language, on the pages of a plan.
    pub fn of(links: &'l Links, plan: &Plan<'_>, lang: &Lang) -> Self {
        let policies = links.iter().filter_map(|mark| match mark.kind {
            MarkKind::Policy(policy) => Some(policy),
            _ => None,
        });
        let homes = policies.filter_map(|at| Some((at, plan.home(at, lang)?)));
        Self {
            links,
            homes: homes.collect(),
        }
    }

    /// No links but those given, which lead to no other page.
    pub fn within(links: &'l Links) -> Self {
        Self {
            links,
            homes: BTreeMap::new(),
        }
    }

    /// The way to the page of a policy, before it is filled in.
    pub(super) fn href(&self, policy: usize) -> Option<String> {
        self.homes.get(&policy).map(unfilled)
    }

    /// The pages of the policies that are referred to.
    pub fn homes(&self) -> impl Iterator<Item = &Address> {
        self.homes.values()
    }
}

/// The address of a page as it stands in a text before the way to it is filled in.
pub fn unfilled(address: &Address) -> String {
    format!("{SIGN}{}{SIGN}", address.path())
}
