use std::fmt::Write as _;

use clap::ValueEnum;

use super::Outcome;
use crate::check::{RULES, named, nearest};
use crate::diagnostic::{Family, Rule, SCHEMA, Severity};
use crate::site::{EDITION_SCHEMA, POLICIES_SCHEMA};
use crate::source::Error;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The rule to tell about [default: a list of all]
    rule: Option<String>,
    /// Print the JSON schema of `check --format json`, or of the files edition.json and policies.json
    #[arg(long, value_enum, value_name = "WHAT", conflicts_with = "rule")]
    #[arg(num_args = 0..=1, default_missing_value = "findings")]
    schema: Option<Schema>,
}

/// What is described for programs.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Schema {
    /// `check --format json`
    Findings,
    /// `/{lang}/{policy}/{edition}/edition.json`
    Edition,
    /// `/policies.json`
    Policies,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let stdout = match &arguments.rule {
        Some(name) => page(rule(name)?),
        None => match arguments.schema {
            Some(Schema::Findings) => SCHEMA.to_owned(),
            Some(Schema::Edition) => EDITION_SCHEMA.to_owned(),
            Some(Schema::Policies) => POLICIES_SCHEMA.to_owned(),
            None => list(),
        },
    };
    Ok(Outcome {
        stdout,
        ..Outcome::default()
    })
}

/// The rule of a name. An error proposes other names.
pub(super) fn rule(name: &str) -> Result<&'static Rule, Error> {
    named(name).ok_or_else(|| {
        let near = nearest(name).join("` or `");
        let why = format!(
            "there is no such rule; did you mean `{near}`? `tarmaq explain` lists all rules"
        );
        Error::explained("find the rule", name.as_ref(), why)
    })
}

/// All rules, family by family.
fn list() -> String {
    let longest = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for family in Family::ALL {
        let rules: Vec<_> = RULES.iter().filter(|r| r.family == family).collect();
        if rules.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{}", family.title());
        for rule in rules {
            let (name, severity) = (rule.name, rule.severity.word());
            let _ = writeln!(out, "  {name:longest$}  {severity:7}  {}", rule.summary());
        }
        out.push('\n');
    }
    out.push_str("`tarmaq explain RULE` tells more about a rule.\n");
    out
}

/// The manual page of a rule.
fn page(rule: &Rule) -> String {
    let mut out = format!(
        "{} ({}, {})\n\n{}\n",
        rule.name,
        rule.severity.word(),
        rule.family.title(),
        rule.manual()
    );
    out.push_str(match (rule.severity, rule.may_be_lowered()) {
        (Severity::Error, true) => "`rules` in site.yaml can make it a warning or switch it off.\n",
        (Severity::Error, false) => "It stays an error, whatever site.yaml says.\n",
        (Severity::Warning, _) => "`rules` in site.yaml can make it an error or switch it off.\n",
    });
    out.push_str(match rule.may_be_accepted() {
        true => "A finding can be accepted with a reason, under `accepted` in edition.yaml.\n",
        false => "Its findings cannot be accepted: they have to be mended.\n",
    });
    out
}
