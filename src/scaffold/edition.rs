use std::path::Path;

use super::folder::{Made, make};
use super::number::next_number;
use crate::load::{Loaded, find_policy, is_edition_name};
use crate::model::{Edition, Lang, Policy, number_order};
use crate::source::Error;

/// Makes a draft of the next edition of a policy: the texts of its newest edition, letter by letter,
/// and an `edition.yaml` without an order. `number` is proposed when it is not given. An error says
/// which policies there are, that the number is too low, or that the folder is there already.
pub fn edition(
    root: &Path,
    loaded: &Loaded,
    slug: &str,
    number: Option<&str>,
) -> Result<Made, Error> {
    let policy = find_policy(&loaded.site, slug)?;
    let number = match number {
        Some(number) => number.to_owned(),
        None => proposed(policy),
    };
    if !is_edition_name(&number) {
        let why = "the number of an edition is made of Latin letters, digits, full stops and hyphens, \
                   because it stands in addresses";
        return Err(Error::explained("use the number", number.as_ref(), why));
    }
    let folder = format!("content/{slug}/{number}");
    let there = root.join(&folder).symlink_metadata().is_ok();
    if let Some(why) = comes_too_early(policy, &number).filter(|_| !there) {
        return Err(Error::explained("use the number", number.as_ref(), why));
    }
    let mut files = Vec::new();
    let before = policy.editions.last();
    let mut accepted = String::new();
    for text in before.iter().flat_map(|edition| &edition.texts) {
        let path = root.join(loaded.sources.get(text.file).path());
        // What the disk holds, not what was made of it: line ends and all.
        let bytes = std::fs::read(&path).map_err(|e| Error::io("read", &path, e))?;
        files.push((format!("{}.md", text.lang), bytes));
    }
    if let Some(edition) = before {
        accepted = acceptances(loaded.sources.get(edition.file).text());
    }
    let facts = facts(&number, &loaded.site.languages, &accepted);
    files.push(("edition.yaml".to_owned(), facts.into_bytes()));
    Ok(Made {
        files: make(root, &folder, &files)?,
        folder,
        copied: before.map(|edition| edition.number.clone()),
    })
}

/// The number after the highest, or the first.
fn proposed(policy: &Policy) -> String {
    let highest = highest(policy);
    highest.map_or_else(|| "1.0".to_owned(), |edition| next_number(&edition.number))
}

fn highest(policy: &Policy) -> Option<&Edition> {
    policy.editions.iter().max_by_key(|e| e.number_order())
}

/// Why a number cannot be that of the next edition, if it cannot: a later edition has a higher one.
fn comes_too_early(policy: &Policy, number: &str) -> Option<String> {
    let highest = highest(policy)?;
    (number_order(number) <= number_order(&highest.number)).then(|| {
        let (slug, last) = (&policy.slug, &highest.number);
        let next = proposed(policy);
        format!(
            "{slug} has an edition {last}, and the next one needs a higher number; without a \
             number, `tarmaq new edition {slug}` makes edition {next}"
        )
    })
}

/// The `edition.yaml` of a draft. What will have to be filled in stands there as comments.
pub(super) fn facts(number: &str, languages: &[Lang], accepted: &str) -> String {
    let summary: String = languages
        .iter()
        .map(|lang| format!("#   {lang}: …\n"))
        .collect();
    let mut facts = format!(
        "# The facts about this edition. Without an order it is a draft: it is checked with the others,\n\
         # and published only by `tarmaq build --drafts`. When the order is signed, fill in the lines\n\
         # below and take the # before them away.\n\
         \n\
         edition: \"{number}\" # the same as the name of the folder\n\
         \n\
         # order: # the order that approves this edition\n\
         #   number: …\n\
         #   date: … # year-month-day\n\
         \n\
         # updated: … # the date shown as \"last updated\"\n\
         # in_force: … # the first day in force, where the order states one\n\
         \n\
         # summary: # what changed, in a sentence or two\n\
         {summary}"
    );
    if !accepted.is_empty() {
        facts.push_str(
            "\n# Copied with the texts: mend the words in this edition, and take the entry away.\n",
        );
        facts.push_str(accepted);
    }
    facts
}

/// The lines of a file that hold its acceptances.
fn acceptances(file: &str) -> String {
    let lines = file
        .lines()
        .skip_while(|line| !line.starts_with("accepted:"));
    let mut taken = String::new();
    for (at, line) in lines.enumerate() {
        let other_key =
            at > 0 && !line.starts_with([' ', '-', '#', '\t']) && !line.trim().is_empty();
        if other_key {
            break;
        }
        taken.push_str(line);
        taken.push('\n');
    }
    let kept = taken.trim_end();
    match kept.is_empty() {
        true => String::new(),
        false => format!("{kept}\n"),
    }
}
