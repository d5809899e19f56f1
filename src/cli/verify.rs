use std::fmt::Write as _;
use std::path::PathBuf;

use super::{Outcome, Root};
use crate::diagnostic::many;
use crate::driver::{self, Subject, Verdict, Verified, Wish};
use crate::source::Error;
use crate::verify::Departure;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A page, a plain text, or a folder of them
    #[arg(value_name = "FILE-OR-FOLDER")]
    path: PathBuf,
    /// The policy it is to be taken for, by the name of its folder [default: what the page says, else the most alike]
    #[arg(long, value_name = "NAME")]
    policy: Option<String>,
    /// The number of the edition it is to be taken for
    #[arg(long, value_name = "NUMBER")]
    edition: Option<String>,
    /// The language it is to be taken for
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    #[command(flatten)]
    root: Root,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let root = arguments.root.find()?;
    let wish = Wish {
        policy: arguments.policy.clone(),
        edition: arguments.edition.clone(),
        language: arguments.language.clone(),
    };
    let verified = driver::verify(&root, &arguments.path, &wish)?;
    let in_folder = arguments.path.is_dir();
    let mut stdout = String::new();
    for file in &verified {
        if !in_folder || !matches!(file.verdict, Verdict::NoEdition) {
            tell(file, &mut stdout);
        }
    }
    if in_folder {
        stdout.push_str(&summary(&verified));
    }
    let failed = verified.iter().any(|file| match file.verdict {
        Verdict::Equal(_) => false,
        Verdict::Departs(..) => true,
        // A folder holds other pages too; a single file was meant to be an edition.
        Verdict::NotSealed(_) | Verdict::NoEdition => !in_folder,
    });
    let nothing = in_folder && !verified.iter().any(|file| is_sealed(&file.verdict));
    Ok(Outcome {
        stdout,
        code: u8::from(failed || nothing),
        ..Outcome::default()
    })
}

fn is_sealed(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::Equal(_) | Verdict::Departs(..))
}

fn tell(file: &Verified, out: &mut String) {
    let path = &file.path;
    let _ = match &file.verdict {
        Verdict::Equal(subject) => writeln!(out, "{path}: equal to {}", named(subject)),
        Verdict::Departs(subject, departures) => {
            let _ = writeln!(out, "{path}: differs from {}", named(subject));
            departures
                .iter()
                .try_for_each(|departure| writeln!(out, "  {}", told(departure)))
        }
        Verdict::NotSealed(what) => writeln!(out, "{path}: {what} is not sealed"),
        Verdict::NoEdition => writeln!(out, "{path}: like no sealed edition of this site"),
    };
}

fn named(subject: &Subject) -> String {
    let Subject {
        policy,
        edition,
        language,
        digest,
    } = subject;
    format!("edition {edition} of {policy} in {language}, {digest}")
}

/// A departure in one line: “clause 3.1: sealed “3 years”, found “5 years””.
fn told(departure: &Departure) -> String {
    let Departure {
        address,
        sealed,
        found,
        whole,
    } = departure;
    let unit = match address {
        None => "the lines below the title".to_owned(),
        Some(address) => crate::check::described(address),
    };
    match (sealed.as_str(), found.as_str()) {
        (sealed, "") if *whole => format!("{unit} is missing: “{sealed}”"),
        (sealed, "") => format!("{unit}: missing “{sealed}”"),
        ("", found) => format!("{unit}: added “{found}”"),
        (sealed, found) => format!("{unit}: sealed “{sealed}”, found “{found}”"),
    }
}

fn summary(verified: &[Verified]) -> String {
    let count =
        |wanted: fn(&Verdict) -> bool| verified.iter().filter(|file| wanted(&file.verdict)).count();
    let equal = count(|verdict| matches!(verdict, Verdict::Equal(_)));
    let departs = count(|verdict| matches!(verdict, Verdict::Departs(..)));
    let unsealed = count(|verdict| matches!(verdict, Verdict::NotSealed(_)));
    let others = count(|verdict| matches!(verdict, Verdict::NoEdition));
    let pages = |count| many(count, "page", "pages");
    format!(
        "{} equal, {departs} different; {unsealed} of editions that are not sealed, {others} of no edition.\n",
        pages(equal)
    )
}
