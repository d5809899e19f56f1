use std::ops::Range;

use super::figure::{short, times};
use super::reader::Reader;
use super::token::is_close;
use super::{Days, Duration, Spelled, Value};
use crate::lang::Role;

/// A number with what belongs to it: "3 (three)", "5 million", «2-го».
pub(super) struct Quantity {
    /// As a plain decimal.
    pub(super) value: String,
    /// Its figures as typed; its words when it has none.
    pub(super) typed: Range<usize>,
    /// All of it.
    pub(super) range: Range<usize>,
    /// The token behind it.
    pub(super) next: usize,
    /// Whether it has figures.
    pub(super) figures: bool,
    /// Whether it is figures and nothing else.
    pub(super) bare: bool,
    /// Whether its figures have an ending that makes it the first, the second.
    pub(super) ordinal: bool,
    /// Its figures and the words beside them.
    pub(super) spelled: Vec<Spelled>,
}

/// What a quantity is of.
pub(super) enum Of {
    Time(Duration),
    Percent,
    Money(String),
}

impl Of {
    /// The value of so much of it.
    pub(super) fn value(&self, count: &str) -> Value {
        let count = short(count);
        match self {
            Self::Time(duration) => Value::Duration(Duration {
                count,
                ..duration.clone()
            }),
            Self::Percent => Value::Percent(count),
            Self::Money(currency) => Value::Money {
                amount: count,
                currency: currency.clone(),
            },
        }
    }
}

