use super::Setter;
use super::blocks::First;
use super::tag::heading;
use crate::align::{Unit, UnitKind, units};
use crate::lang::Language;
use crate::model::{Edition, Text};
use crate::site::Linking;

/// What the template of a cell makes of each unit of a text, minified; `None` for a text with something
/// that is not set here.
pub(in crate::render) fn cells(
    edition: &Edition,
    text: &Text,
    language: &Language,
    linking: &Linking<'_>,
) -> Option<Vec<String>> {
    let units = units(text);
    let cells = units.iter().map(|unit| {
        let mut setter = Setter::new(language, linking);
        setter.unit(unit, edition);
        setter.sheet.finish()
    });
    cells.collect()
}

impl Setter<'_> {
    fn unit(&mut self, unit: &Unit<'_>, edition: &Edition) {
        // An annex takes the level of a section, so what stands in it stands one lower.
        self.shift = u8::from(unit.division > 0 || matches!(unit.kind, UnitKind::Annex(_)));
        let content = unit.heading.map(|heading| heading.content.as_slice());
        let content = content.unwrap_or_default();
        let (level, numeral) = match unit.kind {
            UnitKind::Section(_) | UnitKind::Unnumbered(_) => (2 + self.shift, unit.numeral),
            _ => (2, None),
        };
        if unit.kind == UnitKind::Title {
            self.sheet.begin(heading(2), &[("class", Some("title"))]);
            self.bare_words(content);
            self.sheet.end(heading(2));
            self.lines(edition);
        } else if !content.is_empty() {
            self.sheet.begin(heading(level), &[]);
            if let Some(numeral) = numeral {
                self.number(numeral);
            }
            self.bare_words(content);
            self.sheet.end(heading(level));
        }
        let clause = matches!(unit.kind, UnitKind::Clause(_));
        let first = First {
            numeral: unit.numeral.filter(|_| clause),
            ..First::default()
        };
        self.blocks(unit.blocks, first);
    }
}
