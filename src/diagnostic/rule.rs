use serde::Serialize;

use super::Family;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It cannot be right; the site is not built.
    Error,
    /// A person should look at it.
    Warning,
}

impl Severity {
    /// The word for it: "error" or "warning".
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing that tarmaq checks.
#[derive(Debug)]
pub struct Rule {
    /// The name, in kebab-case; it reads as what is wrong.
    pub name: &'static str,
    /// How grave its findings are.
    pub severity: Severity,
    /// What it is about.
    pub family: Family,
    /// The Rust source of the file the rule is written in; the manual is its head.
    #[doc(hidden)]
    pub source: &'static str,
}

impl Rule {
    /// The rule's manual page in Markdown: the `//!` lines at the head of its file.
    pub fn manual(&self) -> String {
        let mut manual = String::new();
        let head = self
            .source
            .lines()
            .map_while(|line| line.strip_prefix("//!"));
        for line in head {
            manual.push_str(line.strip_prefix(' ').unwrap_or(line));
            manual.push('\n');
        }
        manual
    }

    /// Whether a site may take its findings as less grave than they are.
    pub fn may_be_lowered(&self) -> bool {
        self.severity == Severity::Warning || self.family.may_be_lowered()
    }

    /// Whether its findings in an approved text may be accepted with a reason.
    pub fn may_be_accepted(&self) -> bool {
        match self.family {
            Family::Files | Family::Site | Family::Seal | Family::Acceptance => false,
            Family::Markup => self.severity == Severity::Warning,
            _ => true,
        }
    }

    /// The first sentence of the manual.
    pub fn summary(&self) -> String {
        let manual = self.manual();
        let paragraph = manual.split("\n\n").next().unwrap_or_default();
        paragraph.replace('\n', " ").trim().to_owned()
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}
