use std::collections::BTreeMap;

use crate::load::Asset;

/// A script as it is published: one of the theme, or those of a folder joined.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Script {
    /// Its path below the theme's `assets/`.
    pub(super) name: String,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
}

/// The scripts of a theme. Those that lie in a folder are joined into one of the folder's name, in the
/// order of their names: `reading/citation.js` and `reading/position.js` become `reading.js`. They are
/// scripts of the classic kind, because a browser refuses modules in a folder opened from disk.
pub(super) fn scripts(assets: &[Asset]) -> Vec<Script> {
    let mut joined: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for asset in assets.iter().filter(|asset| asset.path.ends_with(".js")) {
        let name = match asset.path.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}.js"),
            None => asset.path.clone(),
        };
        let script = joined.entry(name).or_default();
        script.extend(&asset.bytes);
        // A script may end without one, and begin with a bracket.
        script.extend(b"\n;\n");
    }
    let scripts = joined.into_iter();
    scripts
        .map(|(name, bytes)| Script { name, bytes })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::scripts;
    use crate::load::Asset;

    #[test]
    fn the_scripts_of_a_folder_are_one_file() {
        let files = [
            ("history.js", "a()"),
            ("reading/citation.js", "(b)()"),
            ("reading/position.js", "(c)()"),
        ];
        let assets = files.map(|(path, js)| Asset {
            path: path.to_owned(),
            bytes: js.as_bytes().to_vec(),
        });
        let published = scripts(&assets).into_iter();
        let published: Vec<(String, String)> = published
            .map(|script| (script.name, String::from_utf8(script.bytes).unwrap()))
            .collect();
        let expected = [
            ("history.js", "a()\n;\n"),
            ("reading.js", "(b)()\n;\n(c)()\n;\n"),
        ];
        assert_eq!(
            published,
            expected.map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
    }
}
