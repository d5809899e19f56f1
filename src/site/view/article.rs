use serde::Serialize;

use super::anchor::{
    LINK_TO_ANNEX, LINK_TO_CLAUSE, LINK_TO_SECTION, anchored, annex_anchor, link_label,
};
use super::block::{BlockView, blocks, numbered_blocks};
use crate::lang::Language;
use crate::model::{Clause, Division, Edition, Section, Text};
use crate::site::Linking;
use crate::site::html::html;

/// The text of a policy.
#[derive(Debug, Serialize)]
pub struct ArticleView {
    title: String,
    updated_line: Option<String>,
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
    /// What its link to itself is called.
    link_label: String,
    title: String,
    #[serde(flatten)]
    division: DivisionView,
}

#[derive(Debug, Serialize)]
struct SectionView {
    anchor: String,
    name: Option<String>,
    /// What its link to itself is called; absent where it has no number.
    link_label: Option<String>,
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
    /// What its link to itself is called.
    link_label: String,
    number: String,
    depth: usize,
    blocks: Vec<BlockView>,
    clauses: Vec<ClauseView>,
}

/// The view of a text with its links; `highlight` turns the code of a language into HTML.
pub fn article(
    edition: &Edition,
    text: &Text,
    language: &Language,
    highlight: &dyn Fn(&str, Option<&str>) -> String,
    linking: &Linking<'_>,
) -> ArticleView {
    let pen = Pen { highlight, linking };
    let place = Place {
        prefix: "",
        language,
    };
    let title = text.title.as_ref();
    let annexes = text.annexes.iter().enumerate().map(|(at, annex)| {
        let anchor = annex_anchor(at);
        let prefix = format!("{anchor}-");
        let place = Place {
            prefix: &prefix,
            language,
        };
        AnnexView {
            name: annex.heading.name.as_ref().map(|name| name.value.clone()),
            link_label: link_label(language, LINK_TO_ANNEX, ""),
            title: html(&annex.heading.content),
            division: division(&annex.division, place, pen),
            anchor,
        }
    });
    ArticleView {
        title: title.map(|title| html(&title.content)).unwrap_or_default(),
        updated_line: language.updated_line(edition),
        edition_line: language.edition_line(edition),
        annexes: annexes.collect(),
        main: division(&text.main, place, pen),
    }
}

/// What words are written with.
#[derive(Clone, Copy)]
pub(super) struct Pen<'p> {
    /// What turns the code of a language into HTML.
    pub(super) highlight: &'p dyn Fn(&str, Option<&str>) -> String,
    /// The links that the page adds to the text.
    pub(super) linking: &'p Linking<'p>,
}

/// Where words stand.
#[derive(Clone, Copy)]
struct Place<'p> {
    /// What anchors begin with: numbers begin anew in each annex, so its anchors begin with its own.
    prefix: &'p str,
    language: &'p Language,
}

fn division(division: &Division, place: Place<'_>, pen: Pen<'_>) -> DivisionView {
    let sections = anchored(&division.sections);
    DivisionView {
        blocks: blocks(&division.blocks, pen),
        clauses: clauses(&division.clauses, place, pen),
        sections: sections
            .map(|(anchor, section)| {
                section_view(section, format!("{}{anchor}", place.prefix), place, pen)
            })
            .collect(),
    }
}

fn section_view(section: &Section, anchor: String, place: Place<'_>, pen: Pen<'_>) -> SectionView {
    let heading = &section.heading;
    let numeral = heading.numeral.as_ref();
    let label = |typed: &str| link_label(place.language, LINK_TO_SECTION, typed);
    SectionView {
        anchor,
        name: heading.name.as_ref().map(|name| name.value.clone()),
        link_label: numeral.map(|numeral| label(&numeral.typed)),
        number: numeral.map(|numeral| numeral.typed.clone()),
        glued: numeral.is_some_and(|numeral| numeral.glued),
        title: html(&heading.content),
        blocks: blocks(&section.blocks, pen),
        clauses: clauses(&section.clauses, place, pen),
    }
}

fn clauses(list: &[Clause], place: Place<'_>, pen: Pen<'_>) -> Vec<ClauseView> {
    let views = list.iter().map(|clause| ClauseView {
        anchor: format!("{}{}", place.prefix, clause.numeral.value),
        name: clause.name.as_ref().map(|name| name.value.clone()),
        link_label: link_label(place.language, LINK_TO_CLAUSE, &clause.numeral.typed),
        number: clause.numeral.typed.clone(),
        depth: clause.numeral.value.depth(),
        blocks: numbered_blocks(&clause.numeral, &clause.blocks, pen),
        clauses: clauses(&clause.clauses, place, pen),
    });
    views.collect()
}
