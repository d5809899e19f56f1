use std::collections::BTreeMap;
use std::path::Path;

use blake3::{Hash, Hasher};
use rayon::prelude::*;

use super::program::program;
use crate::source::{Entry, SITE_FILE, Tree, Wanted, walk};

/// The digests of everything that a site is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// Of everything together.
    pub whole: Hash,
    /// Of the program, the theme, and what all policies share.
    pub shared: Hash,
    /// Of the folder of each policy, by name.
    pub policies: BTreeMap<String, Hash>,
}

/// Ends of the names of files that are read in `content/`; of others the name alone says something.
const READ: [&str; 4] = [".md", ".yaml", ".yml", ".txt"];

/// Parts of `content/` that belong to no single policy.
const SHARED: &str = "languages";

impl Survey {
    /// Surveys the site in a folder; `None` where something cannot be read, which a build will tell.
    pub fn of(root: &Path) -> Option<Self> {
        let site = std::fs::read(root.join(SITE_FILE)).ok()?;
        let content = walk(&root.join("content"), root, Wanted::Sources).ok()?;
        let themes = walk(&root.join("themes"), root, Wanted::Sources).ok()?;
        let statics = walk(&root.join("static"), root, Wanted::Everything).ok()?;
        let mut shared = Hasher::new();
        shared.update(program().as_bytes());
        shared.update(blake3::hash(&site).as_bytes());
        shared.update(&digests(&themes, |_| true)?.concat());
        note(&themes, &mut |_, line| {
            shared.update(line.as_bytes());
        });

        let mut policies: BTreeMap<String, Hasher> = BTreeMap::new();
        let mut file = |path: &str, bytes: &[u8]| {
            match path.split_once('/') {
                Some((policy, _)) if policy != SHARED => {
                    policies.entry(policy.to_owned()).or_default().update(bytes)
                }
                _ => shared.update(bytes),
            };
        };
        let read = |path: &str| READ.iter().any(|end| path.ends_with(end));
        for (entry, digest) in content.files.iter().zip(digests(&content, read)?) {
            file(&entry.path, &digest);
        }
        note(&content, &mut |path, line| {
            file(&format!("{path}/"), line.as_bytes());
        });

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
        whole.update(&digests(&statics, |_| true)?.concat());
        note(&statics, &mut |_, line| {
            whole.update(line.as_bytes());
        });
        Some(Self {
            whole: whole.finalize(),
            shared,
            policies,
        })
    }
}

/// The digest of each file's path and of what it holds, in the order of the tree.
fn digests(tree: &Tree, read: impl Fn(&str) -> bool + Sync) -> Option<Vec<[u8; 64]>> {
    let files = tree.files.par_iter();
    let digests = files.map(|entry: &Entry| {
        let bytes = match read(&entry.path) {
            true => std::fs::read(&entry.location).ok()?,
            false => Vec::new(),
        };
        let mut digest = [0; 64];
        digest[..32].copy_from_slice(blake3::hash(entry.path.as_bytes()).as_bytes());
        digest[32..].copy_from_slice(blake3::hash(&bytes).as_bytes());
        Some(digest)
    });
    digests.collect()
}

/// Tells what a tree has besides files: empty folders, and links that lead out of the site.
fn note(tree: &Tree, told: &mut dyn FnMut(&str, &str)) {
    for path in &tree.empty {
        told(path, &format!("\0empty {path}\0"));
    }
    for link in &tree.outside {
        told(
            &link.path,
            &format!("\0outside {} {}\0", link.path, link.target),
        );
    }
}
