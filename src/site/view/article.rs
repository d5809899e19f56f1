use serde::Serialize;

use super::block::{BlockView, blocks, numbered_blocks};
use crate::lang::Language;
use crate::model::{Block, Clause, Division, Edition, Section, Text, plain};
use crate::site::html::html;

/// The text of a policy.
#[derive(Debug, Serialize)]
pub struct ArticleView {
    title: String,
    updated_line: String,
    edition_line: String,
    #[serde(flatten)]
    main: DivisionView,
    annexes: Vec<AnnexView>,
}

#[derive(Debug, Serialize)]
struct DivisionView {
    blocks: Vec<BlockView>,
    clauses: Vec<ClauseView>,
    sections: Vec<SectionView>,
}

#[derive(Debug, Serialize)]
struct AnnexView {
    anchor: String,
    name: Option<String>,
    title: String,
    #[serde(flatten)]
    division: DivisionView,
}

#[derive(Debug, Serialize)]
struct SectionView {
    anchor: Option<String>,
    name: Option<String>,
    number: Option<String>,
    glued: bool,
    title: String,
    blocks: Vec<BlockView>,
    clauses: Vec<ClauseView>,
}

#[derive(Debug, Serialize)]
struct ClauseView {
    anchor: String,
    name: Option<String>,
    number: String,
    depth: usize,
    blocks: Vec<BlockView>,
    clauses: Vec<ClauseView>,
}

/// An entry of the table of contents.
#[derive(Debug, Serialize)]
pub(super) struct TocEntry {
    anchor: String,
    number: Option<String>,
    title: String,
    annex: bool,
}

/// The view of a text; `highlight` turns the code of a language into HTML.
pub fn article(
    edition: &Edition,
    text: &Text,
    language: &Language,
    highlight: &dyn Fn(&str, Option<&str>) -> String,
) -> ArticleView {
    let title = text.title.as_ref();
    let annexes = text.annexes.iter().enumerate().map(|(at, annex)| {
        let anchor = format!("annex-{}", annex.number(at + 1));
        AnnexView {
            name: annex.heading.name.as_ref().map(|name| name.value.clone()),
            title: html(&annex.heading.content),
            division: division(&annex.division, &format!("{anchor}-"), highlight),
            anchor,
        }
    });
    ArticleView {
        title: title.map(|title| html(&title.content)).unwrap_or_default(),
        updated_line: language.updated_line(edition),
        edition_line: language.edition_line(edition),
        annexes: annexes.collect(),
        main: division(&text.main, "", highlight),
    }
}

/// What turns the code of a language into HTML.
pub(super) type Highlight<'h> = &'h dyn Fn(&str, Option<&str>) -> String;

/// The view of a division. Numbers begin anew in each annex, so its anchors begin with its own.
fn division(division: &Division, prefix: &str, highlight: Highlight<'_>) -> DivisionView {
    let sections = division.sections.iter();
    DivisionView {
        blocks: blocks(&division.blocks, highlight),
        clauses: clauses(&division.clauses, prefix, highlight),
        sections: sections
            .map(|section| section_view(section, prefix, highlight))
            .collect(),
    }
}

fn section_view(section: &Section, prefix: &str, highlight: Highlight<'_>) -> SectionView {
    let heading = &section.heading;
    let numeral = heading.numeral.as_ref();
    let number = numeral.map(|numeral| format!("{prefix}{}", numeral.value));
    let name = heading.name.as_ref().map(|name| name.value.clone());
    SectionView {
        // A section without a number is known by its name, if it has one.
        anchor: number.clone().or_else(|| name.clone()),
        name: name.filter(|_| number.is_some()),
        number: numeral.map(|numeral| numeral.typed.clone()),
        glued: numeral.is_some_and(|numeral| numeral.glued),
        title: html(&heading.content),
        blocks: blocks(&section.blocks, highlight),
        clauses: clauses(&section.clauses, prefix, highlight),
    }
}

fn clauses(list: &[Clause], prefix: &str, highlight: Highlight<'_>) -> Vec<ClauseView> {
    let views = list.iter().map(|clause| ClauseView {
        anchor: format!("{prefix}{}", clause.numeral.value),
        name: clause.name.as_ref().map(|name| name.value.clone()),
        number: clause.numeral.typed.clone(),
        depth: clause.numeral.value.depth(),
        blocks: numbered_blocks(&clause.numeral, &clause.blocks, highlight),
        clauses: clauses(&clause.clauses, prefix, highlight),
    });
    views.collect()
}

/// The table of contents: the sections and the annexes.
pub(super) fn contents(text: &Text) -> Vec<TocEntry> {
    let sections = text.main.sections.iter().filter_map(|section| {
        let numeral = section.heading.numeral.as_ref();
        let name = section.heading.name.as_ref();
        let anchor = numeral
            .map(|numeral| numeral.value.to_string())
            .or_else(|| name.map(|name| name.value.clone()))?;
        Some(TocEntry {
            anchor,
            number: numeral.map(|numeral| numeral.typed.clone()),
            title: plain(&section.heading.content),
            annex: false,
        })
    });
    let annexes = text.annexes.iter().enumerate().map(|(at, annex)| TocEntry {
        anchor: format!("annex-{}", annex.number(at + 1)),
        number: None,
        title: plain(&annex.heading.content),
        annex: true,
    });
    sections.chain(annexes).collect()
}

/// Most characters of a description; search engines show about as many.
const DESCRIPTION: usize = 160;

/// The first words of a text, which say what it is about: its first paragraph, up to a word's end.
pub(super) fn description(text: &Text) -> String {
    let main = &text.main;
    let in_sections = main.sections.iter().flat_map(|section| {
        let clauses = section.clauses.iter().flat_map(|clause| &clause.blocks);
        section.blocks.iter().chain(clauses)
    });
    let clauses = main.clauses.iter().flat_map(|clause| &clause.blocks);
    let mut all = main.blocks.iter().chain(clauses).chain(in_sections);
    let words = all.find_map(|block| match block {
        Block::Paragraph(paragraph) => Some(plain(&paragraph.content)).filter(|w| !w.is_empty()),
        _ => None,
    });
    shorten(&words.unwrap_or_default())
}

fn shorten(words: &str) -> String {
    let Some((cut, _)) = words.char_indices().nth(DESCRIPTION) else {
        return words.to_owned();
    };
    let end = words[..cut].rfind(' ').unwrap_or(cut);
    let kept = words[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    format!("{kept}…")
}
