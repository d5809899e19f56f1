//! Reading a part of a site anew, and putting it in the place of what was read of it before.
//!
//! What comes out is what [`load`](super::load) would read of the whole folder. Files keep their
//! names, so that what was said of other files stays true.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::content::{report_empty, sort};
use super::policies::{Texts, policies, put_in_order};
use super::{Loaded, Met, Oblivion, Shelf, seals, theme};
use crate::diagnostic::Finding;
use crate::model::Policy;
use crate::source::{Entry, Error, FileId, Gathering, SourceFile, Sources, Tree, Wanted, walk};

/// The names of the files that were read, by their paths.
#[derive(Clone, Debug, Default)]
pub struct Known(BTreeMap<String, FileId>);

impl Known {
    /// All files of a site that was loaded.
    pub fn of(sources: &Sources) -> Self {
        let files = sources.iter();
        Self(
            files
                .map(|(id, file)| (file.path().to_owned(), id))
                .collect(),
        )
    }

    /// The name of a file.
    pub fn get(&self, path: &str) -> Option<FileId> {
        self.0.get(path).copied()
    }

    /// The files below a folder.
    fn below(&self, folder: &str) -> impl Iterator<Item = (&String, FileId)> {
        let files = self.0.range(folder.to_owned()..);
        let below = files.take_while(move |(path, _)| path.starts_with(folder));
        below.map(|(path, id)| (path, *id))
    }
}

/// How far a change of some policies reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reread {
    /// The policies of these folders were read anew: those that were asked for, and those that have
    /// copies of their seals.
    Policies(BTreeSet<String>),
    /// The whole site has to be read anew, and nothing was done.
    Whole,
}

/// What a site is read with again.
pub struct Stretch<'s> {
    /// What was read before.
    pub loaded: &'s mut Loaded,
    /// Its files.
    pub known: &'s mut Known,
    /// Its folder.
    pub root: &'s Path,
}

/// Reads the folders of some policies anew. An error is a failure of the machine; what is read in part
/// then has to be read anew as a whole.
pub fn reload_policies(
    stretch: &mut Stretch<'_>,
    names: &BTreeSet<String>,
) -> Result<Reread, Error> {
    let loaded = &stretch.loaded;
    // Which languages there are, and that there are no policies, is a question to all of them.
    if loaded.languages_met || loaded.site.policies.is_empty() {
        return Ok(Reread::Whole);
    }
    let mut done = BTreeSet::new();
    let mut next = names.clone();
    while !next.is_empty() {
        let Some(tree) = tree(stretch.root, &next)? else {
            return Ok(Reread::Whole);
        };
        let before = own(&stretch.loaded.site.policies, &next);
        let before = seals::rightful(before);
        read(stretch, &next, tree)?;
        let after = own(&stretch.loaded.site.policies, &next);
        let after = seals::rightful(after);
        let changed = before.symmetric_difference(&after).copied().collect();
        done.append(&mut next);
        let policies = stretch.loaded.site.policies.iter();
        let others = policies.filter(|policy| seals::has_seal_of(policy, &changed));
        let others = others.map(|policy| policy.slug.clone());
        next = others.filter(|slug| !done.contains(slug)).collect();
    }
    let site = &mut stretch.loaded.site;
    let rightful = seals::rightful(&site.policies);
    for policy in &mut site.policies {
        if done.contains(&policy.slug) {
            seals::disown_copies(policy, &rightful);
        }
    }
    Ok(match site.policies.is_empty() {
        true => Reread::Whole,
        false => Reread::Policies(done),
    })
}

/// Reads the theme anew.
pub fn reload_theme(stretch: &mut Stretch<'_>) -> Result<(), Error> {
    let root = stretch.root;
    let name = stretch.loaded.site.theme.clone();
    let site_file = stretch.loaded.site_file;
    let (theme, found) = on_shelf(stretch, |shelf| theme::theme(shelf, root, site_file, &name));
    stretch.loaded.theme = theme?;
    stretch.loaded.findings.theme = found;
    Ok(())
}

