use super::Finding;

/// Which findings are told: those that answer to each question that is asked. What says nothing of
/// a language or policy answers to no question about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Names of rules, any of which is let through; empty for all.
    pub rules: Vec<String>,
    /// Codes of languages, any of which is let through; empty for all.
    pub languages: Vec<String>,
    /// Names of policies, any of which is let through; empty for all.
    pub policies: Vec<String>,
}

impl Filter {
    /// Whether a finding is told.
    pub fn admits(&self, finding: &Finding) -> bool {
        let place = &finding.place;
        admits(&self.rules, Some(finding.rule.name))
            && admits(&self.languages, place.language.as_deref())
            && admits(&self.policies, place.policy.as_deref())
    }
}

fn admits(asked: &[String], own: Option<&str>) -> bool {
    asked.is_empty() || own.is_some_and(|own| asked.iter().any(|asked| asked == own))
}
