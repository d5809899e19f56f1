use super::reader::Reader;
use super::token::is_close;
use crate::lang::Role;

impl Reader<'_> {
    /// The number that the words from a token on say, and the token behind them.
    pub(super) fn spelled_number(&self, at: usize) -> Option<(u64, usize)> {
        self.spelled(at, false)
    }

    /// The same with words in any case, «бесінен», and ordinals, «пятого», as they stand in
    /// brackets beside figures.
    pub(super) fn spelled_in_any_form(&self, at: usize) -> Option<(u64, usize)> {
        self.spelled(at, true)
    }

    fn spelled(&self, at: usize, any_form: bool) -> Option<(u64, usize)> {
        let mut sum = Sum::default();
        let mut next = at;
        loop {
            let mut word = next;
            if next > at {
                if !is_close(self.gap(next)) {
                    break;
                }
                if matches!(self.role(next), Some((Role::And, _))) && sum.last >= 100 {
                    word = next + 1;
                }
            }
            let token = self.tokens.get(word).filter(|token| !token.taken);
            let Some(token) = token else {
                break;
            };
            let lexicon = &self.quantities.lexicon;
            let in_case = || {
                let number = lexicon.in_case(self.endings, token.folded);
                number.filter(|_| any_form).map(|number| (number, 1))
            };
            let Some((number, length)) = token.number.or_else(|| match token.role {
                // The last word of «двадцать пятого» is an ordinal.
                Some((Role::Ordinal(number), length)) if any_form || next > at => {
                    Some((*number, length))
                }
                _ => in_case(),
            }) else {
                break;
            };
            if !sum.add(number) {
                break;
            }
            next = word + length;
        }
        (next > at).then_some((sum.total.saturating_add(sum.group), next))
    }
}

/// A number as it is said word by word: hundreds, tens and ones, then what they count.
#[derive(Default)]
struct Sum {
    total: u64,
    group: u64,
    /// The least of thousand, million … said so far.
    scale: Option<u64>,
    last: u64,
    said: bool,
}

impl Sum {
    /// Adds a word; gives `false` when it does not belong to the number.
    fn add(&mut self, number: u64) -> bool {
        let fits = match number {
            1000.. => self.scale.is_none_or(|scale| number < scale),
            0 => !self.said,
            100 if (1..10).contains(&self.group) => true,
            100.. => self.group == 0,
            _ if self.last == 0 && self.said => false,
            10..100 => self.group.is_multiple_of(100),
            _ => self.group.is_multiple_of(10),
        };
        if !fits {
            return false;
        }
        match number {
            1000.. => {
                let many = self.group.max(1).saturating_mul(number);
                self.total = self.total.saturating_add(many);
                self.group = 0;
                self.scale = Some(number);
            }
            100 if self.group > 0 => self.group *= 100,
            _ => self.group += number,
        }
        self.last = number;
        self.said = true;
        true
    }
}
