use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use super::record::Record;
use crate::links::Links;
use crate::load::Loaded;
use crate::render::Engine;
use crate::site::{Linking, Page, PageKind, Plan, PublishedAsset, is_named_after, view};
use crate::source::{Error, FileId};
use crate::verify::{Fault, Frame, Make, read_html};

/// Where the pages are built that others are compared with.
pub(super) struct Workshop<'l> {
    loaded: &'l Loaded,
    plan: &'l Plan<'l>,
    assets: &'l [PublishedAsset<'l>],
    /// `None` when the theme cannot be used.
    engine: Option<&'l Engine>,
    /// The pages that show a text.
    pages: BTreeMap<FileId, Vec<&'l Page<'l>>>,
}

impl<'l> Workshop<'l> {
    pub(super) fn new(
        loaded: &'l Loaded,
        plan: &'l Plan<'l>,
        assets: &'l [PublishedAsset<'l>],
        engine: Option<&'l Engine>,
    ) -> Self {
        let mut pages: BTreeMap<FileId, Vec<&Page<'_>>> = BTreeMap::new();
        for page in &plan.pages {
            if let PageKind::Policy(.., text) | PageKind::Edition(.., text) = page.kind {
                pages.entry(text.file).or_default().push(page);
            }
        }
        Self {
            loaded,
            plan,
            assets,
            engine,
            pages,
        }
    }

    /// Compares the page at a path with those that are built of a text, and the stylesheets and
    /// scripts beside it with their names.
    pub(super) fn compare(
        &self,
        record: &Record<'_>,
        frame: &Frame,
        at: &Path,
    ) -> Result<Make, Error> {
        let mut make = Make::of(frame, &self.frames(record));
        for address in &frame.linked {
            make.faults.extend(changed_asset(address, at)?);
        }
        Ok(make)
    }

    /// The frames of the pages that show a text.
    fn frames(&self, record: &Record<'_>) -> Vec<Frame> {
        let text = record.sealed_text();
        let pages = text.and_then(|text| self.pages.get(&text.file));
        let pages = pages.into_iter().flatten();
        pages.filter_map(|page| self.frame(page)).collect()
    }

    fn frame(&self, page: &Page<'_>) -> Option<Frame> {
        let (PageKind::Policy(policy, edition, text) | PageKind::Edition(policy, edition, text)) =
            page.kind
        else {
            return None;
        };
        let engine = self.engine?;
        let languages = &self.loaded.languages;
        // The links that a page adds to the text are not compared: they change with the other policies.
        let none = Links::default();
        let linking = Linking::of(&none, self.plan, &text.lang);
        let language = languages.get(&text.lang)?;
        let article = engine.article(&policy.slug, edition, text, language, &linking);
        let article = article.ok()?;
        let article = article.on(&page.address);
        let view = view(self.plan, page, languages, self.assets)?;
        let described = page.kind.describe();
        let html = engine.page(page.kind.template()?, &view, Some(&article), &described);
        read_html(&html.ok()?, &self.loaded.site.base_url).frame
    }
}

/// The fault of a stylesheet or script that lies beside the page at a path, and whose name tells a
/// digest that is not its own. Nothing is known of what does not lie there.
fn changed_asset(address: &str, page: &Path) -> Result<Option<Fault>, Error> {
    // An address with a host, or from the root of one, is no path.
    if address.contains(':') || address.starts_with('/') {
        return Ok(None);
    }
    let file = page.parent().unwrap_or(Path::new("")).join(address);
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(Error::io("read", &file, error)),
    };
    let name = address.rsplit('/').next().unwrap_or(address);
    let answers = is_named_after(name, &bytes);
    Ok((answers == Some(false)).then(|| Fault::Asset(file.display().to_string())))
}
