use std::borrow::Cow;

use crate::site::{Address, unfilled};

/// The text of a policy as minified HTML, which all its pages show.
#[derive(Clone, Debug)]
pub struct Article {
    pub(super) html: String,
    /// The pages that it links to.
    pub(super) links: Vec<Address>,
}

impl Article {
    /// The text as it stands on the page at an address: with the ways from there.
    pub fn on(&self, page: &Address) -> Cow<'_, str> {
        let mut html = Cow::Borrowed(self.html.as_str());
        for other in &self.links {
            let filled = html.replace(&unfilled(other), &page.link_to(other));
            html = Cow::Owned(filled);
        }
        html
    }
}
