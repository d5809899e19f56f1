//! How the rules about shape compare: block by block, list by list, table by table.

use std::collections::BTreeMap;

use super::Parallel;
use super::parallel::about;
use crate::align::{BlockKind, Holder, Row, Shape, Shaped, have_one_shape, shapes};
use crate::diagnostic::{Finding, Rule, many};

/// What a rule says of a thing that is made of other parts than in another language: the message,
/// and the help. Given: what the thing is called, its shape in the odd language and in the other,
/// and the two languages.
pub(super) type Word = fn(&Told<'_>) -> (String, String);

/// What there is to say of a difference.
pub(super) struct Told<'a> {
    /// "clause 3.1", "the list in clause 3.1", "row 2, column 3 of the table in section 6".
    pub(super) name: String,
    /// The shape in the odd language.
    pub(super) own: &'a Shape,
    /// The shape in the other.
    pub(super) other: &'a Shape,
    /// The odd language.
    pub(super) lang: &'a str,
    /// The other.
    pub(super) other_lang: &'a str,
}

/// Reports what is made of other parts than in the other languages. `about_shape` says which shapes
/// a rule is about. What stands inside a thing of another shape has nothing to be compared with.
pub(super) fn report(
    parallel: &Parallel<'_>,
    rule: &'static Rule,
    about_shape: fn(&Shaped) -> bool,
    word: Word,
    findings: &mut Vec<Finding>,
) {
    for difference in differences(parallel) {
        let (column, shaped) = &difference.own;
        if let Some(row) = parallel
            .rows
            .get(difference.row)
            .filter(|_| about_shape(shaped))
        {
            let pair = [(*column, shaped), (difference.other.0, &difference.other.1)];
            findings.extend(finding(parallel, row, rule, word, pair));
        }
    }
}

/// A thing that is made of other parts in one language than in another, each with its column.
#[derive(Debug)]
pub(super) struct ShapeDifference {
    row: usize,
    own: (usize, Shaped),
    other: (usize, Shaped),
}

/// What is not made of the same parts in all texts of an edition; looked for once.
fn differences<'p>(parallel: &'p Parallel<'_>) -> &'p [ShapeDifference] {
    parallel.memo.shapes.get_or_init(|| {
        let rows = parallel.rows.iter().enumerate();
        rows.flat_map(|(at, row)| differences_of(parallel, at, row))
            .collect()
    })
}

fn differences_of(parallel: &Parallel<'_>, at: usize, row: &Row) -> Vec<ShapeDifference> {
    let mut differences = Vec::new();
    let mut blocks = parallel.units(row).map(|(_, _, unit)| unit.unit.blocks);
    let first = blocks.next().unwrap_or_default();
    if blocks.all(|own| have_one_shape(first, own)) {
        return differences;
    }
    let columns: Vec<(usize, Vec<Shaped>)> = parallel
        .units(row)
        .map(|(column, _, unit)| (column, shapes(unit.unit.blocks, unit.unit.span)))
        .collect();
    // All that is known of one place, a column a text; a thing comes before what it holds.
    let mut places: BTreeMap<&[usize], Vec<(usize, &Shaped)>> = BTreeMap::new();
    for (column, list) in &columns {
        for shaped in list {
            places
                .entry(&shaped.place)
                .or_default()
                .push((*column, shaped));
        }
    }
    // For each column the last thing that was odd: what it holds comes right after it.
    let mut odd: BTreeMap<usize, &[usize]> = BTreeMap::new();
    for (place, mut list) in places {
        list.retain(|(column, _)| {
            !odd.get(column)
                .is_some_and(|above| place.starts_with(above))
        });
        let Some((other, meant)) = usual(&list) else {
            continue;
        };
        for (column, shaped) in &list {
            if shaped.shape == meant.shape {
                continue;
            }
            odd.insert(*column, place);
            differences.push(ShapeDifference {
                row: at,
                own: (*column, (*shaped).clone()),
                other: (other, meant.clone()),
            });
        }
    }
    differences
}

