use serde::Deserialize;

use super::accepted::{AcceptedFile, acceptances};
use super::ask::{Ask, PerLanguage};
use super::corrigenda::CorrigendumFile;
use super::order::{OrderFile, RepealFile};
use super::place::{find_key, find_value};
use super::value::{Day, Words};
use super::yaml::Reading;
use crate::check::edition_folder;
use crate::diagnostic::Finding;
use crate::model::{Edition, Lang, Places};
use crate::source::{FileId, SourceFile};

/// `edition.yaml`, key by key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionFile {
    edition: Option<Words>,
    order: Option<OrderFile>,
    updated: Option<Day>,
    in_force: Option<Day>,
    until: Option<Day>,
    repealed: Option<RepealFile>,
    summary: PerLanguage,
    corrigenda: Option<Vec<CorrigendumFile>>,
    accepted: Option<Vec<AcceptedFile>>,
}

/// The edition that the file describes, without texts, and the findings. `folder` is the name of
/// the folder it stands in, `languages` are those of the site. What is missing has a value to go on
/// with, so that the texts are still checked; without an order, the edition is a draft.
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
    let read = reading.blanked.as_ref().unwrap_or(file);
    ask.present(
        "edition",
        &format!("edition: \"{folder}\""),
        facts.edition.is_some(),
    );
    // An order that could not be read is an order all the same, and a file that does not even name
    // its edition is unfinished rather than a draft.
    let unread = ask.faulty.covers("order") || facts.edition.is_none();
    let order = match facts.order {
        None if unread => Some(OrderFile::default()),
        order => order,
    };
    let order = order.map(|order| ask.order(&["order"], order));
    let updated = facts.updated.is_some() || order.is_none();
    ask.present("updated", "updated: 2025-12-10", updated);
    let repeal = facts.repealed.and_then(|repeal| ask.repeal(repeal));
    let summary = ask.complete(&["summary"], facts.summary, languages);
    let corrigenda = ask.corrigenda(read, languages, facts.corrigenda.unwrap_or_default());
    let keys = [
        "edition", "order", "updated", "in_force", "until", "repealed",
    ];
    let unread = keys.into_iter().filter(|key| ask.faulty.covers(key));
    let unread = unread.map(str::to_owned).collect();
    let mut findings = ask.findings;
    if let Some(Words(number)) = &facts.edition
        && number != folder
    {
        let span = find_key(file, &["edition"]);
        findings.push(edition_folder::finding(id, span, number, folder));
    }
    let entries = facts.accepted.unwrap_or_default();
    let accepted = acceptances(id, file, read, languages, entries, &mut findings);
    let day = |day: Option<Day>| day.map(|day| day.0);
    let place = |key: &str| find_value(file, &[key]);
    let edition = Edition {
        file: id,
        places: Places {
            number: place("edition"),
            updated: place("updated"),
            in_force: place("in_force"),
            until: place("until"),
        },
        number: folder.to_owned(),
        order,
        updated: day(facts.updated),
        in_force: day(facts.in_force),
        until: day(facts.until),
        repeal,
        summary,
        corrigenda,
        accepted,
        texts: Vec::new(),
        seal: None,
        spoilt: None,
        unread,
    };
    (edition, findings)
}
