use std::fmt;

use serde::Serialize;

use super::{Accepted, Finding, Severity, Strictness};

/// How many findings there are of each severity, and how many were accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// What cannot be right.
    pub errors: usize,
    /// What a person should look at.
    pub warnings: usize,
    /// What was accepted with a reason; it counts neither as error nor as warning.
    pub accepted: usize,
}

impl Summary {
    /// Counts the findings.
    pub fn of(findings: &[Finding], accepted: &[Accepted]) -> Self {
        let mut summary = Self {
            accepted: accepted.len(),
            ..Self::default()
        };
        for finding in findings {
            summary.count(finding);
        }
        summary
    }

    /// What both have together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            accepted: self.accepted + other.accepted,
        }
    }

    /// Counts one finding that was not accepted.
    pub(crate) fn count(&mut self, finding: &Finding) {
        match finding.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
    }

    /// Whether that is a failure.
    pub fn fails(&self, strictness: Strictness) -> bool {
        let warned = strictness == Strictness::Strict && self.warnings > 0;
        self.errors > 0 || warned
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.errors, self.warnings) {
            (0, 0) => write!(f, "no findings")?,
            (errors, 0) => write!(f, "{}", many(errors, "error", "errors"))?,
            (0, warnings) => write!(f, "{}", many(warnings, "warning", "warnings"))?,
            (errors, warnings) => {
                let errors = many(errors, "error", "errors");
                write!(f, "{errors}, {}", many(warnings, "warning", "warnings"))?;
            }
        }
        match (self.accepted, self.errors + self.warnings) {
            (0, _) => Ok(()),
            (accepted, 0) => write!(f, "; {accepted} accepted"),
            (accepted, _) => write!(f, "; {} accepted", many(accepted, "finding", "findings")),
        }
    }
}

/// A count with its noun: "1 policy", "2 policies".
pub(crate) fn many(count: usize, one: &str, more: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {more}"),
    }
}
