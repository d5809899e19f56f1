//! What a build leaves behind in `.tarmaq-cache`, and what becomes of it there.

use std::fs;
use std::path::PathBuf;

use crate::common::sample::{Sample, files};

const CACHE: &str = ".tarmaq-cache";
const EN: &str = "content/sample-policy/1.0/en.md";

/// The files that the cache keeps under their digests.
fn kept(sample: &Sample) -> Vec<PathBuf> {
    let folder = sample.path(CACHE).join("files");
    let paths = files(&folder).into_keys();
    paths.map(|path| folder.join(path)).collect()
}

/// The site as a build without a cache makes it.
#[track_caller]
fn is_as_built_anew(sample: &Sample) {
    let warm = sample.site();
    let anew = ["build", "--date", "2026-01-15", "--no-cache"];
    sample.run(&anew).expect(0);
    assert!(warm == sample.site());
}

#[test]
fn a_second_build_makes_the_same_site_and_says_the_same() {
    let sample = Sample::small();
    sample.replace(EN, "is answered", "is 'answered'");
    let first = sample.build().expect(0);
    let site = sample.site();
    fs::remove_dir_all(sample.path("public")).unwrap();
    let second = sample.build().expect(0);
    assert_eq!(first.stderr, second.stderr);
    assert!(first.stderr.contains("odd-quotes"));
    let told = " taken over from the build before.";
    assert!(!first.stdout.contains(told) && second.stdout.contains(told));
    assert!(site == sample.site());
    let third = sample.build().expect(0);
    assert!(third.stdout.contains("found in "), "{}", third.stdout);
}

/// The record of the build names them; the second build takes them over without making them.
#[test]
fn pages_are_taken_over_as_they_are_kept() {
    let sample = Sample::small();
    sample.build().expect(0);
    let (site, kept) = (sample.site(), kept(&sample));
    assert!(!kept.is_empty() && kept.len() <= site.len());
    for file in kept {
        let digest = blake3::hash(&fs::read(&file).unwrap()).to_hex().to_string();
        let name = file.strip_prefix(sample.path(CACHE).join("files")).unwrap();
        let name: String = name.to_string_lossy().replace('/', "");
        assert_eq!(name, digest);
    }
}

#[test]
fn a_site_that_stands_already_is_not_touched() {
    let sample = Sample::small();
    sample.build().expect(0);
    let changed = |path: &str| fs::metadata(sample.path(path)).unwrap().modified().unwrap();
    let before = changed("public");
    sample.build().expect(0);
    assert_eq!(changed("public"), before);
    for missing in ["en/index.html", ".tarmaq"] {
        let site = sample.site();
        fs::remove_file(sample.path("public").join(missing)).unwrap();
        if missing == ".tarmaq" {
            // Without its list, nobody knows whose files these are.
            sample.build().expect(2);
            break;
        }
        sample.build().expect(0);
        assert!(site == sample.site());
    }
    sample.remove("public");
    sample.build().expect(0);
    sample.write("public/notes.txt", "mine");
    sample.build().expect(2);
}

#[test]
fn it_holds_no_more_than_the_last_builds_need() {
    let sample = Sample::small();
    for answer in ["gets an answer", "gets its answer", "has an answer"] {
        sample.build().expect(0);
        let text = fs::read_to_string(sample.path(EN)).unwrap();
        let (before, rest) = text.split_once("A request ").unwrap();
        let (_, after) = rest.split_once(" within").unwrap();
        sample.write(EN, format!("{before}A request {answer} within{after}"));
    }
    sample.build().expect(0);
    assert!(kept(&sample).len() < sample.site().len());
}

#[test]
fn a_broken_file_is_made_anew() {
    let sample = Sample::small();
    sample.build().expect(0);
    // Second names of published files: neither may be written into.
    fs::remove_dir_all(sample.path("public")).unwrap();
    for file in kept(&sample) {
        let mut bytes = fs::read(&file).unwrap();
        if let Some(last) = bytes.last_mut() {
            *last ^= 1;
        }
        fs::write(&file, bytes).unwrap();
    }
    sample.build().expect(0);
    is_as_built_anew(&sample);
}

#[test]
fn a_page_that_was_written_into_by_hand_is_put_right() {
    let sample = Sample::small();
    sample.build().expect(0);
    let page = sample.path("public/en/index.html");
    let written = fs::read_to_string(&page).unwrap();
    // The same length, in the same file that the cache knows by another name.
    fs::write(&page, written.replace("Legal", "LEGAL")).unwrap();
    sample.build().expect(0);
    assert_eq!(sample.page("en/index.html"), written);
    is_as_built_anew(&sample);
}

#[test]
fn a_record_that_is_cut_off_or_of_somebody_else_is_as_good_as_none() {
    let sample = Sample::small();
    sample.build().expect(0);
    let record = sample.path(CACHE).join("site");
    let whole = fs::read_to_string(&record).unwrap();
    let other = whole.replace("en/index.html", "xx/index.html");
    let cut = &whole[..whole.len() / 2];
    for broken in [cut, "", "tarmaq cache 1 \n", &other, "\u{0}\u{0}"] {
        fs::write(&record, broken).unwrap();
        sample.build().expect(0);
        is_as_built_anew(&sample);
        assert!(fs::read_to_string(&record).unwrap() == whole);
    }
}

