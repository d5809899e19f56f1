//! A site that stays in memory: what changes on the disk is read anew, and pages are made when they are
//! asked for.
//!
//! After any changes its pages are those of a fresh build, and its findings, once [`Live::survey`] has
//! nothing left to look at, those of a fresh check.

mod across;
mod examined;
mod found;
mod page;
mod report;
mod touched;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use across::{Across, Suspects};
pub use examined::Survey;
pub use page::{About, Made, Unmade};
pub use touched::Touched;

use found::Found;
use touched::outward;

use super::Occasion;
use crate::check::PolicyTitles;
use crate::diagnostic::Finding;
use crate::load::{
    Known, Loaded, Reread, Stretch, load, reload_policies, reload_statics, reload_theme,
};
use crate::model::Site;
use crate::render::{Engine, missing_words};
use crate::site::{PublishedAsset, publish_assets};
use crate::source::{Error, Sources};

/// A site in memory.
pub struct Live {
    root: PathBuf,
    occasion: Occasion,
    loaded: Loaded,
    known: Known,
    titles: PolicyTitles,
    look: Look,
    found: Found,
    /// Folders of policies that are to be examined, those that were changed first.
    pending: Vec<String>,
    /// Whether what is about several policies is to be looked at.
    unsure: bool,
}

/// The theme, ready for use.
struct Look {
    /// An error is a finding about a template.
    engine: Result<Engine, Box<Finding>>,
    assets: Vec<PublishedAsset<'static>>,
}

impl Live {
    /// Reads the site in a folder. Nothing is examined yet. An error is a failure of the machine.
    pub fn open(root: &Path, occasion: Occasion) -> Result<Self, Error> {
        let loaded = load(root)?;
        let policies = loaded.site.policies.iter();
        let mut live = Self {
            root: root.to_owned(),
            occasion,
            known: Known::of(&loaded.sources),
            titles: PolicyTitles::of(&loaded.site.policies),
            look: look(&loaded),
            found: Found::default(),
            pending: policies.map(|policy| policy.slug.clone()).collect(),
            unsure: true,
            loaded,
        };
        live.found.about_theme = live.about_theme();
        live.settle(None);
        Ok(live)
    }

    /// Reads anew what was touched on the disk. Gives the folders of the policies that were read, or
    /// `None` when everything was. An error is a failure of the machine: what was read before stands
    /// as far as it could not be read anew, and [`Touched::Whole`] mends the rest.
    pub fn apply(&mut self, touched: &Touched) -> Result<Option<BTreeSet<String>>, Error> {
        let Touched::Parts {
            policies,
            theme,
            statics,
        } = touched
        else {
            return self.reopen();
        };
        let mut stretch = Stretch {
            loaded: &mut self.loaded,
            known: &mut self.known,
            root: &self.root,
        };
        let mut read = BTreeSet::new();
        if !policies.is_empty() {
            let before = outward(&stretch.loaded.site, policies);
            match reload_policies(&mut stretch, policies)? {
                Reread::Whole => return self.reopen(),
                Reread::Policies(names) => read = names,
            }
            let same = read == *policies && before == outward(&stretch.loaded.site, policies);
            self.take_in(&read, same);
        }
        let mut stretch = Stretch {
            loaded: &mut self.loaded,
            known: &mut self.known,
            root: &self.root,
        };
        if *theme {
            reload_theme(&mut stretch)?;
        }
        if *statics {
            reload_statics(&mut stretch)?;
        }
        if *theme {
            self.look = look(&self.loaded);
            self.found.about_theme = self.about_theme();
        }
        self.unsure = true;
        self.settle(Some(&read));
        Ok(Some(read))
    }

    /// What is the same for all policies was changed: reads everything.
    fn reopen(&mut self) -> Result<Option<BTreeSet<String>>, Error> {
        *self = Self::open(&self.root, self.occasion)?;
        Ok(None)
    }

    /// Notes that some policies were read anew. What was found out about them is forgotten; about the
    /// others only when these look different to them.
    fn take_in(&mut self, read: &BTreeSet<String>, same: bool) {
        self.found.forget(read, &self.loaded.sources);
        let mut pending: Vec<String> = read.iter().cloned().collect();
        let policies = self.loaded.site.policies.iter();
        if same {
            pending.extend(self.pending.drain(..).filter(|own| !read.contains(own)));
        } else {
            self.titles = PolicyTitles::of(&self.loaded.site.policies);
            let others = policies.clone().map(|policy| policy.slug.clone());
            pending.extend(others.filter(|own| !read.contains(own)));
        }
        let there: BTreeSet<&String> = policies.map(|policy| &policy.slug).collect();
        pending.retain(|own| there.contains(own));
        self.pending = pending;
    }

    /// What was found in the theme besides what was met while reading it.
    fn about_theme(&self) -> Vec<Finding> {
        let loaded = &self.loaded;
        let mut findings = missing_words(loaded);
        findings.extend(self.look.engine.as_ref().err().map(|own| (**own).clone()));
        findings
    }

    /// The site.
    pub fn site(&self) -> &Site {
        &self.loaded.site
    }

    /// The files that were read.
    pub fn sources(&self) -> &Sources {
        &self.loaded.sources
    }

    /// What the site is looked at for.
    pub fn occasion(&self) -> Occasion {
        self.occasion
    }
}

fn look(loaded: &Loaded) -> Look {
    let assets = publish_assets(&loaded.theme.assets).into_iter();
    Look {
        engine: Engine::new(&loaded.theme, &loaded.sources, loaded.site_file),
        assets: assets.map(PublishedAsset::into_owned).collect(),
    }
}
