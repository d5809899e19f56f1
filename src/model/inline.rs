use super::Extract;
use crate::source::Span;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// Where it was read.
    pub span: Span,
}

/// The kinds of [`Inline`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InlineKind {
    /// Words, as approved.
    Text(Extract),
    /// Words in bold.
    Strong(Vec<Inline>),
    /// Words in italics.
    Emphasis(Vec<Inline>),
    /// Words in a typewriter's letters.
    Code(String),
    /// A link.
    Link {
        /// Where it leads: a web address, `mailto:…`, `tel:…`, `#anchor` or a relative path.
        target: String,
        /// What is to be read.
        content: Vec<Inline>,
    },
    /// A blank to fill in; as many underscores as were typed.
    Blank {
        /// How many underscores.
        width: u32,
    },
    /// The line ends here.
    Break,
}

/// The words of running text without any marks; a line break counts as a space.
pub fn plain(inlines: &[Inline]) -> String {
    let mut words = String::new();
    collect(inlines, &mut words);
    words
}

fn collect(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) => words.push_str(text),
            InlineKind::Code(text) => words.push_str(text),
            InlineKind::Strong(content)
            | InlineKind::Emphasis(content)
            | InlineKind::Link { content, .. } => collect(content, words),
            InlineKind::Blank { width } => {
                words.extend(std::iter::repeat_n('_', *width as usize));
            }
            InlineKind::Break => words.push(' '),
        }
    }
}
