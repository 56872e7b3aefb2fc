//! The command line as clap knows it, in the user's language, and what is said when it is wrong.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error, value_parser};
use jiff::civil::Date;

use crate::diag::{Lang, Message};

/// The language asked for by `--lang` or `BANTIN_LANG`, needed before anything can be said.
pub fn lang(arguments: &[OsString]) -> Lang {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    let mut asked = std::env::var("BANTIN_LANG").unwrap_or_default();
    while let Some(word) = words.next() {
        if word == "--lang" {
            asked = words.next().unwrap_or_default().to_owned();
        } else if let Some(value) = word.strip_prefix("--lang=") {
            asked = value.to_owned();
        }
    }
    if asked == "en" { Lang::En } else { Lang::Vi }
}

/// The whole command line.
pub fn command(lang: Lang) -> Command {
    let text = |id| StyledStr::from(Message::new(id).text(lang));
    let flag = |name: &'static str, id| Arg::new(name).long(name).action(ArgAction::SetTrue).help(text(id));
    let value =
        |name: &'static str, shown: &'static str, id| Arg::new(name).long(name).value_name(shown).help(text(id));
    let help = || Arg::new("help").short('h').long("help").action(ArgAction::Help).help(text("help-help")).global(true);
    let common = |command: Command| {
        command
            .disable_help_flag(true)
            .help_template(text("help-template"))
            .arg(value("as-of", "YYYY-MM-DD", "help-as-of").value_parser(value_parser!(Date)))
            .arg(flag("strict", "help-strict"))
            .arg(value("jobs", "N", "help-jobs").short('j').value_parser(value_parser!(usize)))
    };
    let build = common(Command::new("build").about(text("help-build")).override_usage(text("help-usage-build")))
        .arg(value("out", "DIR", "help-out").short('o').value_parser(value_parser!(PathBuf)))
        .arg(value("base-url", "URL", "help-base-url"))
        .arg(flag("drafts", "help-drafts"))
        .arg(value("only", "ID", "help-only"));
    let check = common(Command::new("check").about(text("help-check")).override_usage(text("help-usage-check")))
        .arg(value("text", "FILE", "help-check-text"));
    let explain = Command::new("explain")
        .about(text("help-explain"))
        .override_usage(text("help-usage-explain"))
        .disable_help_flag(true)
        .help_template(text("help-template-words"))
        .arg(Arg::new("rule").value_name("…").help(text("help-rule")));
    let extract = Command::new("extract")
        .about(text("help-extract"))
        .override_usage(text("help-usage-extract"))
        .disable_help_flag(true)
        .help_template(text("help-template-words"))
        .arg(Arg::new("pdf").required(true).value_name("…").help(text("help-pdf")).value_parser(value_parser!(PathBuf)))
        .arg(value("out", "DIR", "help-extract-out").short('o').value_parser(value_parser!(PathBuf)));
    let kinds = PossibleValuesParser::new(["meeting", "budget", "conclusions", "news", "document", "site", "people"]);
    let schema = Command::new("schema")
        .about(text("help-schema"))
        .override_usage(text("help-usage-schema"))
        .disable_help_flag(true)
        .help_template(text("help-template-words"))
        .arg(
            Arg::new("kind")
                .value_name("…")
                .help(text("help-kind"))
                .value_parser(kinds.clone())
                .hide_possible_values(true),
        );
    let new = Command::new("new")
        .about(text("help-new"))
        .override_usage(text("help-usage-new"))
        .disable_help_flag(true)
        .help_template(text("help-template-words"))
        .arg(
            Arg::new("kind")
                .required(true)
                .value_name("…")
                .help(text("help-new-kind"))
                .value_parser(kinds)
                .hide_possible_values(true),
        )
        .arg(
            Arg::new("slug")
                .required_if_eq_any(["meeting", "budget", "conclusions", "news", "document"].map(|kind| ("kind", kind)))
                .value_name("…")
                .help(text("help-slug")),
        )
        .arg(value("date", "YYYY-MM-DD", "help-date").value_parser(value_parser!(Date)));
    let verbs = ["words", "money", "number", "date", "slug", "fold", "sort", "tone", "refs", "convert", "spell"];
    let choice = |name: &'static str, of: &[&'static str], id| {
        value(name, "…", id).value_parser(PossibleValuesParser::new(of.iter().copied())).hide_possible_values(true)
    };
    let text_verbs = Command::new("text")
        .about(text("help-text"))
        .override_usage(text("help-usage-text"))
        .disable_help_flag(true)
        .help_template(text("help-template-words"))
        .arg(
            Arg::new("text-verb")
                .required(true)
                .value_name("…")
                .help(text("help-text-verb"))
                .value_parser(PossibleValuesParser::new(verbs))
                .hide_possible_values(true),
        )
        .arg(flag("names", "help-names"))
        .arg(choice("style", &["first_vowel", "main_vowel"], "help-style"))
        .arg(choice("from", &["tcvn3", "vni", "viscii", "cp1258", "auto"], "help-from"));
    Command::new("bantin")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("help-about"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .help_template(text("help-template-root"))
        .arg(help())
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(text("help-version")))
        .arg(value("root", "DIR", "help-root").short('r').value_parser(value_parser!(PathBuf)).global(true))
        .arg(
            value("lang", "vi|en", "help-lang")
                .value_parser(PossibleValuesParser::new(["vi", "en"]))
                .hide_possible_values(true)
                .global(true),
        )
        .arg(
            value("format", "human|short|json", "help-format")
                .value_parser(PossibleValuesParser::new(["human", "short", "json"]))
                .hide_possible_values(true)
                .global(true),
        )
        .subcommands([build, check, explain, extract, new, schema, text_verbs])
}

/// Says what is wrong with the command line and returns the exit code.
pub fn report(error: &Error, lang: Lang) -> u8 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        drop(write!(anstream::stdout(), "{}", error.render().ansi()));
        return 0;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        drop(write!(anstream::stderr(), "{}", error.render().ansi()));
        return 2;
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let id = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown-flag",
        ErrorKind::InvalidSubcommand => "usage-unknown-verb",
        ErrorKind::MissingSubcommand => "usage-no-verb",
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => "usage-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-bad-value",
        ErrorKind::ArgumentConflict => "usage-twice",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        _ => "usage-other",
    };
    let verb = context(ContextKind::InvalidSubcommand);
    let argument = context(ContextKind::InvalidArg);
    let message = Message::new(id)
        .with("argument", if verb.is_empty() { argument } else { verb })
        .with("value", context(ContextKind::InvalidValue))
        .with("choices", context(ContextKind::ValidValue));
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue].map(context);
    let mut lines = format!("{}: {}\n", Message::new("word-error").text(lang), message.text(lang).trim_end());
    if let Some(near) = suggested.iter().find(|near| !near.is_empty()) {
        lines.push_str(&format!(
            "{}: {}\n",
            Message::new("word-mend").text(lang),
            Message::new("did-you-mean").with("near", near).text(lang)
        ));
    }
    lines.push_str(&format!("{}\n", Message::new("usage-see-help").text(lang)));
    drop(anstream::stderr().write_all(lines.as_bytes()));
    2
}
