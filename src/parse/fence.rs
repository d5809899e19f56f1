use std::ops::Range;

/// The line that opens a fenced block: three or more backticks or tildes
/// (<https://spec.commonmark.org/0.31.2/#fenced-code-blocks>).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    mark: u8,
    length: usize,
    /// What is written after the fence, by place in the line's text.
    pub(super) info: Range<usize>,
}

/// What a fenced block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FenceKind {
    /// A list of rows, each a list of cells.
    Table,
    /// A form to fill in.
    Form,
    /// Code, to be shown as it stands.
    Code,
}

impl FenceKind {
    /// The kind by the word after the fence.
    pub(super) fn of(info: &str) -> Self {
        match info {
            "table" => Self::Table,
            "form" => Self::Form,
            _ => Self::Code,
        }
    }
}

/// Whether a line opens a fenced block. `line` is the range of the line in `bytes`.
pub(super) fn opening(bytes: &[u8], line: &Range<usize>) -> Option<Opening> {
    let text = &bytes[line.clone()];
    let indent = text.iter().take_while(|&&b| b == b' ').count();
    let mark = *text.get(indent).filter(|b| matches!(b, b'`' | b'~'))?;
    let length = text[indent..].iter().take_while(|&&b| b == mark).count();
    let rest = &text[indent + length..];
    if indent > 3 || length < 3 || (mark == b'`' && rest.contains(&b'`')) {
        return None;
    }
    let before = rest.len() - rest.trim_ascii_start().len();
    let start = line.start + indent + length + before;
    let info = start..start + rest.trim_ascii().len();
    Some(Opening { mark, length, info })
}

/// Whether a line closes the block that was opened so.
pub(super) fn closes(bytes: &[u8], line: &Range<usize>, opening: &Opening) -> bool {
    let text = &bytes[line.clone()];
    let indent = text.iter().take_while(|&&b| b == b' ').count();
    let text = text[indent..].trim_ascii_end();
    indent <= 3 && text.len() >= opening.length && text.iter().all(|&b| b == opening.mark)
}
