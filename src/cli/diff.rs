use std::path::PathBuf;

use clap::ValueEnum;

use super::{Outcome, Root, Surroundings, date, styling};
use crate::comparison::{self, Options, SCHEMA, render};
use crate::diagnostic::Styling;
use crate::driver::{self, Answer, Question};
use crate::source::Error;

/// How many columns a line has where the terminal does not say it, and at most.
const WIDTH: (usize, usize) = (100, 140);

#[derive(Debug, clap::Args)]
#[command(
    after_help = "The exit code is 0 when nothing differs, 1 when something does, and 2 when \
the comparison could not be made."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// The policy, by the name of its folder
    #[arg(required_unless_present = "schema")]
    policy: Option<String>,
    /// The number of the old edition [default: the one before the new edition]
    from: Option<String>,
    /// The number of the new edition [default: the newest, drafts included]
    to: Option<String>,
    /// Only the texts in this language [may be given several times; two languages stand side by
    /// side in a comparative table]
    #[arg(long, value_name = "CODE")]
    language: Vec<String>,
    /// How the comparison is written out
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Show also what did not change, and what was only typed in another way
    #[arg(long)]
    all: bool,
    /// Write to this file instead of the standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Print the JSON schema of `diff --format json`
    #[arg(long, conflicts_with_all = ["policy", "from", "to", "language", "format", "all", "output"])]
    schema: bool,
    #[command(flatten)]
    date: date::Argument,
}

/// How a comparison is written out.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A redline to read
    #[default]
    Terminal,
    /// The comparative table in plain text
    Table,
    /// The comparative table as a Markdown document
    Markdown,
    /// The comparative table as a page to print
    Html,
    /// Everything, for programs
    Json,
}

impl From<Format> for comparison::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Terminal => Self::Terminal,
            Format::Table => Self::Table,
            Format::Markdown => Self::Markdown,
            Format::Html => Self::Html,
            Format::Json => Self::Json,
        }
    }
}

pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<Outcome, Error> {
    let Some(policy) = arguments.policy.as_deref().filter(|_| !arguments.schema) else {
        return Ok(Outcome {
            stdout: SCHEMA.to_owned(),
            ..Outcome::default()
        });
    };
    let root = arguments.root.find()?;
    let question = Question {
        policy,
        from: arguments.from.as_deref(),
        to: arguments.to.as_deref(),
        languages: &arguments.language,
        today: arguments.date.today(surroundings)?,
    };
    let comparison = match driver::diff(&root, question)? {
        Answer::Compared(comparison) => comparison,
        Answer::Nothing { policy, edition } => {
            return Ok(Outcome {
                stderr: format!(
                    "There is nothing to compare: {policy} has no edition before {edition}.\n"
                ),
                ..Outcome::default()
            });
        }
    };
    let options = Options {
        styling: match arguments.output {
            None => styling(surroundings.stdout_colour),
            Some(_) => Styling::Plain,
        },
        width: match (&arguments.output, surroundings.stdout_width) {
            (None, Some(width)) => width.min(WIDTH.1),
            _ => WIDTH.0,
        },
        all: arguments.all,
    };
    let told = render(&comparison, arguments.format.into(), options);
    let code = u8::from(comparison.differs());
    let Some(file) = &arguments.output else {
        return Ok(Outcome {
            stdout: told,
            code,
            ..Outcome::default()
        });
    };
    std::fs::write(file, told).map_err(|error| Error::io("write", file, error))?;
    Ok(Outcome {
        stdout: format!("Written to {}\n", file.display()),
        code,
        ..Outcome::default()
    })
}
