//! Expected files. `UPDATE=1 cargo test` writes them anew; a person then reads what changed.

use std::fs;
use std::path::Path;

/// Compares a text with the expected file of that path below `tests/`.
#[track_caller]
pub(crate) fn expect(path: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(path);
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        return;
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    if expected == text {
        return;
    }
    let (mut old, mut new) = (expected.lines(), text.lines());
    let same = old
        .by_ref()
        .zip(new.by_ref())
        .take_while(|(a, b)| a == b)
        .count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(the end)").to_owned();
    panic!(
        "tests/{path} differs from line {} on:\n- {}\n+ {}\n\
         (when the new text is right: UPDATE=1 cargo test)",
        same + 1,
        line(&expected),
        line(text),
    );
}
