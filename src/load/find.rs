//! What is asked for by its name, out of what was read. An error names what there is.

use crate::model::{Edition, Lang, Policy, Site};
use crate::source::Error;

/// The policy whose folder has a name.
pub fn find_policy<'s>(site: &'s Site, slug: &str) -> Result<&'s Policy, Error> {
    let found = site.policies.iter().find(|policy| policy.slug == slug);
    found.ok_or_else(|| {
        let there = site.policies.iter().map(|policy| policy.slug.as_str());
        let none = "the site has no policies; `tarmaq new policy` makes one";
        unknown("find the policy", slug, "the site", there, none)
    })
}

/// The edition of a policy that has a number.
pub fn find_edition<'p>(policy: &'p Policy, number: &str) -> Result<&'p Edition, Error> {
    policy.edition(number).ok_or_else(|| {
        let there = policy.editions.iter().map(|own| own.number.as_str());
        let none = "the policy has no editions; `tarmaq new edition` makes one";
        unknown("find the edition", number, &policy.slug, there, none)
    })
}

/// The language of the site that has a code.
pub fn find_language<'s>(site: &'s Site, code: &str) -> Result<&'s Lang, Error> {
    let found = site.languages.iter().find(|lang| lang.code() == code);
    found.ok_or_else(|| {
        let there = site.languages.iter().map(Lang::code);
        let none = "the site has no languages";
        unknown("find the language", code, "the site", there, none)
    })
}

/// The error about something that is not there: `whose` has what is there, and `none` is said where
/// that is nothing.
fn unknown<'a>(
    action: &'static str,
    asked: &str,
    whose: &str,
    there: impl Iterator<Item = &'a str>,
    none: &str,
) -> Error {
    let there: Vec<&str> = there.collect();
    let why = match there.is_empty() {
        true => none.to_owned(),
        false => format!("{whose} has {}", there.join(", ")),
    };
    Error::explained(action, asked.as_ref(), why)
}
