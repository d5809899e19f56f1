use super::Expression;
use crate::facts::{Days, TimeUnit};
use crate::lang::{Beginning, Beginnings, Endings, Form, Near};

/// What a word or a sign may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A number word.
    Number(u64),
    /// The word for the first, the second.
    Ordinal(u64),
    /// What may stand between number words.
    And,
    /// The month of that number, and whether its name has a capital: "May" is a month, "may" is not.
    Month(u8, bool),
    /// A unit of time.
    Unit(TimeUnit),
    /// Which days count.
    Days(Days),
    /// A word that may stand between a number and its unit.
    Between,
    /// A word between the two ends of a range.
    Until,
    /// A word before a range whose ends are joined by "and".
    FromAnd,
    /// The hour before it is one of the morning.
    Morning,
    /// The hour before it is one of the afternoon.
    Afternoon,
    /// Hundredths.
    Percent,
    /// The currency of that code.
    Currency(String),
    /// A sign before the number of an act.
    NumberSign,
    /// An annex.
    Annex,
    /// What is called by the same word as an annex and is none, such as an app.
    NoAnnex,
    /// A clause or section.
    Clause,
    /// An item of a clause.
    Item,
    /// A part of another act.
    Article,
    /// A word between several numbers of clauses.
    Also,
    /// A law or code.
    Act,
    /// The last word of the title of a law.
    ActTitle,
}

impl Role {
    /// Whether a word of this meaning may begin or hold something that a text states without figures.
    pub fn states(&self) -> bool {
        matches!(
            self,
            Self::Number(_)
                | Self::Ordinal(_)
                | Self::Month(..)
                | Self::Clause
                | Self::Item
                | Self::Annex
                | Self::Act
        )
    }
}

/// With fewer letters, the parts of a word say nothing: «сторона» does not begin with «сто».
const PART: usize = 4;

/// What the words and signs of a language may mean.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    words: Near<Entry>,
    known: Beginnings,
    /// What short words begin with that may go on.
    open: Beginnings,
    /// What number words begin with.
    numbers: Beginnings,
    signs: Vec<(String, Role)>,
}

/// A form that means something.
#[derive(Clone, Debug)]
struct Entry {
    form: Form,
    role: Role,
}

/// What was found at a word: its meaning and how many words it takes.
pub type Hit<'l> = (&'l Role, usize);

impl Lexicon {
    /// What expressions mean; of several that fit a word as well the first counts.
    pub(super) fn new(roles: Vec<(Vec<Expression>, Role)>) -> Self {
        let mut lexicon = Self::default();
        let mut entries = Vec::new();
        for (expressions, role) in roles {
            for expression in expressions {
                match expression {
                    Expression::Sign(sign) => lexicon.signs.push((sign, role.clone())),
                    Expression::Words(form) => {
                        let role = role.clone();
                        entries.push(Entry { form, role });
                    }
                }
            }
        }
        // Words of a single letter tell less than others.
        entries.sort_by_key(|entry| entry.form.beginning().letters() == 1);
        for Entry { form, role } in &entries {
            let beginning = form.beginning();
            let number = matches!(role, Role::Number(_));
            lexicon.known.add(beginning);
            if number {
                lexicon.numbers.add(beginning);
            }
            if beginning.is_short() && (number || form.is_open()) {
                lexicon.open.add(beginning);
            }
        }
        let entries = entries.into_iter();
        let entries = entries.map(|entry| (entry.form.beginning(), entry));
        lexicon.words = Near::new(entries.collect());
        lexicon
    }

    /// Whether anything may be known of a word that begins so.
    #[inline]
    pub fn may_know(&self, beginning: Beginning) -> bool {
        self.known.may_have(beginning) || self.open.may_have_prefix(beginning)
    }

