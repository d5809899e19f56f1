use super::Value;
use super::quantity::Quantity;
use super::reader::Reader;
use super::token::is_close;
use crate::lang::{NumberPlace, Role};

/// Most numbers that are looked through before the word that says what they are of.
const MOST: usize = 8;

/// How many words before and behind a reference may say that it is to another act.
const NEAR: usize = 3;

/// How far before a number, in bytes, a bracket is looked for that may close behind it.
const FAR: usize = 240;

impl Reader<'_> {
    /// Reads "clause 5.1", "clauses 5.1 and 5.2", "Annex No. 1" from the word on, and gives the
    /// token behind it.
    pub(super) fn referred(&mut self, at: usize) -> usize {
        let Some((role, length)) = self.role(at) else {
            return at;
        };
        // The end of another abbreviation, «н.п. 3».
        if at > 0 && self.gap(at) == "." {
            return at + length;
        }
        let role = role.clone();
        let mut next = at + length;
        if matches!(self.role(next), Some((Role::NumberSign, _))) {
            next += 1;
        }
        let sign = self.number_sign(next).is_some();
        let before = self.quantities.clause_number == NumberPlace::Before;
        let gap = self.gap(next).trim();
        let stop = gap == "." && self.tokens[at].folded.chars().count() < 4;
        // An item may have its number in brackets: "subclause (1)".
        let bracket = gap == "(" && role == Role::Item;
        let near = sign || !before && (gap.is_empty() || stop || bracket);
        if !near || !self.is_figures(next) {
            return at + length;
        }
        let mut start = self.tokens[at].range.start;
        let mut list = Vec::new();
        while let Some(quantity) = self.reference_number(next) {
            if self.is_of_a_designation(&quantity) {
                break;
            }
            let further = self.also(&quantity);
            list.push((quantity, start));
            let Some(further) = further else {
                break;
            };
            let own = self.reference_number(further);
            // The next number may have its own word behind it.
            let own = own.filter(|number| !before || !self.is_of_its_own(number));
            if own.is_none() {
                break;
            }
            next = further;
            start = self.tokens[further].range.start;
        }
        let mut ends = list.iter().map(|(quantity, _)| quantity.next);
        let other = ends.any(|end| self.is_of_another_act(at, end));
        let mut behind = at + length;
        for (quantity, start) in list {
            self.refer(&role, &quantity, start, other);
            behind = self.item_of(&role, &quantity, other);
        }
        behind
    }

    /// Reads «5.1-тармақ», «№1 қосымша», «5.1 және 5.2-тармақтар» from the number on, and gives
    /// the token behind it.
    pub(super) fn referred_before(&mut self, at: usize) -> Option<usize> {
        let mut list = Vec::new();
        let mut next = at;
        let (role, length) = loop {
            let quantity = self.reference_number(next)?;
            let gap = self.between(quantity.range.end, quantity.next);
            let close = is_close(gap.trim_start_matches(')'));
            let usual = self.quantities.clause_number == NumberPlace::Before || quantity.ordinal;
            let behind = quantity.next;
            let further = self.also(&quantity);
            list.push(quantity);
            if let (true, true, Some((role @ (Role::Clause | Role::Item | Role::Annex), length))) =
                (close, usual, self.role(behind))
            {
                next = behind;
                break (role.clone(), length);
            }
            next = further.filter(|_| list.len() < MOST)?;
        };
        let end = self.tokens[next + length - 1].range.end;
        let other = self.is_of_another_act(at, next + length);
        let last = list.len() - 1;
        for (place, mut quantity) in list.into_iter().enumerate() {
            if place == last {
                quantity.range.end = end;
            }
            let start = match place {
                0 => self.number_sign(at).unwrap_or(quantity.range.start),
                _ => quantity.range.start,
            };
            self.refer(&role, &quantity, start, other);
        }
        Some(next + length)
    }

    /// Whether the word that says what a number is of stands right behind it.
    fn is_of_its_own(&self, number: &Quantity) -> bool {
        let word = matches!(
            self.role(number.next),
            Some((Role::Clause | Role::Item | Role::Annex, _))
        );
        word && is_close(self.between(number.range.end, number.next))
    }

    /// The number of a clause at a token, when it is not of something else.
    fn reference_number(&self, at: usize) -> Option<Quantity> {
        self.figure(at)?;
        let quantity = self.quantity(at)?;
        self.clause_number(&quantity)?;
        self.of(&quantity).is_none().then_some(quantity)
    }

    /// The token of a further number: behind a comma, a dash or "and".
    fn also(&self, quantity: &Quantity) -> Option<usize> {
        let next = self.behind_brackets(quantity);
        let gap = match next == quantity.next {
            true => self.between(quantity.range.end, next),
            false => self.gap(next).rsplit(')').next().unwrap_or_default(),
        };
        let gap = gap.trim().trim_start_matches(')').trim();
        if let Some(number) = self.number_from(next) {
            let sign = self.number_sign(number);
            let sign = sign.and_then(|from| self.text.get(from..self.tokens[number].range.start));
            let gap = gap.trim_end_matches(|c: char| c == '(' || c.is_whitespace());
            let gap = gap.trim_end_matches(sign.unwrap_or_default().trim()).trim();
            return matches!(gap, "," | "-" | "\u{2013}" | "\u{2014}").then_some(number);
        }
        let (role, length) = self.role(next)?;
        let joined = matches!(role, Role::Also | Role::And) && matches!(gap, "" | ",");
        self.number_from(next + length).filter(|_| joined)
    }

    /// The figures at a token, or behind the word there that is a sign for a number: "No. 2".
    fn number_from(&self, at: usize) -> Option<usize> {
        let sign = matches!(self.role(at), Some((Role::NumberSign, _)));
        let number = at + usize::from(sign);
        (self.is_figures(number) && (!sign || self.number_sign(number).is_some())).then_some(number)
    }

    /// Notes the item that stands in brackets right behind the number of its clause, "clause
    /// 5.1(3)", and gives the token behind what is referred to.
    fn item_of(&mut self, role: &Role, clause: &Quantity, other: bool) -> usize {
        let next = clause.next;
        let tied = *role == Role::Clause && self.between(clause.range.end, next) == "(";
        let item = match tied {
            true => self.reference_number(next),
            false => None,
        };
        match item.filter(|item| self.text[item.range.end..].starts_with(')')) {
            Some(item) => {
                let start = item.range.start;
                self.refer(&Role::Item, &item, start, other);
                item.next
            }
            None => next,
        }
    }

    /// Whether a number is that of an item: it has no stops, and it stands with the word for an
    /// item, or with a bracket that closes none before, «пункт 3)».
    fn is_of_an_item(&self, role: &Role, quantity: &Quantity) -> bool {
        if self.text[quantity.typed.clone()].contains('.') {
            return false;
        }
        let from = self
            .text
            .floor_char_boundary(quantity.range.start.saturating_sub(FAR));
        let before = &self.text[from..quantity.range.start];
        let open = before.rfind('(') > before.rfind(')');
        *role == Role::Item || !open && self.text[quantity.range.end..].starts_with(')')
    }

    /// The token behind a number and the words in brackets that follow it, often the title of what
    /// is referred to: "sections 4 (Payment), 5 (Refund)".
    fn behind_brackets(&self, quantity: &Quantity) -> usize {
        let next = quantity.next;
        let gap = self.between(quantity.range.end, next).trim();
        if gap != "(" {
            return next;
        }
        let mut further = next + 1..(next + 1 + MOST).min(self.tokens.len());
        further
            .find(|at| self.gap(*at).contains(')'))
            .unwrap_or(next)
    }

    /// Whether a number is the first part of a longer designation, as in 252.227-7013.
    fn is_of_a_designation(&self, quantity: &Quantity) -> bool {
        let dotted = self.text[quantity.range.clone()].contains('.');
        let hyphen = self.between(quantity.range.end, quantity.next) == "-";
        let further = || {
            self.figure(quantity.next)
                .and_then(|_| self.quantity(quantity.next))
        };
        let whole = |other: Quantity| !self.text[other.range].contains('.');
        dotted && hyphen && self.is_figures(quantity.next) && further().is_some_and(whole)
    }

    fn refer(&mut self, role: &Role, quantity: &Quantity, start: usize, other: bool) {
        let Some(number) = self.clause_number(quantity) else {
            return;
        };
        let value = match role {
            Role::Annex => number.parse().ok().map(Value::Annex),
            Role::Clause | Role::Item if !other => Some(match self.is_of_an_item(role, quantity) {
                true => Value::Item(number.clone()),
                false => Value::Clause(number.clone()),
            }),
            _ => None,
        };
        let range = start..quantity.range.end;
        self.state(value.unwrap_or(Value::Number(number)), range);
    }

    /// Whether the words about a reference say that it is to a part of another act.
    fn is_of_another_act(&self, first: usize, behind: usize) -> bool {
        let is_other =
            |at: usize| matches!(self.tokens[at].role, Some((Role::Article | Role::Act, _)));
        let ends = |at: usize| self.gap(at).contains([';', '(']) || self.gap(at).starts_with(". ");
        let before = (first.saturating_sub(NEAR)..first).rev();
        let mut before = before.take_while(|at| !ends(at + 1));
        if before.any(|at| is_other(at) && !self.is_in_a_title(at)) {
            return true;
        }
        // "Subparagraph 1) of paragraph 2 of Article 7": the words are counted anew from a further
        // part on, with its number, unless "and" ends it.
        let (mut left, mut of_a_part, mut joined) = (NEAR, false, false);
        for at in behind..(behind + MOST + NEAR).min(self.tokens.len()) {
            if left == 0 || ends(at) {
                return false;
            }
            match self.tokens[at].role {
                Some((Role::Article | Role::Act, _)) => return true,
                Some((Role::Clause | Role::Item, _))
                    if !joined && self.quantities.clause_number == NumberPlace::After =>
                {
                    (left, of_a_part) = (NEAR, true);
                }
                Some((Role::Also | Role::And, _)) if of_a_part => return false,
                Some((Role::Also | Role::And, _)) => (left, joined) = (left - 1, true),
                _ if of_a_part && self.tokens[at].digits => {}
                _ => left -= 1,
            }
        }
        false
    }

    /// Whether a word stands in brackets behind the number of a clause or section, as its title
    /// does: "sections 15 (Governing Law) and 16".
    fn is_in_a_title(&self, at: usize) -> bool {
        let mut back = (at.saturating_sub(MOST)..=at).rev();
        let Some(first) = back.find(|at| self.gap(*at).contains(['(', ')'])) else {
            return false;
        };
        let before = first.checked_sub(1).and_then(|at| self.tokens.get(at));
        self.gap(first).trim() == "("
            && before.is_some_and(|token| {
                token.digits || matches!(token.role, Some((Role::Clause | Role::Item, _)))
            })
    }
}
