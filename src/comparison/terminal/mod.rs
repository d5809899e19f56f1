//! A redline for people at a terminal: what the editions are, what changed in numbers and hard facts,
//! then clause by clause what became of it and its words. With colours, deleted words are red and
//! struck through and inserted ones green and underlined; without, they stand between marks.

mod blocks;
mod entries;
mod head;
mod ink;
mod paper;
mod tables;

use super::{Comparison, Options};
use paper::Paper;

pub(super) fn render(comparison: &Comparison, options: Options) -> String {
    let mut paper = Paper::new(options);
    head::editions(comparison, &mut paper);
    for own in &comparison.languages {
        head::language(own, &mut paper);
        entries::entries(&own.redline, &mut paper);
        head::foot(own, &mut paper);
    }
    for gap in &comparison.gaps {
        paper.blank();
        paper.line(0, &gap.told());
    }
    paper.done()
}
