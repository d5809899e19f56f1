use serde::Deserialize;

use crate::config::{TermForm, Words};
use crate::lang::{Form, fold};

/// `terms` in the grammar of a language, key by key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermsFile {
    /// What stands in brackets before a term in quotation marks that is declared there, without
    /// dash: `далее`, `hereinafter referred to as the`.
    #[serde(default)]
    pub declared_by: Vec<TermForm>,
    /// The word before its own name by which a text says that it means itself: «настоящая», "this".
    #[serde(default)]
    pub this: Vec<TermForm>,
    /// What documents are called that may have clauses and annexes of their own.
    #[serde(default)]
    pub documents: Vec<TermForm>,
    /// How words end that say whose something is.
    #[serde(default)]
    pub whose: Vec<Words>,
}

/// How terms are declared, how clauses, annexes and laws are referred to.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// What stands in brackets before a term that is declared there.
    pub declared_by: Vec<Form>,
    /// The word before its own name by which a text says that it means itself.
    pub this: Vec<Form>,
    /// What documents are called that may have clauses and annexes of their own.
    pub documents: Vec<Form>,
    /// How words end that say whose something is, folded.
    pub whose: Vec<String>,
}

impl From<TermsFile> for Terms {
    fn from(file: TermsFile) -> Self {
        let forms = |forms: Vec<TermForm>| {
            let forms = forms.into_iter();
            forms.filter_map(|form| Form::parse(&form.0)).collect()
        };
        Self {
            declared_by: forms(file.declared_by),
            this: forms(file.this),
            documents: forms(file.documents),
            whose: file.whose.iter().map(|ending| fold(&ending.0)).collect(),
        }
    }
}
