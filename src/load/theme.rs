use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::Shelf;
use crate::check::missing_theme;
use crate::config::{self, ThemeFile};
use crate::source::{Error, FileId, Span, Wanted, walk};

/// The theme that travels inside the binary.
static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The name of the theme that travels inside the binary.
const DEFAULT: &str = "default";

/// A theme with the themes it is built on.
#[derive(Debug, Default)]
pub struct Theme {
    /// The templates of all themes of the chain; those of the site's own theme come first.
    pub templates: Vec<Template>,
    /// The names of the themes the site's own is built on, nearest first. Their templates are
    /// known as `<theme>/<template>`, and as `<template>` where no nearer theme has it.
    pub bases: Vec<String>,
    /// Whether one of the themes could not be found, which a finding tells.
    pub broken: bool,
    /// Stylesheets and other files, the nearest theme's where several have one of that path.
    pub assets: Vec<Asset>,
}

/// A template.
#[derive(Debug)]
pub struct Template {
    /// Its name for Tera.
    pub name: String,
    /// Its file.
    pub file: FileId,
}

/// A file that the theme publishes.
#[derive(Debug)]
pub struct Asset {
    /// Its path below the theme's `assets/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Theme {
    /// The file of a template: that of the nearest theme that has it.
    pub fn file_of(&self, template: &str) -> Option<FileId> {
        let known = |name: &str| {
            let mut known = self.templates.iter();
            known.find(|own| own.name == name).map(|own| own.file)
        };
        let mut bases = self.bases.iter();
        known(template).or_else(|| bases.find_map(|base| known(&format!("{base}/{template}"))))
    }
}

/// A template of the theme that travels inside the binary.
pub fn built_in(template: &str) -> Option<&'static str> {
    let file = BUILT_IN.get_file(format!("templates/{template}"))?;
    file.contents_utf8()
}

/// Reads the site's theme and those it is built on.
pub(super) fn theme(
    shelf: &mut Shelf,
    root: &Path,
    site_file: FileId,
    name: &str,
) -> Result<Theme, Error> {
    let mut theme = Theme::default();
    let mut assets = BTreeMap::new();
    let mut seen: Vec<String> = Vec::new();
    let span = config::theme_span(shelf.sources.get(site_file));
    let mut next = Some((name.to_owned(), site_file, span));
    while let Some((name, named_in, span)) = next.take() {
        if seen.contains(&name) {
            let why = "it is built on itself";
            shelf
                .findings
                .push(missing_theme::finding(named_in, span, &name, why));
            theme.broken = true;
            break;
        }
        let Some(files) = files(shelf, root, site_file, &name)? else {
            let why = "there is no such folder below `themes/`";
            shelf
                .findings
                .push(missing_theme::finding(named_in, span, &name, why));
            theme.broken = true;
            break;
        };
        let prefix = match seen.is_empty() {
            true => String::new(),
            false => format!("{name}/"),
        };
        for (path, bytes) in files {
            let shown = format!("themes/{name}/{path}");
            if path == "theme.yaml" {
                let id = shelf.add(&shown, &bytes);
                next = base(shelf, id).map(|(base, span)| (base, id, span));
            } else if let Some(template) = path.strip_prefix("templates/") {
                let file = shelf.add(&shown, &bytes);
                let name = format!("{prefix}{template}");
                theme.templates.push(Template { name, file });
            } else if let Some(asset) = path.strip_prefix("assets/") {
                assets.entry(asset.to_owned()).or_insert(bytes);
            }
        }
        seen.push(name);
    }
    theme.bases = seen.split_off(seen.len().min(1));
    let assets = assets.into_iter();
    theme.assets = assets.map(|(path, bytes)| Asset { path, bytes }).collect();
    Ok(theme)
}

/// The theme that a `theme.yaml` names as its base, and where it names it.
fn base(shelf: &mut Shelf, id: FileId) -> Option<(String, Span)> {
    let reading = config::read::<ThemeFile>(id, shelf.sources.get(id));
    shelf.findings.extend(reading.findings);
    let span = config::base_span(shelf.sources.get(id));
    Some((reading.value.base?.0, span))
}

type Files = Vec<(String, Vec<u8>)>;

/// The files of a theme, sorted by path: those of its folder, else those in the binary.
fn files(
    shelf: &mut Shelf,
    root: &Path,
    site_file: FileId,
    name: &str,
) -> Result<Option<Files>, Error> {
    let folder = root.join("themes").join(name);
    let plain = !name.contains(['/', '\\']) && !name.starts_with('.');
    if plain && folder.is_dir() {
        let tree = walk(&folder, root, Wanted::Sources)?;
        shelf.refuse(site_file, &format!("themes/{name}"), &tree.outside);
        let files = tree.files.into_iter().map(|entry| {
            let bytes = std::fs::read(&entry.location);
            let bytes = bytes.map_err(|e| Error::io("read", &entry.location, e))?;
            Ok((entry.path, bytes))
        });
        return files.collect::<Result<_, _>>().map(Some);
    }
    if name != DEFAULT {
        return Ok(None);
    }
    let mut files = Files::new();
    collect(&BUILT_IN, &mut files);
    files.sort();
    Ok(Some(files))
}

fn collect(folder: &Dir<'_>, files: &mut Files) {
    for file in folder.files() {
        let parts: Vec<_> = file
            .path()
            .iter()
            .map(|part| part.to_string_lossy())
            .collect();
        files.push((parts.join("/"), file.contents().to_vec()));
    }
    for folder in folder.dirs() {
        collect(folder, files);
    }
}
