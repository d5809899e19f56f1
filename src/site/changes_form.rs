use crate::model::Lang;

/// The forms in which the changes between two editions are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangesForm<'s> {
    /// The text with what was deleted and inserted.
    Redline,
    /// The redlines of all languages, clause by clause.
    Parallel,
    /// The comparative table.
    Table,
    /// The comparative table in the language of the page and in this one side by side.
    Beside(&'s Lang),
}

impl<'s> ChangesForm<'s> {
    /// The forms of one language.
    pub const OF_ONE: [Self; 3] = [Self::Redline, Self::Parallel, Self::Table];

    /// The forms in a language of a site. Comparative tables of two languages are of the site's
    /// first language and another one: so their number grows with that of the languages, and not
    /// with its square.
    pub fn all(languages: &'s [Lang], lang: &Lang) -> Vec<Self> {
        let beside: &[Lang] = match languages.split_first() {
            Some((first, others)) if first == lang => others,
            Some((first, _)) => std::slice::from_ref(first),
            None => &[],
        };
        let forms = Self::OF_ONE.into_iter();
        forms.chain(beside.iter().map(Self::Beside)).collect()
    }

    /// The folder of the page, below that of the redline.
    pub fn folder(self) -> String {
        match self {
            Self::Redline => String::new(),
            Self::Parallel => "parallel/".to_owned(),
            Self::Table => "table/".to_owned(),
            Self::Beside(other) => format!("table/{other}/"),
        }
    }

    /// What the page calls itself.
    pub fn page(self) -> &'static str {
        match self {
            Self::Redline => "changes",
            Self::Parallel => "changes-parallel",
            Self::Table | Self::Beside(_) => "changes-table",
        }
    }

    /// What templates call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Redline => "redline",
            Self::Parallel => "parallel",
            Self::Table => "table",
            Self::Beside(_) => "beside",
        }
    }

    /// The interface word that is the title of the page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Redline => "changes",
            Self::Parallel => "changes_parallel",
            Self::Table | Self::Beside(_) => "comparative_table",
        }
    }

    /// The language that stands beside that of the page.
    pub fn beside(self) -> Option<&'s Lang> {
        match self {
            Self::Beside(other) => Some(other),
            _ => None,
        }
    }
}
