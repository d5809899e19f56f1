use super::Setter;
use super::tag::{ARTICLE, DIV, P, SPAN, Tag};
use crate::lang::Language;
use crate::links::Links;
use crate::site::{ColumnFacts, Ink as _, Linking, Rank, RowView, SideBySideView};

/// What the template of the rows makes of those of a page in a language, minified; `None` where there is
/// something that is not set here. `cells` are those of the edition, minified.
pub(in crate::render) fn rows(
    view: &SideBySideView,
    language: &Language,
    cells: &[String],
) -> Option<String> {
    let none = Links::default();
    let linking = Linking::within(&none);
    let all = view.rows.iter().flat_map(|row| &row.cells);
    if all.filter(|cell| cell.unit.is_some()).count() != cells.len() {
        // Of words that would be missing the template tells.
        return None;
    }
    let columns = (1..).zip(&view.columns);
    let columns: Vec<Column> = columns
        .map(|(number, facts)| Column::of(number, facts, language, &linking))
        .collect::<Option<_>>()?;
    let absent = absent(language, &linking)?;
    let mut setter = Setter::new(language, &linking);
    setter.sheet.begin(ARTICLE, &[("class", Some("rows"))]);
    setter.heads(&view.columns);
    for row in &view.rows {
        setter.begin_row(row);
        for (column, cell) in columns.iter().zip(&row.cells) {
            setter.sheet.ready(match row.rank {
                Rank::Section => &column.section,
                _ => &column.part,
            });
            setter.sheet.ready(match cell.unit {
                Some(unit) => cells.get(unit)?,
                None => &absent,
            });
            setter.sheet.ready(CELL_ENDS);
        }
        setter.sheet.end(DIV);
        setter.sheet.end(DIV);
    }
    setter.sheet.end(ARTICLE);
    setter.sheet.finish()
}

const CELL_ENDS: &str = "</div>";

/// How a cell of a column begins, which is the same in all its rows: in those of sections and in others.
struct Column {
    section: String,
    part: String,
}

impl Column {
    fn of(
        number: usize,
        facts: &ColumnFacts,
        language: &Language,
        linking: &Linking<'_>,
    ) -> Option<Self> {
        let begins = |kind: &str| {
            let mut setter = Setter::new(language, linking);
            setter.in_column(DIV, &format!("cell {kind} column-{number}"), facts);
            let attributes = [("class", Some("language")), ("data-ui", None)];
            setter.sheet.begin(P, &attributes);
            setter.sheet.text(&facts.name);
            setter.sheet.end(P);
            setter.sheet.end(DIV);
            let cell = setter.sheet.finish()?;
            cell.strip_suffix(CELL_ENDS).map(str::to_owned)
        };
        Some(Self {
            section: begins("section")?,
            part: begins("part")?,
        })
    }
}

/// What stands in the place of a unit that a language does not have, in the language of the page.
fn absent(language: &Language, linking: &Linking<'_>) -> Option<String> {
    let attributes = [
        ("class", Some("absent")),
        ("data-ui", None),
        ("dir", Some(language.direction.as_str())),
        ("lang", Some(language.lang.code())),
    ];
    let mut setter = Setter::new(language, linking);
    setter.sheet.begin(P, &attributes);
    let words = language.words.get("side_by_side_absent")?;
    setter.sheet.text(words);
    setter.sheet.end(P);
    setter.sheet.finish()
}

impl Setter<'_> {
    /// The names of the languages above their columns.
    fn heads(&mut self, columns: &[ColumnFacts]) {
        let attributes = [
            ("aria-hidden", Some("true")),
            ("class", Some("cells heads")),
            ("data-ui", None),
        ];
        self.sheet.begin(P, &attributes);
        for (number, column) in (1..).zip(columns) {
            self.sheet.text(" ");
            self.in_column(SPAN, &format!("column-{number}"), column);
            self.sheet.text(&column.name);
            self.sheet.end(SPAN);
        }
        self.sheet.end(P);
    }

    /// Begins an element that is in the language of a column.
    fn in_column(&mut self, tag: Tag, class: &str, column: &ColumnFacts) {
        let mut attributes = vec![("class", Some(class))];
        attributes.extend(column.dir.iter().map(|dir| ("dir", Some(dir.as_str()))));
        attributes.push(("lang", Some(&column.lang)));
        self.sheet.begin(tag, &attributes);
    }

    /// What stands in a row before its cells.
    fn begin_row(&mut self, row: &RowView) {
        let class = ["row row-", row.rank.word()].concat();
        let class = ("class", Some(class.as_str()));
        match row.anchor.as_deref() {
            Some(anchor) => self.sheet.begin(DIV, &[class, ("id", Some(anchor))]),
            None => self.sheet.begin(DIV, &[class]),
        }
        let link = row.anchor.as_deref().zip(row.link_label.as_deref());
        self.address(row.name.as_deref(), link);
        self.sheet.begin(DIV, &[("class", Some("cells"))]);
    }
}
