//! What is measured.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use walkdir::WalkDir;

use super::plain::{read_and_write, read_files, read_parse_and_write};
use super::{corpus, equal, hugo};

/// How often everything is done.
pub(crate) const ROUNDS: usize = 5;

/// What a row tells of a site.
struct Row {
    load: Duration,
    check: Duration,
    cold: Duration,
    unchanged: Duration,
    changed: Duration,
    plain: Duration,
    parsed: Duration,
    hugo: Option<Duration>,
    peak: u64,
    output: Vec<(PathBuf, Vec<u8>)>,
}

/// Measures the site in a folder; gives the end of a row of the table. With `other`, Hugo makes the same
/// there, the two taking turns. `live` measures the preview, at the end.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
pub(crate) fn row(site: &Path, other: Option<&Path>, live: impl FnOnce() -> String) -> String {
    let public = site.join("public");
    let forever = Duration::MAX;
    let mut row = Row {
        load: forever,
        check: forever,
        cold: forever,
        unchanged: forever,
        changed: forever,
        plain: forever,
        parsed: forever,
        hugo: other.map(|_| forever),
        peak: 0,
        output: Vec::new(),
    };
    let once = |command| {
        run(command, site);
    };
    // Nothing is removed before all that makes a site anew is measured: see `put_aside`.
    for round in 0..ROUNDS {
        for folder in ["public", ".tarmaq-cache"] {
            put_aside(&site.join(folder), round);
        }
        row.cold = row
            .cold
            .min(timed(|| row.peak = row.peak.max(run("build", site))));
        if round == 0 {
            row.output = read_files(&public);
        }
        row.check = row.check.min(timed(|| once("check")));
        let start = Instant::now();
        let loaded = tarmaq::load::load(site).expect("a site that can be read");
        row.load = row.load.min(start.elapsed());
        drop(loaded);
        if let (Some(other), Some(best)) = (other, &mut row.hugo) {
            if round == 0 {
                hugo::write(site, &public, other);
            }
            put_aside(&other.join("public"), round);
            *best = (*best).min(timed(|| {
                let exit = hugo::command(other).stdout(Stdio::null()).status();
                assert!(exit.expect("hugo starts").success(), "hugo builds");
            }));
            if round == 0 {
                equal::compare(site, &public, &other.join("public"));
            }
        }
        let sources = files(&site.join("content"));
        let copy = site.join("copy");
        put_aside(&copy, round);
        row.plain = row
            .plain
            .min(timed(|| read_and_write(&sources, &row.output, &copy)));
        let parsed = site.join("parsed");
        put_aside(&parsed, round);
        row.parsed = row.parsed.min(timed(|| {
            read_parse_and_write(&sources, &row.output, &parsed);
        }));
    }
    for round in 0..ROUNDS {
        row.unchanged = row.unchanged.min(timed(|| once("build")));
        corpus::change(site, round);
        row.changed = row.changed.min(timed(|| once("build")));
    }
    row.told(live())
}

impl Row {
    fn told(&self, live: String) -> String {
        let seconds = |time: Duration| format!("{:.2} s", time.as_secs_f64());
        let size: usize = self.output.iter().map(|(_, bytes)| bytes.len()).sum();
        let times = |slow: Duration, fast: Duration| {
            format!("{:.1}", slow.as_secs_f64() / fast.as_secs_f64())
        };
        let cells = [
            self.output.len().to_string(),
            format!("{:.0} MB", size as f64 / 1e6),
            seconds(self.load),
            seconds(self.check.saturating_sub(self.load)),
            seconds(self.cold.saturating_sub(self.check)),
            seconds(self.cold),
            seconds(self.unchanged),
            seconds(self.changed),
            live,
            seconds(self.plain),
            seconds(self.parsed),
            times(self.cold, self.plain),
            self.hugo.map_or_else(String::new, seconds),
            self.hugo
                .map_or_else(String::new, |hugo| times(hugo, self.cold)),
            format!("{} MB", self.peak),
        ];
        format!("| {} |", cells.join(" | "))
    }
}

/// Puts a folder out of the way, and leaves it there until all is measured: some file systems are slow to
/// make files for a while after many were removed.
fn put_aside(folder: &Path, round: usize) {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let _ = fs::rename(folder, folder.with_file_name(format!("{name}-{round}")));
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn timed(act: impl FnOnce()) -> Duration {
    let start = Instant::now();
    act();
    start.elapsed()
}

/// Carries a command out on the site; gives the most memory the program held, in megabytes (0 where the system does
/// not tell).
fn run(command: &str, site: &Path) -> u64 {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tarmaq"))
        .args([command, "--quiet", "--date", "2026-01-01", "--root"])
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

/// The most memory that a program held so far, in megabytes. One that is only just beginning still has the
/// memory of the benchmark, and its name.
fn high_water(status: &str) -> Option<u64> {
    let status = fs::read_to_string(status).ok()?;
    status.starts_with("Name:\ttarmaq\n").then_some(())?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024)
}

/// All files below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("a readable folder"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(walkdir::DirEntry::into_path).collect()
}
