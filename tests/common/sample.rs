//! Sample sites: copies of a folder below `tests/sites/` that a test may change as it likes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use super::tarmaq::{self, DAY, Run};

/// A site of its own for one test.
pub(crate) struct Sample {
    folder: TempDir,
}

impl Sample {
    /// The smallest site: one policy, one edition, two languages.
    pub(crate) fn small() -> Self {
        Self::of("small")
    }

    /// A site with all kinds of blocks.
    pub(crate) fn full() -> Self {
        Self::of("full")
    }

    /// A site whose policies have editions of every state.
    pub(crate) fn history() -> Self {
        Self::of("history")
    }

    /// The smallest site with faults of many kinds.
    pub(crate) fn faulty() -> Self {
        Self::of("faulty")
    }

    /// The smallest site with a gap in the numbers of both texts, accepted in one of them.
    pub(crate) fn accepting() -> Self {
        let sample = Self::small();
        for text in ["en.md", "ru.md"] {
            let path = format!("content/sample-policy/1.0/{text}");
            sample.replace(&path, "1.2. ", "1.3. ");
        }
        sample.append(
            "content/sample-policy/1.0/edition.yaml",
            "accepted:\n- rule: number-gap\n  language: ru\n  clause: \"1.3\"\n  words: 1.3.\n  \
             reason: approved so\n",
        );
        sample
    }

    /// Policies with these editions, each with the facts of its `edition.yaml` (`; ` between them)
    /// but its number; all have the texts of the sample policy.
    pub(crate) fn editions(policies: &[(&str, &[(&str, &str)])]) -> Self {
        let sample = Self::small();
        let text = |name: &str| {
            let path = format!("content/sample-policy/1.0/{name}");
            fs::read_to_string(sample.path(&path)).unwrap()
        };
        let texts = ["en.md", "ru.md"].map(|name| (name, text(name)));
        sample.remove("content/sample-policy");
        for (policy, editions) in policies {
            sample.write(&format!("content/{policy}/policy.yaml"), "");
            for (number, facts) in *editions {
                let folder = format!("content/{policy}/{number}");
                let facts = facts.replace("; ", "\n");
                let yaml = format!("edition: \"{number}\"\n{facts}\n");
                sample.write(&format!("{folder}/edition.yaml"), yaml);
                for (name, text) in &texts {
                    sample.write(&format!("{folder}/{name}"), text);
                }
            }
        }
        sample
    }

    /// A folder with nothing in it.
    pub(crate) fn nothing() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn of(name: &str) -> Self {
        let sample = Self::nothing();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
        let files = files(&from.join(name)).into_iter();
        // A build of the site leaves a cache beside it.
        for (path, bytes) in files.filter(|(path, _)| !path.starts_with(".tarmaq-cache")) {
            sample.write(&path, bytes);
        }
        sample
    }

    /// The place of a file or folder of the site.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file of the site.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Writes a file of the site anew, with one piece of text in another's place.
    #[track_caller]
    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) -> &Self {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(old), "{path} does not hold {old:?}");
        self.write(path, text.replace(old, new))
    }

    /// Writes a file of the site anew, with more text behind what it holds.
    pub(crate) fn append(&self, path: &str, more: &str) -> &Self {
        let text = fs::read_to_string(self.path(path)).unwrap();
        self.write(path, text + more)
    }

    /// Takes a file or a folder of the site away.
    pub(crate) fn remove(&self, path: &str) -> &Self {
        let path = self.path(path);
        match path.is_dir() {
            true => fs::remove_dir_all(path).unwrap(),
            false => fs::remove_file(path).unwrap(),
        }
        self
    }

    /// Runs the program in the site's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        tarmaq::run(self.folder.path(), arguments)
    }

    /// Builds the site for [`DAY`].
    pub(crate) fn build(&self) -> Run {
        self.run(&["build", "--date", DAY])
    }

    /// The findings about the site.
    pub(crate) fn findings(&self) -> Vec<Value> {
        let arguments = ["check", "--format", "json", "--date", DAY];
        self.run(&arguments).findings()
    }

    /// The one finding about the site.
    #[track_caller]
    pub(crate) fn finding(&self) -> Value {
        let mut findings = self.findings();
        assert_eq!(findings.len(), 1, "{findings:#?}");
        findings.remove(0)
    }

    /// The one finding of a rule, whatever other rules find.
    #[track_caller]
    pub(crate) fn finding_of(&self, rule: &str) -> Value {
        let arguments = ["check", "--format", "json", "--date", DAY, "--rule", rule];
        let mut findings = self.run(&arguments).findings();
        assert_eq!(findings.len(), 1, "{findings:#?}");
        findings.remove(0)
    }

    /// A file of the built site.
    #[track_caller]
    pub(crate) fn page(&self, path: &str) -> String {
        let path = self.path("public").join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// All files of the built site.
    pub(crate) fn site(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.path("public"))
    }

    /// The names of what lies in the site's folder, without what lies below, and without the cache.
    pub(crate) fn top(&self) -> Vec<String> {
        let mut names = names(self.folder.path());
        names.retain(|name| name != ".tarmaq-cache");
        names
    }
}

/// The names of what lies in a folder, sorted.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// All files below a folder, by path with `/` between the folders.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    collect(folder, "", &mut found);
    found
}

fn collect(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for name in names(folder) {
        let (path, shown) = (folder.join(&name), format!("{prefix}{name}"));
        if path.is_dir() {
            collect(&path, &format!("{shown}/"), found);
        } else {
            found.insert(shown, fs::read(path).unwrap());
        }
    }
}
