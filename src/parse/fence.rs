use std::ops::Range;

/// A fenced block and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fence {
    pub(super) kind: FenceKind,
    /// All its lines, with the fences.
    pub(super) range: Range<usize>,
    /// What is written after the opening fence.
    pub(super) info: Range<usize>,
    /// The lines between the fences.
    pub(super) content: Range<usize>,
    /// Whether there is a closing fence.
    pub(super) closed: bool,
    /// The blocks inside a form.
    pub(super) inner: Vec<Fence>,
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
    pub(super) fn of(info: &[u8]) -> Self {
        match info {
            b"table" => Self::Table,
            b"form" => Self::Form,
            _ => Self::Code,
        }
    }
}

/// The line that opens a fenced block: three or more backticks or tildes
/// (<https://spec.commonmark.org/0.31.2/#fenced-code-blocks>).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    mark: u8,
    length: usize,
    /// What is written after the fence, by place in the text.
    pub(super) info: Range<usize>,
    pub(super) kind: FenceKind,
}

impl Opening {
    /// Reads a line as one that opens a block.
    pub(super) fn read(bytes: &[u8], line: &Range<usize>) -> Option<Self> {
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
        let kind = FenceKind::of(&bytes[info.clone()]);
        Some(Self {
            mark,
            length,
            info,
            kind,
        })
    }

    /// Whether a line closes the block.
    pub(super) fn is_closed_by(&self, bytes: &[u8], line: &Range<usize>) -> bool {
        let text = &bytes[line.clone()];
        let indent = text.iter().take_while(|&&b| b == b' ').count();
        let text = text[indent..].trim_ascii_end();
        indent <= 3 && text.len() >= self.length && text.iter().all(|&b| b == self.mark)
    }

    /// Whether a line that would open another block shows that this one was never closed. A longer
    /// fence may hold shorter ones.
    pub(super) fn is_cut_by(&self, next: &Self) -> bool {
        let stands_inside = self.kind == FenceKind::Form && next.kind != FenceKind::Form;
        let means_a_block = next.kind != FenceKind::Code;
        !stands_inside && means_a_block && next.mark == self.mark && next.length >= self.length
    }
}
