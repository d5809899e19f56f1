use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Shelf;
use crate::check::{missing_edition_file, no_editions, unknown_file};
use crate::lang::built_in;
use crate::model::Lang;
use crate::source::{Decoded, Error, FileId, Gathered, decode};

/// The folder of `content/` that holds languages, not a policy.
pub(super) const LANGUAGES: &str = "languages";

/// The files of `content/`, each in its place.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// `glossary.yaml`.
    pub(super) glossary: Option<FileId>,
    /// The files of languages, by code.
    pub(super) languages: BTreeMap<String, FileId>,
    /// The folders of policies, by name.
    pub(super) policies: BTreeMap<String, PolicyFolder>,
    /// The witnesses of sealed texts, by their path below `content/`. They are read only when they are
    /// needed.
    pub(super) witnesses: BTreeMap<String, Gathered>,
}

/// The files of one policy.
#[derive(Debug, Default)]
pub(super) struct PolicyFolder {
    /// `policy.yaml`.
    pub(super) policy: Option<FileId>,
    /// The folders of its editions, by name.
    pub(super) editions: BTreeMap<String, EditionFolder>,
}

impl PolicyFolder {
    /// All of them.
    pub(super) fn files(&self) -> Vec<FileId> {
        let editions = self.editions.values().flat_map(|edition| {
            let texts = edition.texts.values().copied();
            texts.chain(edition.edition).chain(edition.seal)
        });
        self.policy.into_iter().chain(editions).collect()
    }
}

/// The files of one edition.
#[derive(Debug, Default)]
pub(super) struct EditionFolder {
    /// `edition.yaml`.
    pub(super) edition: Option<FileId>,
    /// The texts, by the name of their file without `.md`.
    pub(super) texts: BTreeMap<String, FileId>,
    /// `seal.yaml`.
    pub(super) seal: Option<FileId>,
}

/// Reads all files below `content/` and sorts them by what they are.
pub(super) fn sort(shelf: &mut Shelf, files: Vec<Gathered>) -> Result<Content, Error> {
    let files = files.into_iter().filter(|file| !is_note(&file.path));
    let (witnesses, files): (Vec<Gathered>, Vec<Gathered>) =
        files.partition(|file| is_witness(&file.path));
    let (known, strange): (Vec<Gathered>, Vec<Gathered>) = files
        .into_iter()
        .partition(|file| stranger(&file.path).is_none());
    let read = known.into_par_iter().map(|mut file| {
        let path = std::mem::take(&mut file.path);
        Ok((path, decode(file.into_bytes()?)))
    });
    let read: Vec<(String, Decoded)> = read.collect::<Result<_, Error>>()?;
    let mut content = Content::default();
    let witnesses = witnesses.into_iter();
    content.witnesses = witnesses.map(|file| (file.path.clone(), file)).collect();
    for (path, decoded) in read {
        let id = shelf.take_in(format!("content/{path}"), decoded);
        content.place(&path, id);
    }
    // What nobody reads is not read here either: it may be a picture, or a gigabyte.
    for Gathered { path, .. } in strange {
        let id = shelf.add(&format!("content/{path}"), b"");
        let told = stranger(&path).map(|(why, help)| unknown_file::finding(id, why, help));
        shelf.findings.extend(told);
    }
    Ok(content)
}

/// Reports the folders of policies and editions that hold nothing at all, at the file of the policy
/// if it has one.
pub(super) fn report_empty(
    shelf: &mut Shelf,
    site_file: FileId,
    content: &Content,
    empty: &[String],
) {
    for path in empty {
        let parts: Vec<&str> = path.split('/').collect();
        let (policy, edition) = match parts.as_slice() {
            [LANGUAGES, ..] => continue,
            [policy] => (policy, None),
            [policy, edition] => (policy, Some(edition)),
            _ => continue,
        };
        let known = content.policies.get(*policy);
        let shown = known.and_then(|folder| folder.policy).unwrap_or(site_file);
        let mut finding = match edition {
            Some(_) => {
                missing_edition_file::finding(shown, &format!("content/{path}/edition.yaml"))
            }
            None => no_editions::finding(shown),
        };
        for label in &mut finding.labels {
            label.message = format!("the folder `content/{path}` is empty").into();
        }
        finding.place.policy = Some((*policy).to_owned());
        finding.place.edition = edition.map(|name| (*name).to_owned());
        shelf.findings.push(finding);
    }
}

/// Why there is no place for a file, and what to do; `None` when there is one.
fn stranger(path: &str) -> Option<(&'static str, &'static str)> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["glossary.yaml"] | [_, "policy.yaml"] | [_, _, "edition.yaml" | "seal.yaml"] => None,
        [LANGUAGES, file] if file.ends_with(".yaml") => None,
        [_, _, file] if file.ends_with(".md") => None,
        [LANGUAGES, _] => Some((
            "it is not the file of a language",
            "a language's file is called by its code, such as fr.yaml",
        )),
        [_, _, _] => Some((
            "it is not a text",
            "a text is called by its language, such as kk.md; move other files elsewhere",
        )),
        _ => Some((
            "nothing is looked for at this place",
            "texts stand in content/<policy>/<edition>/<language>.md; move other files elsewhere",
        )),
    }
}

impl Content {
    /// The languages of the texts that are there, but for those that nothing is known of.
    pub(super) fn languages_met(&self) -> Vec<Lang> {
        let editions = self.policies.values().flat_map(|p| p.editions.values());
        let codes: BTreeSet<&str> = editions
            .flat_map(|edition| edition.texts.keys().map(String::as_str))
            .collect();
        let langs = codes.into_iter().filter_map(Lang::new);
        langs
            .filter(|lang| self.languages.contains_key(lang.code()) || built_in(lang).is_some())
            .collect()
    }

    /// Puts a file in its place.
    fn place(&mut self, path: &str, id: FileId) {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["glossary.yaml"] => self.glossary = Some(id),
            [LANGUAGES, file] => {
                let code = file.strip_suffix(".yaml").unwrap_or(file);
                self.languages.insert(code.to_owned(), id);
            }
            [policy, "policy.yaml"] => self.policy(policy).policy = Some(id),
            [policy, edition, "edition.yaml"] => self.edition(policy, edition).edition = Some(id),
            [policy, edition, "seal.yaml"] => self.edition(policy, edition).seal = Some(id),
            [policy, edition, file] => {
                let lang = file.strip_suffix(".md").unwrap_or(file).to_owned();
                self.edition(policy, edition).texts.insert(lang, id);
            }
            _ => {}
        }
    }

    fn policy(&mut self, name: &str) -> &mut PolicyFolder {
        self.policies.entry(name.to_owned()).or_default()
    }

    fn edition(&mut self, policy: &str, name: &str) -> &mut EditionFolder {
        self.policy(policy)
            .editions
            .entry(name.to_owned())
            .or_default()
    }
}

/// The witness of a sealed text stands in `content/<policy>/<edition>/seal/<language>.txt`.
fn is_witness(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    matches!(parts.as_slice(), [_, _, "seal", file] if file.ends_with(".txt"))
}

/// Notes to the authors may stand anywhere.
fn is_note(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.to_ascii_lowercase().starts_with("readme")
}
