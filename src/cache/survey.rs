use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use blake3::{Hash, Hasher};
use rayon::prelude::*;

use super::program::program;
use crate::source::{Entry, Gathering, Held, SITE_FILE, Tree, Wanted, walk};

/// The digests of everything that a site is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// Of everything together.
    pub whole: Hash,
    /// Of the program, the theme, and what all policies share.
    pub shared: Hash,
    /// Of the folder of each policy, by name.
    pub policies: BTreeMap<String, Hash>,
    rest: Rest,
}

/// The digests of what a site is made of besides `content/`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rest {
    site: Hash,
    themes: Hash,
    statics: Hash,
}

/// Ends of the names of files that are read in `content/`; of others the name alone says something.
const READ: [&str; 4] = [".md", ".yaml", ".yml", ".txt"];

/// Parts of `content/` that belong to no single policy.
const SHARED: &str = "languages";

impl Survey {
    /// Surveys the site in a folder, and gathers `site.yaml` and the files of `content/`: what they hold is
    /// held until it is read, as long as it takes no more than so many bytes together. `None` where
    /// something cannot be read, which a build will tell.
    pub fn of(root: &Path, room: usize) -> Option<(Self, Gathering)> {
        let site = std::fs::read(root.join(SITE_FILE)).ok()?;
        let rest = Rest::of(root, &site)?;
        let content = walk(&root.join("content"), root, Wanted::Sources).ok()?;
        let mut policies: BTreeMap<String, Hasher> = BTreeMap::new();
        let mut general = Hasher::new();
        let mut file = |path: &str, digest: &[u8]| {
            match path.split_once('/') {
                Some((policy, _)) if policy != SHARED => policies
                    .entry(policy.to_owned())
                    .or_default()
                    .update(digest),
                _ => general.update(digest),
            };
        };
        let read = |path: &str| READ.iter().any(|end| path.ends_with(end));
        let (digests, held) = digests(&content, read, room)?;
        for (entry, digest) in content.files.iter().zip(digests) {
            file(&entry.path, &digest);
        }
        for (path, digest) in notes(&content) {
            file(&format!("{path}/"), digest.as_bytes());
        }
        // Each part is a digest of its own, so that nothing of one can be taken for the other.
        let mut shared = Hasher::new();
        for part in [program(), rest.site, rest.themes, general.finalize()] {
            shared.update(part.as_bytes());
        }
        let shared = shared.finalize();
        let policies = policies.into_iter();
        let policies: BTreeMap<String, Hash> = policies
            .map(|(name, hasher)| (name, hasher.finalize()))
            .collect();
        let mut whole = Hasher::new();
        whole.update(shared.as_bytes());
        for (name, digest) in &policies {
            whole.update(blake3::hash(name.as_bytes()).as_bytes());
            whole.update(digest.as_bytes());
        }
        whole.update(rest.statics.as_bytes());
        let survey = Self {
            whole: whole.finalize(),
            shared,
            policies,
            rest,
        };
        let gathering = Gathering {
            site: Some(site),
            ..Gathering::of(content, held)
        };
        Some((survey, gathering))
    }

    /// Whether all is as it was surveyed that was not gathered: `site.yaml`, the themes, and what is
    /// published as it is.
    pub fn stands(&self, root: &Path) -> bool {
        let site = std::fs::read(root.join(SITE_FILE));
        let rest = site.ok().and_then(|site| Rest::of(root, &site));
        rest.as_ref() == Some(&self.rest)
    }
}

impl Rest {
    fn of(root: &Path, site: &[u8]) -> Option<Self> {
        let themes = walk(&root.join("themes"), root, Wanted::Everything).ok()?;
        if !themes.outside.is_empty() {
            // What lies behind such a link is part of a theme, and is not looked at here.
            return None;
        }
        let statics = walk(&root.join("static"), root, Wanted::Everything).ok()?;
        Some(Self {
            site: blake3::hash(site),
            themes: digest_of(&themes)?,
            statics: digest_of(&statics)?,
        })
    }
}

/// The digest of each file's path and of what it holds, in the order of the tree, and what it holds
/// itself, where there is room for it.
fn digests(
    tree: &Tree,
    read: impl Fn(&str) -> bool + Sync,
    room: usize,
) -> Option<(Vec<[u8; 64]>, Vec<Held>)> {
    let held = AtomicUsize::new(0);
    let files = tree.files.par_iter();
    let digests = files.map(|entry: &Entry| {
        let mut digest = [0; 64];
        digest[..32].copy_from_slice(blake3::hash(entry.path.as_bytes()).as_bytes());
        let (own, bytes) = match read(&entry.path) {
            true => {
                let bytes = std::fs::read(&entry.location).ok()?;
                let own = blake3::hash(&bytes);
                let before = held.fetch_add(bytes.len(), Ordering::Relaxed);
                match before.saturating_add(bytes.len()) <= room {
                    true => (own, Held::Bytes(bytes)),
                    false => (own, Held::Digest(own)),
                }
            }
            false => (blake3::hash(b""), Held::Unread),
        };
        digest[32..].copy_from_slice(own.as_bytes());
        Some((digest, bytes))
    });
    digests.collect()
}

/// The digest of a whole tree.
fn digest_of(tree: &Tree) -> Option<Hash> {
    let mut hasher = Hasher::new();
    let (digests, _) = digests(tree, |_| true, 0)?;
    for digest in digests {
        hasher.update(&digest);
    }
    for (_, digest) in notes(tree) {
        hasher.update(digest.as_bytes());
    }
    Some(hasher.finalize())
}

/// What a tree has besides files, by paths: empty folders, and links that lead out of the site.
fn notes(tree: &Tree) -> Vec<(&str, Hash)> {
    let empty = tree.empty.iter().map(|path| {
        let told = format!("empty {path}");
        (path.as_str(), blake3::hash(told.as_bytes()))
    });
    let outside = tree.outside.iter().map(|link| {
        let told = format!("outside {} {}", link.path, link.target);
        (link.path.as_str(), blake3::hash(told.as_bytes()))
    });
    empty.chain(outside).collect()
}
