use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::highlight::Highlighter;
use super::{Article, minify, setting};
use crate::check::template_error;
use crate::diagnostic::Finding;
use crate::lang::{InterfaceWords, Language};
use crate::links::Links;
use crate::load::Theme;
use crate::model::{Edition, Lang, Text};
use crate::site::{Linking, PageKind, UnitView, View, article, fill_slots, unit_views};
use crate::source::{FileId, Sources, Span};

/// The template of a policy's text, which all pages of the text share.
const ARTICLE: &str = "article.html";

/// The template of one unit of a text, which stands in a cell beside other languages.
const CELL: &str = "cell.html";

/// Stands in a page for the text, which was rendered and minified before. No title and no word of
/// the site can look like it, because their `<` is escaped.
const SLOT: &str = "<i data-article></i>";

/// A theme, ready to render pages. It can be used from any number of threads.
pub struct Engine {
    tera: Tera,
    /// The names of the templates and their files.
    templates: Vec<(String, FileId)>,
    shown: FileId,
    highlighter: Highlighter,
    finish: fn(&str) -> String,
    /// Whether texts are set without their templates, which make the same of them.
    sets: bool,
}

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
    /// Loads the templates of a theme. An error is a finding about a template that Tera cannot
    /// read. `shown` is the file that findings without a place point at.
    pub fn new(theme: &Theme, sources: &Sources, shown: FileId) -> Result<Self, Box<Finding>> {
        let mut engine = Self {
            tera: Tera::default(),
            templates: theme
                .templates
                .iter()
                .map(|template| (template.name.clone(), template.file))
                .collect(),
            shown,
            highlighter: Highlighter::default(),
            finish: minify,
            sets: setting::is_that_of(theme, sources),
        };
        let prefixes: Vec<String> = theme.bases.iter().map(|base| format!("{base}/")).collect();
        let templates = theme
            .templates
            .iter()
            .map(|template| (template.name.as_str(), sources.get(template.file).text()));
        let loaded = engine
            .tera
            .set_fallback_prefixes(prefixes)
            .and_then(|()| engine.tera.add_raw_templates(templates));
        loaded.map_err(|error| engine.finding(&error, None))?;
        let needed = PageKind::TEMPLATES.iter().chain([&ARTICLE, &CELL]);
        match needed
            .into_iter()
            .find(|name| !engine.tera.contains_template(name))
        {
            Some(name) if !theme.broken => Err(Box::new(template_error::missing(shown, name))),
            _ => Ok(engine),
        }
    }

    /// The engine with its pages left as the templates make them. A test compares their words with
    /// those of the minified pages.
    #[must_use]
    pub fn unminified(self) -> Self {
        let finish = str::to_owned;
        Self {
            finish,
            ..self.by_templates()
        }
    }

    /// The engine with texts set by their templates, whatever they are. A test compares that with what
    /// is set without them.
    #[must_use]
    pub fn by_templates(self) -> Self {
        Self {
            sets: false,
            ..self
        }
    }

    /// The text of a policy with its links.
    pub fn article(
        &self,
        policy: &str,
        edition: &Edition,
        text: &Text,
        language: &Language,
        linking: &Linking<'_>,
    ) -> Result<Article, Box<Finding>> {
        let set = match self.sets {
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
            let set = match self.sets {
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

    /// A page with cells as it is written to disk. `cells` are those of its edition.
    pub fn page_of_cells(
        &self,
        template: &str,
        view: &View,
        cells: &[String],
        described: &str,
    ) -> Result<String, Box<Finding>> {
        let page = self.page(template, view, None, described)?;
        fill_slots(&page, cells).ok_or_else(|| {
            let file = self.file_of(template);
            Box::new(template_error::without_cells(file, described))
        })
    }

    /// A page as it is written to disk. `article` is the text it shows, if it shows one.
    pub fn page(
        &self,
        template: &str,
        view: &View,
        article: Option<&str>,
        described: &str,
    ) -> Result<String, Box<Finding>> {
        let mut page = self.fill(template, view, described)?;
        if template.ends_with(".html") {
            page = (self.finish)(&page);
        }
        let Some(article) = article else {
            return Ok(page);
        };
        let mut around = page.split(SLOT);
        match (around.next(), around.next(), around.next()) {
            (Some(before), Some(after), None) => Ok([before, article, after].concat()),
            _ => {
                let file = self.file_of(template);
                Err(Box::new(template_error::without_article(file, described)))
            }
        }
    }

    /// The file of a template.
    fn file_of(&self, template: &str) -> FileId {
        self.known(template).unwrap_or(self.shown)
    }

    fn known(&self, template: &str) -> Option<FileId> {
        let mut known = self.templates.iter();
        known
            .find(|(name, _)| name == template)
            .map(|(_, file)| *file)
    }

    fn fill<V: Serialize>(
        &self,
        template: &str,
        view: &V,
        described: &str,
    ) -> Result<String, Box<Finding>> {
        let context = Context::from_serialize(view).map(|mut context| {
            context.insert_value("article", tera::Value::safe_string(SLOT));
            context
        });
        context
            .and_then(|context| self.tera.render(template, &context))
            .map_err(|error| self.finding(&error, Some(described)))
    }

    /// Tera's error as a finding at the place in the template.
    fn finding(&self, error: &tera::Error, page: Option<&str>) -> Box<Finding> {
        let making = page.map_or_else(String::new, |page| format!(", while making {page}"));
        let (file, span, message) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let file = self.known(report.filename());
                let span = match file {
                    Some(_) => report.span().range.clone().into(),
                    None => Span::at(0),
                };
                let file = file.unwrap_or(self.shown);
                (file, span, report.message().to_owned())
            }
            other => (self.shown, Span::at(0), other.to_string()),
        };
        let message = format!("{message}{making}");
        Box::new(template_error::finding(file, span, &message))
    }
}