/// Looks anew for the files of `static/`.
pub fn reload_statics(stretch: &mut Stretch<'_>) -> Result<(), Error> {
    let statics = walk(
        &stretch.root.join("static"),
        stretch.root,
        Wanted::Everything,
    )?;
    let site_file = stretch.loaded.site_file;
    let ((), found) = on_shelf(stretch, |shelf| {
        shelf.refuse(site_file, "static", &statics.outside);
    });
    stretch.loaded.statics = statics.files;
    stretch.loaded.findings.statics = found;
    Ok(())
}

/// The files in the folders of some policies, as a walk of all of `content/` finds them; `None` where
/// links play a part that only such a walk can judge.
fn tree(root: &Path, names: &BTreeSet<String>) -> Result<Option<Tree>, Error> {
    let mut tree = Tree::default();
    for name in names {
        let folder = root.join("content").join(name);
        if folder.is_symlink() || folder.is_file() {
            return Ok(None);
        }
        let own = walk(&folder, root, Wanted::Sources)?;
        if !own.outside.is_empty() {
            return Ok(None);
        }
        let below = |path: &String| format!("{name}/{path}");
        tree.empty.extend(own.empty.iter().map(below));
        let nothing = || std::fs::read_dir(&folder).map(|mut all| all.next().is_none());
        if folder.is_dir() && nothing().map_err(|e| Error::io("read", &folder, e))? {
            tree.empty.push(name.clone());
        }
        tree.files.extend(own.files.into_iter().map(|entry| Entry {
            path: below(&entry.path),
            location: entry.location,
        }));
    }
    Ok(Some(tree))
}

/// Puts the policies of some folders in the place of what they were.
fn read(stretch: &mut Stretch<'_>, names: &BTreeSet<String>, tree: Tree) -> Result<(), Error> {
    for name in names {
        // What is not there any more holds nothing.
        for (path, id) in stretch.known.below(&format!("content/{name}/")) {
            let nothing = SourceFile::new(path.clone(), "");
            stretch.loaded.sources.replace(id, nothing);
        }
        stretch.loaded.findings.policies.remove(name);
    }
    let mut site = std::mem::take(&mut stretch.loaded.site.policies);
    site.retain(|policy| !names.contains(&policy.slug));
    let site_file = stretch.loaded.site_file;
    let frame = stretch.loaded.site.clone();
    let (read, found) = on_shelf(stretch, |shelf| {
        let Gathering { files, empty, .. } = tree.into();
        let content = sort(shelf, files)?;
        report_empty(shelf, site_file, &content, &empty);
        policies(shelf, &frame, content, Texts::Kept, &Oblivion)
    });
    let mut met = Met::default();
    met.take(&stretch.loaded.sources, found);
    stretch.loaded.findings.policies.append(&mut met.policies);
    let (read, failed) = match read {
        Ok(read) => (read, Ok(())),
        Err(error) => (Vec::new(), Err(error)),
    };
    site.extend(read);
    put_in_order(&mut site);
    stretch.loaded.site.policies = site;
    failed
}

/// Does something with the files on their shelf; gives what was found besides.
fn on_shelf<T>(stretch: &mut Stretch<'_>, work: impl FnOnce(&mut Shelf) -> T) -> (T, Vec<Finding>) {
    let mut shelf = Shelf {
        sources: std::mem::take(&mut stretch.loaded.sources),
        findings: Vec::new(),
        known: std::mem::take(stretch.known),
    };
    let before = shelf.sources.iter().count();
    let done = work(&mut shelf);
    let found = shelf.told();
    let new = shelf.sources.iter().skip(before);
    let new = new.map(|(id, file)| (file.path().to_owned(), id));
    shelf.known.0.extend(new);
    *stretch.known = shelf.known;
    stretch.loaded.sources = shelf.sources;
    (done, found)
}

/// Those of some policies whose folders have certain names.
fn own<'p>(
    policies: &'p [Policy],
    names: &'p BTreeSet<String>,
) -> impl Iterator<Item = &'p Policy> {
    policies
        .iter()
        .filter(|policy| names.contains(&policy.slug))
}
