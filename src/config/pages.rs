use serde::Deserialize;

use super::value::Switch;
use crate::model::Extras;

/// `pages` in `site.yaml`: kinds of pages, each switched on or off.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PagesFile {
    editions: Option<Switch>,
    history: Option<Switch>,
    changes: Option<Switch>,
    parallel: Option<Switch>,
    search: Option<Switch>,
    data: Option<Switch>,
}

impl PagesFile {
    /// The kinds that the site has: all of which nothing is said.
    pub(super) fn extras(self) -> Extras {
        let on = |switch: Option<Switch>| switch.is_none_or(|Switch(on)| on);
        let asked = Extras {
            editions: on(self.editions),
            history: on(self.history),
            changes: on(self.changes),
            parallel: on(self.parallel),
            search: on(self.search),
            data: on(self.data),
        };
        asked.possible()
    }
}
