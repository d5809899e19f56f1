use std::path::{Path, PathBuf};
use std::time::Duration;

use super::progress::progress;
use super::{Outcome, Root, Strict, Surroundings, date, styling};
use crate::diagnostic::{Format, many, render};
use crate::driver::{self, Built, Means, Occasion};
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
    /// Say nothing but what was found
    #[arg(long, short)]
    quiet: bool,
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
    let means = Means {
        cache,
        ..Means::default()
    };
    let progress = progress(arguments.quiet, surroundings);
    let built = driver::build(&root, &output, occasion, strictness, means, &*progress)?;
    drop(progress);
    let report = &built.report;
    let failed = report.fails(strictness);
    let mut outcome = Outcome {
        code: u8::from(failed),
        ..Outcome::default()
    };
    if !report.findings.is_empty() {
        let styling = styling(surroundings.stderr_colour);
        outcome.stderr = render(report, Format::Human, styling);
    }
    if failed {
        outcome
            .stderr
            .push_str("Nothing was written; the site is as it was.\n");
    } else if !arguments.quiet {
        outcome.stdout = told(&built, &output, surroundings);
    }
    Ok(outcome)
}

/// What was done, in sentences.
fn told(built: &Built, output: &Path, surroundings: &Surroundings) -> String {
    let scope = &built.report.scope;
    let pages = many(scope.pages, "page", "pages");
    let output = output.display();
    let lasted = surroundings.began.map(|began| duration(began.elapsed()));
    let lasted = lasted.map_or_else(String::new, |lasted| format!(" in {lasted}"));
    let done = match built.stood {
        true => format!("found in {output} as they are to be"),
        false => format!("written to {output}"),
    };
    let mut told = format!("{}: {pages}, {done}{lasted}.", scope.told());
    if built.taken > 0 && !built.stood {
        let files = many(built.taken, "file", "files");
        told.push_str(&format!(" {files} taken over from the build before."));
    }
    told.push('\n');
    let summary = built.report.summary();
    if built.report.findings.is_empty() {
        told.push_str(&match summary.accepted {
            0 => "No findings.\n".to_owned(),
            accepted => format!("No findings; {accepted} accepted.\n"),
        });
    }
    told
}

/// How long something lasted, as people say it.
fn duration(lasted: Duration) -> String {
    let seconds = lasted.as_secs();
    match seconds {
        0 => format!("{} ms", lasted.as_millis()),
        1..60 => format!("{:.1} s", lasted.as_secs_f64()),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}
