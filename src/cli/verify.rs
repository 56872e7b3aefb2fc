//! `bantin verify`: the output folders against their manifests — whether what is served is what was built.

use clap::ArgMatches;

use super::{Voice, code, folders};
use crate::diag::{Diagnostic, Message};
use crate::write::manifest::{self, Difference};

/// Compares `public/` and `documents/` with their `manifest.json`; exit code 4 where they differ.
///
/// Files that no build made are not looked at: a web server's own files live there too.
pub fn run(matches: &ArgMatches, voice: Voice) -> u8 {
    let folders = folders(matches);
    let mut faults = Vec::new();
    let mut files = 0;
    for folder in [&folders.public, &folders.documents] {
        let Some(checked) = manifest::verify(folder) else {
            let fault = Diagnostic::error("verify-no-manifest").with("dir", folder.display());
            faults.push(fault.hint_id("verify-no-manifest.hint"));
            continue;
        };
        files += checked.files;
        faults.extend(checked.differences.iter().map(|difference| {
            let (rule, name) = match difference {
                Difference::Missing(name) => ("verify-missing", name),
                Difference::Changed(name) => ("verify-changed", name),
            };
            Diagnostic::error(rule).with("file", folder.join(name).display()).hint_id("verify.hint")
        }));
    }
    voice.faults(&faults);
    if !faults.is_empty() {
        return code::DIFFERENT;
    }
    if voice.is_for_people() {
        voice.say(&Message::new("verify-done").with("files", files));
    }
    code::DONE
}
