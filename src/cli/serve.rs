use std::io::Write;

use super::{Outcome, Root, Surroundings, date, styling};
use crate::diagnostic::{Format, Report, Styling, render};
use crate::driver::Occasion;
use crate::serve::{Server, Serving, Told};
use crate::site::Drafts;
use crate::source::Error;

/// The port that is tried first.
const PORT: u16 = 4747;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// The port to listen at; the next free one is taken
    #[arg(long, value_name = "NUMBER", default_value_t = PORT)]
    port: u16,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// Look at the disk again and again, where the system does not tell of changes
    #[arg(long)]
    poll: bool,
    #[command(flatten)]
    date: date::Argument,
    /// Show drafts too, marked as such
    #[arg(long)]
    drafts: bool,
}

pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<Outcome, Error> {
    let serving = Serving {
        root: arguments.root.find()?,
        occasion: Occasion {
            today: arguments.date.today(surroundings)?,
            drafts: match arguments.drafts {
                true => Drafts::Shown,
                false => Drafts::Hidden,
            },
        },
        clock: arguments.date.clock(surroundings),
        port: arguments.port,
        polling: arguments.poll,
    };
    let server = Server::begin(&serving)?;
    let address = server.address();
    say(&format!("The preview is at {address} (Ctrl-C ends it)\n"));
    if arguments.open && open::that_detached(&address).is_err() {
        say("No browser could be opened; open the address yourself.\n");
    }
    let styling = styling(surroundings.stdout_colour);
    server.run(move |told| say(&said(&told, styling)))?;
    Ok(Outcome::default())
}

/// Prints at once. A reader that went away is no failure.
fn say(text: &str) {
    let mut stdout = std::io::stdout().lock();
    let _ = stdout.write_all(text.as_bytes());
    let _ = stdout.flush();
}

/// What happened, in a line, and what was found behind it.
fn said(told: &Told, styling: Styling) -> String {
    match told {
        Told::Polling => {
            "The system does not tell of changes here; the disk is looked at again and \
                          again.\n"
                .to_owned()
        }
        Told::Surveyed(report) => {
            let scope = report.scope.told();
            format!(
                "{}{scope}: {}\n",
                findings(report, styling),
                report.summary()
            )
        }
        Told::Changed {
            what,
            took,
            summary,
            new,
        } => {
            let took = took.as_millis();
            format!("{}{what}: {took} ms, {summary}\n", findings(new, styling))
        }
        Told::Settled(summary) => format!("all policies compared: {summary}\n"),
        Told::Failed(message) => format!("error: {message}\n"),
    }
}

/// Findings as a check shows them, without its closing words.
fn findings(report: &Report, styling: Styling) -> String {
    match report.findings.is_empty() {
        true => String::new(),
        false => render(report, Format::Human, styling),
    }
}
