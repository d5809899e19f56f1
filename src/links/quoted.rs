use std::ops::Range;

use crate::facts::Run;
use crate::lang::SignSet;

/// The words of a run that stand in quotation marks: they are a name, or somebody else's words.
pub(super) fn quoted(run: &Run) -> Vec<Range<usize>> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut found = Vec::new();
    if !run.words.sign_set().may_share(SignSet::OPENING_QUOTES) {
        return found;
    }
    for sign in run.words.signs() {
        let last = open.last().map(|(mark, _)| *mark);
        let closes = match (sign.c, last) {
            ('»', Some('«')) | ('”', Some('“' | '„')) | ('“', Some('„')) | ('"', Some('"')) => {
                true
            }
            ('«' | '“' | '„' | '"', _) => {
                open.push((sign.c, sign.at()));
                false
            }
            _ => false,
        };
        if closes
            && let Some((_, start)) = open.pop()
            && open.is_empty()
        {
            found.push(start..sign.at());
        }
    }
    found
}
