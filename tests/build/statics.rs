//! `static/` is copied as it is.

use std::fs;

use crate::common::sample::Sample;

#[test]
fn every_file_is_copied_byte_by_byte() {
    let sample = Sample::small();
    let binary: Vec<u8> = (0..=255).collect();
    let files = [
        ("logo.png", binary.as_slice()),
        (
            ".well-known/security.txt",
            b"Contact: mailto:office@sample.example\r\n",
        ),
        (".nojekyll", b""),
        (
            "files/deep/Образец (1).txt",
            b"\xEF\xBB\xBF{{ not a template }}",
        ),
        ("backup~", b"too"),
    ];
    for (path, bytes) in files {
        sample.write(&format!("static/{path}"), bytes);
    }
    sample.build().expect(0);
    for (path, bytes) in files {
        assert_eq!(
            fs::read(sample.path("public").join(path)).unwrap(),
            bytes,
            "{path}"
        );
    }
}

#[test]
fn a_site_without_static_files_is_fine() {
    let sample = Sample::small();
    sample.build().expect(0);
    fs::create_dir(sample.path("static")).unwrap();
    sample.build().expect(0);
}

#[test]
fn what_git_keeps_an_empty_folder_by_is_not_published() {
    let sample = Sample::small();
    sample.write("static/.gitkeep", "");
    sample.build().expect(0);
    assert!(!sample.site().contains_key(".gitkeep"));
}
