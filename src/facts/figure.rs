use std::ops::Range;

use super::TimeUnit;
use super::reader::Reader;
use super::token::{ascii_digits, is_close};
use crate::lang::{Role, Separator};

/// A number in figures.
pub(super) struct Figure {
    /// As a plain decimal, or as typed when it is a time, a fraction or a row of numbers.
    pub(super) value: String,
    /// As it was typed.
    pub(super) range: Range<usize>,
    /// The token behind it.
    pub(super) next: usize,
    /// Whether it is one or several numbers in a way that nothing is counted with.
    pub(super) odd: bool,
}

impl Reader<'_> {
    /// The number in figures that stands at a token.
    pub(super) fn figure(&self, at: usize) -> Option<Figure> {
        if !self.is_figures(at) {
            return None;
        }
        let figure = self
            .time(at)
            .or_else(|| self.stopped_time(at))
            .or_else(|| self.hour_alone(at))
            .or_else(|| self.row(at, "/"))
            .or_else(|| self.dotted(at))
            .unwrap_or_else(|| self.decimal(at));
        Some(self.signed(at, figure))
    }

    /// Whether further figures stand right behind a separator.
    fn goes_on(&self, at: usize, separator: &str) -> bool {
        self.is_figures(at) && self.gap(at) == separator
    }

    fn digits(&self, at: usize) -> String {
        ascii_digits(self.typed(at))
    }

    /// `10:00`.
    fn time(&self, at: usize) -> Option<Figure> {
        let minutes = self.goes_on(at + 1, ":").then(|| self.digits(at + 1))?;
        let fits = minutes.len() == 2 && !self.goes_on(at + 2, ":");
        let hour = self.hour(at, at + 2)?;
        fits.then(|| self.made(at, at + 2, format!("{hour}:{minutes}"), true))
    }

    /// `18.00` beside the word for hours, where a stop is no mark of decimals: «18.00 часов»,
    /// «сағат 18.00-ге дейін».
    fn stopped_time(&self, at: usize) -> Option<Figure> {
        if self.quantities.thousands.contains(&Separator::Comma) || !self.goes_on(at + 1, ".") {
            return None;
        }
        let (hour, minutes) = (self.digits(at), self.digits(at + 1));
        let hour: u32 = hour.parse().ok().filter(|hour| *hour <= 24)?;
        let fits = minutes.len() == 2 && minutes.as_str() < "60" && !self.goes_on(at + 2, ".");
        let beside = |word: usize, gap: usize| {
            let hours = matches!(self.role(word), Some((Role::Unit(TimeUnit::Hour), _)));
            hours && is_close(self.gap(gap))
        };
        let before = at.checked_sub(1).is_some_and(|word| beside(word, at));
        let hours = before || beside(at + 2, at + 2);
        (fits && hours).then(|| self.made(at, at + 2, format!("{hour}:{minutes}"), true))
    }

    /// `6 p.m.`
    fn hour_alone(&self, at: usize) -> Option<Figure> {
        let hour = matches!(
            self.role(at + 1),
            Some((Role::Morning | Role::Afternoon, _))
        );
        if !hour || !is_close(self.gap(at + 1)) {
            return None;
        }
        let hour = self.hour(at, at + 1).filter(|hour| *hour < 24)?;
        Some(self.made(at, at + 1, format!("{hour}:00"), true))
    }

    /// The hour of the day: the sixth of the afternoon is the eighteenth.
    fn hour(&self, at: usize, next: usize) -> Option<u32> {
        let hour: u32 = self.digits(at).parse().ok()?;
        let near = is_close(self.gap(next));
        Some(match self.role(next) {
            Some((Role::Afternoon, _)) if near && hour < 12 => hour + 12,
            Some((Role::Morning, _)) if near && hour == 12 => 0,
            _ => hour,
        })
    }

    /// `1/2`, `24/7`.
    fn row(&self, at: usize, separator: &str) -> Option<Figure> {
        let mut next = at + 1;
        let mut value = self.digits(at);
        while self.goes_on(next, separator) {
            value.push_str(separator);
            value.push_str(&self.digits(next));
            next += 1;
        }
        (next > at + 1).then(|| self.made(at, next, value, true))
    }

    /// `5.1.2`, `192.168.0.1`; where all groups are of three figures, stops set thousands apart.
    fn dotted(&self, at: usize) -> Option<Figure> {
        let figure = self.row(at, ".").filter(|figure| figure.next > at + 2)?;
        let threes = (at + 1..figure.next).all(|i| self.digits(i).len() == 3);
        if threes && self.thousands(at).is_some() {
            return None;
        }
        Some(figure)
    }

    /// `1 000 000,50`, `1,000.5`, `30`.
    fn decimal(&self, at: usize) -> Figure {
        let mut next = at + 1;
        let mut value = self.digits(at);
        let thousands = self.thousands(at);
        if let Some(separator) = thousands {
            while self.is_figures(next)
                && is_separator(self.gap(next), separator)
                && self.digits(next).len() == 3
            {
                value.push_str(&self.digits(next));
                next += 1;
            }
        }
        let value = match value.trim_start_matches('0') {
            "" => "0".to_owned(),
            rest => rest.to_owned(),
        };
        let mark = match thousands {
            Some(Separator::Comma) => ".",
            Some(Separator::Stop) => ",",
            _ if self.goes_on(next, ",") => ",",
            _ => ".",
        };
        // A row of numbers, `1,2,3`, is no decimal fraction.
        if self.goes_on(next, mark) && !self.goes_on(next + 1, mark) {
            let value = format!("{value}.{}", self.digits(next));
            return self.made(at, next + 1, value, false);
        }
        self.made(at, next, value, false)
    }

    /// What sets thousands apart in the figures at a token.
    fn thousands(&self, at: usize) -> Option<Separator> {
        let first = self.digits(at);
        if first.len() > 3 || first.starts_with('0') {
            return None;
        }
        let group = |i: usize, separator| {
            self.is_figures(i) && is_separator(self.gap(i), separator) && self.digits(i).len() == 3
        };
        let all = [Separator::Space, Separator::Comma, Separator::Stop];
        all.into_iter().find(|separator| {
            let usual = self.quantities.thousands.contains(separator);
            let twice = *separator != Separator::Space && group(at + 2, *separator);
            group(at + 1, *separator) && (usual || twice)
        })
    }

    /// The figure with the minus before it, if there is one.
    fn signed(&self, at: usize, mut figure: Figure) -> Figure {
        let gap = self.gap(at);
        let Some(before) = gap.strip_suffix(['-', '\u{2212}']) else {
            return figure;
        };
        let open = before.is_empty() && at == 0
            || before.ends_with(|c: char| c.is_whitespace() || c == '(');
        let figures = at.checked_sub(1).is_some_and(|i| self.tokens[i].digits);
        let follows = figures && before.trim().is_empty();
        if open && !follows {
            figure.value.insert(0, '-');
            figure.range.start -= gap.len() - before.len();
        }
        figure
    }

    fn made(&self, at: usize, next: usize, value: String, odd: bool) -> Figure {
        Figure {
            value,
            range: self.tokens[at].range.start..self.tokens[next - 1].range.end,
            next,
            odd,
        }
    }
}

fn is_separator(gap: &str, separator: Separator) -> bool {
    match separator {
        Separator::Comma => gap == ",",
        Separator::Stop => gap == ".",
        Separator::Space => {
            let mut chars = gap.chars();
            chars.next().is_some_and(|c| c.is_whitespace() && c != '\n') && chars.next().is_none()
        }
    }
}

/// A plain decimal without the noughts at its end.
pub(super) fn short(value: &str) -> String {
    match value.contains('.') {
        true => value.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => value.to_owned(),
    }
}

/// A plain decimal times a power of ten.
pub(super) fn times(value: &str, power: u64) -> String {
    let places = usize::try_from(power.ilog10()).unwrap_or(0);
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    let mut digits = format!("{whole}{part}");
    let missing = places.saturating_sub(part.len());
    digits.extend(std::iter::repeat_n('0', missing));
    if part.len() > places {
        let at = digits.len() - (part.len() - places);
        digits.insert(at, '.');
    }
    let trimmed = digits.trim_start_matches('0');
    match trimmed {
        "" => "0".to_owned(),
        rest if rest.starts_with('.') => format!("0{rest}"),
        rest => rest.to_owned(),
    }
}
