use super::{Outcome, Root, Surroundings, date, styling};
use crate::diagnostic::{Format, many, render};
use crate::driver::{self, Occasion, Sealed, Sealing};
use crate::model::{Lang, SealedChange, SealedEnding};
use crate::site::Drafts;
use crate::source::Error;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The policy, by the name of its folder
    policy: String,
    /// The number of the edition
    edition: String,
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    date: date::Argument,
}

pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<Outcome, Error> {
    let root = arguments.root.find()?;
    let occasion = Occasion {
        today: arguments.date.today(surroundings)?,
        drafts: Drafts::Hidden,
    };
    let (policy, edition) = (&arguments.policy, &arguments.edition);
    let named = format!("edition {edition} of {policy}");
    let stdout = match driver::seal(&root, policy, edition, occasion)? {
        Sealing::Sealed(sealed) => format!(
            "{named} is sealed now: {}\n{}\n\
             Keep content/{policy}/{edition}/seal.yaml and the folder `seal` beside it with the texts.\n",
            told(&sealed),
            sealed.digest
        ),
        Sealing::Unchanged { sealed, mended } => format!(
            "{named} is sealed and unchanged: {}\n{}\n{}",
            told(&sealed),
            sealed.digest,
            told_mended(&mended)
        ),
        Sealing::Later {
            sealed,
            changes,
            end,
        } => format!(
            "{} of {named} is sealed now:\n{}{}{}\n",
            match (changes.is_empty(), end.is_empty()) {
                (true, _) => "the end",
                (_, true) => "a correction",
                _ => "a correction and the end",
            },
            told_changes(&changes),
            told_end(&end),
            sealed.digest
        ),
        Sealing::Refused { why, report } => {
            let mut stderr = match report.findings.is_empty() {
                true => String::new(),
                false => render(&report, Format::Human, styling(surroundings.stderr_colour)),
            };
            stderr.push_str(&format!("{named} was not sealed: {why}.\n"));
            return Ok(Outcome {
                stderr,
                code: 1,
                ..Outcome::default()
            });
        }
    };
    Ok(Outcome {
        stdout,
        ..Outcome::default()
    })
}

fn told(sealed: &Sealed) -> String {
    let languages = many(sealed.languages.len(), "language", "languages");
    format!("{languages}, {}", many(sealed.clauses, "clause", "clauses"))
}

fn told_mended(mended: &[Lang]) -> String {
    match mended {
        [] => String::new(),
        mended => {
            let codes: Vec<&str> = mended.iter().map(Lang::code).collect();
            format!("The witness in {} was made anew.\n", codes.join(", "))
        }
    }
}

fn told_changes(changes: &[SealedChange]) -> String {
    let lines = changes.iter().map(|change| {
        let what = match (&change.was, &change.digest) {
            (None, _) => "added",
            (_, None) => "taken out",
            _ => "corrected",
        };
        format!("  {} {} {what}\n", change.language, change.clause)
    });
    lines.collect()
}

fn told_end(end: &SealedEnding) -> String {
    let order = end.repeal_order.as_ref();
    let lines = [
        end.until.map(|day| format!("  the last day is {day}\n")),
        end.repealed.map(|day| format!("  repealed from {day}\n")),
        order.map(|order| format!("  repealed by order {} of {}\n", order.number, order.date)),
    ];
    lines.into_iter().flatten().collect()
}
