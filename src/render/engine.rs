use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::highlight::Highlighter;
use super::minify;
use super::rows::ROWS;
use super::setting::Sets;
use super::steady::steady;
use super::texts::{ARTICLE, CELL};
use crate::check::template_error;
use crate::diagnostic::Finding;
use crate::load::Theme;
use crate::site::{PageKind, View};
use crate::source::{FileId, Sources, Span};

/// Stands in a page for the text, which was rendered and minified before. No title and no word of
/// the site can look like it, because their `<` is escaped.
const SLOT: &str = "<i data-article></i>";

/// A theme, ready to render pages. It can be used from any number of threads.
pub struct Engine {
    tera: Tera,
    /// The names of the templates and their files.
    templates: Vec<(String, FileId)>,
    shown: FileId,
    pub(super) highlighter: Highlighter,
    pub(super) finish: fn(&str) -> String,
    /// What is set without its templates, which make the same of it.
    pub(super) sets: Sets,
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
            sets: Sets::by(theme, sources),
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
        let needed = PageKind::TEMPLATES.iter().chain([&ARTICLE, &CELL, &ROWS]);
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
            sets: Sets::default(),
            ..self
        }
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
    pub(super) fn file_of(&self, template: &str) -> FileId {
        self.known(template).unwrap_or(self.shown)
    }

    fn known(&self, template: &str) -> Option<FileId> {
        let mut known = self.templates.iter();
        known
            .find(|(name, _)| name == template)
            .map(|(_, file)| *file)
    }

    pub(super) fn fill<V: Serialize>(
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
        let message = format!("{}{making}", steady(&message));
        Box::new(template_error::finding(file, span, &message))
    }
}
