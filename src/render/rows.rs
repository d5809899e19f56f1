//! The languages of an edition side by side, row by row.

use serde::Serialize;

use super::{Engine, setting};
use crate::check::template_error;
use crate::diagnostic::Finding;
use crate::lang::Language;
use crate::site::{RowView, SideBySideView, fill_slots};

/// The template of the rows, which stand in a page as a text does.
pub(super) const ROWS: &str = "rows.html";

/// What the page is given, and the rows.
#[derive(Serialize)]
struct RowsContext<'a> {
    #[serde(flatten)]
    page: &'a SideBySideView,
    rows: &'a [RowView],
}

impl Engine {
    /// The rows of a page in a language, as minified HTML. `cells` are those of its edition.
    pub fn rows(
        &self,
        view: &SideBySideView,
        language: &Language,
        cells: &[String],
        described: &str,
    ) -> Result<String, Box<Finding>> {
        if self.sets.rows
            && let Some(set) = setting::rows(view, language, cells)
        {
            return Ok(set);
        }
        let context = RowsContext {
            page: view,
            rows: &view.rows,
        };
        let html = (self.finish)(&self.fill(ROWS, &context, described)?);
        fill_slots(&html, cells).ok_or_else(|| {
            let file = self.file_of(ROWS);
            Box::new(template_error::without_cells(file, described))
        })
    }
}
