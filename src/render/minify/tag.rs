use std::borrow::Cow;

use memchr::{memchr, memchr_iter};
use minify_html_common::r#gen::attrs::ATTRS;
use minify_html_common::spec::tag::ns::Namespace;

use super::text::{decoded, is_space};

/// The attributes of an opening tag with their values as they are written; a value is empty where there
/// is none.
pub(super) type Attributes<'h> = Vec<(&'h str, &'h str)>;

/// Reads the opening tag that a text begins with: its attributes are put in place of those given. Gives
/// its name and what follows it; `None` for one that is not written plainly.
pub(super) fn read<'h>(
    text: &'h str,
    attributes: &mut Attributes<'h>,
) -> Option<(&'h str, &'h str)> {
    attributes.clear();
    let (name, mut rest) = word(text.strip_prefix('<')?)?;
    loop {
        let attribute = rest.trim_start_matches(is_space);
        if let Some(rest) = attribute.strip_prefix('>') {
            return Some((name, rest));
        }
        if attribute.len() == rest.len() {
            return None;
        }
        let (own, after) = word(attribute)?;
        let (value, after) = match after.strip_prefix('=') {
            Some(value) => quoted(value)?,
            // White space before `=` is allowed, and not plain.
            None if after.trim_start_matches(is_space).starts_with('=') => return None,
            None => ("", after),
        };
        if attributes.iter().any(|(known, _)| *known == own) {
            return None;
        }
        attributes.push((own, value));
        rest = after;
    }
}

/// The value in double quotes that a text begins with.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('"')?;
    let end = memchr(b'"', text.as_bytes())?;
    Some((&text[..end], &text[end + 1..]))
}

/// The name that a text begins with.
fn word(text: &str) -> Option<(&str, &str)> {
    let plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
    let end = text.bytes().position(|byte| !plain(&byte))?;
    let letter = text.starts_with(|c: char| c.is_ascii_lowercase());
    letter.then(|| text.split_at(end))
}

/// Writes an opening tag: the attributes with quotes, then those without, by their names.
pub(super) fn write(name: &str, attributes: &[(&str, &str)], out: &mut String) -> Option<()> {
    if attributes.is_empty() {
        out.push('<');
        out.push_str(name);
        out.push('>');
        return Some(());
    }
    let is_viewport = |(own, value): &(&str, &str)| {
        name == "meta" && *own == "name" && value.eq_ignore_ascii_case("viewport")
    };
    let viewport = attributes.iter().any(is_viewport);
    let mut written: Vec<(Mark, &str, Cow<'_, str>)> = Vec::with_capacity(attributes.len());
    for (own, value) in attributes {
        let value = match value.contains('&') {
            true => Cow::Owned(decoded(value)?),
            false => Cow::Borrowed(*value),
        };
        written.extend(shortened(name, own, value, viewport).map(|v| (mark(&v), *own, v)));
    }
    written.sort_unstable_by_key(|(mark, own, _)| (*mark == Mark::Unquoted, *own));
    out.push('<');
    out.push_str(name);
    for (mark, own, value) in &written {
        attribute(own, value, *mark, out);
    }
    out.push('>');
    Some(())
}

/// Writes an attribute whose value is set off in some way.
pub(in crate::render) fn attribute(name: &str, value: &str, mark: Mark, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    match mark {
        Mark::Unquoted if value.is_empty() => {}
        Mark::Unquoted => {
            out.push('=');
            out.push_str(value);
        }
        Mark::Double => quote(value, b'"', "&#34;", out),
        Mark::Single => quote(value, b'\'', "&#39;", out),
    }
}

/// Writes a value between quotes, with what stands for such quotes in it.
fn quote(value: &str, quote: u8, entity: &str, out: &mut String) {
    out.push('=');
    out.push(char::from(quote));
    let mut rest = value;
    while let Some(at) = memchr(quote, rest.as_bytes()) {
        out.extend([&rest[..at], entity]);
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push(char::from(quote));
}

/// An attribute's value as far as it says something, empty where its name says all; `None` where the
/// whole attribute says nothing.
fn shortened<'v>(
    tag: &str,
    name: &str,
    mut value: Cow<'v, str>,
    viewport: bool,
) -> Option<Cow<'v, str>> {
    let rules = ATTRS.get(Namespace::Html, tag.as_bytes(), name.as_bytes());
    if viewport {
        value = value.replace(is_space, "").into();
    } else if let Some(rules) = rules {
        if rules.trim {
            value = match value {
                Cow::Borrowed(value) => value.trim_matches(is_space).into(),
                Cow::Owned(value) => value.trim_matches(is_space).to_owned().into(),
            };
        }
        if rules.collapse {
            value = collapsed(value);
        }
    }
    let Some(rules) = rules else {
        return Some(value);
    };
    if rules.case_insensitive && value.contains(|c: char| c.is_ascii_uppercase()) {
        value = value.to_ascii_lowercase().into();
    }
    let is_default = rules.default_value == Some(value.as_bytes());
    let kept = tag == "input" && name == "type" && value == "text";
    if !kept && (is_default || value.is_empty() && rules.redundant_if_empty) {
        return None;
    }
    Some(if rules.boolean { "".into() } else { value })
}

fn collapsed(value: Cow<'_, str>) -> Cow<'_, str> {
    let mut before = false;
    let single = value.bytes().all(|byte| {
        let space = is_space(char::from(byte));
        let fine = !space || byte == b' ' && !before;
        before = space;
        fine
    });
    if single {
        return value;
    }
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match is_space(c) {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(c),
        }
    }
    out.into()
}

/// How a value is set off: as it takes the fewest characters, in double quotes rather than in single ones.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Mark {
    Unquoted,
    Double,
    Single,
}

/// How a value is set off.
pub(in crate::render) fn mark(value: &str) -> Mark {
    let special = |byte: u8| {
        is_space(char::from(byte)) || matches!(byte, b'"' | b'\'' | b'=' | b'`' | b'<' | b'>')
    };
    if !value.bytes().any(special) {
        return Mark::Unquoted;
    }
    let count = |quote: u8| memchr_iter(quote, value.as_bytes()).count();
    match count(b'\'') < count(b'"') {
        true => Mark::Single,
        false => Mark::Double,
    }
}
