use std::io;
use std::path::Path;

/// How the name ends under which an old site lies while the new one takes its place.
pub(super) const ASIDE: &str = "-old";

/// Puts the folder `staged` at `target`; what was there before lies at `staged` afterwards, for the
/// caller to clear away. Nobody who looks at `target` sees anything but the old or the new folder
/// (but see [`two_steps`]).
pub(super) fn publish(staged: &Path, target: &Path) -> io::Result<()> {
    // Another build may put its folder there at any moment, so either step may have to be tried
    // again as the other one.
    let mut result = Ok(());
    for _ in 0..8 {
        result = match target.symlink_metadata() {
            Ok(_) => swap(staged, target),
            Err(_) => move_in(staged, target),
        };
        match &result {
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::AlreadyExists
                ) => {}
            _ => break,
        }
    }
    result
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn swap(staged: &Path, target: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, staged, CWD, target, RenameFlags::EXCHANGE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => two_steps(staged, target),
        done => done.map_err(io::Error::from),
    }
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn move_in(staged: &Path, target: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, staged, CWD, target, RenameFlags::NOREPLACE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => std::fs::rename(staged, target),
        done => done.map_err(io::Error::from),
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn swap(staged: &Path, target: &Path) -> io::Result<()> {
    two_steps(staged, target)
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn move_in(staged: &Path, target: &Path) -> io::Result<()> {
    std::fs::rename(staged, target)
}

/// Where the system cannot exchange two folders: the old one moves aside, the new one in. Between
/// the two there is a moment without a site; if the second step fails, the first is undone.
fn two_steps(staged: &Path, target: &Path) -> io::Result<()> {
    let mut aside = staged.as_os_str().to_owned();
    aside.push(ASIDE);
    let aside = Path::new(&aside);
    std::fs::rename(target, aside)?;
    if let Err(error) = std::fs::rename(staged, target) {
        std::fs::rename(aside, target)?;
        return Err(error);
    }
    std::fs::rename(aside, staged)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{publish, two_steps};

    #[test]
    fn the_new_folder_takes_the_place_and_the_old_one_can_be_cleared_away() {
        for way in [publish, two_steps] {
            let room = tempfile::tempdir().unwrap();
            let (staged, target) = (room.path().join("staged"), room.path().join("site"));
            fs::create_dir(&staged).unwrap();
            fs::create_dir(&target).unwrap();
            fs::write(staged.join("new"), "").unwrap();
            fs::write(target.join("old"), "").unwrap();
            way(&staged, &target).unwrap();
            assert!(target.join("new").exists() && !target.join("old").exists());
            assert!(staged.join("old").exists());
        }
    }
}
