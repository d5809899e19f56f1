use serde::Deserialize;

use crate::config::TermForm;
use crate::lang::Form;

/// `terms` in the grammar of a language, key by key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermsFile {
    /// What stands in brackets before a term in quotation marks that is declared there, without
    /// dash: `далее`, `hereinafter referred to as the`.
    #[serde(default)]
    pub declared_by: Vec<TermForm>,
}

/// How terms are declared, how clauses, annexes and laws are referred to.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// What stands in brackets before a term that is declared there.
    pub declared_by: Vec<Form>,
}

impl From<TermsFile> for Terms {
    fn from(file: TermsFile) -> Self {
        let forms = |forms: Vec<TermForm>| {
            let forms = forms.into_iter();
            forms.filter_map(|form| Form::parse(&form.0)).collect()
        };
        Self {
            declared_by: forms(file.declared_by),
        }
    }
}
