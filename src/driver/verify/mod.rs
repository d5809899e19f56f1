//! Compares pages and texts with the sealed editions of a site.

mod archive;
mod kind;
mod record;
mod wish;
mod workshop;

use std::path::Path;

use rayon::prelude::*;

use super::{Occasion, across};
use crate::load::load;
use crate::model::{Digest, Lang};
use crate::render::Engine;
use crate::source::{Entry, Error, Wanted, decode, walk};
use crate::verify::{Departure, Make};

use archive::Archive;
use kind::Kind;
use workshop::Workshop;

/// What is to be taken for which edition; what is not said is found out.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The policy.
    pub policy: Option<String>,
    /// The number of the edition.
    pub edition: Option<String>,
    /// The code of the language.
    pub language: Option<String>,
}

/// A sealed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The policy's part of the address.
    pub policy: String,
    /// The number of the edition.
    pub edition: String,
    /// The language.
    pub language: Lang,
    /// The digest of the text.
    pub digest: Digest,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It says what was sealed, and the page is made as told.
    Equal(Subject, Make),
    /// It departs from what was sealed.
    Departs(Subject, Vec<Departure>),
    /// Its words are what was sealed, and something about the page keeps readers from seeing so.
    Tampered(Subject, Make),
    /// It is a page of an edition that is not sealed: its policy, edition and language.
    NotSealed(String),
    /// It is no page of an edition.
    NoEdition,
}

/// A file that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Its path.
    pub path: String,
    /// What became of it.
    pub verdict: Verdict,
}

/// Compares a file, or all pages and texts in a folder, with the sealed editions of the site in
/// `root`. Pages are also compared with those that would be built of the same texts on an occasion.
pub fn verify(
    root: &Path,
    path: &Path,
    wish: &Wish,
    occasion: Occasion,
) -> Result<Vec<Verified>, Error> {
    let loaded = load(root)?;
    wish::known(&loaded.site, wish)?;
    let (plan, assets) = across::plan_pages(&loaded, occasion);
    let engine = Engine::new(&loaded.theme, &loaded.sources, loaded.site_file).ok();
    let workshop = Workshop::new(&loaded, &plan, &assets, engine.as_ref());
    let files = match path.is_dir() {
        true => walk(path, path, Wanted::Everything)?.files,
        false => vec![Entry {
            path: path.display().to_string(),
            location: path.to_owned(),
        }],
    };
    let archive = Archive::new(&loaded, &workshop);
    let wanted = |entry: &&Entry| !path.is_dir() || Kind::of(&entry.path).is_some();
    let files: Vec<&Entry> = files.iter().filter(wanted).collect();
    let verified = files.into_par_iter().map(|entry| {
        let bytes = std::fs::read(&entry.location);
        let bytes = bytes.map_err(|e| Error::io("read", &entry.location, e))?;
        let text = decode(&bytes).text;
        let kind = Kind::of(&entry.path).unwrap_or(Kind::Plain);
        let found = kind.read(&text, &loaded.site);
        Ok(Verified {
            path: entry.path.clone(),
            verdict: archive.judge(&found, wish, &entry.location)?,
        })
    });
    verified.collect()
}
