//! Number words, months, units of time, currencies, signs before numbers, words that refer.

mod date_pattern;
mod expression;
mod lexicon;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::facts::{Days, TimeUnit};
use crate::lang::fold;

pub use date_pattern::{DatePattern, DatePiece};
pub use expression::Expression;
pub use lexicon::{Hit, Lexicon, Role};

/// `quantities` in the grammar of a language, key by key. Where forms of words are asked for, `~`
/// stands for any ending of the language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuantitiesFile {
    /// What sets thousands apart in figures: a space, a comma.
    #[serde(default)]
    pub thousands: Vec<Separator>,
    /// The number words of each number. Greater numbers are said with several.
    #[serde(default)]
    pub numbers: BTreeMap<u64, Vec<Expression>>,
    /// What may stand between the number words of one number: "one hundred and five".
    #[serde(default)]
    pub and: Vec<Expression>,
    /// The words for the first, the second.
    #[serde(default)]
    pub ordinals: BTreeMap<u64, Vec<Expression>>,
    /// What may stand behind figures and belongs to them: `st` of "1st".
    #[serde(default)]
    pub figure_endings: Vec<Expression>,
    /// The names of the months, from 1 to 12.
    #[serde(default)]
    pub months: BTreeMap<MonthNumber, Vec<Expression>>,
    /// How dates are written.
    #[serde(default)]
    pub dates: Vec<DatePattern>,
    /// The units of time.
    #[serde(default)]
    pub units: BTreeMap<TimeUnit, Vec<Expression>>,
    /// What says which days count.
    #[serde(default)]
    pub days: BTreeMap<Days, Vec<Expression>>,
    /// Words that may stand between a number and its unit: "full", "consecutive".
    #[serde(default)]
    pub between: Vec<Expression>,
    /// Words between the two ends of a range: "to" of "from 3 to 5 days".
    #[serde(default)]
    pub until: Vec<Expression>,
    /// Words before a range whose ends are joined by "and": "between 3 and 5 days".
    #[serde(default)]
    pub from_and: Vec<Expression>,
    /// Words behind an hour of the morning: "a.m."
    #[serde(default)]
    pub morning: Vec<Expression>,
    /// Words behind an hour of the afternoon or evening: "p.m."
    #[serde(default)]
    pub afternoon: Vec<Expression>,
    /// Words and signs for hundredths.
    #[serde(default)]
    pub percent: Vec<Expression>,
    /// Words and signs for each currency, by its code (ISO 4217).
    #[serde(default)]
    pub currencies: BTreeMap<String, Vec<Expression>>,
    /// Words and signs before the number of an act: `№`, `No`.
    #[serde(default)]
    pub number_signs: Vec<Expression>,
    /// Words for an annex.
    #[serde(default)]
    pub annexes: Vec<Expression>,
    /// Words for what is called as an annex is and is none: «мобильное приложение», an app.
    #[serde(default)]
    pub not_annexes: Vec<Expression>,
    /// Words for a clause or section.
    #[serde(default)]
    pub clauses: Vec<Expression>,
    /// Words for an item of a clause: «подпункт», "subclause".
    #[serde(default)]
    pub items: Vec<Expression>,
    /// Words for the parts of other acts. A clause of those is no clause of the text.
    #[serde(default)]
    pub articles: Vec<Expression>,
    /// Whether the number of a clause stands before the word or after it.
    #[serde(default)]
    pub clause_number: NumberPlace,
    /// Words between several numbers of clauses: "and", "or".
    #[serde(default)]
    pub also: Vec<Expression>,
    /// Words for laws and codes that are cited by their titles.
    #[serde(default)]
    pub acts: Vec<Expression>,
    /// Words that the titles of laws end with. Behind such a title the word for the law may stand
    /// apart, behind its date and number.
    #[serde(default)]
    pub act_titles: Vec<Expression>,
}

/// A month, from 1 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "u8")]
pub struct MonthNumber(u8);

impl TryFrom<u8> for MonthNumber {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        let fits = (1..=12).contains(&number);
        fits.then_some(Self(number))
            .ok_or("expected the number of a month, from 1 to 12")
    }
}

/// What sets thousands apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Separator {
    /// A space of any kind.
    Space,
    /// A comma.
    Comma,
    /// A full stop.
    Stop,
}

/// Where the number of a clause stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NumberPlace {
    /// Behind the word: "clause 5".
    #[default]
    After,
    /// Before the word: «5-тармақ».
    Before,
}

/// What the language's numbers, dates and periods look like.
#[derive(Clone, Debug, Default)]
pub struct Quantities {
    /// What each word may mean.
    pub lexicon: Lexicon,
    /// How dates are written; those with most pieces first.
    pub dates: Vec<DatePattern>,
    /// What sets thousands apart in figures.
    pub thousands: Vec<Separator>,
    /// Where the number of a clause stands.
    pub clause_number: NumberPlace,
    /// Letters that may stand behind figures, folded.
    figure_endings: Vec<String>,
}

impl From<QuantitiesFile> for Quantities {
    fn from(file: QuantitiesFile) -> Self {
        let mut roles = Vec::new();
        for (number, words) in file.numbers {
            roles.push((words, Role::Number(number)));
        }
        for (number, words) in file.ordinals {
            roles.push((words, Role::Ordinal(number)));
        }
        for (month, words) in file.months {
            let capital = |word: &Expression| word.typed().starts_with(char::is_uppercase);
            let (names, others): (Vec<_>, Vec<_>) = words.into_iter().partition(capital);
            roles.push((names, Role::Month(month.0, true)));
            roles.push((others, Role::Month(month.0, false)));
        }
        for (unit, words) in file.units {
            roles.push((words, Role::Unit(unit)));
        }
        for (days, words) in file.days {
            roles.push((words, Role::Days(days)));
        }
        for (code, words) in file.currencies {
            roles.push((words, Role::Currency(code)));
        }
        roles.extend([
            (file.morning, Role::Morning),
            (file.afternoon, Role::Afternoon),
            (file.and, Role::And),
            (file.between, Role::Between),
            (file.until, Role::Until),
            (file.from_and, Role::FromAnd),
            (file.percent, Role::Percent),
            (file.number_signs, Role::NumberSign),
            (file.not_annexes, Role::NoAnnex),
            (file.annexes, Role::Annex),
            // Where a word may be both, as «тармақша», it is an item.
            (file.items, Role::Item),
            (file.clauses, Role::Clause),
            (file.articles, Role::Article),
            (file.also, Role::Also),
            (file.acts, Role::Act),
            (file.act_titles, Role::ActTitle),
        ]);
        let mut dates = file.dates;
        dates.sort_by_key(|pattern| std::cmp::Reverse(pattern.pieces.len()));
        let endings = file.figure_endings.iter();
        Self {
            lexicon: Lexicon::new(roles),
            dates,
            thousands: file.thousands,
            clause_number: file.clause_number,
            figure_endings: endings.map(|ending| fold(ending.typed())).collect(),
        }
    }
}

impl Quantities {
    /// Whether letters may stand behind figures and belong to them. Takes them folded.
    pub fn is_figure_ending(&self, folded: &str) -> bool {
        self.figure_endings.iter().any(|own| own == folded)
    }
}
