use super::Shelf;
use super::content::Content;
use crate::config;
use crate::lang::Glossary;
use crate::model::Site;

/// The terms of the site; none when it has no `content/glossary.yaml`.
pub(super) fn glossary(shelf: &mut Shelf, site: &Site, content: &Content) -> Glossary {
    let Some(id) = content.glossary else {
        return Glossary::default();
    };
    let file = shelf.sources.get(id);
    let reading = config::read(id, file);
    let (file, findings) = config::glossary(id, file, reading, &site.languages);
    shelf.findings.extend(findings);
    Glossary::new(file)
}
