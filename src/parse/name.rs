use super::reader::Reader;
use crate::check::invalid_name;
use crate::model::{Inline, InlineKind, Name};
use crate::source::Span;

impl Reader<'_> {
    /// Takes the stable name `{#name}` off the end of a heading or paragraph.
    pub(super) fn take_name(&mut self, content: &mut Vec<Inline>) -> Option<Name> {
        let last = content.last_mut()?;
        let InlineKind::Text(text) = &mut last.kind else {
            return None;
        };
        let start = text.rfind("{#")?;
        let value = text[start..]
            .strip_prefix("{#")?
            .strip_suffix('}')?
            .to_owned();
        let end = last.span.end as usize;
        let span = Span::new(end.saturating_sub(value.len() + "{#}".len()), end);
        text.truncate(start);
        last.span.end = span.start.max(last.span.start);
        super::inlines::trim(content);
        if is_name(&value) {
            return Some(Name { value, span });
        }
        self.report(invalid_name::finding(self.file, span, &value));
        None
    }
}

/// Small Latin letters, digits and hyphens, beginning with a letter, so that a name is never taken
/// for a clause's number.
fn is_name(value: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    value.starts_with(|c: char| c.is_ascii_lowercase()) && value.chars().all(fits)
}
