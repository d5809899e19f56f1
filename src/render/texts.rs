//! The texts of policies, which several pages show.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Article, Engine, setting};
use crate::diagnostic::Finding;
use crate::lang::{InterfaceWords, Language};
use crate::links::Links;
use crate::model::{Edition, Lang, Text};
use crate::site::{Linking, UnitView, article, unit_views};

/// The template of a policy's text, which all pages of the text share.
pub(super) const ARTICLE: &str = "article.html";

/// The template of one unit of a text, which stands in a cell beside other languages.
pub(super) const CELL: &str = "cell.html";

#[derive(Serialize)]
struct ArticleContext<'a, V: Serialize> {
    policy: PolicyContext<'a>,
    lang: &'a str,
    text: V,
    words: &'a InterfaceWords,
}

#[derive(Serialize)]
struct CellContext {
    unit: UnitView,
}

#[derive(Serialize)]
struct PolicyContext<'a> {
    slug: &'a str,
    edition: &'a str,
}

impl Engine {
    /// The text of a policy with its links.
    pub fn article(
        &self,
        policy: &str,
        edition: &Edition,
        text: &Text,
        language: &Language,
        linking: &Linking<'_>,
    ) -> Result<Article, Box<Finding>> {
        let set = match self.sets.texts {
            true => setting::article(policy, edition, text, language, linking),
            false => None,
        };
        let html = match set {
            Some(html) => html,
            None => self.article_of_template(policy, edition, text, language, linking)?,
        };
        Ok(Article {
            html,
            links: linking.homes().cloned().collect(),
        })
    }

    fn article_of_template(
        &self,
        policy: &str,
        edition: &Edition,
        text: &Text,
        language: &Language,
        linking: &Linking<'_>,
    ) -> Result<String, Box<Finding>> {
        let highlight = |code: &str, name: Option<&str>| self.highlighter.html(code, name);
        let context = ArticleContext {
            policy: PolicyContext {
                slug: policy,
                edition: &edition.number,
            },
            lang: text.lang.code(),
            text: article(edition, text, language, &highlight, linking),
            words: &language.words,
        };
        let described = format!("the text of {policy} in {}", text.lang);
        let html = self.fill(ARTICLE, &context, &described)?;
        Ok((self.finish)(&html))
    }

    /// The units of all texts of an edition, each as minified HTML: what stands in the cells of the
    /// pages that set its languages side by side.
    pub fn cells(
        &self,
        policy: &str,
        edition: &Edition,
        languages: &BTreeMap<Lang, Language>,
    ) -> Result<Vec<String>, Box<Finding>> {
        let described = format!("the cells of {policy}");
        // An address stands on a page once, and here each clause stands in several languages.
        let none = Links::default();
        let linking = Linking::within(&none);
        let mut cells = Vec::new();
        for text in &edition.texts {
            let Some(language) = languages.get(&text.lang) else {
                continue;
            };
            let set = match self.sets.texts {
                true => setting::cells(edition, text, language, &linking),
                false => None,
            };
            cells.extend(match set {
                Some(set) => set,
                None => self.cells_of_template(edition, text, language, &linking, &described)?,
            });
        }
        Ok(cells)
    }

    fn cells_of_template(
        &self,
        edition: &Edition,
        text: &Text,
        language: &Language,
        linking: &Linking<'_>,
        described: &str,
    ) -> Result<Vec<String>, Box<Finding>> {
        let highlight = |code: &str, name: Option<&str>| self.highlighter.html(code, name);
        let units = unit_views(edition, text, language, &highlight, linking);
        let cells = units.into_iter().map(|unit| {
            let html = self.fill(CELL, &CellContext { unit }, described)?;
            Ok((self.finish)(&html))
        });
        cells.collect()
    }
}
