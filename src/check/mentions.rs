//! The concepts of the glossary that a run names; two rules ask for them.

use super::Context;
use crate::facts::{Facts, Run};
use crate::lang::Mention;

/// The concepts that a run of a text names, in order.
pub(super) fn mentions<'r>(run: &'r Run, text: &Facts<'_>, context: &Context<'_>) -> &'r [Mention] {
    let find = || context.glossary.mentions(&run.words, text.language);
    run.memo.mentions.get_or_init(find)
}
