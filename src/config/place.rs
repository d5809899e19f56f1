//! Where in a YAML file something stands. The library gives lines and columns of faults only, so
//! keys and values are looked for line by line, as people write them.

use crate::source::{Position, SourceFile, Span};

/// Where an error was met: from there to the end of the line.
pub(super) fn location(file: &SourceFile, error: &serde_yaml::Error) -> Span {
    let place = error.location();
    let position = place.map_or(Position { line: 1, column: 1 }, |place| Position {
        line: place.line(),
        column: place.column(),
    });
    span_of_value(file, position)
}

/// From a place to the end of the value that stands there: the end of the line, a note behind it,
/// or what ends an entry of a list in brackets.
pub(super) fn span_of_value(file: &SourceFile, position: Position) -> Span {
    let line = file.line_span(position.line);
    value_at(file, file.offset(position), line)
}

/// From a byte of a line to the end of the value that stands there.
fn value_at(file: &SourceFile, start: usize, line: Span) -> Span {
    let line = line.range();
    let words = file.text().get(start..line.end).unwrap_or_default();
    let words = words.split(" #").next().unwrap_or_default();
    let before = file.text().get(line.start..start).unwrap_or_default();
    let in_brackets = before.contains(['[', '{']) && !words.starts_with(['[', '{']);
    let words = match in_brackets {
        true => words.split([',', ']', '}']).next().unwrap_or_default(),
        false => words,
    };
    Span::new(start, start + words.trim_end().len())
}

/// The value that stands behind a key on its line.
pub(super) fn value_of(file: &SourceFile, key: Span) -> Span {
    let line = file.line_span(file.line(key.end));
    let rest = file.text().get(key.range().end..line.range().end);
    let rest = rest.unwrap_or_default();
    let value = rest.trim_start_matches([':', ' ']);
    let start = key.range().end + (rest.len() - value.len());
    match value.is_empty() {
        true => key,
        false => value_at(file, start, line),
    }
}

/// The second place where a key stands at the beginning of a line.
pub(super) fn second(file: &SourceFile, key: &str) -> Option<Span> {
    let lines = (1..).map(|line| file.line_span(line));
    let lines = lines.take_while(|line| (line.start as usize) < file.text().len());
    let keys = lines.filter_map(|line| {
        let text = file.slice(line);
        let start = line.start as usize + (text.len() - text.trim_start().len());
        let after = text.trim_start().strip_prefix(key)?;
        let is_key = after.trim_start().starts_with(':');
        is_key.then(|| Span::new(start, start + key.len()))
    });
    keys.take(2).nth(1)
}

/// The place of a key on the line of an error.
pub(super) fn key_span(file: &SourceFile, span: Span, key: &str) -> Span {
    let line = file.line_span(file.line(span.start));
    match file.slice(line).find(key) {
        Some(at) => Span::new(
            line.start as usize + at,
            line.start as usize + at + key.len(),
        ),
        None => span,
    }
}

/// The key at the outer level that a line belongs to.
pub(super) fn outer_key(file: &SourceFile, line: usize) -> Option<String> {
    let outer = (1..=line)
        .rev()
        .map(|line| file.slice(file.line_span(line)));
    let mut outer = outer.filter(|text| text.starts_with(|c: char| !c.is_whitespace() && c != '#'));
    let (key, _) = outer.next()?.split_once(':')?;
    Some(key.trim().to_owned())
}

/// The place of the value of a key that [`find_key`] finds; where it finds none, the file's first line.
pub(super) fn find_value(file: &SourceFile, path: &[&str]) -> Span {
    let key = find_key(file, path);
    let behind = file.text().get(key.range().end..).unwrap_or_default();
    let words = behind.trim_start_matches(':').trim_start_matches(' ');
    let start = key.range().end + (behind.len() - words.len());
    match key.range().is_empty() {
        true => key,
        false => value_at(
            file,
            start,
            file.line_span(file.line(Span::at(start).start)),
        ),
    }
}

/// The place of a key in a file written line by line, such as `order` and below it `date`; that of
/// the last key on the way that is found so, at worst the file's first line.
pub(super) fn find_key(file: &SourceFile, path: &[&str]) -> Span {
    let mut found = Span::at(0);
    // How far the key found last is indented.
    let mut depth = None;
    let mut wanted = path.iter();
    let mut next = wanted.next();
    let mut line = 1;
    while let Some(key) = next {
        let span = file.line_span(line);
        if span.start as usize >= file.text().len() {
            break;
        }
        line += 1;
        let text = file.slice(span);
        let words = text.trim_start();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let indent = text.len() - words.len();
        let below = depth.map_or(indent == 0, |depth| indent > depth);
        if depth.is_some() && !below {
            break;
        }
        let is_key = |rest: &str| rest.trim_start().starts_with(':');
        if below && words.strip_prefix(key).is_some_and(is_key) {
            let start = span.start as usize + indent;
            found = Span::new(start, start + key.len());
            depth = Some(indent);
            next = wanted.next();
        }
    }
    found
}
