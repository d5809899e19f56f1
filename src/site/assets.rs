use std::borrow::Cow;

use super::scripts::scripts;
use super::stylesheets::stylesheets;
use crate::load::Asset;

/// A file of the theme under the address it is published at.
#[derive(Debug)]
pub struct PublishedAsset<'t> {
    /// Its path below the theme's `assets/`, or the name of a sheet that several were joined in.
    pub name: Cow<'t, str>,
    /// Its path below the site's root.
    pub path: String,
    /// What it holds.
    pub bytes: Cow<'t, [u8]>,
}

/// The folder of what only pages of some kinds load.
const PAGES: &str = "pages/";

impl PublishedAsset<'_> {
    /// The same, apart from the theme that it was read with.
    pub fn into_owned(self) -> PublishedAsset<'static> {
        PublishedAsset {
            name: Cow::Owned(self.name.into_owned()),
            path: self.path,
            bytes: Cow::Owned(self.bytes.into_owned()),
        }
    }

    /// Whether it is a stylesheet.
    pub fn is_stylesheet(&self) -> bool {
        self.name.ends_with(".css")
    }

    /// Whether pages of a kind load it. What lies in `pages/` is for pages of the kind it is named
    /// after, and of kinds whose names go on with a hyphen: `pages/changes.css` is for
    /// `changes` and `changes-table`. Everything else is for all pages.
    pub fn is_for(&self, kind: &str) -> bool {
        let Some(own) = self.name.strip_prefix(PAGES) else {
            return true;
        };
        let own = own.split('.').next().unwrap_or(own);
        let rest = kind.strip_prefix(own);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }

    /// Whether pages of all kinds load it.
    pub fn is_for_all(&self) -> bool {
        !self.name.starts_with(PAGES)
    }

    /// Whether it is a script.
    pub fn is_script(&self) -> bool {
        self.name.ends_with(".js")
    }
}

/// Gives each file of a theme its address. The names of stylesheets and scripts carry a digest of
/// what they hold, so that a browser may keep them for ever and still sees a new one at once. Files that
/// stylesheets refer to keep their names.
pub fn publish_assets(assets: &[Asset]) -> Vec<PublishedAsset<'_>> {
    let sheets = stylesheets(assets).into_iter();
    let sheets = sheets.map(|sheet| publish(sheet.name, sheet.bytes));
    let scripts = scripts(assets).into_iter();
    let scripts = scripts.map(|script| publish(script.name.into(), script.bytes.into()));
    let others = assets.iter().filter(|asset| {
        let is_script = asset.path.ends_with(".js");
        !asset.path.ends_with(".css") && !is_script
    });
    let others = others.map(|asset| publish(Cow::from(&asset.path), Cow::from(&asset.bytes)));
    sheets.chain(scripts).chain(others).collect()
}

fn publish<'t>(name: Cow<'t, str>, bytes: Cow<'t, [u8]>) -> PublishedAsset<'t> {
    let path = match name.rsplit_once('.') {
        Some((stem, kind @ ("css" | "js"))) => {
            format!("assets/{stem}.{}.{kind}", digest(&bytes))
        }
        _ => format!("assets/{name}"),
    };
    PublishedAsset { name, path, bytes }
}

/// Whether a published stylesheet or script is what the digest in its name says; `None` for a name
/// without a digest.
pub fn is_named_after(name: &str, bytes: &[u8]) -> Option<bool> {
    let (stem, _) = name.rsplit_once('.')?;
    let (_, told) = stem.rsplit_once('.')?;
    let is_digest = told.len() == DIGITS && told.bytes().all(|b| b.is_ascii_hexdigit());
    is_digest.then(|| told == digest(bytes))
}

/// How many digits of a digest a name carries.
const DIGITS: usize = 12;

fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..DIGITS].to_owned()
}
