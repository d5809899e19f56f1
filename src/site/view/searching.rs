//! What search engines are told of a policy's pages.
//!
//! Who searches for a policy should find what holds, once in each language.
//!
//! - The edition that the policy's own address shows has two addresses with the same text. The
//!   policy's address stays when the next edition comes, so it is the canonical one, and the
//!   edition's page names it. That page is not marked `noindex`: engines take the two marks together
//!   as a contradiction, and may apply the `noindex` to the canonical page as well.
//! - All other editions say something else than what holds. Each is its own canonical page, since
//!   its text is no duplicate, and asks to be left out of the results. Its links may be followed.
//! - Drafts are nobody's business but that of those who were given the address.
//!
//! Languages are named on the canonical pages' behalf: `hreflang` joins canonical addresses only.
//! The map for search engines lists canonical pages that may be found, and no others.

use super::page::Surroundings;
use crate::model::{Edition, Policy};

/// What a page tells search engines of itself.
#[derive(Debug, Default)]
pub(super) struct Searching {
    /// The path of the canonical page below its language's folder, where that is another page.
    pub(super) canonical: Option<String>,
    /// What robots are asked for, where they may not do as they like.
    pub(super) robots: Option<&'static str>,
}

impl Searching {
    /// What a page tells that is made of several texts: two editions, or two languages. It repeats
    /// the words of all of them, be it those that no longer hold or those of another language. Who
    /// searches for a policy is to find the text that holds, in one language; from there, such a page
    /// is a link away.
    pub(super) fn of_several<'e>(mut editions: impl Iterator<Item = &'e Edition>) -> Self {
        Self {
            canonical: None,
            robots: match editions.any(Edition::is_draft) {
                true => Some("noindex, nofollow"),
                false => Some("noindex, follow"),
            },
        }
    }
}

impl Surroundings<'_> {
    /// What the page of one edition tells search engines.
    pub(super) fn searching(&self, policy: &Policy, edition: &Edition) -> Searching {
        let shown = policy.on(self.plan.today);
        let is_shown = shown.is_some_and(|shown| shown.number == edition.number);
        Searching {
            canonical: is_shown.then(|| format!("{}/", policy.slug)),
            robots: match edition.is_draft() {
                true => Some("noindex, nofollow"),
                false => (!is_shown).then_some("noindex, follow"),
            },
        }
    }
}
