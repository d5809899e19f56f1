use super::progress::progress;
use super::{Format, Outcome, Root, Strict, Surroundings, date, explain, styling};
use crate::diagnostic::{Filter, Scope, render};
use crate::driver::{self, Occasion};
use crate::site::Drafts;
use crate::source::Error;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// How findings are written out
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    strict: Strict,
    /// Only findings about texts in this language [may be given several times]
    #[arg(long, value_name = "CODE")]
    language: Vec<String>,
    /// Only findings about this policy, by the name of its folder [may be given several times]
    #[arg(long, value_name = "NAME")]
    policy: Vec<String>,
    /// Only findings of this rule [may be given several times]
    #[arg(long, value_name = "RULE")]
    rule: Vec<String>,
    #[command(flatten)]
    date: date::Argument,
    /// Do not show how far it is
    #[arg(long, short)]
    quiet: bool,
}

pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<Outcome, Error> {
    let root = arguments.root.find()?;
    let occasion = Occasion {
        today: arguments.date.today(surroundings)?,
        drafts: Drafts::Hidden,
    };
    let progress = progress(arguments.quiet, surroundings);
    let report = driver::check(&root, occasion, &*progress)?;
    let filter = arguments.filter(&report.scope)?;
    let report = report.only(&filter);
    let styling = styling(surroundings.stdout_colour);
    Ok(Outcome {
        stdout: render(&report, arguments.format.into(), styling),
        stderr: String::new(),
        code: u8::from(report.fails(arguments.strict.strictness())),
    })
}

impl Arguments {
    /// What is to be told. An error names what there is, where something is asked for that is not.
    fn filter(&self, scope: &Scope) -> Result<Filter, Error> {
        for rule in &self.rule {
            explain::rule(rule)?;
        }
        known("find the language", &self.language, &scope.languages)?;
        known("find the policy", &self.policy, &scope.policies)?;
        Ok(Filter {
            rules: self.rule.clone(),
            languages: self.language.clone(),
            policies: self.policy.clone(),
        })
    }
}

/// An error when one of the values asked for is not among those there are.
fn known(action: &'static str, asked: &[String], there: &[String]) -> Result<(), Error> {
    match asked.iter().find(|value| !there.contains(value)) {
        None => Ok(()),
        Some(value) => {
            let why = match there.is_empty() {
                true => "the site has none".to_owned(),
                false => format!("the site has {}", there.join(", ")),
            };
            Err(Error::explained(action, value.as_ref(), why))
        }
    }
}
