use super::{Comparison, html, json, markdown, table, terminal};
use crate::diagnostic::Styling;
use crate::redline::comparative::Extent;

/// How a comparison is written out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A redline for people at a terminal.
    #[default]
    Terminal,
    /// The comparative table in plain text.
    Table,
    /// The comparative table as a Markdown document.
    Markdown,
    /// The comparative table as a page to print.
    Html,
    /// Everything, for programs.
    Json,
}

/// What else decides how a comparison is written out.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether colours may be used.
    pub styling: Styling,
    /// How many columns a line may have.
    pub width: usize,
    /// Whether what did not change, or only in the way it was typed, is shown as well.
    pub all: bool,
}

/// A comparison as text in a format, with a line end after it.
pub fn render(comparison: &Comparison, format: Format, options: Options) -> String {
    match format {
        Format::Terminal => terminal::render(comparison, options),
        Format::Table => table::render(comparison, options.width, extent(options.all)),
        Format::Markdown => markdown::render(comparison, extent(options.all)),
        Format::Html => html::render(comparison, extent(options.all)),
        Format::Json => json::render(comparison, options.all),
    }
}

/// How much of a clause that changed a comparative table holds.
pub(super) fn extent(all: bool) -> Extent {
    match all {
        true => Extent::Whole,
        false => Extent::Changed,
    }
}
