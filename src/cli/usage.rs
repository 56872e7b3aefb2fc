//! What is said when the command line is wrong: what was written, what was probably meant, and where help is.

use std::io::Write;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::code;
use crate::diag::{Lang, Message};

/// Says what is wrong with the command line and returns the exit code.
pub fn report(error: &Error, lang: Lang) -> u8 {
    // Help that was asked for is output; help in place of a missing verb is a complaint.
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            drop(write!(anstream::stdout(), "{}", error.render().ansi()));
            return code::DONE;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            drop(write!(anstream::stderr(), "{}", error.render().ansi()));
            return code::USAGE;
        }
        _ => {}
    }
    let line =
        |word, message: Message| format!("{}: {}\n", Message::new(word).text(lang), message.text(lang).trim_end());
    let mut lines = line("word-error", complaint(error));
    if let Some(mend) = mend(error) {
        lines.push_str(&line("word-mend", mend));
    }
    lines.push_str(&format!("{}\n", Message::new("usage-see-help").text(lang)));
    drop(anstream::stderr().write_all(lines.as_bytes()));
    code::USAGE
}

/// What clap knows of the mistake under one heading; empty if nothing.
fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

fn complaint(error: &Error) -> Message {
    let told = |kind| context(error, kind);
    let id = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown-flag",
        ErrorKind::InvalidSubcommand => "usage-unknown-verb",
        ErrorKind::MissingSubcommand => "usage-no-verb",
        ErrorKind::InvalidValue if told(ContextKind::InvalidValue).is_empty() => "usage-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-bad-value",
        ErrorKind::ArgumentConflict => "usage-twice",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        _ => "usage-other",
    };
    let verb = told(ContextKind::InvalidSubcommand);
    Message::new(id)
        .with("argument", if verb.is_empty() { told(ContextKind::InvalidArg) } else { verb })
        .with("value", told(ContextKind::InvalidValue))
        .with("choices", told(ContextKind::ValidValue))
}

/// The word that was probably meant, or how the verb is written when something is missing.
fn mend(error: &Error) -> Option<Message> {
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = suggested.into_iter().map(|kind| context(error, kind)).find(|near| !near.is_empty());
    if let Some(near) = near {
        return Some(Message::new("did-you-mean").with("near", near));
    }
    let usage = context(error, ContextKind::Usage);
    let (_, usage) = usage.split_once(": ").filter(|_| error.kind() == ErrorKind::MissingRequiredArgument)?;
    Some(Message::new("usage-missing.hint").with("usage", usage.trim()))
}
