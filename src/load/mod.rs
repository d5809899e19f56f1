//! From a folder to the model: reads the files, has them parsed, and puts the site together.
//!
//! What is faulty is reported and gone on without, so that one run reports everything.

mod content;
mod find;
mod folder_names;
mod glossary;
mod headings;
mod languages;
mod locate;
mod memory;
mod met;
mod policies;
mod recalled;
mod redlines;
mod reload;
mod seals;
mod theme;
mod whole;

pub use find::{find_edition, find_language, find_policy};
pub use folder_names::{is_edition_name, is_policy_name};
pub use memory::{Memory, Oblivion};
pub use met::Met;
pub use reload::{Known, Reread, Stretch, reload_policies, reload_statics, reload_theme};
pub use theme::{Asset, Template, Theme, built_in};

use locate::locate_by_path;
use policies::Texts;
use std::collections::BTreeMap;
use std::path::Path;

use crate::check::{bad_utf8, no_policies, outside_link};
use crate::config;
use crate::diagnostic::Finding;
use crate::lang::{Glossary, Language};
use crate::model::{Lang, Site};
use crate::source::{
    Decoded, Entry, Error, FileId, Gathering, Outside, SITE_FILE, SourceFile, Sources, Wanted,
    decode, walk,
};

/// Everything that was read.
#[derive(Debug)]
pub struct Loaded {
    /// The files, for showing findings.
    pub sources: Sources,
    /// `site.yaml`, where findings point that have no other place.
    pub site_file: FileId,
    /// The site.
    pub site: Site,
    /// What is known of its languages; all of them, unless a finding says otherwise.
    pub languages: BTreeMap<Lang, Language>,
    /// Its terms.
    pub glossary: Glossary,
    /// Its theme.
    pub theme: Theme,
    /// The files of `static/`.
    pub statics: Vec<Entry>,
    /// What was met while reading.
    pub findings: Met,
    /// Whether `site.yaml` does not say its languages, so that those of its texts were taken.
    pub languages_met: bool,
}

/// Reads the site in a folder that holds `site.yaml`. An error is a failure of the machine; what
/// is wrong with the files is in the findings.
pub fn load(root: &Path) -> Result<Loaded, Error> {
    load_within(root, usize::MAX, &Oblivion, None)
}

/// The same where the texts together may take so many bytes. If they take more, they are set aside, and
/// have to be read again one by one: see [`Loaded::whole`]. So are those of policies that are recalled.
/// `content` are the files of `content/`, where they were gathered before, and may have `site.yaml` too.
pub fn load_within(
    root: &Path,
    room: usize,
    memory: &dyn Memory,
    mut content: Option<Gathering>,
) -> Result<Loaded, Error> {
    let mut shelf = Shelf::default();
    let site = content.as_mut().and_then(|gathering| gathering.site.take());
    let site_file = match site {
        Some(bytes) => shelf.add(SITE_FILE, &bytes),
        None => shelf.read(&root.join(SITE_FILE), SITE_FILE)?,
    };
    let reading = config::read(site_file, shelf.sources.get(site_file));
    let (mut site, findings) = config::site(site_file, shelf.sources.get(site_file), reading);
    shelf.findings.extend(findings);

    let gathering = match content {
        Some(gathering) => gathering,
        None => walk(&root.join("content"), root, Wanted::Sources)?.into(),
    };
    shelf.refuse(site_file, "content", &gathering.outside);
    let files = content::sort(&mut shelf, gathering.files)?;
    content::report_empty(&mut shelf, site_file, &files, &gathering.empty);
    let languages_met = site.languages.is_empty();
    if languages_met {
        // `site.yaml` does not say them, which is a finding. The texts are checked all the same.
        site.languages = files.languages_met();
    }
    let languages = languages::languages(&mut shelf, site_file, &site, &files);
    let glossary = glossary::glossary(&mut shelf, &site, &files);
    let texts = match shelf.sources.size() > room {
        true => Texts::SetAside,
        false => Texts::Kept,
    };
    // Which languages there are is then a question to all policies.
    let memory = if languages_met { &Oblivion } else { memory };
    site.policies = policies::policies(&mut shelf, &site, files, texts, memory)?;
    if texts == Texts::SetAside {
        shelf.sources.pack(".md");
    }
    let rightful = seals::rightful(&site.policies);
    for policy in &mut site.policies {
        seals::disown_copies(policy, &rightful);
    }
    if site.policies.is_empty() {
        shelf.findings.push(no_policies::finding(site_file));
    }

    let mut findings = Met::default();
    let told = shelf.told();
    findings.take(&shelf.sources, told);
    let theme = theme::theme(&mut shelf, root, site_file, &site.theme)?;
    findings.theme = shelf.told();
    let statics = walk(&root.join("static"), root, Wanted::Everything)?;
    shelf.refuse(site_file, "static", &statics.outside);
    findings.statics = shelf.told();
    Ok(Loaded {
        sources: shelf.sources,
        site_file,
        site,
        languages,
        glossary,
        theme,
        statics: statics.files,
        findings,
        languages_met,
    })
}

/// The files read so far, and what was found on the way.
#[derive(Default)]
struct Shelf {
    sources: Sources,
    findings: Vec<Finding>,
    /// The names of files that were read before, by their paths: what is read anew takes their places.
    known: Known,
}

impl Shelf {
    /// Reads one file.
    fn read(&mut self, location: &Path, path: &str) -> Result<FileId, Error> {
        let bytes = std::fs::read(location).map_err(|e| Error::io("read", location, e))?;
        Ok(self.add(path, &bytes))
    }

    /// Takes the bytes of a file in.
    fn add(&mut self, path: &str, bytes: &[u8]) -> FileId {
        self.take_in(path.to_owned(), decode(bytes))
    }

    /// Takes in what was made of the bytes of a file.
    fn take_in(&mut self, path: String, decoded: Decoded) -> FileId {
        let known = self.known.get(&path);
        let file = SourceFile::new(path, decoded.text);
        let id = match known {
            Some(id) => {
                self.sources.replace(id, file);
                id
            }
            None => self.sources.add(file),
        };
        let flaws = decoded.flaws.into_iter();
        self.findings
            .extend(flaws.map(|flaw| bad_utf8::finding(id, flaw)));
        id
    }

    /// What was found since this was last asked, each finding with its place.
    fn told(&mut self) -> Vec<Finding> {
        let mut findings = std::mem::take(&mut self.findings);
        locate_by_path(&self.sources, &mut findings);
        findings
    }

    fn refuse(&mut self, site_file: FileId, folder: &str, links: &[Outside]) {
        for Outside { path, target } in links {
            let path = format!("{folder}/{path}");
            self.findings
                .push(outside_link::finding(site_file, &path, target));
        }
    }
}
