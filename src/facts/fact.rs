use std::ops::Range;

use jiff::civil::Date;

/// Something that a clause states, and the words that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What is stated, in a form that does not depend on the language.
    pub value: Value,
    /// The run it is stated in, by its place among the runs of its unit.
    pub run: usize,
    /// The words, as bytes of the run's text.
    pub range: Range<usize>,
    /// Whether it stands in words alone, without figures («two years», «бір рет»). Languages differ
    /// in where they write figures out; such a fact answers to one in figures and asks for nothing.
    pub in_words: bool,
}

/// What a [`Fact`] states.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A number that is none of the below, as a plain decimal: `30`, `1.5`, `1000000`.
    Number(String),
    /// A date.
    Date(Date),
    /// A date without its year or without its day.
    PartialDate {
        /// The year.
        year: Option<i16>,
        /// The month, from 1.
        month: i8,
        /// The day of the month.
        day: Option<i8>,
    },
    /// A span of time.
    Duration(Duration),
    /// A share in hundredths, as a plain decimal.
    Percent(String),
    /// A sum of money.
    Money {
        /// How much, as a plain decimal.
        amount: String,
        /// The currency's code (ISO 4217), such as `KZT`.
        currency: String,
    },
    /// An e-mail address, in small letters.
    Email(String),
    /// A web address without a slash at its end; scheme and host in small letters.
    Web(String),
    /// A telephone number: `+` and digits.
    Phone(String),
    /// The number of an act or order, letter by letter: `06-О/Д`, `395/НҚ`.
    Identifier(String),
    /// The quoted title of a law or other act.
    Citation(String),
    /// A reference to the annex of that number.
    Annex(u32),
    /// A reference to the clause or section of that number.
    Clause(String),
    /// A reference to an item of a clause, as `3` in «подпункт 3) пункта 1.1».
    Item(String),
    /// A term that is declared here, as it is declared: the words within the quotes.
    Declaration(String),
    /// A blank to fill in.
    Blank,
}

/// Figures and the words beside them that say the same number: "3 (three)".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelled {
    /// The run they stand in, by its place among the runs of its unit.
    pub run: usize,
    /// The figures, as bytes of the run's text.
    pub figures: Range<usize>,
    /// The words, as bytes of the run's text.
    pub words: Range<usize>,
    /// The number in figures, as a plain decimal.
    pub number: String,
    /// The number that the words say; `None` when they are no number.
    pub said: Option<u64>,
}

/// A span of time: so many of a unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration {
    /// How many, as a plain decimal.
    pub count: String,
    /// Of what.
    pub unit: TimeUnit,
    /// Which days count.
    pub days: Days,
}

/// What time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeUnit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Years.
    Year,
}

/// Which days count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Days {
    /// Not said.
    #[default]
    Any,
    /// Business days.
    Business,
    /// Calendar days.
    Calendar,
}
