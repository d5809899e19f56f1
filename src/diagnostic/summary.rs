use std::fmt;

use serde::Serialize;

use super::{Finding, Severity};

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// What cannot be right.
    pub errors: usize,
    /// What a person should look at.
    pub warnings: usize,
}

impl Summary {
    /// Counts the findings.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let many = |count, word: &str| match count {
            1 => format!("1 {word}"),
            _ => format!("{count} {word}s"),
        };
        match (self.errors, self.warnings) {
            (0, 0) => write!(f, "no findings"),
            (errors, 0) => write!(f, "{}", many(errors, "error")),
            (0, warnings) => write!(f, "{}", many(warnings, "warning")),
            (errors, warnings) => {
                let errors = many(errors, "error");
                write!(f, "{errors}, {}", many(warnings, "warning"))
            }
        }
    }
}
