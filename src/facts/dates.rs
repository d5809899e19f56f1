use jiff::civil::Date;

use super::Value;
use super::reader::Reader;
use super::token::ascii_digits;
use crate::lang::{DatePattern, DatePiece, Role, is_digit};

/// What was read of a date so far.
#[derive(Clone, Copy, Default)]
struct Parts {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
}

impl Reader<'_> {
    /// Reads the dates.
    pub(super) fn dates(&mut self) {
        let quantities = self.quantities;
        let mut at = 0;
        while at < self.tokens.len() {
            let month = matches!(self.role(at), Some((Role::Month(..), _)));
            let mut next = at + 1;
            if self.is_figures(at) || month {
                let found = quantities
                    .dates
                    .iter()
                    .find_map(|pattern| self.date(at, pattern));
                if let Some((value, end)) = found {
                    let range = self.tokens[at].range.start..self.tokens[end - 1].range.end;
                    self.state(value, range);
                    self.take(at..end);
                    next = end;
                }
            }
            at = next;
        }
    }

    /// The date that stands from a token on in the way of a pattern, and the token behind it.
    fn date(&self, at: usize, pattern: &DatePattern) -> Option<(Value, usize)> {
        let mut parts = Parts::default();
        let mut next = at;
        for (place, (gap, piece)) in pattern.pieces.iter().enumerate() {
            if place > 0 && !same_gap(self.gap(next), gap) {
                return None;
            }
            next = self.piece(next, piece, &mut parts)?;
        }
        if pattern.in_figures && (self.tied(at) || self.tied(next)) {
            return None;
        }
        let value = match parts {
            Parts {
                year: Some(year),
                month: Some(month),
                day: Some(day),
            } => Value::Date(Date::new(year, month, day).ok()?),
            Parts { year, month, day } => Value::PartialDate {
                year,
                month: month?,
                day,
            },
        };
        Some((value, next))
    }

    /// Reads one piece of a date, and gives the token behind it.
    fn piece(&self, at: usize, piece: &DatePiece, parts: &mut Parts) -> Option<usize> {
        let token = self.tokens.get(at).filter(|token| !token.taken)?;
        match piece {
            DatePiece::Word(letters, open) => {
                let rest = token.folded.strip_prefix(letters.as_str())?;
                let fits = rest.is_empty() || *open && self.endings.fit(rest);
                fits.then_some(at + 1)
            }
            DatePiece::Month => match token.role? {
                (Role::Month(month, capital), length) => {
                    if *capital && self.typed(at).starts_with(char::is_lowercase) {
                        return None;
                    }
                    parts.month = i8::try_from(*month).ok();
                    Some(at + length)
                }
                _ => None,
            },
            DatePiece::Day => {
                parts.day = Some(self.small(at, 31)?);
                let ending = self.tokens.get(at + 1).is_some_and(|next| {
                    matches!(self.gap(at + 1), "" | "-")
                        && self.quantities.is_figure_ending(next.folded)
                });
                Some(at + 1 + usize::from(ending))
            }
            DatePiece::MonthFigures => {
                parts.month = Some(self.small(at, 12)?);
                Some(at + 1)
            }
            DatePiece::Year => {
                let digits = ascii_digits(self.typed(at));
                let year = digits.parse().ok().filter(|_| digits.len() == 4)?;
                parts.year = Some(year);
                Some(at + 1)
            }
        }
    }

    /// A number from 1 on in one or two figures.
    fn small(&self, at: usize, most: i8) -> Option<i8> {
        let token = self.tokens.get(at).filter(|token| token.digits)?;
        let typed = &self.text[token.range.clone()];
        let number: i8 = match typed.as_bytes() {
            // Most figures are seen at once to be too many, or to be a number.
            [_, _, _, ..] if typed.is_ascii() => return None,
            [b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9'] => typed.parse().ok()?,
            _ => {
                let digits = ascii_digits(typed);
                digits.parse().ok().filter(|_| digits.len() <= 2)?
            }
        };
        (1..=most).contains(&number).then_some(number)
    }

    /// Whether a token goes on from the one before, as in `1.10.12.2025`.
    fn tied(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|i| self.tokens.get(i));
        let both = before.is_some_and(|before| before.digits)
            && self.tokens.get(at).is_some_and(|token| token.digits);
        both && matches!(self.gap(at), "." | "-" | "/" | "," | ":")
            && self.typed(at).starts_with(is_digit)
    }
}

/// Whether what stands between two words is what a pattern asks for. A space is any white space;
/// quotation marks, as about the day in «10» декабря, do not count.
fn same_gap(gap: &str, asked: &str) -> bool {
    if gap == asked {
        return true;
    }
    let mut own = gap
        .chars()
        .filter(|c| !matches!(c, '«' | '»' | '“' | '”' | '"'))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .peekable();
    let mut asked = asked.chars();
    loop {
        match (own.next(), asked.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b => {
                while a == ' ' && own.peek() == Some(&' ') {
                    own.next();
                }
            }
            _ => return false,
        }
    }
}
