use super::Setter;
use super::blocks::First;
use super::tag::{ARTICLE, DIV, P, SECTION, heading};
use crate::lang::Language;
use crate::model::{Annex, Clause, Division, Edition, Section, Text};
use crate::site::{
    LINK_TO_ANNEX, LINK_TO_CLAUSE, LINK_TO_SECTION, Linking, anchored, annex_anchor, link_label,
};

/// What the template of a policy's text makes of it, minified; `None` for a text with something that is
/// not set here.
pub(in crate::render) fn article(
    policy: &str,
    edition: &Edition,
    text: &Text,
    language: &Language,
    linking: &Linking<'_>,
) -> Option<String> {
    let mut setter = Setter::new(language, linking);
    let attributes = [
        ("data-edition", Some(edition.number.as_str())),
        ("data-policy", Some(policy)),
        ("lang", Some(text.lang.code())),
    ];
    setter.sheet.begin(ARTICLE, &attributes);
    setter.sheet.begin(heading(1), &[]);
    if let Some(title) = &text.title {
        setter.bare_words(&title.content);
    }
    setter.sheet.end(heading(1));
    setter.lines(edition);
    setter.part(&text.main);
    setter.sections(&text.main, 2);
    for (at, annex) in text.annexes.iter().enumerate() {
        setter.annex(annex, at);
    }
    setter.sheet.end(ARTICLE);
    setter.sheet.finish()
}

impl Setter<'_> {
    /// The lines below the title.
    pub(super) fn lines(&mut self, edition: &Edition) {
        let updated = self.language.updated_line(edition).unwrap_or_default();
        let line = self.language.edition_line(edition);
        for (class, words) in [("updated-line", updated), ("edition-line", line)] {
            if !words.is_empty() {
                self.class(P, class, &words);
            }
        }
    }

    /// What stands in a division before its first section.
    fn part(&mut self, division: &Division) {
        if division.blocks.is_empty() && division.clauses.is_empty() {
            return;
        }
        self.sheet.begin(DIV, &[("class", Some("part"))]);
        self.blocks(&division.blocks, First::default());
        self.clauses(&division.clauses);
        self.sheet.end(DIV);
    }

    fn sections(&mut self, division: &Division, level: u8) {
        for (anchor, section) in anchored(&division.sections) {
            let anchor = [&self.prefix, anchor.as_str()].concat();
            self.section(section, &anchor, level);
        }
    }

    fn section(&mut self, section: &Section, anchor: &str, level: u8) {
        let own = &section.heading;
        let attributes = [("class", Some("section")), ("id", Some(anchor))];
        self.sheet.begin(SECTION, &attributes);
        self.sheet.begin(heading(level), &[]);
        if let Some(numeral) = &own.numeral {
            self.number(numeral);
        }
        self.bare_words(&own.content);
        self.sheet.end(heading(level));
        let label = own
            .numeral
            .as_ref()
            .map(|numeral| link_label(self.language, LINK_TO_SECTION, &numeral.typed));
        self.address(
            own.name.as_ref().map(|name| name.value.as_str()),
            label.as_deref().map(|label| (anchor, label)),
        );
        self.blocks(&section.blocks, First::default());
        self.clauses(&section.clauses);
        self.sheet.end(SECTION);
    }

    /// An annex: its headings stand one level below those of the text.
    fn annex(&mut self, annex: &Annex, at: usize) {
        let anchor = annex_anchor(at);
        let attributes = [("class", Some("annex")), ("id", Some(anchor.as_str()))];
        self.sheet.begin(SECTION, &attributes);
        self.sheet.begin(heading(2), &[]);
        self.bare_words(&annex.heading.content);
        self.sheet.end(heading(2));
        let name = annex.heading.name.as_ref().map(|name| name.value.as_str());
        let label = link_label(self.language, LINK_TO_ANNEX, "");
        self.address(name, Some((&anchor, &label)));
        (self.prefix, self.shift) = (format!("{anchor}-"), 1);
        self.part(&annex.division);
        self.sections(&annex.division, 3);
        (self.prefix, self.shift) = (String::new(), 0);
        self.sheet.end(SECTION);
    }

    fn clauses(&mut self, clauses: &[Clause]) {
        for clause in clauses {
            let depth = clause.numeral.value.depth();
            let anchor = format!("{}{}", self.prefix, clause.numeral.value);
            let class = format!("clause depth-{depth}");
            let attributes = [("class", Some(class.as_str())), ("id", Some(&*anchor))];
            self.sheet.begin(DIV, &attributes);
            let label = link_label(self.language, LINK_TO_CLAUSE, &clause.numeral.typed);
            let first = First {
                numeral: Some(&clause.numeral),
                marker: None,
                address: Some((
                    clause.name.as_ref().map(|name| name.value.as_str()),
                    (&anchor, &label),
                )),
            };
            self.blocks(&clause.blocks, first);
            self.clauses(&clause.clauses);
            self.sheet.end(DIV);
        }
    }
}
