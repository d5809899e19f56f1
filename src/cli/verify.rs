use std::fmt::Write as _;
use std::path::PathBuf;

use super::{Outcome, Root, Strict, Surroundings, date};
use crate::diagnostic::{Strictness, many};
use crate::driver::{self, Occasion, Subject, Verdict, Verified, Wish};
use crate::site::Drafts;
use crate::source::Error;
use crate::verify::{Departure, Fault, Make, Remark};

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
    strict: Strict,
    #[command(flatten)]
    date: date::Argument,
    #[command(flatten)]
    root: Root,
}

pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<Outcome, Error> {
    let root = arguments.root.find()?;
    let wish = Wish {
        policy: arguments.policy.clone(),
        edition: arguments.edition.clone(),
        language: arguments.language.clone(),
    };
    let occasion = Occasion {
        today: arguments.date.today(surroundings)?,
        drafts: Drafts::Hidden,
    };
    let verified = driver::verify(&root, &arguments.path, &wish, occasion)?;
    let strictness = arguments.strict.strictness();
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
    let failed = verified.iter().any(|file| match &file.verdict {
        Verdict::Equal(_, make) => strictness == Strictness::Strict && !make.remarks.is_empty(),
        Verdict::Departs(..) | Verdict::Tampered(..) => true,
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
    use Verdict::{Departs, Equal, Tampered};
    matches!(verdict, Equal(..) | Departs(..) | Tampered(..))
}

fn tell(file: &Verified, out: &mut String) {
    let path = &file.path;
    let _ = match &file.verdict {
        Verdict::Equal(subject, make) => {
            let _ = writeln!(out, "{path}: equal to {}", named(subject));
            lines(make).try_for_each(|line| writeln!(out, "  {line}"))
        }
        Verdict::Tampered(subject, make) => {
            let _ = writeln!(out, "{path}: has the words of {}, but", named(subject));
            lines(make).try_for_each(|line| writeln!(out, "  {line}"))
        }
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

/// What sets a page apart from the one built of its text, in lines.
fn lines(make: &Make) -> impl Iterator<Item = String> {
    let faults = make.faults.iter().map(fault);
    faults.chain(make.remarks.iter().map(remark))
}

fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Markup { found, built } => {
            format!(
                "its text is marked up so that readers may not see it as it was sealed: “{found}” stands where “{built}” is built"
            )
        }
        Fault::Inline(own) => format!("a style or script stands in it that is not built: “{own}”"),
        Fault::Asset(path) => format!("{path}, which it uses, was changed"),
    }
}

fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Generator(generator) => format!(
            "note: only its words were compared, it was made by “{generator}” and not by this version"
        ),
        Remark::Linked(name) => format!(
            "note: only its words were compared, it uses {name}, which the theme does not have today"
        ),
        Remark::Added(words) => {
            format!("note: beside the text it says “{words}”, which a page built today does not")
        }
        Remark::Missing(words) => {
            format!("note: beside the text it lacks “{words}”, which a page built today has")
        }
        Remark::NothingToCompare => {
            "note: only its words were compared, no page can be built of this text today".to_owned()
        }
    }
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
    let equal = count(|verdict| matches!(verdict, Verdict::Equal(..)));
    let departs = count(|verdict| matches!(verdict, Verdict::Departs(..) | Verdict::Tampered(..)));
    let unsealed = count(|verdict| matches!(verdict, Verdict::NotSealed(_)));
    let others = count(|verdict| matches!(verdict, Verdict::NoEdition));
    let pages = |count| many(count, "page", "pages");
    format!(
        "{} equal, {departs} different; {unsealed} of editions that are not sealed, {others} of no edition.\n",
        pages(equal)
    )
}
