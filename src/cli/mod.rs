//! The command line: arguments in, text and an exit code out. One file a command.

mod build;
mod check;
mod columns;
mod date;
mod diff;
mod explain;
mod new;
mod progress;
mod seal;
mod serve;
mod status;
mod verify;

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Parser, Subcommand, ValueEnum};

use crate::diagnostic::{Strictness, Styling};
use crate::source::{Error, SITE_FILE, find_root};

/// Builds the Legal Information section of a website from policies in several languages.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check, then write the site to `public/`
    Build(build::Arguments),
    /// Only check, and report the findings
    Check(check::Arguments),
    /// Show what changed from one edition of a policy to another
    Diff(diff::Arguments),
    /// Tell about a rule, or list them all
    Explain(explain::Arguments),
    /// Begin a policy, or the next edition of one
    New(new::Arguments),
    /// Show the policies and their editions, and what was found in each
    Status(status::Arguments),
    /// Seal an edition, so that no change of it goes unseen
    Seal(seal::Arguments),
    /// Show the site in a browser as it is being written, with what is found in it
    Serve(serve::Arguments),
    /// Compare a page, a text or a folder with what was sealed
    Verify(verify::Arguments),
}

/// The site's folder.
#[derive(Debug, clap::Args)]
struct Root {
    /// The folder that holds site.yaml [default: the nearest one upwards]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
}

/// What counts as a failure.
#[derive(Debug, clap::Args)]
struct Strict {
    /// Take warnings as failures too
    #[arg(long)]
    strict: bool,
}

impl Strict {
    fn strictness(&self) -> Strictness {
        match self.strict {
            true => Strictness::Strict,
            false => Strictness::Usual,
        }
    }
}

/// How findings are written out.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Human,
    /// For programs
    Json,
    /// Annotations on GitHub
    Github,
    /// SARIF 2.1.0
    Sarif,
}

impl From<Format> for crate::diagnostic::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Human => Self::Human,
            Format::Json => Self::Json,
            Format::Github => Self::Github,
            Format::Sarif => Self::Sarif,
        }
    }
}

/// What the program knows of the world besides its arguments.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// What the clock says at the beginning.
    pub now: jiff::Zoned,
    /// Reads the day from the clock again, for what lasts longer than a day.
    pub clock: fn() -> jiff::civil::Date,
    /// The variable of that name (<https://reproducible-builds.org/specs/source-date-epoch/>).
    pub source_date_epoch: Option<String>,
    /// Whether colours may be used on the standard output.
    pub stdout_colour: bool,
    /// How many columns the terminal has that the standard output goes to.
    pub stdout_width: Option<usize>,
    /// Whether colours may be used on the standard error output.
    pub stderr_colour: bool,
    /// Whether somebody looks on at the standard error output.
    pub stderr_terminal: bool,
    /// When the program began; `None` where nobody asks how long it lasted.
    pub began: Option<Instant>,
}

/// What the program prints, and the code it ends with: 0 when all is well, 1 when there are
/// findings that are errors or editions differ, 2 when it could not run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// For the standard output.
    pub stdout: String,
    /// For the standard error output.
    pub stderr: String,
    /// The exit code.
    pub code: u8,
}

/// Carries a command out.
pub fn run(cli: Cli, surroundings: &Surroundings) -> Outcome {
    let outcome = match cli.command {
        Command::Build(arguments) => build::run(&arguments, surroundings),
        Command::Check(arguments) => check::run(&arguments, surroundings),
        Command::Diff(arguments) => diff::run(&arguments, surroundings),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Status(arguments) => status::run(&arguments, surroundings),
        Command::Seal(arguments) => seal::run(&arguments, surroundings),
        Command::Serve(arguments) => serve::run(&arguments, surroundings),
        Command::Verify(arguments) => verify::run(&arguments, surroundings),
    };
    outcome.unwrap_or_else(|error| Outcome {
        stderr: format!("error: {error}\n"),
        code: 2,
        ..Outcome::default()
    })
}

impl Root {
    /// The site's folder: the one that was named, else the nearest upwards.
    fn find(&self) -> Result<PathBuf, Error> {
        match &self.root {
            None => find_root(Path::new(".")),
            Some(root) if root.join(SITE_FILE).is_file() => Ok(root.clone()),
            Some(root) if root.is_dir() => {
                let why = "it holds no `site.yaml`, so it is not the folder of a site";
                Err(Error::explained("use", root, why))
            }
            Some(root) => Err(Error::explained("use", root, "there is no such folder")),
        }
    }
}

fn styling(colour: bool) -> Styling {
    match colour {
        true => Styling::Colour,
        false => Styling::Plain,
    }
}
