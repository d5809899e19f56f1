/// What a rule is about. The list of rules is told family by family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Whether the files are there and can be read.
    Files,
    /// Whether the marks in a text mean what was meant.
    Markup,
    /// Whether addresses, themes and templates fit together.
    Site,
    /// Whether the languages have the same clauses, lists, tables and forms.
    Structure,
    /// Whether the languages state the same numbers, dates, periods and addresses.
    Facts,
    /// Whether references lead somewhere and words are used as they were defined.
    Terms,
    /// Whether a text is written in its language.
    Language,
    /// Whether a text is typed the same way throughout.
    Typography,
    /// Whether the editions of a policy follow each other as their numbers and dates say.
    History,
    /// Whether what was sealed is unchanged.
    Seal,
    /// Whether what was accepted is still so.
    Acceptance,
}

impl Family {
    /// All families, in the order they are told in.
    pub const ALL: [Self; 11] = [
        Self::Structure,
        Self::Facts,
        Self::Terms,
        Self::Language,
        Self::Typography,
        Self::History,
        Self::Seal,
        Self::Acceptance,
        Self::Markup,
        Self::Files,
        Self::Site,
    ];

    /// The heading the family's rules stand under.
    pub fn title(self) -> &'static str {
        match self {
            Self::Files => "Files and configuration",
            Self::Markup => "Marks in a text",
            Self::Site => "The site as a whole",
            Self::Structure => "Structure",
            Self::Facts => "Facts",
            Self::Terms => "Terms and references",
            Self::Language => "Language and script",
            Self::Typography => "Typography",
            Self::History => "Editions and orders",
            Self::Seal => "Seals",
            Self::Acceptance => "Acceptances",
        }
    }

    /// The word that programs know it by.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Markup => "markup",
            Self::Site => "site",
            Self::Structure => "structure",
            Self::Facts => "facts",
            Self::Terms => "terms",
            Self::Language => "language",
            Self::Typography => "typography",
            Self::History => "history",
            Self::Seal => "seal",
            Self::Acceptance => "acceptance",
        }
    }

    /// Whether the severity of its rules may be lowered. What was not read as it was meant cannot
    /// be built from.
    pub fn may_be_lowered(self) -> bool {
        !matches!(
            self,
            Self::Files | Self::Markup | Self::Site | Self::Seal | Self::Acceptance
        )
    }
}
