//! The program: reads the arguments, the clock and the environment, and hands them on.

use std::io::{self, IsTerminal as _};
use std::process::ExitCode;

use clap::Parser as _;
use tarmaq::cli::{Cli, Surroundings};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let surroundings = surroundings();
    let outcome = tarmaq::cli::run(cli, &surroundings);
    let told = print(&mut io::stdout(), &outcome.stdout);
    let told = told.and(print(&mut io::stderr(), &outcome.stderr));
    match told {
        Ok(()) => ExitCode::from(outcome.code),
        Err(error) => {
            let _ = print(
                &mut io::stderr(),
                &format!("error: could not print: {error}\n"),
            );
            ExitCode::from(2)
        }
    }
}

/// Prints a text. A reader that went away (`tarmaq check | head`) is no failure.
fn print(stream: &mut dyn io::Write, text: &str) -> io::Result<()> {
    match stream
        .write_all(text.as_bytes())
        .and_then(|()| stream.flush())
    {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the clock and the environment are looked at"
)]
fn surroundings() -> Surroundings {
    let no_color = std::env::var("NO_COLOR").is_ok_and(|value| !value.is_empty());
    Surroundings {
        now: jiff::Zoned::now(),
        clock: || jiff::Zoned::now().date(),
        source_date_epoch: std::env::var("SOURCE_DATE_EPOCH")
            .ok()
            .filter(|value| !value.is_empty()),
        stdout_colour: !no_color && io::stdout().is_terminal(),
        stdout_width: width(),
        stderr_colour: !no_color && io::stderr().is_terminal(),
        stderr_terminal: io::stderr().is_terminal(),
        began: Some(std::time::Instant::now()),
    }
}

/// How many columns the terminal has; `None` where the standard output goes elsewhere.
fn width() -> Option<usize> {
    let (columns, _) = terminal_size::terminal_size_of(io::stdout())?;
    Some(usize::from(columns.0))
}
