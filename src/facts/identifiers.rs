use super::Value;
use super::reader::Reader;
use crate::lang::is_digit;

/// Most letters of a part of a number without a sign before it, such as `НҚ` of `395/НҚ`.
const FEW: usize = 4;

impl Reader<'_> {
    /// Reads the numbers of acts that are more than figures: `395/НҚ`, `№ 94-V`.
    pub(super) fn identifiers(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            let end = self.identifier(at);
            at = end.max(at + 1);
        }
    }

    /// Reads one from a token on, and gives the token behind it; the same token when there is none.
    fn identifier(&mut self, at: usize) -> usize {
        let free = |reader: &Self, i: usize| reader.tokens.get(i).is_some_and(|t| !t.taken);
        if !free(self, at) {
            return at;
        }
        let digits = self.tokens[at].digits;
        let linked = self.links(at + 1);
        if !linked {
            return at;
        }
        let sign = self.number_sign(at);
        if sign.is_none() && (!digits || at > 0 && self.links(at)) {
            return at;
        }
        let mut end = at + 1;
        while free(self, end) && self.links(end) && self.belongs(end, sign.is_some()) {
            end += 1;
        }
        let range = self.tokens[at].range.start..self.tokens[end - 1].range.end;
        let typed = &self.text[range.clone()];
        let letters = typed.chars().any(char::is_alphabetic);
        let figures = typed.chars().any(is_digit);
        let mixed = typed.contains(['/', '-']) && sign.is_some();
        if end == at + 1 || !figures || !(letters || mixed) {
            return at;
        }
        let value = Value::Identifier(typed.to_owned());
        self.state(value, range);
        self.take(at..end);
        end
    }

    /// Whether a token is tied to the one before as the parts of such a number are.
    fn links(&self, at: usize) -> bool {
        at < self.tokens.len() && matches!(self.gap(at), "/" | "-" | "" | "\u{2011}" | "\u{2010}")
    }

    /// Whether a token is a part of the number, and no ending or word behind it.
    fn belongs(&self, at: usize, signed: bool) -> bool {
        let token = &self.tokens[at];
        if token.digits {
            return signed || matches!(self.gap(at), "/" | "-");
        }
        if token.number.is_some()
            || token.role.is_some()
            || self.quantities.is_figure_ending(token.folded)
        {
            return false;
        }
        let typed = self.typed(at);
        let upper = typed.chars().all(char::is_uppercase);
        let short = typed.chars().count() <= FEW;
        let glued = self.gap(at).is_empty();
        let last = !self.links(at + 1);
        match (signed, upper) {
            (true, true) => true,
            (true, false) => short && !(last && !glued && !self.gap(at).contains('/')),
            (false, true) => short && !glued,
            (false, false) => false,
        }
    }
}
