use std::cell::RefCell;

use minify_html_common::spec::tag::whitespace::WhitespaceMinification;

/// So many tags are remembered at most.
const DRAWERS: usize = 2048;

/// Longer tags come but once.
const LONGEST: usize = 256;

/// An opening tag that was read and written before: pages of a site have most of theirs in common.
pub(super) struct Tag {
    source: Box<str>,
    /// How long its name is.
    pub(super) name: usize,
    /// What becomes of white space in its element, outside of a `pre`.
    pub(super) spaces: &'static WhitespaceMinification,
    /// Whether it has no closing tag.
    pub(super) void: bool,
    /// As it is written.
    pub(super) minified: Box<str>,
}

/// The tags that a thread has seen. Each has a drawer by what it looks like; one that comes later takes
/// the place of another with the same drawer, so that they take no more room on a large site.
#[derive(Default)]
pub(super) struct SeenTags {
    drawers: Vec<Option<Tag>>,
}

thread_local! {
    static SEEN: RefCell<SeenTags> = RefCell::default();
}

impl SeenTags {
    /// Those of this thread, which are to be given back.
    pub(super) fn take() -> Self {
        SEEN.take()
    }

    /// Keeps them for the next page.
    pub(super) fn give_back(self) {
        SEEN.replace(self);
    }

    /// The tag that is written so.
    pub(super) fn get(&self, source: &str) -> Option<&Tag> {
        let tag = self.drawers.get(drawer(source))?.as_ref()?;
        (*tag.source == *source).then_some(tag)
    }

    /// Remembers a tag.
    pub(super) fn keep(
        &mut self,
        source: &str,
        name: &str,
        spaces: &'static WhitespaceMinification,
        void: bool,
        minified: &str,
    ) {
        if source.len() > LONGEST {
            return;
        }
        if self.drawers.is_empty() {
            self.drawers.resize_with(DRAWERS, || None);
        }
        if let Some(drawer) = self.drawers.get_mut(drawer(source)) {
            *drawer = Some(Tag {
                source: source.into(),
                name: name.len(),
                spaces,
                void,
                minified: minified.into(),
            });
        }
    }
}

/// The drawer of a tag, whichever machine it is.
fn drawer(source: &str) -> usize {
    // The multiplier is that of FNV-1a, 64 bits (<https://datatracker.ietf.org/doc/html/rfc9923>).
    const PRIME: u64 = 0x0100_0000_01b3;
    let (words, rest) = source.as_bytes().as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    let rest = rest.iter().map(|byte| u64::from(*byte));
    let sum = words.chain(rest).fold(source.len() as u64, |sum, next| {
        (sum.rotate_left(23) ^ next).wrapping_mul(PRIME)
    });
    (sum >> 40) as usize % DRAWERS
}
