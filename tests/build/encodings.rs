//! How an editor saves a file is no part of the text.

use crate::common::sample::{Sample, files};

#[test]
fn windows_line_ends_and_byte_order_marks_change_nothing() {
    let (plain, windows) = (Sample::full(), Sample::full());
    for (path, bytes) in files(&windows.path("")) {
        let text = String::from_utf8(bytes).unwrap();
        if !path.starts_with("static/") {
            windows.write(&path, format!("\u{feff}{}", text.replace('\n', "\r\n")));
        }
    }
    plain.build().expect(0);
    windows.build().expect(0);
    assert_eq!(plain.site(), windows.site());
}

#[test]
fn another_encoding_is_one_finding_a_file() {
    let sample = Sample::small();
    let windows_1251 =
        b"# \xCF\xEE\xEB\xE8\xF2\xE8\xEA\xE0\n\n## 1. A\n\n1.1. A\n\n1.2. B\n\n## 2. B\n\n2.1. C\n";
    sample.write("content/sample-policy/1.0/ru.md", windows_1251);
    let finding = sample.finding_of("bad-utf8");
    assert_eq!(finding["labels"][0]["line"], 1);
    sample.build().expect(1);
}

#[test]
fn a_site_file_in_another_encoding_is_a_finding_too() {
    let sample = Sample::small();
    sample.write("site.yaml", b"base_url: https://sample.example # \xCF\xF0\nlanguages: [en, ru]\ntitle: {en: A, ru: B}\n");
    let finding = sample.finding();
    assert_eq!(finding["rule"], "bad-utf8");
    assert_eq!(finding["labels"][0]["file"], "site.yaml");
}