impl Reader<'_> {
    /// The quantity that stands at a token.
    pub(super) fn quantity(&self, at: usize) -> Option<Quantity> {
        match self.figure(at) {
            Some(figure) => {
                let mut quantity = Quantity {
                    value: figure.value,
                    typed: figure.range.clone(),
                    range: figure.range,
                    next: figure.next,
                    figures: true,
                    bare: !figure.odd,
                    ordinal: false,
                    spelled: Vec::new(),
                };
                self.ending(&mut quantity);
                self.words_beside(&mut quantity);
                self.multiplier(&mut quantity);
                Some(quantity)
            }
            None => self.in_words(at),
        }
    }

    /// Letters behind figures that belong to them: «5-ке», "1st".
    fn ending(&self, quantity: &mut Quantity) {
        let next = quantity.next;
        let Some(token) = self.tokens.get(next).filter(|token| !token.taken) else {
            return;
        };
        let (glued, tied) = (self.gap(next).is_empty(), self.gap(next) == "-");
        quantity.ordinal = (glued || tied) && self.quantities.is_figure_ending(token.folded);
        let case = tied && token.role.is_none() && self.endings.fit(token.folded);
        if !token.digits && (quantity.ordinal || case) {
            quantity.next += 1;
            quantity.range.end = token.range.end;
            quantity.bare = false;
        }
    }

    /// Words in brackets that say the same number: "(three)", "(three days)".
    fn words_beside(&self, quantity: &mut Quantity) {
        let Some((words, end)) = self.brackets(quantity.range.end, quantity.next) else {
            return;
        };
        let Some(said) = self.said(quantity.next, end, quantity) else {
            return;
        };
        quantity.spelled.push(Spelled {
            run: 0,
            figures: quantity.typed.clone(),
            words: words.clone(),
            number: quantity.value.clone(),
            said,
        });
        quantity.next = end;
        quantity.range.end = words.end + 1;
        quantity.bare = false;
    }

    /// The words in the brackets that open right behind a place, and the token behind them.
    pub(super) fn brackets(&self, from: usize, at: usize) -> Option<(Range<usize>, usize)> {
        if self.between(from, at).trim_start() != "(" {
            return None;
        }
        let start = self.tokens.get(at)?.range.start;
        let close = start + self.text[start..].find([')', '('])?;
        let inside = |token: &&super::token::Token<'_>| token.range.start < close;
        let count = self.tokens[at..].iter().take_while(inside).count();
        let closed = self.text[close..].starts_with(')');
        closed.then_some((start..close, at + count))
    }

    /// The number that words say: `None` when they are about something else, `Some(None)` when
    /// they look like a number and are none.
    pub(super) fn said(&self, at: usize, end: usize, beside: &Quantity) -> Option<Option<u64>> {
        let known = |i: usize| {
            matches!(
                self.tokens[i].role,
                Some((
                    Role::Unit(_)
                        | Role::Days(_)
                        | Role::Percent
                        | Role::Currency(_)
                        | Role::Between
                        | Role::And,
                    _
                ))
            )
        };
        let whole = |read: &(u64, usize)| {
            let mut rest = read.1..end;
            read.1 <= end && rest.all(|i| self.tokens[i].number.is_none() && known(i))
        };
        if let Some((number, _)) = self.spelled_number(at).filter(whole) {
            return Some(Some(number));
        }
        // In any case or as an ordinal. Beside bare figures a word may look like one by chance, as
        // «оның» (his) looks like ten: there it counts where it says the same.
        if let Some((number, _)) = self.spelled_in_any_form(at).filter(whole) {
            let ordinal =
                (at..end).any(|i| matches!(self.tokens[i].role, Some((Role::Ordinal(_), _))));
            if !beside.bare || ordinal || beside.value == number.to_string() {
                return Some(Some(number));
            }
        }
        let mut like = false;
        for i in at..end {
            let token = &self.tokens[i];
            if token.digits {
                return None;
            }
            if token.number.is_some() {
                like = true;
                continue;
            }
            let lexicon = &self.quantities.lexicon;
            if lexicon.in_case(self.endings, token.folded).is_some() {
                return None;
            }
            let near = lexicon.is_like_a_number(token.folded);
            like |= near;
            if !near && !known(i) {
                return None;
            }
        }
        like.then_some(None)
    }

    /// "5 million".
    fn multiplier(&self, quantity: &mut Quantity) {
        let Some(token) = self.tokens.get(quantity.next).filter(|token| !token.taken) else {
            return;
        };
        let close = is_close(self.between(quantity.range.end, quantity.next));
        if let Some((number @ 1000.., length)) = token.number
            && close
            && quantity.value.parse::<f64>().is_ok()
        {
            quantity.value = times(&short(&quantity.value), number);
            quantity.next += length;
            quantity.range.end = self.tokens[quantity.next - 1].range.end;
            quantity.bare = false;
            self.words_beside(quantity);
        }
    }

    /// "three", "three (3)".
    fn in_words(&self, at: usize) -> Option<Quantity> {
        let (number, next) = self.spelled_number(at)?;
        let range = self.tokens[at].range.start..self.tokens[next - 1].range.end;
        let mut quantity = Quantity {
            value: number.to_string(),
            typed: range.clone(),
            range: range.clone(),
            next,
            figures: false,
            bare: false,
            ordinal: false,
            spelled: Vec::new(),
        };
        if let Some((inside, end)) = self.brackets(range.end, next)
            && let Some(figure) = self.figure(next).filter(|figure| figure.next == end)
        {
            quantity.spelled.push(Spelled {
                run: 0,
                figures: figure.range.clone(),
                words: range,
                number: figure.value.clone(),
                said: Some(number),
            });
            quantity.value = figure.value;
            quantity.typed = figure.range;
            quantity.range.end = inside.end + 1;
            quantity.next = end;
            quantity.figures = true;
        }
        Some(quantity)
    }

    /// What a quantity is of, by what stands behind it: with the place where that ends and the
    /// token behind it.
    pub(super) fn of(&self, quantity: &Quantity) -> Option<(Of, usize, usize)> {
        let gap = self.between(quantity.range.end, quantity.next);
        let sign = gap.trim_start();
        if let Some((typed, role)) = self.quantities.lexicon.sign_at(sign) {
            let of = match role {
                Role::Percent => Some(Of::Percent),
                Role::Currency(code) => Some(Of::Money(code.clone())),
                _ => None,
            };
            let end = quantity.range.end + (gap.len() - sign.len()) + typed.len();
            return Some((of?, end, quantity.next));
        }
        if !is_near(gap) {
            return None;
        }
        if let Some((role, length)) = self.role(quantity.next) {
            let next = quantity.next + length;
            let of = match role {
                Role::Percent => Some(Of::Percent),
                Role::Currency(code) => Some(Of::Money(code.clone())),
                _ => None,
            };
            if let Some(of) = of {
                return Some((of, self.tokens[next - 1].range.end, next));
            }
        }
        self.time_of(quantity)
    }

    fn time_of(&self, quantity: &Quantity) -> Option<(Of, usize, usize)> {
        // The word behind a time of the day, «18:00 часов», makes no period of it.
        if quantity.value.contains(':') {
            return None;
        }
        let mut days = Days::Any;
        let mut next = quantity.next;
        let unit = loop {
            if next > quantity.next && !is_close(self.gap(next)) || next > quantity.next + 3 {
                return None;
            }
            match self.role(next)? {
                (Role::Between, length) => next += length,
                (Role::Days(kind), length) => {
                    days = *kind;
                    next += length;
                }
                (Role::Unit(unit), length) => {
                    next += length;
                    break *unit;
                }
                _ => return None,
            }
        };
        if unit == super::TimeUnit::Year && is_year(&quantity.value) && quantity.spelled.is_empty()
        {
            return None;
        }
        let mut end = self.tokens[next - 1].range.end;
        if let (Days::Any, Some((Role::Days(kind), length))) = (days, self.role(next))
            && self.gap(next).trim_start() == "("
        {
            days = *kind;
            next += length;
            end = self.tokens[next - 1].range.end;
        }
        let duration = Duration {
            count: String::new(),
            unit,
            days,
        };
        Some((Of::Time(duration), end, next))
    }
}

/// Whether a unit may stand behind this.
fn is_near(gap: &str) -> bool {
    // Behind an abbreviation such as «млн.» stands a stop.
    let gap = gap
        .strip_prefix('.')
        .filter(|rest| !rest.is_empty())
        .unwrap_or(gap);
    is_close(gap)
}

/// Whether a number is that of a year, and no count of years.
fn is_year(value: &str) -> bool {
    value.len() == 4
        && value
            .parse()
            .is_ok_and(|year: u16| (1500..3000).contains(&year))
}
