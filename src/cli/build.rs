use std::path::PathBuf;

use super::{Outcome, Root, Strict, Surroundings, date, styling};
use crate::diagnostic::{Format, Report, many, render};
use crate::driver::{self, Occasion};
use crate::site::Drafts;
use crate::source::Error;

/// The folder of the cache in the site's folder.
const CACHE: &str = ".tarmaq-cache";

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// Where the site is written [default: public in the site's folder]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    #[command(flatten)]
    strict: Strict,
    #[command(flatten)]
    date: date::Argument,
    /// Publish drafts too, marked as such
    #[arg(long)]
    drafts: bool,
    /// Where what can be taken over by the next build is kept [default: .tarmaq-cache in the site's
    /// folder]
    #[arg(long, value_name = "DIR", conflicts_with = "no_cache")]
    cache: Option<PathBuf>,
    /// Build everything anew, and keep nothing
    #[arg(long)]
    no_cache: bool,
}

pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<Outcome, Error> {
    let root = arguments.root.find()?;
    let occasion = Occasion {
        today: arguments.date.today(surroundings)?,
        drafts: match arguments.drafts {
            true => Drafts::Shown,
            false => Drafts::Hidden,
        },
    };
    let output = arguments
        .output
        .clone()
        .unwrap_or_else(|| root.join("public"));
    let strictness = arguments.strict.strictness();
    let cache = arguments.cache.clone();
    let cache = cache.unwrap_or_else(|| root.join(CACHE));
    let cache = (!arguments.no_cache).then_some(cache.as_path());
    let report = driver::build(&root, &output, occasion, strictness, cache)?;
    let failed = report.fails(strictness);
    let mut outcome = Outcome {
        code: u8::from(failed),
        ..Outcome::default()
    };
    if !report.findings.is_empty() {
        let styling = styling(surroundings.stderr_colour);
        outcome.stderr = render(&report, Format::Human, styling);
    }
    if failed {
        outcome
            .stderr
            .push_str("Nothing was written; the site is as it was.\n");
    } else {
        outcome.stdout = format!("{}, written to {}\n", told(&report), output.display());
    }
    Ok(outcome)
}

fn told(report: &Report) -> String {
    let pages = many(report.scope.pages, "page", "pages");
    let told = format!("{}, {pages}", report.scope.told());
    match report.accepted.len() {
        0 => told,
        count => format!("{told}, {} accepted", many(count, "finding", "findings")),
    }
}
