use std::sync::Arc;

use include_dir::{Dir, include_dir};
use jiff::civil::Date;

use super::pattern::UNKNOWN;
use super::{Facts, Grammar, InterfaceWords, LanguageFile, Pattern};
use crate::model::{Edition, Lang, Order};

/// A language of the site.
#[derive(Clone, Debug)]
pub struct Language {
    /// Its code.
    pub lang: Lang,
    /// What it calls itself.
    pub name: String,
    /// The language and its country, `kk_KZ`.
    pub locale: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Its interface words.
    pub words: InterfaceWords,
    /// What the checks know of it.
    pub grammar: Arc<Grammar>,
    months: Vec<String>,
    date: Pattern,
    date_long: Pattern,
    edition_line: Pattern,
    updated_line: Pattern,
    draft_line: Pattern,
    order_line: Pattern,
}

impl Language {
    /// A language from what its file says; an error names the keys that are missing.
    pub fn new(lang: Lang, file: LanguageFile) -> Result<Self, Vec<&'static str>> {
        let months = file.months.filter(|months| months.len() == 12);
        let missing: Vec<_> = [
            ("name", file.name.is_none()),
            ("months", months.is_none()),
            ("date", file.date.is_none()),
            ("date_long", file.date_long.is_none()),
            ("edition_line", file.edition_line.is_none()),
            ("updated_line", file.updated_line.is_none()),
        ]
        .into_iter()
        .filter_map(|(key, missing)| missing.then_some(key))
        .collect();
        let lines = (
            file.date,
            file.date_long,
            file.edition_line,
            file.updated_line,
        );
        let (
            Some(name),
            Some(months),
            (Some(date), Some(date_long), Some(edition_line), Some(updated_line)),
        ) = (file.name, months, lines)
        else {
            return Err(missing);
        };
        let words = file.words.unwrap_or_default().into_iter();
        Ok(Self {
            name: name.0,
            locale: file
                .locale
                .map_or_else(|| lang.code().replace('-', "_"), |words| words.0),
            direction: file
                .direction
                .map_or_else(|| "ltr".to_owned(), |words| words.0),
            words: words.map(|(key, words)| (key, words.0)).collect(),
            months: months.into_iter().map(|month| month.0).collect(),
            grammar: Arc::new(file.grammar.unwrap_or_default().into()),
            date,
            date_long,
            edition_line,
            updated_line,
            draft_line: file.draft_line.unwrap_or_else(Pattern::edition_alone),
            order_line: file.order_line.unwrap_or_else(Pattern::order_alone),
            lang,
        })
    }

    /// The line that names the edition and the order that approved it; for a draft, which none has
    /// approved, the line that says so.
    pub fn edition_line(&self, edition: &Edition) -> String {
        let Some(order) = &edition.order else {
            let draft = Facts {
                edition: &edition.number,
                ..self.facts(None)
            };
            return self.draft_line.fill(&draft);
        };
        self.fill(&self.edition_line, &edition.number, order)
    }

    /// The line that names an order.
    pub fn order_line(&self, order: &Order) -> String {
        self.fill(&self.order_line, "", order)
    }

    fn fill(&self, line: &Pattern, edition: &str, order: &Order) -> String {
        let unknown = || [UNKNOWN; 2].map(str::to_owned);
        let [date, date_long] = order.date.map_or_else(unknown, |date| self.dates(date));
        line.fill(&Facts {
            edition,
            order: &order.number,
            order_date: [&date, &date_long],
            ..self.facts(order.date)
        })
    }

    /// The line that says when the edition was last updated; `None` where that is not known.
    pub fn updated_line(&self, edition: &Edition) -> Option<String> {
        let updated = edition.updated?;
        let [date, date_long] = self.dates(updated);
        Some(self.updated_line.fill(&Facts {
            edition: &edition.number,
            updated: [&date, &date_long],
            ..self.facts(Some(updated))
        }))
    }

    /// A date in words, as it stands in a text.
    pub fn long_date(&self, date: Date) -> String {
        self.date_long.fill(&self.facts(Some(date)))
    }

    /// A date in figures and in words.
    fn dates(&self, date: Date) -> [String; 2] {
        let facts = self.facts(Some(date));
        [self.date.fill(&facts), self.date_long.fill(&facts)]
    }

    fn facts(&self, date: Option<Date>) -> Facts<'_> {
        let month = date.and_then(|date| usize::try_from(date.month() - 1).ok());
        Facts {
            date,
            month: match month {
                None => UNKNOWN,
                Some(month) => self.months.get(month).map_or("", String::as_str),
            },
            edition: "",
            order: "",
            order_date: ["", ""],
            updated: ["", ""],
        }
    }
}

/// The files of the languages that tarmaq brings.
static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/lang/data");

/// The file of a language that tarmaq brings: its path for people and its text.
pub fn built_in(lang: &Lang) -> Option<(String, &'static str)> {
    let name = format!("{lang}.yaml");
    let text = BUILT_IN.get_file(&name)?.contents_utf8()?;
    Some((format!("src/lang/data/{name}"), text))
}
