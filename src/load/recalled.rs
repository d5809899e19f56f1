use super::Memory;
use crate::diagnostic::Finding;
use crate::model::{Edition, Policy, Site};
use crate::source::{FileId, Sources};

/// A policy as it was read before from files of the same names. What does not fit the names of its files
/// was kept by somebody else.
pub(super) fn recalled(
    memory: &dyn Memory,
    name: &str,
    files: &[FileId],
    sources: &Sources,
    site: &Site,
) -> Option<(Policy, Vec<Finding>)> {
    let file = |path: &str| {
        let mut own = files.iter().copied();
        own.find(|file| sources.get(*file).path() == path)
    };
    let (policy, met) = memory.recall(name, &file)?;
    let is_file = |id: FileId, edition: &Edition, file: &str| {
        let path = format!("content/{name}/{}/{file}", edition.number);
        sources.get(id).path() == path
    };
    let fits = policy.editions.iter().all(|edition| {
        let texts = edition.texts.iter().all(|text| {
            let known = site.languages.contains(&text.lang);
            known && is_file(text.file, edition, &format!("{}.md", text.lang))
        });
        let seal = edition.seal.as_ref();
        texts
            && is_file(edition.file, edition, "edition.yaml")
            && seal.is_none_or(|seal| is_file(seal.file, edition, "seal.yaml"))
    });
    let told = met.iter().all(|finding| finding.fits(sources));
    (policy.slug == name && fits && told).then_some((policy, met))
}
