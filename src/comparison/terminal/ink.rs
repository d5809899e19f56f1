use anstyle::{AnsiColor, Style};

/// How words are set off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ink {
    /// Not at all.
    #[default]
    Plain,
    /// As a title.
    Strong,
    /// As something that may be passed over.
    Faint,
    /// As deleted.
    Deleted,
    /// As inserted.
    Inserted,
    /// As moved from here.
    Away,
    /// As moved to here.
    Here,
    /// As it was typed before.
    TypedOld,
    /// As it is typed now.
    TypedNew,
}

impl Ink {
    /// How it looks on a terminal with colours.
    pub(super) fn style(self) -> Style {
        let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Faint => Style::new().dimmed(),
            Self::Deleted => colour(AnsiColor::Red).strikethrough(),
            Self::Inserted => colour(AnsiColor::Green).underline(),
            Self::Away => colour(AnsiColor::Magenta).strikethrough(),
            Self::Here => colour(AnsiColor::Cyan).underline(),
            Self::TypedOld => colour(AnsiColor::Yellow).strikethrough(),
            Self::TypedNew => colour(AnsiColor::Yellow).underline(),
        }
    }

    /// What it is set off by where there are no colours.
    pub(super) fn marks(self) -> [&'static str; 2] {
        match self {
            Self::Plain | Self::Strong | Self::Faint => ["", ""],
            Self::Deleted => ["[-", "-]"],
            Self::Inserted => ["{+", "+}"],
            Self::Away => ["[<", "<]"],
            Self::Here => ["{>", ">}"],
            Self::TypedOld => ["[~", "~]"],
            Self::TypedNew => ["{~", "~}"],
        }
    }
}
