//! How the program speaks in this run: its language, the form of its messages, and where they go.

use std::io::Write;

use super::code;
use crate::diag::print::{self, Format};
use crate::diag::{Diagnostic, Lang, Message};

/// Chosen by `--lang` and `--format`, handed to every verb.
#[derive(Clone, Copy)]
pub struct Voice {
    /// The language of messages.
    pub lang: Lang,
    /// The form of faults; sentences beside them are for people alone.
    pub format: Format,
}

impl Voice {
    /// Says how it went, on the output.
    pub fn say(self, message: &Message) {
        out(&format!("{}\n", message.text(self.lang)));
    }

    /// Says what follows from the faults, on the error stream.
    pub fn say_error(self, message: &Message) {
        drop(writeln!(anstream::stderr(), "{}", message.text(self.lang)));
    }

    /// Faults go to the error stream, so that what a verb prints can be piped on; JSON to the output, where its
    /// reader waits for it even if there are none. Nobody is left to tell if the terminal is gone.
    pub fn faults(self, faults: &[Diagnostic]) {
        if self.format == Format::Json {
            drop(print::print(faults, self.format, self.lang, &mut anstream::stdout()));
            return;
        }
        drop(print::print(faults, self.format, self.lang, &mut anstream::stderr()));
    }

    /// The one fault of a disk that does not take what is written, and its exit code.
    pub fn not_written(self, fault: &Diagnostic) -> u8 {
        self.faults(std::slice::from_ref(fault));
        code::NOT_WRITTEN
    }

    /// Whether a person reads along, who may be told more than was asked for.
    pub fn is_for_people(self) -> bool {
        self.format == Format::Human
    }
}

/// Prints on the output. A reader that went away (`| head`) is no fault.
pub fn out(text: &str) {
    drop(anstream::stdout().write_all(text.as_bytes()));
}
