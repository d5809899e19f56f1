use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use crate::driver::{About, Made, Occasion};

/// How many bytes of pages are kept until the next change.
const MOST: usize = 32 << 20;

/// How many pages that were last looked at are kept for the time when they cannot be made.
const LAST: usize = 64;

/// A page as it was made, and the name of this state of it.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) bytes: Vec<u8>,
    pub(super) about: About,
    /// A digest of what it holds.
    pub(super) tag: String,
}

/// What a page is known by: what it was made for, and its path.
pub(super) type Key = (Occasion, String);

/// Pages that were made.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pages: BTreeMap<Key, Arc<Page>>,
    size: usize,
    last: VecDeque<(Key, Arc<Page>)>,
}

impl Page {
    fn new(bytes: Vec<u8>, about: About) -> Self {
        let tag = blake3::hash(&bytes).to_hex()[..20].to_owned();
        Self { bytes, about, tag }
    }
}

impl Kept {
    /// A page that was made since the last change.
    pub(super) fn get(&self, key: &Key) -> Option<Arc<Page>> {
        self.pages.get(key).cloned()
    }

    /// The page as it last was, at whatever time.
    pub(super) fn last(&self, key: &Key) -> Option<Arc<Page>> {
        let last = self.last.iter().find(|(own, _)| own == key);
        last.map(|(_, page)| Arc::clone(page))
    }

    /// Keeps what was made, as long as there is room.
    pub(super) fn keep(&mut self, key: Key, made: Made) -> Arc<Page> {
        let (occasion, path) = &key;
        for (beside, bytes) in made.beside {
            let page = Arc::new(Page::new(bytes, About::default()));
            self.put((*occasion, beside), page);
        }
        let page = Arc::new(Page::new(made.bytes, made.about));
        if path.ends_with(".html") {
            self.last.retain(|(own, _)| *own != key);
            self.last.push_back((key.clone(), Arc::clone(&page)));
            if self.last.len() > LAST {
                self.last.pop_front();
            }
        }
        self.put(key, Arc::clone(&page));
        page
    }

    fn put(&mut self, key: Key, page: Arc<Page>) {
        if page.bytes.len() > MOST / 4 {
            return;
        }
        if self.size + page.bytes.len() > MOST {
            self.forget();
        }
        self.size += page.bytes.len();
        if let Some(before) = self.pages.insert(key, page) {
            self.size = self.size.saturating_sub(before.bytes.len());
        }
    }

    /// Forgets what may have changed; how pages last were is still known.
    pub(super) fn forget(&mut self) {
        self.pages.clear();
        self.size = 0;
    }
}
