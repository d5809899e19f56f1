//! The kinds of defects.

mod facts;
mod letters;
mod structure;
mod words;

use tarmaq::diagnostic::Severity;
use tarmaq::diagnostic::Severity::{Error, Warning};

use crate::edition::Edits;

/// A kind of defect.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// Whether it must be found always.
    pub(crate) always: bool,
    /// The least severity that finds it.
    pub(crate) least: Severity,
    pub(crate) changes: Changes,
    /// Why some are missed.
    pub(crate) why_missed: &'static str,
}

/// How the defects are put in.
pub(crate) enum Changes {
    /// One at a time.
    Each(Edits),
    /// One in each second word of a text at once: whether a word is found does not depend on others
    /// but its neighbours.
    Letters,
}

pub(crate) use letters::measure as measure_letters;

const fn always(name: &'static str, changes: Edits) -> Kind {
    Kind {
        name,
        always: true,
        least: Error,
        changes: Changes::Each(changes),
        why_missed: "",
    }
}

const fn measured(name: &'static str, changes: Edits, why_missed: &'static str) -> Kind {
    Kind {
        name,
        always: false,
        least: Warning,
        changes: Changes::Each(changes),
        why_missed,
    }
}

pub(crate) static ALL: &[Kind] = &[
    always("drop a clause", structure::drop_clause),
    always("drop a heading", structure::drop_heading),
    always("drop an item", structure::drop_item),
    always("drop a row of a table", structure::drop_row),
    always("empty a cell", structure::empty_cell),
    always("drop a paragraph", structure::drop_paragraph),
    always("swap two clauses", structure::swap_clauses),
    always("remove a blank", structure::remove_blank),
    always("change a figure", facts::digit),
    always("change a number in words", facts::number_word),
    always("change a month", facts::month),
    always("change a year or a day of a date", facts::day_or_year),
    always("change the unit of a period", facts::unit),
    always("change a letter of an e-mail address", facts::e_mail),
    always("change a figure of a telephone number", facts::phone),
    always("change a letter of a web address", facts::web),
    always("change an act's number", facts::act_number),
    Kind {
        name: "put in a look-alike letter",
        always: true,
        least: Error,
        changes: Changes::Letters,
        why_missed: "",
    },
    always("put in a forbidden variant", words::forbidden),
    measured(
        "swap the words of two clauses",
        structure::swap_words,
        "Both clauses state the same facts and name the same terms, or none.",
    ),
    measured("leave a paragraph untranslated", words::untranslated, ""),
    measured(
        "write a defined term with a small letter",
        words::small_letter,
        "Before it is declared; in a title; too seldom in the text for a small letter to be a slip; or where the \
         Kazakh text has the small letter too, as approved.",
    ),
    measured("change a letter of a law's title", words::law_title, ""),
    measured("refer to another annex", words::annex, ""),
    measured("refer to a title that is none", words::title, ""),
];