/// Somebody who writes the digest at the head anew gets no further than the folder of the site.
#[test]
fn no_record_writes_outside_of_the_site() {
    let sample = Sample::small();
    sample.build().expect(0);
    let record = sample.path(CACHE).join("site");
    let text = fs::read_to_string(&record).unwrap();
    let (head, body) = text.split_once('\n').unwrap();
    let (form, _) = head.rsplit_once(' ').unwrap();
    for path in [
        "../outside.html",
        "/tmp/outside.html",
        "en/../../outside.html",
        "",
    ] {
        let body = body.replacen("en/index.html", path, 1);
        let digest = blake3::hash(body.as_bytes()).to_hex();
        fs::write(&record, format!("{form} {digest}\n{body}")).unwrap();
        fs::remove_dir_all(sample.path("public")).unwrap();
        sample.build().expect(0);
        assert!(!sample.path("outside.html").exists());
        assert!(!sample.path("../outside.html").exists());
        is_as_built_anew(&sample);
    }
}

/// What is kept may be exchanged for a link to a file of somebody else.
#[cfg(unix)]
#[test]
fn a_kept_file_that_is_a_link_is_not_followed() {
    let sample = Sample::small();
    sample.build().expect(0);
    fs::remove_dir_all(sample.path("public")).unwrap();
    for (at, file) in kept(&sample).into_iter().enumerate() {
        let elsewhere = sample.path(&format!("elsewhere-{at}"));
        fs::rename(&file, &elsewhere).unwrap();
        std::os::unix::fs::symlink(&elsewhere, &file).unwrap();
    }
    sample.build().expect(0);
    for (path, _) in sample.site() {
        let file = fs::symlink_metadata(sample.path("public").join(path)).unwrap();
        assert!(file.is_file());
    }
    is_as_built_anew(&sample);
}

#[test]
fn a_cache_that_cannot_be_written_is_done_without() {
    let sample = Sample::small();
    sample.write(CACHE, "a file, not a folder");
    sample.build().expect(0);
    is_as_built_anew(&sample);
}

#[test]
fn it_lies_where_it_is_told_to_and_nowhere_else() {
    let sample = Sample::small();
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = elsewhere.path().join("kept/deep");
    let told = folder.to_str().unwrap();
    for _ in 0..2 {
        sample
            .run(&["build", "--date", "2026-01-15", "--cache", told])
            .expect(0);
        let there = |file| folder.join(file).exists();
        assert!(["site", "examined", "policies"].into_iter().all(there));
    }
    assert!(folder.join("CACHEDIR.TAG").exists() && !sample.path(CACHE).exists());
    sample
        .run(&["build", "--date", "2026-01-15", "--no-cache"])
        .expect(0);
    assert!(!sample.path(CACHE).exists());
}

#[test]
fn a_build_that_fails_leaves_nothing_behind() {
    let sample = Sample::faulty();
    sample.build().expect(1);
    assert!(!sample.path(CACHE).exists());
}

/// A warning that was found before fails a strict build without anything being read again.
#[test]
fn a_strict_build_fails_with_what_was_found_before() {
    let sample = Sample::small();
    sample.replace(EN, "is answered", "is 'answered'");
    sample.build().expect(0);
    let strict = ["build", "--date", "2026-01-15", "--strict"];
    let told = sample.run(&strict).expect(1);
    assert!(told.stderr.contains("odd-quotes") && told.stderr.contains("Nothing was written"));
}

/// The day itself says nothing: what changes from one day to another is what is in force.
#[test]
fn an_edition_that_comes_into_force_makes_other_pages() {
    let facts = "order: { number: 2, date: 2026-01-20 }; updated: 2026-01-20; in_force: 2026-02-01";
    let first = "order: { number: 1, date: 2025-01-10 }; updated: 2025-01-10";
    let sample = Sample::editions(&[("terms", &[("1.0", first), ("2.0", facts)])]);
    for day in [
        "2026-01-21",
        "2026-01-30",
        "2026-01-31",
        "2026-02-01",
        "2026-02-02",
        "2027-02-02",
    ] {
        sample.run(&["build", "--date", day]).expect(0);
        let warm = sample.site();
        sample
            .run(&["build", "--date", day, "--no-cache"])
            .expect(0);
        assert!(warm == sample.site(), "{day}");
    }
}

/// A feed that tells of nothing is dated by the day of the build.
#[test]
fn a_site_without_policies_is_another_one_each_day() {
    let sample = Sample::small();
    sample.remove("content");
    for day in ["2026-01-15", "2026-01-16"] {
        sample.run(&["build", "--date", day]).expect(0);
        assert!(sample.page("en/feed.xml").contains(day), "{day}");
    }
}

