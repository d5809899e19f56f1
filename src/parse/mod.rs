//! The Markdown of one file becomes one clause tree, and the findings on the way.
//!
//! Parsing cannot fail: any text gives a tree. The steps:
//!
//! 1. [`mask`] makes a copy of the text, byte for byte as long, in which whatever Markdown would
//!    misread (blanks, typed numbers, raw HTML …) stands covered. All words are later taken from
//!    the text itself, by their spans; the copy only tells where paragraphs, lists, tables and
//!    links begin and end.
//! 2. [`segments`] cuts the text where tarmaq's own format says so: at headings, at clause numbers
//!    and at fenced blocks.
//! 3. [`blocks`] has pulldown-cmark read each segment, and builds paragraphs, lists and tables.
//! 4. [`outline`] hangs the segments into one another, by their numbers.

mod blanks;
mod blocks;
mod fence;
mod form;
mod inlines;
mod lines;
mod list_table;
mod marker;
mod mask;
mod name;
mod numeral;
mod opening;
mod outline;
mod pieces;
mod pipe_table;
mod reader;
mod run;
mod scan;
mod segments;
mod targets;
mod typed_list;
mod words_alone;

use crate::diagnostic::Finding;
use crate::model::{Lang, Text};
use crate::source::{FileId, SourceFile};

/// The text of one file in one language as a tree, and what is wrong with it.
pub fn parse(id: FileId, file: &SourceFile, lang: &Lang) -> (Text, Vec<Finding>) {
    let mut masked = mask::mask(file.text());
    let mut reader = reader::Reader::new(id, file);
    reader.report_controls(&masked.controls);
    let everything = 0..file.text().len();
    let fences = std::mem::take(&mut masked.fences);
    let numbers = opening::Numbers::OpenClauses;
    let segments = reader.segments(&mut masked, everything, fences, numbers);
    let masked = masked.as_text();
    let text = reader.outline(mask::Covered(&masked), segments, lang);
    reader.report_misplaced_names(&text);
    (text, reader.findings)
}
