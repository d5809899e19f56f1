use super::{Format, Outcome, Root, Surroundings, date, styling};
use crate::diagnostic::render;
use crate::driver;
use crate::source::Error;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// How findings are written out
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    date: date::Argument,
}

pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<Outcome, Error> {
    let root = arguments.root.find()?;
    let today = arguments.date.today(surroundings)?;
    let report = driver::check(&root, today)?;
    let styling = styling(surroundings.stdout_colour);
    Ok(Outcome {
        stdout: render(
            &report.findings,
            &report.sources,
            arguments.format.into(),
            styling,
        ),
        stderr: String::new(),
        code: u8::from(report.has_errors()),
    })
}
