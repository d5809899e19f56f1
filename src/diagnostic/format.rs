use super::{Report, github, human, json, sarif};

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

/// A report as text in a format, with a line end after it.
pub fn render(report: &Report, format: Format, styling: Styling) -> String {
    match format {
        Format::Human => human::render(report, styling),
        Format::Json => json::render(report),
        Format::Github => github::render(report),
        Format::Sarif => sarif::render(report),
    }
}
