//! The lines between the marks of a table are not a list of rows.
//!
//! A table whose cells hold lists is written as a list of rows, each a list of cells. A row begins with
//! `- - `, each further cell with two spaces and `- `, the further items of a list in a cell with
//! four spaces and `- `.
//!
//! ````markdown
//! ```table
//! - - Purpose
//!   - Personal data
//! - - To respond to the request
//!   - - Last name and first name;
//!     - E-mail address
//! ```
//! ````

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "broken-table",
    severity: Severity::Error,
    family: Family::Markup,
    source: include_str!("broken_table.rs"),
};

/// The finding about a line that begins with a bar and is not part of a table.
pub fn no_table(file: FileId, span: Span) -> Finding {
    Finding::new(&RULE, "this line begins with a bar, but no table begins here")
        .label(file, span, "read as words")
        .help("below the first row of a table, type a line with `---` for each of its cells: `| --- | --- |`")
}

/// The finding about the lines that are no row.
pub fn finding(file: FileId, span: Span) -> Finding {
    Finding::new(&RULE, "this is not a row of the table")
        .label(file, span, "expected a row: `- - first cell`, below it `  - second cell`")
        .help("begin each row with two hyphens `- - ` and each further cell with two spaces and a hyphen")
}
