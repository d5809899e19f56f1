use super::figure::short;
use super::quantity::{Of, Quantity};
use super::reader::Reader;
use super::token::{ascii_digits, is_close};
use super::{Days, Duration, TimeUnit, Value};
use crate::lang::Role;

impl Reader<'_> {
    /// Reads what is left of the numbers, from left to right.
    pub(super) fn scan(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            let next = self.step(at);
            at = next.max(at + 1);
        }
    }

    /// Reads what stands at a token, and gives the token behind it.
    fn step(&mut self, at: usize) -> usize {
        let token = &self.tokens[at];
        if token.taken {
            return at;
        }
        if token.digits || token.number.is_some() {
            return match self.quantity(at) {
                Some(quantity) => self.counted(at, quantity),
                None => at,
            };
        }
        let range = token.range.clone();
        if let Some((count, unit)) = token.period {
            let duration = Duration {
                count: count.to_string(),
                unit,
                days: Days::Any,
            };
            self.note(Value::Duration(duration), range, true);
            return at;
        }
        match token.role {
            Some((Role::Clause | Role::Item | Role::Annex, _)) => self.referred(at),
            Some((Role::NoAnnex, length)) => at + length,
            Some((Role::Ordinal(number), length)) => {
                self.note(Value::Number(number.to_string()), range, true);
                at + length
            }
            _ => {
                if let Some(number) = roman(self.typed(at)) {
                    self.note(Value::Number(number.to_string()), range, true);
                }
                at
            }
        }
    }

    /// Reads a quantity with what stands around it.
    fn counted(&mut self, at: usize, quantity: Quantity) -> usize {
        let calendar = self.is_calendar(at);
        let next = self.counted_with(at, quantity);
        if calendar {
            self.calendar = self.linked(next);
        }
        next
    }

    fn counted_with(&mut self, at: usize, quantity: Quantity) -> usize {
        if let Some((of, end, next)) = self.of(&quantity) {
            return self.state_of(at, quantity, &of, end, next);
        }
        if let Some(value) = self.end_of_a_range(at, &quantity) {
            self.note(value, quantity.range.clone(), !quantity.figures);
            return self.done(quantity);
        }
        if let Some((start, code)) = self.currency_before(at) {
            let value = Of::Money(code).value(&quantity.value);
            let range = start..quantity.range.end;
            self.note(value, range, !quantity.figures);
            return self.done(quantity);
        }
        if quantity.figures
            && let Some(next) = self.referred_before(at)
        {
            return next;
        }
        let sign = self.number_sign(at);
        if let Some(start) = sign.filter(|_| quantity.figures && !quantity.ordinal) {
            let typed = self.text[quantity.typed.clone()].to_owned();
            self.state(Value::Identifier(typed), start..quantity.range.end);
        } else if quantity.value == "24/7" {
            // Round the clock: languages have words for it.
            for (count, unit) in [("24", TimeUnit::Hour), ("7", TimeUnit::Day)] {
                let duration = Duration {
                    count: count.to_owned(),
                    unit,
                    days: Days::Any,
                };
                self.note(Value::Duration(duration), quantity.range.clone(), true);
            }
        } else {
            let value = Value::Number(quantity.value.clone());
            self.note(value, quantity.range.clone(), !quantity.figures);
        }
        self.done(quantity)
    }

    /// Notes the words beside the figures, and gives the token behind the quantity.
    fn done(&mut self, quantity: Quantity) -> usize {
        for spelled in quantity.spelled {
            self.note_spelled(spelled);
        }
        quantity.next
    }

    fn state_of(
        &mut self,
        at: usize,
        mut quantity: Quantity,
        of: &Of,
        end: usize,
        next: usize,
    ) -> usize {
        let mut range = quantity.range.start..end;
        let mut value = of.value(&quantity.value);
        if let Value::Duration(duration) = &mut value
            && duration.days == Days::Any
        {
            if self.is_calendar(at) {
                duration.days = Days::Calendar;
                if let Some(before) = at.checked_sub(1).filter(|_| self.calendar != Some(at)) {
                    range.start = self.tokens[before].range.start;
                }
            } else if duration.unit == TimeUnit::Day {
                duration.days = self.days_of_the_other_end(next);
            }
        }
        let in_words = !quantity.figures;
        self.note(value, range, in_words);
        quantity.next = self.repeated(&mut quantity, end, next);
        self.done(quantity)
    }

    /// "10 days (ten days)": the words stand behind the unit.
    fn repeated(&self, quantity: &mut Quantity, end: usize, next: usize) -> usize {
        if !quantity.spelled.is_empty() || !quantity.figures {
            return next;
        }
        let Some((words, behind)) = self.brackets(end, next) else {
            return next;
        };
        let Some(said) = self.said(next, behind, quantity) else {
            return next;
        };
        quantity.spelled.push(super::Spelled {
            run: 0,
            figures: quantity.typed.clone(),
            words,
            number: short(&quantity.value),
            said,
        });
        behind
    }

    /// The currency that stands right before a number, and where.
    fn currency_before(&self, at: usize) -> Option<(usize, String)> {
        let gap = self.gap(at);
        let start = self.tokens[at].range.start - gap.len();
        let before = gap.trim_end();
        if let Some((sign, Role::Currency(code))) = self.quantities.lexicon.sign_before(before) {
            return Some((start + before.len() - sign.len(), code.clone()));
        }
        let word = at.checked_sub(1)?;
        match self.role(word)? {
            (Role::Currency(code), 1) if is_close(gap) => {
                // Only codes stand before the number; «теңге 5 …» are two things.
                let is_code = self.typed(word).eq_ignore_ascii_case(code);
                is_code.then(|| (self.tokens[word].range.start, code.clone()))
            }
            _ => None,
        }
    }

    /// A number of clauses as typed, when a clause can have it.
    pub(super) fn clause_number(&self, quantity: &Quantity) -> Option<String> {
        let typed = &self.text[quantity.typed.clone()];
        let fits = |c: char| crate::lang::is_digit(c) || c == '.';
        if !quantity.figures || !typed.chars().all(fits) {
            return None;
        }
        let groups: Vec<String> = typed.split('.').map(ascii_digits).collect();
        Some(groups.join("."))
    }
}

/// The value of a Roman number of two letters or more.
pub(super) fn roman(typed: &str) -> Option<u32> {
    if !(2..=8).contains(&typed.len()) || !typed.starts_with(['I', 'V', 'X', 'L', 'C']) {
        return None;
    }
    let values = typed.bytes().map(|letter| match letter {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        b'C' => Some(100),
        _ => None,
    });
    let values: Vec<u32> = values.collect::<Option<_>>()?;
    let (mut sum, mut after) = (0, 0);
    for value in values.iter().rev() {
        sum = match *value < after {
            true => sum - value,
            false => sum + value,
        };
        after = *value;
    }
    Some(sum)
}
