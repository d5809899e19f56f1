//! The languages of an edition side by side, row by row.

use serde::Serialize;

use super::{Engine, setting};
use crate::check::template_error;
use crate::diagnostic::Finding;
use crate::lang::{InterfaceWords, Language};
use crate::site::{RowsView, fill_slots};

/// The template of the rows, which stand in a page as a text does.
pub(super) const ROWS: &str = "rows.html";

#[derive(Serialize)]
struct RowsContext<'a> {
    #[serde(flatten)]
    rows: &'a RowsView,
    page: PageContext<'a>,
    words: &'a InterfaceWords,
}

#[derive(Serialize)]
struct PageContext<'a> {
    lang: &'a str,
    dir: &'a str,
}

impl Engine {
    /// The rows of a page in a language, as minified HTML. `cells` are those of its edition.
    pub fn rows(
        &self,
        rows: &RowsView,
        language: &Language,
        cells: &[String],
        described: &str,
    ) -> Result<String, Box<Finding>> {
        if self.sets
            && let Some(set) = setting::rows(rows, language, cells)
        {
            return Ok(set);
        }
        let context = RowsContext {
            rows,
            page: PageContext {
                lang: language.lang.code(),
                dir: &language.direction,
            },
            words: &language.words,
        };
        let html = (self.finish)(&self.fill(ROWS, &context, described)?);
        fill_slots(&html, cells).ok_or_else(|| {
            let file = self.file_of(ROWS);
            Box::new(template_error::without_cells(file, described))
        })
    }
}
