/// The marker of a list's entry, typed by hand: `1)`, `1.` or `а)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// A number and what follows it: a bracket or a full stop.
    Number(u32, char),
    /// A small letter, and a bracket.
    Letter(char),
}

impl Marker {
    /// The marker that a text begins with: up to three digits and a bracket or a full stop, or one
    /// small letter and a bracket; then a space.
    pub(super) fn read(text: &str) -> Option<Self> {
        let end = text.char_indices().take(4).find(|(_, c)| ").".contains(*c));
        let (end, mark) = end?;
        let (head, rest) = (&text[..end], &text[end + 1..]);
        if !rest.starts_with([' ', '\t', '\u{A0}']) {
            return None;
        }
        let mut chars = head.chars();
        match (chars.next()?, chars.next()) {
            (c, None) if c.is_lowercase() && mark == ')' => Some(Self::Letter(c)),
            ('1'..='9', _) if head.bytes().all(|b| b.is_ascii_digit()) => {
                let number = head.parse().ok()?;
                Some(Self::Number(number, mark))
            }
            _ => None,
        }
    }

    /// Whether a list begins with this marker, whatever its alphabet.
    pub(super) fn is_first(&self) -> bool {
        matches!(self, Self::Number(1, _) | Self::Letter('a' | 'а'))
    }

    /// Whether an entry with this marker may come after one with the other. Drafting leaves letters
    /// out (ё, з, й), so that any later letter may.
    pub(super) fn is_next_to(&self, last: &Self) -> bool {
        match (self, last) {
            (Self::Number(n, mark), Self::Number(last, other)) => *n == last + 1 && mark == other,
            (Self::Letter(c), Self::Letter(last)) => c > last,
            _ => false,
        }
    }

    /// The marker as it was typed.
    pub(super) fn typed(&self) -> String {
        match self {
            Self::Number(n, mark) => format!("{n}{mark}"),
            Self::Letter(c) => format!("{c})"),
        }
    }
}
