//! The text holds a mark that means something to Markdown and nothing to a policy.
//!
//! Lines of dashes or equals signs, images, quotations, headings and blocks inside lists are no part of
//! the format. They are reported instead of guessed at: a line of dashes below a paragraph, for one,
//! would make a heading of it.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unsupported-markup",
    severity: Severity::Error,
    family: Family::Markup,
    source: include_str!("unsupported_markup.rs"),
};

/// What was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// A line of dashes, stars or equals signs.
    Line,
    /// Such a line right below text, which makes a heading of it in Markdown.
    Underline,
    /// A heading inside a list.
    HeadingInside,
    /// A fenced block inside a list.
    FenceInside,
    /// An image.
    Image,
    /// Lists within lists beyond all measure.
    TooDeep,
    /// Anything else.
    Other,
}

/// The finding about a mark.
pub fn finding(file: FileId, span: Span, markup: Markup) -> Finding {
    let (message, help) = match markup {
        Markup::Line => (
            "a line of dashes or stars is no part of a policy",
            "delete the line; a hyphen that fills a table's cell is typed `\\-`",
        ),
        Markup::Underline => (
            "a line of dashes or equals signs below text makes a heading of it",
            "delete the line; if the text is a heading, begin it with `## `",
        ),
        Markup::HeadingInside => ("a heading cannot stand in a list", "begin the heading at the start of a line, with an empty line above it"),
        Markup::FenceInside => (
            "a block cannot stand in a list",
            "begin the block's first line ``` at the start of a line",
        ),
        Markup::Image => ("an image cannot stand in a policy", "delete it: legal text is words"),
        Markup::TooDeep => ("lists are nested too deep", "write it with fewer levels"),
        Markup::Other => ("this mark is no part of the format", "write it as a paragraph, list or table"),
    };
    Finding::new(&RULE, message).label(file, span, "").help(help)
}
