//! The program: reads the arguments, the clock and the environment once, and hands them on.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use tarmaq::cli::{Cli, Surroundings};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let surroundings = surroundings();
    let outcome = tarmaq::cli::run(cli, &surroundings);
    // A reader that went away (`tarmaq check | head`) is no failure.
    let _ = io::stdout().write_all(outcome.stdout.as_bytes());
    let _ = io::stderr().write_all(outcome.stderr.as_bytes());
    ExitCode::from(outcome.code)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the clock and the environment are read"
)]
fn surroundings() -> Surroundings {
    let no_color = std::env::var("NO_COLOR").is_ok_and(|value| !value.is_empty());
    Surroundings {
        now: jiff::Zoned::now(),
        source_date_epoch: std::env::var("SOURCE_DATE_EPOCH").ok(),
        stdout_colour: !no_color && io::stdout().is_terminal(),
        stderr_colour: !no_color && io::stderr().is_terminal(),
    }
}