/// The shape that most languages have, with its column; without a majority, that of the first.
fn usual<'s>(list: &[(usize, &'s Shaped)]) -> Option<(usize, &'s Shaped)> {
    let votes = |shape: &Shape| {
        list.iter()
            .filter(|(_, other)| other.shape == *shape)
            .count()
    };
    let mut best = *list.first()?;
    for candidate in list {
        if votes(&candidate.1.shape) > votes(&best.1.shape) {
            best = *candidate;
        }
    }
    Some(best)
}

fn finding(
    parallel: &Parallel<'_>,
    row: &Row,
    rule: &'static Rule,
    word: Word,
    [(column, own), (other_column, other)]: [(usize, &Shaped); 2],
) -> Option<Finding> {
    let (text, unit) = (parallel.texts.get(column)?, parallel.unit(row, column)?);
    let other_text = parallel.texts.get(other_column)?;
    let (lang, other_lang) = (text.text.lang.code(), other_text.text.lang.code());
    let (message, help) = word(&Told {
        name: name(own.holder, &unit.unit.describe()),
        own: &own.shape,
        other: &other.shape,
        lang,
        other_lang,
    });
    // The first part that differs says most; where one side has no more parts, the thing itself.
    let same = common(&own.shape, &other.shape);
    let point = |shaped: &Shaped| shaped.parts.get(same).copied().unwrap_or(shaped.span);
    let finding = Finding::new(rule, message)
        .label(text.text.file, point(own), format!("in {lang}"))
        .label(
            other_text.text.file,
            point(other),
            format!("in {other_lang}"),
        )
        .help(help);
    Some(about(finding, text, unit))
}

/// What a thing is called.
fn name(holder: Holder, unit: &str) -> String {
    match holder {
        Holder::Unit => unit.to_owned(),
        Holder::List => format!("the list in {unit}"),
        Holder::Item(number) => format!("item {number} of the list in {unit}"),
        Holder::Table => format!("the table in {unit}"),
        Holder::Cell(0, column) => format!("the head of column {column} of the table in {unit}"),
        Holder::Cell(row, column) => format!("row {row}, column {column} of the table in {unit}"),
        Holder::Form => format!("the form in {unit}"),
    }
}

/// How many parts two shapes have in common at their beginning.
fn common(own: &Shape, other: &Shape) -> usize {
    fn count<T: PartialEq>(own: &[T], other: &[T]) -> usize {
        own.iter().zip(other).take_while(|(a, b)| a == b).count()
    }
    match (own, other) {
        (Shape::Blocks(own), Shape::Blocks(other)) => count(own, other),
        (Shape::Items(own), Shape::Items(other)) => count(own, other),
        (Shape::Rows(own), Shape::Rows(other)) => count(own, other),
        _ => 0,
    }
}

/// Blocks in words: "2 paragraphs and 1 list", "nothing".
pub(super) fn blocks_told(kinds: &[BlockKind]) -> String {
    let mut counts: Vec<(BlockKind, usize)> = Vec::new();
    for kind in kinds {
        match counts.iter_mut().find(|(own, _)| own == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((*kind, 1)),
        }
    }
    let told: Vec<String> = counts
        .iter()
        .map(|(kind, count)| {
            let (one, more) = nouns(*kind);
            many(*count, one, more)
        })
        .collect();
    match told.as_slice() {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What one is called, and what several are.
fn nouns(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Paragraph => ("paragraph", "paragraphs"),
        BlockKind::Subheading => ("subheading", "subheadings"),
        BlockKind::List => ("list", "lists"),
        BlockKind::Table => ("table", "tables"),
        BlockKind::Form => ("form", "forms"),
        BlockKind::Ends => ("line with two ends", "lines with two ends"),
        BlockKind::Code => ("block of code", "blocks of code"),
    }
}
