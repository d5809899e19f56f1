use std::path::PathBuf;

use super::{Outcome, Root, Surroundings, date, styling};
use crate::diagnostic::{Format, render};
use crate::driver::{self, Report};
use crate::source::Error;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// Where the site is written [default: public in the site's folder]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    #[command(flatten)]
    date: date::Argument,
}

pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<Outcome, Error> {
    let root = arguments.root.find()?;
    let today = arguments.date.today(surroundings)?;
    let output = arguments
        .output
        .clone()
        .unwrap_or_else(|| root.join("public"));
    let report = driver::build(&root, &output, today)?;
    let mut outcome = Outcome {
        code: u8::from(report.has_errors()),
        ..Outcome::default()
    };
    if !report.findings.is_empty() {
        let styling = styling(surroundings.stderr_colour);
        outcome.stderr = render(&report.findings, &report.sources, Format::Human, styling);
    }
    if report.has_errors() {
        outcome
            .stderr
            .push_str("Nothing was written; the site is as it was.\n");
    } else {
        outcome.stdout = format!("{}, written to {}\n", told(&report), output.display());
    }
    Ok(outcome)
}

fn told(report: &Report) -> String {
    let many = |count: usize, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {more}"),
    };
    let counts = &report.counts;
    [
        many(counts.policies, "policy", "policies"),
        many(counts.editions, "edition", "editions"),
        many(counts.languages, "language", "languages"),
        many(counts.pages, "page", "pages"),
    ]
    .join(", ")
}
