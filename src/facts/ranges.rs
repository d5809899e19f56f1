use super::quantity::Quantity;
use super::reader::Reader;
use super::token::is_close;
use super::{Days, TimeUnit, Value};
use crate::lang::Role;

impl Reader<'_> {
    /// The value of a number that is the first end of a range, «3-5 дней», «от 3 до 5 дней»,
    /// «3-тен 5 күнге дейін»: what the second is of, the first is of as well.
    pub(super) fn end_of_a_range(&self, at: usize, quantity: &Quantity) -> Option<Value> {
        let next = quantity.next;
        // A case ending, and no word.
        let ending = self.text.get(quantity.typed.end..quantity.range.end)?;
        let in_case = ending.starts_with('-') && !quantity.ordinal;
        let plain = quantity.bare || in_case || !quantity.spelled.is_empty() || !quantity.figures;
        if !plain || self.number_sign(at).is_some() {
            return None;
        }
        let (mut behind, mut days) = (next, Days::Any);
        let gap = self.between(quantity.range.end, next).trim();
        let second = if matches!(gap, "-" | "\u{2013}" | "\u{2014}") {
            next
        } else {
            if let Some((Role::Days(own), length)) = self.role(behind)
                && is_close(gap)
            {
                days = *own;
                behind += length;
            }
            match self.role(behind) {
                _ if !is_close(self.between(quantity.range.end, next).trim()) => return None,
                Some((Role::Until, length)) => behind + length,
                Some((Role::Also | Role::And, length)) if self.is_from(at) => behind + length,
                _ if in_case && behind == next => next,
                _ => return None,
            }
        };
        if !self.begins_a_number(second) {
            return None;
        }
        let second = self.quantity(second)?;
        let (of, ..) = self.of(&second)?;
        let mut value = of.value(&quantity.value);
        if let Value::Duration(duration) = &mut value {
            if self.is_calendar(at) {
                duration.days = Days::Calendar;
            } else if days != Days::Any {
                duration.days = days;
            }
        }
        Some(value)
    }

    /// Whether the word before a number says that the range ends behind "and": "between 3 and 5".
    fn is_from(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.role(before));
        matches!(before, Some((Role::FromAnd, _)))
    }

    /// Whether «күнтізбелік» stands before a number, or before the number that it goes on from.
    pub(super) fn is_calendar(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.role(before));
        let says = matches!(before, Some((Role::Days(Days::Calendar), _)));
        says && is_close(self.gap(at)) || self.calendar == Some(at)
    }

    /// The number that goes on from what ends before a token: «45 күннен 120 күнге дейін», "45 days
    /// to 120 days".
    pub(super) fn linked(&self, next: usize) -> Option<usize> {
        let gap = self.gap(next).trim_start_matches(')').trim();
        let number = match self.role(next) {
            Some((Role::Until | Role::Also | Role::And, length)) => next + length,
            _ => next,
        };
        let dash = matches!(gap, "-" | "\u{2013}" | "\u{2014}");
        let close = is_close(gap) || dash;
        (close && is_close(self.gap(number)) || dash)
            .then_some(number)
            .filter(|number| self.begins_a_number(*number))
    }

    /// Which days count for days that the further end of a range follows upon: «3 күннен 5 жұмыс
    /// күніне дейін».
    pub(super) fn days_of_the_other_end(&self, next: usize) -> Days {
        let ends = !matches!(self.role(next), Some((Role::Also | Role::And, _)));
        let second = self.linked(next).filter(|_| ends);
        let second = second.and_then(|second| self.quantity(second));
        let value = second.and_then(|second| Some(self.of(&second)?.0.value(&second.value)));
        match value {
            Some(Value::Duration(duration)) if duration.unit == TimeUnit::Day => duration.days,
            _ => Days::Any,
        }
    }

    fn begins_a_number(&self, at: usize) -> bool {
        let token = self.tokens.get(at).filter(|token| !token.taken);
        token.is_some_and(|token| token.digits || token.number.is_some())
    }
}
