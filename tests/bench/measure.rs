//! What is measured.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use walkdir::WalkDir;

/// How often everything is done.
pub(crate) const ROUNDS: usize = 5;

/// Measures the site in a folder; gives the end of a row of the table.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
pub(crate) fn row(site: &Path) -> String {
    let public = site.join("public");
    let mut build = Duration::MAX;
    let mut again = Duration::MAX;
    let mut check = Duration::MAX;
    let mut load = Duration::MAX;
    let mut peak = 0;
    for _ in 0..ROUNDS {
        let _ = fs::remove_dir_all(&public);
        let start = Instant::now();
        peak = peak.max(run("build", site));
        build = build.min(start.elapsed());
        let start = Instant::now();
        run("build", site);
        again = again.min(start.elapsed());
        let start = Instant::now();
        run("check", site);
        check = check.min(start.elapsed());
        let start = Instant::now();
        let loaded = tarmaq::load::load(site).expect("a site that can be read");
        load = load.min(start.elapsed());
        drop(loaded);
    }
    let sources = files(&site.join("content"));
    let output: Vec<(PathBuf, Vec<u8>)> = files(&public)
        .into_iter()
        .map(|path| {
            let bytes = fs::read(&path).expect("a page");
            (
                path.strip_prefix(&public).expect("below public").to_owned(),
                bytes,
            )
        })
        .collect();
    let copy = site.join("copy");
    let mut plain = Duration::MAX;
    for _ in 0..ROUNDS {
        let _ = fs::remove_dir_all(&copy);
        let start = Instant::now();
        read_and_write(&sources, &output, &copy);
        plain = plain.min(start.elapsed());
    }
    let megabytes = |bytes: usize| bytes as f64 / 1e6;
    let size: usize = output.iter().map(|(_, bytes)| bytes.len()).sum();
    let source_size: u64 = sources
        .iter()
        .map(|p| p.metadata().map_or(0, |m| m.len()))
        .sum();
    format!(
        "| {} | {:.1} MB | {:.1} MB | {:.2} s | {:.2} s | {:.2} s | {:.2} s | {:.2} s | {:.2} s | {:.1} | {peak} MB |",
        output.len(),
        source_size as f64 / 1e6,
        megabytes(size),
        load.as_secs_f64(),
        check.saturating_sub(load).as_secs_f64(),
        build.saturating_sub(check).as_secs_f64(),
        build.as_secs_f64(),
        again.as_secs_f64(),
        plain.as_secs_f64(),
        build.as_secs_f64() / plain.as_secs_f64(),
    )
}

/// Carries a command out on the site; gives the most memory the program held, in megabytes (0 where the system does
/// not tell).
fn run(command: &str, site: &Path) -> u64 {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tarmaq"))
        .args([command, "--date", "2026-01-01", "--root"])
        .arg(site)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("tarmaq starts");
    let status = format!("/proc/{}/status", program.id());
    let mut peak = 0;
    loop {
        if let Some(exit) = program.try_wait().expect("tarmaq ends") {
            assert!(exit.success(), "the corpus has no errors");
            return peak;
        }
        peak = peak.max(high_water(&status).unwrap_or(0));
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn high_water(status: &str) -> Option<u64> {
    let status = fs::read_to_string(status).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("a readable folder"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(walkdir::DirEntry::into_path).collect()
}

/// Reads all sources and writes all output, in parallel, and nothing else.
fn read_and_write(sources: &[PathBuf], output: &[(PathBuf, Vec<u8>)], copy: &Path) {
    let read: usize = sources
        .par_iter()
        .map(|path| fs::read(path).expect("a source").len())
        .sum();
    assert!(read > 0);
    output.par_iter().for_each(|(path, bytes)| {
        let path = copy.join(path);
        if fs::write(&path, bytes).is_err() {
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(&path, bytes).expect("a page");
        }
    });
}
