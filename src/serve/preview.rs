use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::events::Events;
use super::kept::{Kept, Page};
use super::route::View;
use crate::check::{bad_utf8, malformed_yaml, template_error};
use crate::diagnostic::{Family, Finding, Severity};
use crate::driver::{About, Live, Occasion, Unmade};
use crate::site::Drafts;

/// What the desk changes and the browsers see.
pub(super) struct Preview {
    live: RwLock<Live>,
    kept: Mutex<Kept>,
    /// Why the site could not be read, where it could not.
    trouble: Mutex<Option<String>>,
    /// How often something was changed.
    changes: AtomicU64,
    /// The browsers that want to be told.
    pub(super) events: Events,
}

/// A page that was asked for.
pub(super) enum Shown {
    /// As it is.
    Good(Arc<Page>),
    /// As it last was, because it cannot be made.
    Stale(Arc<Page>, Why),
    /// It cannot be made, and never was.
    Broken(Why),
    /// There is no such page.
    Missing,
}

/// Why a page cannot be made.
#[derive(Clone, Debug)]
pub(super) enum Why {
    /// Because of what was found.
    Found(Vec<Finding>),
    /// Because the machine failed.
    Failed(String),
}

impl Preview {
    pub(super) fn new(live: Live) -> Self {
        Self {
            live: RwLock::new(live),
            kept: Mutex::default(),
            trouble: Mutex::default(),
            changes: AtomicU64::new(0),
            events: Events::default(),
        }
    }

    /// The site, to look at.
    pub(super) fn live(&self) -> RwLockReadGuard<'_, Live> {
        self.live
            .read()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// The site, to change. Only the desk does.
    pub(super) fn live_mut(&self) -> RwLockWriteGuard<'_, Live> {
        self.live
            .write()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn trouble(&self) -> MutexGuard<'_, Option<String>> {
        self.trouble
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// The name of the present state: another after each change, and after each start.
    pub(super) fn state(&self) -> String {
        format!(
            "{}-{}",
            std::process::id(),
            self.changes.load(Ordering::SeqCst)
        )
    }

    /// Notes that something has changed, or that it could not be read, and tells the browsers.
    pub(super) fn changed(&self, trouble: Option<String>) {
        *self.trouble() = trouble;
        self.changes.fetch_add(1, Ordering::SeqCst);
        self.kept().forget();
        self.events.tell("change", &self.state());
    }

    /// The occasion of a view.
    pub(super) fn occasion(&self, view: View) -> Occasion {
        let own = self.live().occasion();
        let Some((day, drafts)) = view.other else {
            return own;
        };
        Occasion {
            today: day.unwrap_or(own.today),
            drafts: match drafts {
                true => Drafts::Shown,
                false => Drafts::Hidden,
            },
        }
    }

    /// The folder of its host that the site is published in, with a slash at its end; empty at the root.
    pub(super) fn folder_on_host(&self) -> String {
        let live = self.live();
        let base = live.site().base_url.as_str();
        let host = base.split_once("://").map_or(base, |(_, host)| host);
        let folder = host
            .split_once('/')
            .map(|(_, folder)| folder.trim_matches('/'));
        match folder.unwrap_or_default() {
            "" => String::new(),
            folder => format!("{folder}/"),
        }
    }

    /// A file of the site.
    pub(super) fn show(&self, occasion: Occasion, path: &str) -> Shown {
        let key = (occasion, path.to_owned());
        let trouble = self.trouble().clone();
        if let Some(page) = self.kept().get(&key) {
            return match trouble {
                Some(why) => Shown::Stale(page, Why::Failed(why)),
                None => Shown::Good(page),
            };
        }
        let live = self.live();
        let made = live.file(path, occasion);
        let last = self.kept().last(&key);
        let about = match (&made, &last) {
            (Ok(made), _) => made.about.clone(),
            (Err(_), Some(last)) => last.about.clone(),
            _ => About::default(),
        };
        let why = match (&made, trouble) {
            (_, Some(why)) => Some(Why::Failed(why)),
            (Err(Unmade::Machine(error)), _) => Some(Why::Failed(error.to_string())),
            (Err(Unmade::Template(finding)), _) => Some(Why::Found(vec![(**finding).clone()])),
            (Ok(_), _) if path.ends_with(".html") => unreadable(&live, &about, false),
            (Ok(_), _) => None,
            (Err(Unmade::Unknown), _) => {
                let about = last.as_ref().map(|page| &page.about);
                about.and_then(|about| unreadable(&live, about, true))
            }
        };
        match (made, last, why) {
            (Ok(made), _, None) => {
                let page = self.kept().keep(key, made);
                // The guard is held so that no change comes between the page and its being kept.
                drop(live);
                Shown::Good(page)
            }
            (_, Some(last), Some(why)) => Shown::Stale(last, why),
            (Ok(made), None, Some(why)) => {
                let page = Kept::default().keep(key, made);
                Shown::Stale(page, why)
            }
            (Err(_), None, Some(why)) => Shown::Broken(why),
            (Err(_), _, None) => Shown::Missing,
        }
    }
}

/// The findings because of which a page does not say what its authors wrote: its files cannot be read.
/// `gone` tells that there is no such page any more, so that other faults of files may be the cause.
fn unreadable(live: &Live, about: &About, gone: bool) -> Option<Why> {
    let rules = [
        bad_utf8::RULE.name,
        malformed_yaml::RULE.name,
        template_error::RULE.name,
    ];
    let is_cause = |finding: &&Finding| {
        let broken = matches!(finding.rule.family, Family::Files | Family::Site);
        let grave = finding.severity == Severity::Error && (gone && broken);
        let edition = &finding.place.edition;
        let near = gone || edition.is_none() || *edition == about.edition;
        near && (grave || rules.contains(&finding.rule.name))
    };
    let own = about
        .policy
        .as_deref()
        .map(|policy| live.found_about(policy));
    let own = own.unwrap_or_default().iter();
    let found = live.found_elsewhere().iter().chain(own);
    let found: Vec<Finding> = found.filter(is_cause).cloned().collect();
    (!found.is_empty()).then_some(Why::Found(found))
}
