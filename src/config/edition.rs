use jiff::civil::Date;
use serde::Deserialize;

use super::accepted::{AcceptedFile, acceptances};
use super::ask::Ask;
use super::place::{find_key, find_value};
use super::value::{Day, Words};
use super::yaml::Reading;
use crate::check::edition_folder;
use crate::diagnostic::Finding;
use crate::model::{Edition, Lang, Order};
use crate::source::{FileId, SourceFile};

/// `edition.yaml`, key by key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionFile {
    edition: Option<Words>,
    order: Option<OrderFile>,
    updated: Option<Day>,
    in_force: Option<Day>,
    accepted: Option<Vec<AcceptedFile>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OrderFile {
    number: Option<Words>,
    date: Option<Day>,
}

/// The edition that the file describes, without texts, and the findings. `folder` is the name of
/// the folder it stands in, `languages` are those of the site. What is missing has a value to go on with, so that the texts are still
/// checked.
pub fn edition(
    id: FileId,
    file: &SourceFile,
    folder: &str,
    languages: &[Lang],
    reading: Reading<EditionFile>,
) -> (Edition, Vec<Finding>) {
    let facts = reading.value;
    let mut ask = Ask {
        id,
        file,
        faulty: reading.faulty,
        findings: reading.findings,
    };
    let order = facts.order.unwrap_or_default();
    ask.present(
        "edition",
        &format!("edition: \"{folder}\""),
        facts.edition.is_some(),
    );
    ask.present_below(
        &["order", "number"],
        "number: 06-О/Д",
        order.number.is_some(),
    );
    ask.present_below(&["order", "date"], "date: 2025-12-10", order.date.is_some());
    ask.present("updated", "updated: 2025-12-10", facts.updated.is_some());
    let mut findings = ask.findings;
    if let Some(Words(number)) = &facts.edition
        && number != folder
    {
        let span = find_key(file, &["edition"]);
        findings.push(edition_folder::finding(id, span, number, folder));
    }
    let day = |day: Option<Day>| day.map_or(Date::ZERO, |day| day.0);
    let entries = facts.accepted.unwrap_or_default();
    let read = SourceFile::new(file.path(), reading.text);
    let accepted = acceptances(id, file, &read, languages, entries, &mut findings);
    let edition = Edition {
        file: id,
        number: folder.to_owned(),
        order: Order {
            span: find_value(file, &["order", "number"]),
            number: order.number.map_or_else(String::new, |words| words.0),
            date: day(order.date),
        },
        updated: day(facts.updated),
        in_force: facts.in_force.map(|day| day.0),
        accepted,
        texts: Vec::new(),
    };
    (edition, findings)
}
