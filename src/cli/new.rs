use super::{Outcome, Root};
use crate::load::load;
use crate::scaffold::{self, Made};
use crate::source::Error;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// A policy, with a draft of its first edition
    Policy {
        /// The name of its folder and its address, such as refund-policy
        name: String,
    },
    /// A draft of a policy's next edition, with the texts of its newest one
    Edition {
        /// The policy, by the name of its folder
        policy: String,
        /// The number of the edition [default: the next one]
        number: Option<String>,
    },
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let root = arguments.root.find()?;
    let loaded = load(&root)?;
    let made = match &arguments.what {
        What::Policy { name } => scaffold::policy(&root, &loaded, name)?,
        What::Edition { policy, number } => {
            scaffold::edition(&root, &loaded, policy, number.as_deref())?
        }
    };
    Ok(Outcome {
        stdout: told(&made),
        ..Outcome::default()
    })
}

fn told(made: &Made) -> String {
    let folder = &made.folder;
    let copied = match &made.copied {
        Some(number) => format!(" with the texts of edition {number}"),
        None => String::new(),
    };
    let files: String = made
        .files
        .iter()
        .map(|file| format!("  {folder}/{file}\n"))
        .collect();
    format!(
        "Made {folder}{copied}:\n{files}It is a draft until `order` is filled in in its edition.yaml.\n"
    )
}
