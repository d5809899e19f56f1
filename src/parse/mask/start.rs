use std::ops::Range;

use super::bullet::{self, MOST_BULLETS};
use super::{DROP, KEEP, Masked};

/// Covers what Markdown would misread at the start of lines, also behind their bullets:
///
/// - `1. X`, `2025. год`, `13) X` open no list: numbers are typed, never generated;
/// - `> 5 лет` is no quotation, `+ 7 701` no bullet;
/// - behind a bullet, `# X` is no heading, a lone hyphen no empty list, and a wide space no code;
/// - four leading spaces are an indent, not code. White space at the start of a line is written
///   anew: as much of it as the list needs in which the line stands, and line ends for the rest.
#[derive(Debug)]
pub(super) struct Starts {
    /// The entries in which the next line may stand, the outermost first.
    open: Vec<Entry>,
    /// Whether the line before was empty, or nothing that words can go on from.
    fresh: bool,
}

/// An entry of a list, by its columns.
#[derive(Debug)]
struct Entry {
    /// Where its bullet was typed.
    typed: usize,
    /// Where its words begin in the copy.
    words: usize,
}

impl Starts {
    pub(super) fn new() -> Self {
        Self {
            open: Vec::new(),
            fresh: true,
        }
    }

    /// Covers the start of the next line.
    pub(super) fn line(&mut self, masked: &mut Masked, line: Range<usize>) {
        masked.plain_space(line.clone());
        masked.lead_with_bar(line.clone());
        let at = line.start + leading_space(&masked.bytes[line.clone()]);
        let space = line.start..at;
        if at == line.end {
            let empty = !masked.bytes[space.clone()].contains(&DROP);
            self.fresh |= empty;
            if self.fresh {
                // A comment alone on its line is as good as an empty line.
                masked.bytes[space].fill(b'\n');
            }
            return;
        }
        let typed = columns(&masked.bytes[space.clone()]);
        let rest = &masked.bytes[at..line.end];
        let heading = rest.starts_with(b"#");
        if heading || is_line_of_marks(rest) || begins_clause(rest) {
            self.open.clear();
            if self.fresh || heading {
                masked.indent(space, 0);
            }
        } else if bullet::is_at(rest) {
            let left = self.place(masked, space, typed);
            return self.entries(masked, at..line.end, typed, left);
        } else if self.fresh {
            self.place(masked, space, typed);
        }
        if masked.bytes[at] == b'|' {
            masked.end_with_bar(at..line.end);
        }
        masked.cover_mark(at..line.end);
        self.fresh = heading;
    }

    /// Writes the white space of a line anew, so that it stands in the entry it was typed below:
    /// two columns or more to the right of its bullet. Gives the column.
    fn place(&mut self, masked: &mut Masked, space: Range<usize>, typed: usize) -> usize {
        while self
            .open
            .last()
            .is_some_and(|entry| typed < entry.typed + 2)
        {
            self.open.pop();
        }
        self.open.truncate(MOST_BULLETS);
        let column = self.open.last().map_or(0, |entry| entry.words);
        masked.indent(space, column)
    }

    /// Covers what follows the bullets of a line. `typed` is the column of the first bullet, `left`
    /// its column in the copy.
    fn entries(&mut self, masked: &mut Masked, rest: Range<usize>, typed: usize, left: usize) {
        self.fresh = false;
        let first = rest.start;
        let mut at = first;
        let mut bullets = 0;
        while bullet::is_at(&masked.bytes[at..rest.end]) {
            if bullets == MOST_BULLETS {
                if masked.bytes[at].is_ascii() {
                    masked.cover(at..at + 1, KEEP);
                }
                return;
            }
            bullets += 1;
            let column = left + (at - first);
            let typed = typed + (at - first);
            at = bullet::mend(masked, at..rest.end);
            let space = leading_space(&masked.bytes[at..rest.end]);
            let width = masked.narrow(at..at + space, column + 1);
            at += space;
            self.open.push(Entry {
                typed,
                words: column + 1 + width,
            });
        }
        match masked.bytes[at..rest.end] {
            // In an entry a lone hyphen is a word; `- -` at the left begins a row of a table, whose
            // first cell is empty.
            [b'-' | b'*'] if bullets == 1 && self.open.len() > 1 => masked.cover(at..at + 1, KEEP),
            [b'#', ..] => masked.cover(at..at + 1, KEEP),
            _ => masked.cover_mark(at..rest.end),
        }
    }
}

impl Masked {
    /// Makes plain spaces of the non-breaking ones at the start of a line.
    fn plain_space(&mut self, line: Range<usize>) {
        let mut at = line.start;
        loop {
            at += leading_space(&self.bytes[at..line.end]);
            if !self.bytes[at..line.end].starts_with("\u{A0}".as_bytes()) {
                return;
            }
            self.cover(at..at + "\u{A0}".len(), b' ');
        }
    }

