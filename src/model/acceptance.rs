use serde::{Deserialize, Serialize};

use super::Lang;
use crate::source::{FileId, Span};

/// A defect of an approved text that stays until the next order, with the reason why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// The name of the rule whose findings are accepted.
    pub rule: String,
    /// The language of the text with the defect.
    pub language: Lang,
    /// The addresses of the clauses with the defect, such as "5.2.1"; without any, the defect is
    /// in none: in the title or in the edition line.
    pub clauses: Vec<String>,
    /// The words in question, with single spaces between them.
    pub words: String,
    /// Why the defect stays.
    pub reason: String,
    /// The file that accepts it.
    pub file: FileId,
    /// Where in that file.
    pub span: Span,
}
