use serde::{Deserialize, Serialize};

/// The function of the search page that takes what a file holds.
const TAKES: &str = "tarmaqSearch";

/// Data as a script that hands them to the search page. A page that is opened from disk may read no
/// other files than scripts.
pub(super) fn script(name: &str, data: &impl Serialize) -> String {
    // Plain values in plain structs: nothing here can fail to be written.
    let name = serde_json::to_string(name).unwrap_or_default();
    let data = serde_json::to_string(data).unwrap_or_default();
    format!("{TAKES}({name},{data})\n")
}

/// The data in a script of that name; `None` where it is no such script.
pub(super) fn data<'s, T: Deserialize<'s>>(name: &str, script: &'s str) -> Option<T> {
    let name = serde_json::to_string(name).ok()?;
    let script = script.strip_prefix(TAKES)?.strip_prefix('(')?;
    let data = script.strip_prefix(&name)?.strip_prefix(',')?;
    serde_json::from_str(data.strip_suffix(")\n")?).ok()
}