    /// Whether a word that begins so, and that is given folded, may be the first that says a number, a
    /// date or a reference. Most words are not [known](Self::may_know).
    pub fn may_state<'w>(
        &self,
        endings: &Endings,
        beginning: Beginning,
        folded: impl Fn() -> &'w str,
    ) -> bool {
        let states = |entry: &Entry| {
            let (letters, open) = (entry.form.first_letters(), entry.form.is_open());
            entry.role.states()
                && folded().starts_with(letters)
                && (fits(folded(), letters, open, endings)
                    || matches!(entry.role, Role::Number(_))
                        && self.period(endings, folded()).is_some())
        };
        self.words.starting(beginning).any(states)
    }

    /// What a word may mean: as a number word, and otherwise. `word` gives the folded words from
    /// this one on, as far as they stand close together. Of several the longest counts.
    pub fn find<'w>(
        &self,
        endings: &Endings,
        word: &impl Fn(usize) -> Option<&'w str>,
    ) -> [Option<Hit<'_>>; 2] {
        let mut found: [Option<Hit<'_>>; 2] = [None, None];
        let Some(first) = word(0) else {
            return found;
        };
        for Entry { form, role, .. } in self.starting(first) {
            if !first.starts_with(form.first_letters()) {
                continue;
            }
            let stands = form.stems().enumerate().all(|(at, (letters, open))| {
                word(at).is_some_and(|folded| fits(folded, letters, open, endings))
            });
            if !stands {
                continue;
            }
            let place = usize::from(!matches!(role, Role::Number(_)));
            if found[place].is_none_or(|(_, length)| length < form.len()) {
                found[place] = Some((role, form.len()));
            }
        }
        found
    }

    /// The number that a longer word begins with: two in «двухфакторный».
    pub fn compound(&self, folded: &str) -> Option<u64> {
        if !self.may_begin_with_number(folded) {
            return None;
        }
        let mut numbers = self.starting(folded);
        numbers.find_map(|Entry { form, role, .. }| {
            let Role::Number(count) = role else {
                return None;
            };
            let rest = folded.strip_prefix(form.first_letters())?;
            let long = |part: &str| part.chars().count() >= PART;
            (form.len() == 1 && long(form.first_letters()) && long(rest)).then_some(*count)
        })
    }

    /// The number that a word says with an ending of the language behind the number word, which is
    /// told in some forms alone: five in «бесінен». Takes it folded.
    pub fn in_case(&self, endings: &Endings, folded: &str) -> Option<u64> {
        let numbers = self
            .starting(folded)
            .filter_map(|Entry { form, role, .. }| {
                let Role::Number(number) = role else {
                    return None;
                };
                let stands = form.len() == 1 && fits(folded, form.first_letters(), true, endings);
                stands.then_some((form.first_letters().len(), *number))
            });
        numbers.max().map(|(_, number)| number)
    }

    /// So many of a unit in one word, as in «трехдневный».
    pub fn period(&self, endings: &Endings, folded: &str) -> Option<(u64, TimeUnit)> {
        if !self.may_begin_with_number(folded) {
            return None;
        }
        let mut numbers = self.starting(folded);
        numbers.find_map(|Entry { form, role, .. }| {
            let Role::Number(count) = role else {
                return None;
            };
            let rest = folded.strip_prefix(form.first_letters())?;
            self.starting(rest)
                .find_map(|Entry { form, role, .. }| match role {
                    Role::Unit(unit) if form.stems().any(|stem| stem.1) => {
                        fits(rest, form.first_letters(), true, endings).then_some((*count, *unit))
                    }
                    _ => None,
                })
        })
    }

    fn may_begin_with_number(&self, folded: &str) -> bool {
        self.numbers.may_have_prefix(Beginning::of(folded))
    }

    /// The forms that a word may begin with.
    fn starting(&self, folded: &str) -> impl Iterator<Item = &Entry> {
        self.words.starting(Beginning::of(folded))
    }

    /// The sign that a text begins with, and what it means.
    pub fn sign_at(&self, text: &str) -> Option<(&str, &Role)> {
        let mut signs = self.signs.iter();
        let found = signs.find(|(sign, _)| text.starts_with(sign.as_str()));
        found.map(|(sign, role)| (sign.as_str(), role))
    }

    /// The sign that a text ends with, and what it means.
    pub fn sign_before(&self, text: &str) -> Option<(&str, &Role)> {
        let mut signs = self.signs.iter();
        let found = signs.find(|(sign, _)| text.ends_with(sign.as_str()));
        found.map(|(sign, role)| (sign.as_str(), role))
    }

    /// Whether a word is no number word, but one letter away from one, or two in long words. Takes
    /// it folded.
    pub fn is_like_a_number(&self, folded: &str) -> bool {
        let length = folded.chars().count();
        let most = if length < 7 { 1 } else { 2 };
        let mut numbers = self.words.iter().filter(|Entry { form, role, .. }| {
            matches!(role, Role::Number(_)) && form.len() == 1 && length > 3
        });
        numbers.any(|Entry { form, .. }| distance(form.first_letters(), folded) <= most)
    }
}

fn fits(folded: &str, letters: &str, open: bool, endings: &Endings) -> bool {
    match folded.strip_prefix(letters) {
        Some("") => true,
        Some(rest) => open && endings.fit(rest),
        None => false,
    }
}

/// How many letters have to be put in, taken out or changed to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = corner + usize::from(a != *b);
            corner = row[j + 1];
            row[j + 1] = changed.min(corner + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}
