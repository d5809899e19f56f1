//! The facts of a text as lines: what is stated, and the words of the file that state it.

use std::fmt::Write as _;

use tarmaq::facts::{Days, Facts, Value};
use tarmaq::source::SourceFile;

use crate::visible::visible;

/// The facts, one below the other.
pub(crate) fn dump(facts: &Facts<'_>, file: &SourceFile) -> String {
    let mut out = String::new();
    for unit in &facts.units {
        for fact in &unit.facts {
            let words = visible(file.slice(unit.span(fact)));
            let alone = if fact.in_words { " in words" } else { "" };
            let _ = writeln!(out, "  {}{alone} \"{words}\"", told(&fact.value));
        }
        for spelled in &unit.spelled {
            let run = &unit.runs[spelled.run];
            let (number, said) = (&spelled.number, spelled.said);
            let words = visible(file.slice(run.span(spelled.words.clone())));
            let said = said.map_or("no number".to_owned(), |said| said.to_string());
            let _ = writeln!(out, "  {number} is said as {said} \"{words}\"");
        }
    }
    out
}

fn told(value: &Value) -> String {
    match value {
        Value::Number(number) => format!("number {number}"),
        Value::Date(date) => format!("date {date}"),
        Value::PartialDate { year, month, day } => {
            let part = |part: Option<i16>| part.map_or("?".to_owned(), |part| part.to_string());
            let day = day.map(i16::from);
            format!("date {}-{month}-{}", part(*year), part(day))
        }
        Value::Duration(duration) => {
            let days = match duration.days {
                Days::Any => "",
                Days::Business => "business ",
                Days::Calendar => "calendar ",
            };
            let unit = format!("{:?}", duration.unit).to_lowercase();
            format!("period {} {days}{unit}", duration.count)
        }
        Value::Percent(share) => format!("share {share}%"),
        Value::Money { amount, currency } => format!("sum {amount} {currency}"),
        Value::Email(address) | Value::Web(address) => format!("address {address}"),
        Value::Phone(number) => format!("phone {number}"),
        Value::Identifier(number) => format!("act {number}"),
        Value::Citation(title) => format!("title {title}"),
        Value::Annex(number) => format!("annex {number}"),
        Value::Clause(number) => format!("clause {number}"),
        Value::Item(number) => format!("item {number}"),
        Value::Declaration(term) => format!("term {term}"),
        Value::Blank => "blank".to_owned(),
    }
}
