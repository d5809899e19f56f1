use std::collections::BTreeMap;

use super::{Plan, PublishedAsset};
use crate::check::address_collision;
use crate::diagnostic::Finding;
use crate::source::{Entry, FileId};
use crate::write::MANIFEST;

/// The findings about addresses that two things claim: pages, files of `static/`, files of the
/// theme. A folder and a file of one name collide too. `shown` is the file the findings point at.
pub fn collisions(
    plan: &Plan<'_>,
    assets: &[PublishedAsset<'_>],
    statics: &[Entry],
    shown: FileId,
) -> Vec<Finding> {
    let pages = plan
        .pages
        .iter()
        .map(|page| (page.address.file(), page.kind.describe()));
    let assets = assets
        .iter()
        .map(|asset| (asset.path.clone(), "a file of the theme".to_owned()));
    let statics = statics.iter().map(|entry| {
        let what = format!("the file static/{}", entry.path);
        (entry.path.clone(), what)
    });
    let own = std::iter::once((
        MANIFEST.to_owned(),
        "the list of the site's files".to_owned(),
    ));
    let mut findings = Vec::new();
    // Sorted and folded, what collides stands together: `a`, `a/b` and `A` are neighbours once
    // everything below a name sorts right behind it, which a slash replaced by NUL brings about.
    let mut claimed: BTreeMap<String, (String, String)> = BTreeMap::new();
    for (path, what) in own.chain(pages).chain(assets).chain(statics) {
        let key = path.to_lowercase().replace('/', "\0");
        if let Some((_, first)) = claimed.get(&key) {
            findings.push(address_collision::finding(
                shown,
                &format!("/{path}"),
                first,
                &what,
            ));
            continue;
        }
        claimed.insert(key, (path, what));
    }
    let mut before: Option<(&String, &(String, String))> = None;
    for entry @ (key, (_, what)) in &claimed {
        if let Some((folder, (path, first))) = before
            && key
                .strip_prefix(folder.as_str())
                .is_some_and(|rest| rest.starts_with('\0'))
        {
            findings.push(address_collision::finding(
                shown,
                &format!("/{path}"),
                first,
                what,
            ));
            continue;
        }
        before = Some(entry);
    }
    findings
}
