//! How a new output folder takes the place of the old one.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The new folder takes the old one's name; where the system can, in one step.
///
/// # Errors
/// Whatever the disk says; the old folder is then where it was.
pub fn exchange(new: &Path, target: &Path) -> io::Result<()> {
    if !target.exists() {
        return fs::rename(new, target);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let mut old = target.as_os_str().to_owned();
    old.push(".bantin-old");
    let old = PathBuf::from(old);
    if old.exists() {
        fs::remove_dir_all(&old)?;
    }
    fs::rename(target, &old)?;
    if let Err(error) = fs::rename(new, target) {
        fs::rename(&old, target)?;
        return Err(error);
    }
    drop(fs::remove_dir_all(&old));
    Ok(())
}
