use std::ops::Range;

use super::Value;
use super::reader::Reader;
use crate::lang::{NumberPlace, Role, Sign};

/// How many words may stand between "Law" and the title: its date, its number, its state.
const MOST: usize = 14;

impl Reader<'_> {
    /// Reads the quoted titles of laws: behind the word, "Law “On …”", or before it, «…» Заңы.
    pub(super) fn citations(&mut self) {
        let is_act = |role: Option<(&Role, usize)>| matches!(role, Some((Role::Act, _)));
        if !self.tokens.iter().any(|token| is_act(token.role)) {
            return;
        }
        for range in quoted(self.signs) {
            let title = &self.text[range.clone()];
            let capital = title.trim_start().starts_with(char::is_uppercase);
            if !capital || !title.trim().contains(char::is_whitespace) {
                continue;
            }
            let first = self.tokens.partition_point(|t| t.range.start < range.start);
            let behind = self.tokens.partition_point(|t| t.range.start < range.end);
            let follows = self.tokens.get(behind).is_some_and(|token| {
                let gap = &self.text[range.end..token.range.start];
                is_act(token.role) && gap.chars().skip(1).all(char::is_whitespace)
            });
            let before = (first.saturating_sub(MOST)..first).rev();
            let mut before = before.take_while(|at| {
                let gap = self.gap(at + 1);
                let inside = at + 1 == first;
                !gap.contains([';', '(', ')', ':'])
                    && (inside || !gap.contains(['«', '»', '“', '”', '"']))
            });
            // Where numbers stand before their words, titles mostly do so as well.
            let usual = self.quantities.clause_number != NumberPlace::Before;
            let stands = (usual || self.is_act_title(behind))
                && before.any(|at| is_act(self.tokens[at].role));
            let apart = || self.is_act_title(behind) && self.act_further_behind(range.end, behind);
            if follows || stands || apart() {
                let value = Value::Citation(title.to_owned());
                self.state(value, range);
            }
        }
    }
}

impl Reader<'_> {
    /// Whether the word before a token is one that titles of acts end with.
    fn is_act_title(&self, behind: usize) -> bool {
        let last = behind.checked_sub(1).and_then(|at| self.tokens.get(at));
        last.is_some_and(|token| matches!(token.role, Some((Role::ActTitle, _))))
    }

    /// Whether the word for an act stands behind the date, the number and the state of the act, as
    /// in «… туралы» 2013 жылғы 21 мамырдағы № 94-V Қазақстан Республикасының Заңы.
    fn act_further_behind(&self, end: usize, behind: usize) -> bool {
        let further = behind..(behind + MOST).min(self.tokens.len());
        let mut further = further.take_while(|at| {
            let gap = match *at == behind {
                true => self.between(end, behind).get(1..).unwrap_or_default(),
                false => self.gap(*at),
            };
            !gap.contains([';', '(', ')', ':', ',', '«', '»', '“', '”', '"'])
                && !gap.starts_with(". ")
        });
        further.any(|at| matches!(self.tokens[at].role, Some((Role::Act, _))))
    }
}

/// What stands in quotation marks, without them. Takes the signs of a text.
fn quoted(signs: &[Sign]) -> Vec<Range<usize>> {
    let mut list = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for sign in signs {
        let (at, c) = (sign.at(), sign.c);
        match (open, c) {
            (Some((start, close)), c) if c == close => {
                list.push(start..at);
                open = None;
            }
            (None, '«') => open = Some((at + c.len_utf8(), '»')),
            (None, '“') => open = Some((at + c.len_utf8(), '”')),
            (None, '"') => open = Some((at + c.len_utf8(), '"')),
            _ => {}
        }
    }
    list
}
