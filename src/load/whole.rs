use std::borrow::Cow;

use super::Loaded;
use crate::model::{Policy, Text};
use crate::parse::parse;

impl Loaded {
    /// A policy of this site with all its texts: those that were set aside are parsed again. What was
    /// found in them is known.
    pub fn whole<'l>(&'l self, policy: &'l Policy) -> Cow<'l, Policy> {
        let texts = || policy.editions.iter().flat_map(|edition| &edition.texts);
        if !texts().any(Text::is_aside) {
            return Cow::Borrowed(policy);
        }
        let mut policy = policy.clone();
        let texts = policy.editions.iter_mut().flat_map(|e| &mut e.texts);
        for text in texts.filter(|text| text.is_aside()) {
            let file = self.sources.get(text.file).unpacked();
            (*text, _) = parse(text.file, &file, &text.lang);
        }
        Cow::Owned(policy)
    }
}
