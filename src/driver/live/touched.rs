use std::collections::BTreeSet;

use crate::model::{Heading, Lang, Site};
use crate::source::FileId;

/// What was touched on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    /// What holds for the whole site, or nobody knows what.
    Whole,
    /// Parts of it.
    Parts {
        /// Folders of policies.
        policies: BTreeSet<String>,
        /// Whether it was the theme.
        theme: bool,
        /// Whether it was `static/`.
        statics: bool,
    },
}

impl Touched {
    /// Nothing.
    pub fn nothing() -> Self {
        Self::Parts {
            policies: BTreeSet::new(),
            theme: false,
            statics: false,
        }
    }

    /// A file or a folder, by its path below the site's folder with `/` between the folders. What
    /// nobody reads is passed over.
    pub fn note(&mut self, path: &str) {
        let Self::Parts {
            policies,
            theme,
            statics,
        } = self
        else {
            return;
        };
        let parts: Vec<&str> = path.split('/').collect();
        let private =
            |name: &&str| name.starts_with('.') || name.starts_with("~$") || name.ends_with('~');
        match parts.as_slice() {
            ["static", ..] => *statics = true,
            parts if parts.iter().any(private) => {}
            ["themes", ..] => *theme = true,
            ["site.yaml" | "content"] | ["content", "languages" | "glossary.yaml", ..] => {
                *self = Self::Whole;
            }
            ["content", policy, ..] => {
                policies.insert((*policy).to_owned());
            }
            _ => {}
        }
    }

    /// What others touched as well.
    pub fn with(&mut self, other: Self) {
        match (&mut *self, other) {
            (
                Self::Parts {
                    policies,
                    theme,
                    statics,
                },
                Self::Parts {
                    policies: mut others,
                    theme: other_theme,
                    statics: other_statics,
                },
            ) => {
                policies.append(&mut others);
                *theme |= other_theme;
                *statics |= other_statics;
            }
            _ => *self = Self::Whole,
        }
    }

    /// Whether nothing was touched.
    pub fn is_nothing(&self) -> bool {
        *self == Self::nothing()
    }
}

/// What the other policies of a site see of one: its place among them, its name, and the titles of its
/// latest edition.
#[derive(PartialEq, Eq)]
pub(super) struct Outward {
    place: usize,
    slug: String,
    titles: Vec<(Lang, FileId, Option<Heading>)>,
}

/// How many policies there are, and what the others see of some.
pub(super) fn outward(site: &Site, names: &BTreeSet<String>) -> (usize, Vec<Outward>) {
    let policies = site.policies.iter().enumerate();
    let own = policies.filter(|(_, policy)| names.contains(&policy.slug));
    let seen = own.map(|(place, policy)| {
        let texts = policy.editions.last().map(|edition| &edition.texts);
        let texts = texts.into_iter().flatten();
        let titles = texts.map(|text| (text.lang.clone(), text.file, text.title.clone()));
        Outward {
            place,
            slug: policy.slug.clone(),
            titles: titles.collect(),
        }
    });
    (site.policies.len(), seen.collect())
}

#[cfg(test)]
mod tests {
    use super::Touched;

    fn touched(paths: &[&str]) -> Touched {
        let mut touched = Touched::nothing();
        paths.iter().for_each(|path| touched.note(path));
        touched
    }

    #[test]
    fn a_policy_is_known_by_its_folder() {
        let own = touched(&["content/notice/1.0/en.md", "content/notice/policy.yaml"]);
        let expected = Touched::Parts {
            policies: ["notice".to_owned()].into(),
            theme: false,
            statics: false,
        };
        assert_eq!(own, expected);
    }

    #[test]
    fn what_holds_for_all_policies_touches_all() {
        for path in [
            "site.yaml",
            "content",
            "content/glossary.yaml",
            "content/languages/fr.yaml",
        ] {
            assert_eq!(
                touched(&["content/a/1.0/en.md", path]),
                Touched::Whole,
                "{path}"
            );
        }
    }

    #[test]
    fn what_nobody_reads_is_passed_over() {
        let paths = [
            "public/en/index.html",
            "README.md",
            "content/a/.#en.md",
            "themes/x/base.html~",
        ];
        assert!(touched(&paths).is_nothing());
        assert!(!touched(&["static/.well-known/security.txt"]).is_nothing());
    }
}
