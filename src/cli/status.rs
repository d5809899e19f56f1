use jiff::civil::Date;

use super::columns::columns;
use super::{Outcome, Root, Surroundings, date};
use crate::diagnostic::Summary;
use crate::driver::{self, EditionStatus, Occasion, Status};
use crate::model::State;
use crate::site::Drafts;
use crate::source::Error;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    date: date::Argument,
}

pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Result<Outcome, Error> {
    let root = arguments.root.find()?;
    let occasion = Occasion {
        today: arguments.date.today(surroundings)?,
        drafts: Drafts::Shown,
    };
    let status = driver::status(&root, occasion)?;
    Ok(Outcome {
        stdout: told(&status, occasion),
        ..Outcome::default()
    })
}

fn told(status: &Status, occasion: Occasion) -> String {
    if status.editions.is_empty() {
        return format!(
            "The site has no editions. Elsewhere: {}\n",
            status.elsewhere
        );
    }
    let head = [
        "policy",
        "edition",
        "state",
        "from",
        "to",
        "order",
        "languages",
        "sealed",
        "findings",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let mut before = None;
    for edition in &status.editions {
        let first = before != Some(&edition.policy);
        before = Some(&edition.policy);
        rows.push(row(edition, first));
    }
    let mut out = format!("On {}\n\n{}", occasion.today, columns(&rows));
    if status.elsewhere != Summary::default() {
        out.push_str(&format!(
            "\nBesides, about no edition: {}\n",
            status.elsewhere
        ));
    }
    out
}

/// The row of an edition. The policy's name stands in the first of its rows.
fn row(edition: &EditionStatus, first: bool) -> Vec<String> {
    let period = edition.period;
    let dash = || "-".to_owned();
    let order = edition.order.as_ref();
    vec![
        match first {
            true => edition.policy.clone(),
            false => String::new(),
        },
        edition.edition.clone(),
        edition
            .state
            .map_or_else(unknown, |own| state(own).to_owned()),
        period.map_or_else(dash, |period| day(period.from)),
        period.and_then(|period| period.to).map_or_else(dash, day),
        order.map_or_else(dash, |order| {
            format!(
                "{} of {}",
                order.number,
                order.date.map_or_else(unknown, day)
            )
        }),
        match edition.languages.as_slice() {
            [] => dash(),
            codes => codes.join(" "),
        },
        edition.sealed.map_or_else(dash, day),
        edition.found.to_string(),
    ]
}

fn day(day: Date) -> String {
    day.to_string()
}

/// What stands for a day that the file of the edition does not say.
fn unknown() -> String {
    "?".to_owned()
}

/// A state in words.
fn state(state: State) -> &'static str {
    match state {
        State::Draft => "draft",
        State::Upcoming => "upcoming",
        State::InForce => "in force",
        State::Superseded => "superseded",
        State::Repealed => "repealed",
    }
}
