use crate::source::Span;

/// Words of a text that lead somewhere, or that others lead to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The words, in the file.
    pub span: Span,
    /// What they are.
    pub kind: MarkKind,
}

/// The kinds of [`Mark`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// They refer to a part of the same text: its address on the page.
    Part(String),
    /// They refer to a policy, by its place among those of the site.
    Policy(usize),
    /// They use a term: the address on the page where it is defined.
    Term(String),
    /// They are a term where it is defined: its address, unless it goes by that of its clause.
    Definition(Option<String>),
}

/// The marks of a text, in the order of the file; no two have words in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Links {
    marks: Vec<Mark>,
}

impl Links {
    /// Some marks, in any order. Of those that have words in common the first stays, and of those
    /// that begin at one place the longest.
    pub fn new(mut marks: Vec<Mark>) -> Self {
        marks.sort_by_key(|mark| (mark.span.start, u32::MAX - mark.span.end));
        let mut end = 0;
        marks.retain(|mark| {
            let free = mark.span.start >= end && mark.span.end > mark.span.start;
            if free {
                end = mark.span.end;
            }
            free
        });
        marks.shrink_to_fit();
        Self { marks }
    }

    /// These and some more.
    #[must_use]
    pub fn with(mut self, more: Vec<Mark>) -> Self {
        self.marks.extend(more);
        Self::new(self.marks)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter()
    }

    /// Those that stand in a stretch of the file as a whole.
    pub fn within(&self, span: Span) -> &[Mark] {
        let first = self
            .marks
            .partition_point(|own| own.span.start < span.start);
        let rest = self.marks.get(first..).unwrap_or_default();
        let count = rest.partition_point(|own| own.span.end <= span.end);
        &rest[..count]
    }

    /// Whether some of the words of a stretch of the file are marked.
    pub(super) fn touch(&self, span: Span) -> bool {
        let next = self.marks.partition_point(|own| own.span.end <= span.start);
        self.marks
            .get(next)
            .is_some_and(|own| own.span.start < span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::{Links, Mark, MarkKind};
    use crate::source::Span;

    fn mark(start: usize, end: usize) -> Mark {
        Mark {
            span: Span::new(start, end),
            kind: MarkKind::Definition(None),
        }
    }

    fn spans(marks: &[Mark]) -> Vec<(u32, u32)> {
        let spans = marks.iter().map(|own| (own.span.start, own.span.end));
        spans.collect()
    }

    #[test]
    fn no_two_marks_have_words_in_common() {
        let links = Links::new(vec![mark(9, 12), mark(2, 4), mark(2, 6), mark(5, 8)]);
        assert_eq!(spans(&links.marks), [(2, 6), (9, 12)]);
    }

    #[test]
    fn marks_are_found_by_the_stretch_they_stand_in() {
        let links = Links::new(vec![mark(2, 4), mark(5, 8), mark(9, 12)]);
        assert_eq!(spans(links.within(Span::new(3, 11))), [(5, 8)]);
        assert_eq!(spans(links.within(Span::new(2, 12))).len(), 3);
        assert!(links.touch(Span::new(7, 9)));
        assert!(!links.touch(Span::new(8, 9)));
    }
}