/// What a person keeps in a folder is not lost because the folder was named by mistake.
#[test]
fn a_folder_of_somebody_else_is_refused() {
    let sample = Sample::small();
    sample.build().expect(0);
    let elsewhere = tempfile::tempdir().unwrap();
    let photo = elsewhere.path().join("files/aa/holiday.jpg");
    fs::create_dir_all(photo.parent().unwrap()).unwrap();
    fs::write(&photo, "mine").unwrap();
    let own = elsewhere.path().to_str().unwrap();
    for cache in [own, ".", "content", "content/new", "public", "public/new"] {
        let told = sample
            .run(&["build", "--date", "2026-01-15", "--cache", cache])
            .expect(2);
        let help = "choose another folder with --cache";
        assert!(told.stderr.contains(help), "{cache}: {}", told.stderr);
    }
    assert_eq!(fs::read_to_string(&photo).unwrap(), "mine");
    assert_eq!(sample.top(), ["content", "public", "site.yaml"]);
}

/// A file that was written into by hand is kept no longer, so that the build after the next is quick again.
#[test]
fn what_is_broken_is_kept_anew() {
    let sample = Sample::small();
    sample.build().expect(0);
    let page = sample.path("public/en/index.html");
    let written = fs::read_to_string(&page).unwrap();
    fs::write(&page, written.replace("Legal", "LEGAL")).unwrap();
    for _ in 0..2 {
        fs::remove_dir_all(sample.path("public")).unwrap();
        sample.build().expect(0);
    }
    fs::remove_dir_all(sample.path("public")).unwrap();
    let told = sample.build().expect(0).stdout;
    let all = format!("{} files taken over", sample.site().len() - 1);
    assert!(told.contains(&all), "{told}");
}

/// A published page and the kept one are one file, so whoever shuts the one shuts the other.
#[cfg(unix)]
#[test]
fn a_page_is_published_with_the_rights_of_a_new_one() {
    use std::os::unix::fs::PermissionsExt as _;
    let sample = Sample::small();
    sample.build().expect(0);
    let page = sample.path("public/en/index.html");
    let mode = |path: &PathBuf| fs::metadata(path).unwrap().permissions().mode();
    let usual = mode(&page);
    fs::set_permissions(&page, fs::Permissions::from_mode(0o600)).unwrap();
    fs::remove_dir_all(sample.path("public")).unwrap();
    sample.build().expect(0);
    assert_eq!(mode(&page), usual);
}

#[cfg(unix)]
#[test]
fn a_theme_behind_a_link_is_looked_at() {
    let sample = Sample::small();
    let shared = tempfile::tempdir().unwrap();
    fs::create_dir_all(shared.path().join("assets")).unwrap();
    fs::write(shared.path().join("theme.yaml"), "base: default\n").unwrap();
    fs::create_dir_all(sample.path("themes")).unwrap();
    std::os::unix::fs::symlink(shared.path(), sample.path("themes/mine")).unwrap();
    sample.append("site.yaml", "theme: mine\n");
    for text in ["one", "two"] {
        fs::write(shared.path().join("assets/x.txt"), text).unwrap();
        sample.build().expect(0);
        assert_eq!(sample.page("assets/x.txt"), text);
    }
}

#[test]
fn a_theme_of_any_name_is_looked_at() {
    let sample = Sample::small();
    sample.write("themes/mine~/theme.yaml", "base: default\n");
    sample.append("site.yaml", "theme: mine~\n");
    for text in ["one", "two"] {
        sample.write("themes/mine~/assets/x.txt", text);
        sample.build().expect(0);
        assert_eq!(sample.page("assets/x.txt"), text);
    }
}

/// The same files in another folder are another site.
#[test]
fn a_file_that_moves_between_folders_is_seen() {
    let sample = Sample::small();
    sample.write("themes/glossary.yaml", "concepts: [\n");
    sample.build().expect(0);
    sample.remove("themes");
    sample.write("content/glossary.yaml", "concepts: [\n");
    sample.build().expect(1);
}

/// It may be a picture, or somebody's secret: nobody reads it.
#[test]
fn a_file_that_is_not_read_is_not_shown_later_either() {
    let sample = Sample::small();
    sample.write("content/sample-policy/1.0/note.bin", "secret");
    let first = sample.build();
    let second = sample.build();
    assert_eq!(first.stderr, second.stderr);
    assert!(!second.stderr.contains("secret"));
}

/// The index of the search is carried on from the kept one; what is no file there is never read.
#[cfg(unix)]
#[test]
fn a_search_is_made_anew_where_the_kept_one_is_no_file() {
    let sample = Sample::small();
    sample.build().expect(0);
    let index = fs::read(sample.path("public/en/search/current/policies.js")).unwrap();
    let mut kept = kept(&sample).into_iter();
    let place = kept.find(|path| fs::read(path).unwrap() == index);
    let place = place.expect("the index is kept");
    fs::remove_file(&place).unwrap();
    std::os::unix::fs::symlink("/dev/zero", &place).unwrap();
    sample.append("content/sample-policy/policy.yaml", "# A remark.\n");
    sample.build().expect(0);
    is_as_built_anew(&sample);
}
