use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memchr;

/// The opening tags that a page had before: most of its tags are written in the same few ways, and what
/// becomes of them is the same each time.
#[derive(Default)]
pub(super) struct Known<'h> {
    /// By how they are written.
    tags: BTreeMap<&'h str, Written<'h>>,
}

struct Written<'h> {
    name: &'h str,
    /// Where it stands in what was written.
    place: Range<usize>,
}

/// The opening tag that a text begins with, up to the first `>`.
fn raw(text: &str) -> Option<&str> {
    let end = memchr(b'>', text.as_bytes())?;
    Some(&text[..=end])
}

impl<'h> Known<'h> {
    /// The name of the tag that a text begins with, the place where it was written before, and what
    /// follows it.
    pub(super) fn get(&self, text: &'h str) -> Option<(&'h str, Range<usize>, &'h str)> {
        let raw = raw(text)?;
        let known = self.tags.get(raw)?;
        Some((known.name, known.place.clone(), &text[raw.len()..]))
    }

    /// Remembers where the tag was written that a text begins with. `rest` is what follows it.
    pub(super) fn add(&mut self, text: &'h str, name: &'h str, rest: &str, place: Range<usize>) {
        // A `>` in a value does not end a tag.
        let whole = raw(text).filter(|raw| raw.len() == text.len() - rest.len());
        if let Some(raw) = whole {
            self.tags.insert(raw, Written { name, place });
        }
    }
}
