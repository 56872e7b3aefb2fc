//! The command line as clap knows it, in the user's language: one function a verb, all words from the catalogue.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, StyledStr};
use clap::{Arg, ArgAction, Command, value_parser};
use jiff::civil::Date;

use super::records::KINDS;
use crate::diag::message::pattern;
use crate::diag::{Lang, Message};

/// The language asked for by `--lang` or `BANTIN_LANG`. It is needed before clap runs, since clap's own complaints
/// are said in it too.
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

/// The whole command line. Flags without a verb of their own (`-r`, `--lang`, `--format`) stand before or after it.
pub fn command(lang: Lang) -> Command {
    let say = Words(lang);
    let anywhere = [
        say.value("root", "DIR", "help-root").short('r').value_parser(value_parser!(PathBuf)),
        say.choice("lang", &["vi", "en"], "help-lang").value_name("vi|en"),
        say.choice("format", &["human", "short", "json"], "help-format").value_name("human|short|json"),
    ];
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(say.text("help-help"));
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    Command::new("bantin")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say.text("help-about"))
        .help_template(say.text("help-template-root"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(help.global(true))
        .arg(version.help(say.text("help-version")))
        .args(anywhere.map(|arg| arg.global(true)))
        .subcommands(
            [init, new, build, check, verify, explain, extract, schema, text].map(|verb| say.shaped(verb(say))),
        )
}

fn init(say: Words) -> Command {
    say.verb("init", "help-init", "help-usage-init")
        .arg(say.word("dir", "value-dir", "help-init-dir").value_parser(value_parser!(PathBuf)))
}

/// `site` and `people` are the project's own and have one name each; a record of a story needs the story's.
fn new(say: Words) -> Command {
    let of_a_story = KINDS.iter().filter(|kind| kind.of_a_story()).map(|kind| ("kind", kind.word));
    say.verb("new", "help-new", "help-usage-new")
        .arg(say.one_of(kind(say).required(true), kinds()))
        .arg(say.word("slug", "value-slug", "help-slug").required_if_eq_any(of_a_story))
        .arg(say.value("date", "YYYY-MM-DD", "help-date").value_parser(value_parser!(Date)))
}

fn build(say: Words) -> Command {
    say.verb("build", "help-build", "help-usage-build")
        .args(reading(say))
        .arg(say.value("out", "DIR", "help-out").short('o').value_parser(value_parser!(PathBuf)))
        .arg(say.value("base-url", "URL", "help-base-url"))
        .arg(say.flag("drafts", "help-drafts"))
        .arg(say.value("only", "ID", "help-only"))
}

fn check(say: Words) -> Command {
    say.verb("check", "help-check", "help-usage-check").args(reading(say)).arg(say.value(
        "text",
        "FILE",
        "help-check-text",
    ))
}

fn verify(say: Words) -> Command {
    say.verb("verify", "help-verify", "help-usage-verify")
        .arg(say.value("out", "DIR", "help-out").short('o').value_parser(value_parser!(PathBuf)))
}

fn explain(say: Words) -> Command {
    say.verb("explain", "help-explain", "help-usage-explain").arg(say.word("rule", "value-rule", "help-rule"))
}

fn extract(say: Words) -> Command {
    let pdf = say.word("pdf", "value-pdf", "help-pdf").required(true).value_parser(value_parser!(PathBuf));
    say.verb("extract", "help-extract", "help-usage-extract")
        .arg(pdf)
        .arg(say.value("out", "DIR", "help-extract-out").short('o').value_parser(value_parser!(PathBuf)))
}

fn schema(say: Words) -> Command {
    say.verb("schema", "help-schema", "help-usage-schema").arg(say.one_of(kind(say), kinds()))
}

fn text(say: Words) -> Command {
    let job = say.word("text-verb", "value-job", "help-text-verb").required(true);
    say.verb("text", "help-text", "help-usage-text")
        .arg(say.one_of(job, super::text::JOBS.to_vec()))
        .arg(say.flag("names", "help-names"))
        .arg(say.choice("style", &["first_vowel", "main_vowel"], "help-style"))
        .arg(say.choice("from", &["tcvn3", "vni", "viscii", "cp1258", "auto"], "help-from"))
}

/// What every verb takes that reads the project's records.
fn reading(say: Words) -> [Arg; 3] {
    [
        say.value("as-of", "YYYY-MM-DD", "help-as-of").value_parser(value_parser!(Date)),
        say.flag("strict", "help-strict"),
        say.value("jobs", "N", "help-jobs").short('j').value_parser(value_parser!(usize)),
    ]
}

fn kind(say: Words) -> Arg {
    say.word("kind", "value-kind", "help-kind")
}

fn kinds() -> Vec<&'static str> {
    KINDS.iter().map(|kind| kind.word).collect()
}

/// Makes verbs and arguments whose words come from the catalogue.
#[derive(Clone, Copy)]
struct Words(Lang);

impl Words {
    fn text(self, id: &'static str) -> StyledStr {
        StyledStr::from(Message::new(id).text(self.0))
    }

    /// A verb with what it does and how it is written. Clap would print both in English.
    fn verb(self, name: &'static str, about: &'static str, usage: &'static str) -> Command {
        Command::new(name).about(self.text(about)).override_usage(self.text(usage)).disable_help_flag(true)
    }

    /// With the template of its help: one without arguments by position has no heading for them.
    fn shaped(self, verb: Command) -> Command {
        let words = verb.get_positionals().next().is_some();
        verb.help_template(self.text(if words { "help-template-words" } else { "help-template" }))
    }

    fn flag(self, name: &'static str, help: &'static str) -> Arg {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(self.text(help))
    }

    fn value(self, name: &'static str, shown: &'static str, help: &'static str) -> Arg {
        Arg::new(name).long(name).value_name(shown).help(self.text(help))
    }

    /// A flag with a closed choice of values; its help text names them, so clap need not.
    fn choice(self, name: &'static str, of: &[&'static str], help: &'static str) -> Arg {
        self.one_of(self.value(name, "…", help), of.to_vec())
    }

    /// An argument by its position, with its name in the user's language.
    fn word(self, name: &'static str, shown: &'static str, help: &'static str) -> Arg {
        Arg::new(name).value_name(pattern(shown, self.0).unwrap_or(shown)).help(self.text(help))
    }

    fn one_of(self, argument: Arg, values: Vec<&'static str>) -> Arg {
        argument.value_parser(PossibleValuesParser::new(values)).hide_possible_values(true)
    }
}
