use unicode_width::UnicodeWidthStr as _;

/// Some text in a style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Styled<S> {
    /// The text; `\n` ends a line.
    pub(super) text: String,
    /// The style.
    pub(super) style: S,
}

/// Breaks text into lines of so many columns at most, at spaces. A word that is longer stands on a
/// line of its own. Spaces at the ends of lines are left out.
pub(super) fn wrap<S: Copy + PartialEq>(text: &[Styled<S>], width: usize) -> Vec<Vec<Styled<S>>> {
    let mut lines = Lines {
        done: Vec::new(),
        line: Vec::new(),
        column: 0,
        word: Vec::new(),
        word_width: 0,
        space: None,
        width: width.max(1),
    };
    for piece in text {
        let mut rest = piece.text.as_str();
        while let Some(c) = rest.chars().next() {
            let breaks = |c: char| c == ' ' || c == '\n' || c == '\t';
            if breaks(c) {
                lines.end_word();
                match c {
                    '\n' => lines.end_line(),
                    _ => lines.space = Some(piece.style),
                }
                rest = &rest[c.len_utf8()..];
                continue;
            }
            let end = rest.find(breaks).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            lines.word_width += part.width();
            push(&mut lines.word, part, piece.style);
            rest = after;
        }
    }
    lines.end_word();
    lines.end_line();
    lines.done
}

struct Lines<S> {
    done: Vec<Vec<Styled<S>>>,
    line: Vec<Styled<S>>,
    column: usize,
    /// The word that is being read; it may change its style within.
    word: Vec<Styled<S>>,
    word_width: usize,
    /// The style of the space before the word.
    space: Option<S>,
    width: usize,
}

impl<S: Copy + PartialEq> Lines<S> {
    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let space = self.space.take().filter(|_| self.column > 0);
        let needed = self.word_width + usize::from(space.is_some());
        if self.column > 0 && space.is_some() && self.column + needed > self.width {
            self.end_line();
        } else if let Some(style) = space {
            push(&mut self.line, " ", style);
            self.column += 1;
        }
        for piece in std::mem::take(&mut self.word) {
            push(&mut self.line, &piece.text, piece.style);
        }
        self.column += std::mem::take(&mut self.word_width);
    }

    fn end_line(&mut self) {
        self.done.push(std::mem::take(&mut self.line));
        (self.column, self.space) = (0, None);
    }
}

fn push<S: Copy + PartialEq>(line: &mut Vec<Styled<S>>, text: &str, style: S) {
    match line.last_mut() {
        Some(last) if last.style == style => last.text.push_str(text),
        _ => line.push(Styled {
            text: text.to_owned(),
            style,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Styled, wrap};

    fn wrapped(text: &[(&str, u8)], width: usize) -> Vec<String> {
        let text: Vec<Styled<u8>> = text
            .iter()
            .map(|&(text, style)| Styled {
                text: text.to_owned(),
                style,
            })
            .collect();
        let lines = wrap(&text, width).into_iter();
        let line = |line: Vec<Styled<u8>>| {
            let pieces = line
                .into_iter()
                .map(|own| format!("{}:{}", own.style, own.text));
            pieces.collect::<Vec<_>>().join("|")
        };
        lines.map(line).collect()
    }

    #[test]
    fn a_line_ends_where_the_next_word_would_not_fit_whatever_the_script() {
        assert_eq!(
            wrapped(&[("қайтару тәртібі", 0)], 14),
            ["0:қайтару", "0:тәртібі"]
        );
        assert_eq!(
            wrapped(&[("қайтару тәртібі", 0)], 15),
            ["0:қайтару тәртібі"]
        );
    }

    #[test]
    fn a_style_goes_on_over_the_end_of_a_line_and_a_word_in_two_styles_stays_one() {
        let text = [("a bb", 0), ("cc dd", 1), (" e", 0)];
        assert_eq!(wrapped(&text, 6), ["0:a bb|1:cc", "1:dd|0: e"]);
        assert_eq!(wrapped(&text, 5), ["0:a", "0:bb|1:cc", "1:dd|0: e"]);
    }

    #[test]
    fn a_word_that_is_too_long_stands_alone() {
        assert_eq!(
            wrapped(&[("a https://example.com b", 0)], 5),
            ["0:a", "0:https://example.com", "0:b"]
        );
    }
}
