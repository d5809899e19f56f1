use std::collections::BTreeMap;

use super::content::LANGUAGES;
use crate::diagnostic::Finding;
use crate::source::Sources;

/// What was found while a site was read, by what it is about: what is read anew is found anew.
#[derive(Debug, Default)]
pub struct Met {
    /// About what holds for all policies: `site.yaml`, the languages, the glossary.
    pub site: Vec<Finding>,
    /// About what lies in the folder of a policy, by the name of the folder.
    pub policies: BTreeMap<String, Vec<Finding>>,
    /// About the theme.
    pub theme: Vec<Finding>,
    /// About `static/`.
    pub statics: Vec<Finding>,
}

impl Met {
    /// Takes in what was found in `content/` and in `site.yaml`, each where it belongs.
    pub(super) fn take(&mut self, sources: &Sources, findings: Vec<Finding>) {
        for finding in findings {
            let own = match policy_of(sources, &finding) {
                Some(policy) => self.policies.entry(policy).or_default(),
                None => &mut self.site,
            };
            own.push(finding);
        }
    }

    /// All of it.
    pub fn into_all(self) -> Vec<Finding> {
        let Self {
            site: mut all,
            policies,
            theme,
            statics,
        } = self;
        all.extend(policies.into_values().flatten());
        all.extend(theme);
        all.extend(statics);
        all
    }
}

/// The folder of the policy that a finding is about: the one it names, else the one its file lies in.
fn policy_of(sources: &Sources, finding: &Finding) -> Option<String> {
    let named = finding.place.policy.clone();
    let lies_in = || {
        let path = sources.get(finding.labels.first()?.file).path();
        let (folder, _) = path.strip_prefix("content/")?.split_once('/')?;
        Some(folder.to_owned())
    };
    named.or_else(lies_in).filter(|folder| folder != LANGUAGES)
}
