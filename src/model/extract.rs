use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use crate::source::Span;

/// Words of a text. Where they stand letter by letter in the file that they were read from, they are a
/// stretch of it, so that a site does not keep its texts twice; else they are words of their own.
#[derive(Clone)]
pub struct Extract {
    text: Arc<String>,
    stretch: Span,
}

impl Extract {
    /// A stretch of a text; no words where it does not lie on characters.
    pub fn of(text: &Arc<String>, stretch: Span) -> Self {
        Self {
            text: Arc::clone(text),
            stretch,
        }
    }

    /// A part of these words, by its bytes; no further than they go.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Self {
        let start = self.stretch.start as usize;
        let end = (start + range.end).min(self.stretch.end as usize);
        let stretch = Span::new(start + range.start, end);
        Self::of(&self.text, stretch)
    }
}

impl Deref for Extract {
    type Target = str;

    fn deref(&self) -> &str {
        self.text.get(self.stretch.range()).unwrap_or_default()
    }
}

impl From<String> for Extract {
    fn from(words: String) -> Self {
        let stretch = Span::new(0, words.len());
        Self {
            text: Arc::new(words),
            stretch,
        }
    }
}

impl fmt::Debug for Extract {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl PartialEq for Extract {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Extract {}
