use super::{Finding, github, human, json, sarif};
use crate::source::Sources;

/// How findings are written out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: the source line, the words underlined, a help line.
    #[default]
    Human,
    /// For programs.
    Json,
    /// Annotations on GitHub's pages.
    Github,
    /// SARIF 2.1.0, which code hosts and editors read.
    Sarif,
}

/// Whether the human format may use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Styling {
    /// No escape codes.
    #[default]
    Plain,
    /// Colours, as on a terminal.
    Colour,
}

/// The findings as text in a format, with a line end after it; all files are found in `sources`.
pub fn render(findings: &[Finding], sources: &Sources, format: Format, styling: Styling) -> String {
    match format {
        Format::Human => human::render(findings, sources, styling),
        Format::Json => json::render(findings, sources),
        Format::Github => github::render(findings, sources),
        Format::Sarif => sarif::render(findings, sources),
    }
}