    /// Puts the first bar of a row before the comment that stands before it, which would be a cell.
    fn lead_with_bar(&mut self, line: Range<usize>) {
        let at = line.start + leading_space(&self.bytes[line.clone()]);
        if self.bytes[at..line.end].starts_with(b"|") && self.bytes[line.start..at].contains(&DROP)
        {
            self.bytes[line.start] = b'|';
            self.cover(line.start + 1..at + 1, DROP);
        }
    }

    /// Makes plain spaces of the non-breaking ones behind the last bar of a row, and puts that bar
    /// behind the comment that follows it, which would be a cell.
    fn end_with_bar(&mut self, row: Range<usize>) {
        let mut end = row.end;
        loop {
            let text = self.bytes[row.start..end].iter().rev();
            end -= text
                .take_while(|b| matches!(**b, b' ' | b'\t' | DROP))
                .count();
            if !self.bytes[row.start..end].ends_with("\u{A0}".as_bytes()) {
                break;
            }
            self.cover(end - "\u{A0}".len()..end, b' ');
        }
        let last = self.bytes[end..row.end].iter().rposition(|&b| b == DROP);
        if let (Some(last), [.., before, b'|']) = (last, &self.bytes[row.start..end])
            && *before != b'\\'
        {
            self.cover(end - 1..end + last, DROP);
            self.bytes[end + last] = b'|';
        }
    }

    /// Covers a mark that opens a block in Markdown and none here: `+`, `>`, and the full stop or
    /// bracket behind digits.
    fn cover_mark(&mut self, rest: Range<usize>) {
        let at = rest.start;
        let text = &self.bytes[rest];
        let digits = text.iter().take_while(|b| b.is_ascii_digit()).count();
        let mark = match &text[digits..] {
            [b'.' | b')', after @ ..] if digits > 0 => is_space(after).then_some(at + digits),
            [b'+', after @ ..] if digits == 0 => is_space(after).then_some(at),
            [b'>', ..] if digits == 0 => Some(at),
            _ => None,
        };
        if let Some(mark) = mark {
            self.cover(mark..mark + 1, KEEP);
        }
    }

    /// Writes white space at the start of a line anew, so that it reaches to a column; what is too
    /// much becomes line ends. Gives the column it reaches.
    fn indent(&mut self, space: Range<usize>, column: usize) -> usize {
        let (tabs, spaces) = match column <= space.len() {
            true => (0, column),
            // Tabs reach further.
            false => (column / 4, column % 4),
        };
        let bytes = &mut self.bytes[space];
        let Some(ends) = bytes.len().checked_sub(tabs + spaces) else {
            bytes.fill(b' ');
            return bytes.len();
        };
        bytes[..ends].fill(b'\n');
        bytes[ends..ends + tabs].fill(b'\t');
        bytes[ends + tabs..].fill(b' ');
        column
    }

    /// Narrows the white space behind a bullet to one column where Markdown would take what follows
    /// for code. Gives its width.
    fn narrow(&mut self, space: Range<usize>, column: usize) -> usize {
        let bytes = &mut self.bytes[space];
        if bytes.len() <= 4 && !bytes.contains(&b'\t') {
            return bytes.iter().filter(|&&b| b == b' ').count();
        }
        if let [b'\t'] = bytes {
            return 4 - column % 4;
        }
        if let [first, rest @ ..] = bytes {
            *first = b' ';
            rest.fill(DROP);
        }
        1
    }
}

/// How many bytes of white space and of comments the bytes begin with.
fn leading_space(bytes: &[u8]) -> usize {
    let fits = |b: &&u8| matches!(**b, b' ' | b'\t' | DROP);
    bytes.iter().take_while(fits).count()
}

fn is_space(bytes: &[u8]) -> bool {
    matches!(bytes, [] | [b' ' | b'\t' | b'\n', ..])
}

/// The columns that white space reaches over; comments count as nothing.
fn columns(space: &[u8]) -> usize {
    space.iter().fold(0, |column, byte| match byte {
        b'\t' => column + 4 - column % 4,
        b' ' => column + 1,
        _ => column,
    })
}

/// Whether a line is of one mark and white space alone: `---`, `* * *`, `===`.
fn is_line_of_marks(text: &[u8]) -> bool {
    let [mark @ (b'-' | b'*' | b'='), ..] = text else {
        return false;
    };
    let marks = text.iter().filter(|b| *b == mark).count();
    let others = text.iter().any(|b| b != mark && !matches!(b, b' ' | b'\t'));
    !others && (marks > 2 || *mark == b'=')
}

/// Whether a line begins as clauses do, with digits, a full stop and a digit.
fn begins_clause(text: &[u8]) -> bool {
    let digits = text.iter().take_while(|b| b.is_ascii_digit()).count();
    digits > 0 && matches!(text[digits..], [b'.', b'0'..=b'9', ..])
}
