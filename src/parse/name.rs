use super::reader::Reader;
use crate::check::{invalid_name, misplaced_name};
use crate::model::{Block, Inline, InlineKind, Name, Text};
use crate::source::Span;

/// What a stable name begins with.
const OPENING: &str = "{#";

impl Reader<'_> {
    /// Takes the stable name `{#name}` off the end of a heading or paragraph.
    pub(super) fn take_name(&mut self, content: &mut Vec<Inline>) -> Option<Name> {
        let last = content.last_mut()?;
        let InlineKind::Text(text) = &mut last.kind else {
            return None;
        };
        // Most words do not end as a name does, and are looked at no further.
        let start = text.ends_with('}').then(|| text.rfind(OPENING))??;
        let value = text[start..]
            .strip_prefix(OPENING)?
            .strip_suffix('}')?
            .to_owned();
        let end = last.span.end as usize;
        let span = Span::new(end.saturating_sub(value.len() + "{#}".len()), end);
        if self.is_escaped(span) {
            return None;
        }
        *text = text.part(0..start);
        last.span.end = span.start.max(last.span.start);
        super::run::trim(content);
        if is_name(&value) {
            return Some(Name { value, span });
        }
        self.report(invalid_name::finding(self.file, span, &value));
        None
    }

    /// Reports the names that are still in the words of a text: those that stand where no name is
    /// read.
    pub(super) fn report_misplaced_names(&mut self, text: &Text) {
        if !self.source.contains(OPENING) {
            return;
        }
        let headings = text
            .title
            .iter()
            .chain(text.annexes.iter().map(|a| &a.heading));
        let sections = text
            .divisions()
            .flat_map(|(_, division)| &division.sections);
        for heading in headings.chain(sections.map(|section| &section.heading)) {
            self.report_names_in(&heading.content);
        }
        for (_, division) in text.divisions() {
            division.walk_blocks(&mut |_, block| match block {
                Block::Paragraph(paragraph) => self.report_names_in(&paragraph.content),
                Block::Subheading(heading) => self.report_names_in(&heading.content),
                Block::Ends(ends) => {
                    self.report_names_in(&ends.left);
                    self.report_names_in(&ends.right);
                }
                _ => {}
            });
        }
    }

    fn report_names_in(&mut self, content: &[Inline]) {
        for inline in content {
            match &inline.kind {
                InlineKind::Strong(content)
                | InlineKind::Emphasis(content)
                | InlineKind::Link { content, .. } => self.report_names_in(content),
                InlineKind::Text(text) => {
                    for (at, _) in text.match_indices(OPENING) {
                        let start = inline.span.start as usize + at;
                        let line = self.words(start..self.limit(start));
                        let length = line.find('}').map_or(OPENING.len(), |at| at + 1);
                        let span = Span::new(start, start + length);
                        if line.starts_with(OPENING) && !self.is_escaped(span) {
                            self.report(misplaced_name::finding(self.file, span));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// How far a name that begins here is looked for: no name is longer, and a row of braces costs
    /// no more than other words.
    fn limit(&self, start: usize) -> usize {
        let most = self.source.floor_char_boundary(start.saturating_add(100));
        let line = self.words(start..most);
        start + line.find('\n').unwrap_or(line.len())
    }

    fn is_escaped(&self, span: Span) -> bool {
        self.words(0..span.start as usize).ends_with('\\')
    }
}

/// Small Latin letters, digits and hyphens, beginning with a letter, so that a name is never taken
/// for a clause's number.
fn is_name(value: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    // `annex-1` and `section-1` are addresses of annexes and of sections without a number.
    let reserved = ["annex-", "section-"].into_iter().any(|prefix| {
        let rest = value.strip_prefix(prefix);
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    value.starts_with(|c: char| c.is_ascii_lowercase()) && value.chars().all(fits) && !reserved
}
