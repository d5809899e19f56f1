//! Which words of a text lead where: references lead to what they name, and terms to where the policy
//! defines them.
//!
//! A [`Mark`] is words of the file and where they lead; [`Links`] are all those of a text. A reader
//! trusts a link in a legal text, so words that may mean something else are left alone: better no
//! link than a wrong one.

mod by_number;
mod by_title;
mod definitions;
mod ground;
mod mark;
mod neighbours;
mod quoted;
mod stand;
mod uses;

use crate::check::{Context, Parallel, TextTerms};
use crate::source::FileId;

use ground::Ground;
pub use mark::{Links, Mark, MarkKind};

/// The links of the texts of an edition, each with the file of its text.
pub fn links(parallel: &Parallel<'_>, context: &Context<'_>) -> Vec<(FileId, Links)> {
    let terms = TextTerms::of(parallel, context);
    let columns = parallel.texts.iter().zip(terms).enumerate();
    let links = columns.map(|(column, (text, terms))| {
        let ground = Ground::of(parallel, context, column, text, terms);
        let defined = definitions::definitions(&ground);
        let neighbours = neighbours::Neighbours::of(&ground, &defined);
        let mut marks = defined.marks(&ground);
        marks.extend(by_title::references(&ground, &defined, &neighbours));
        marks.extend(by_number::references(&ground, &neighbours));
        let known = Links::new(marks);
        let uses = uses::uses(&ground, &defined, &known);
        (text.text.file, known.with(uses))
    });
    links.collect()
}
