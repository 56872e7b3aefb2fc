//! Runs the verb, prints what was found, ends with the exit code. Nothing else is decided here.

use std::process::ExitCode;

fn main() -> ExitCode {
    let now = jiff::tz::Offset::constant(7).to_datetime(jiff::Timestamp::now());
    let arguments = std::env::args_os().collect();
    ExitCode::from(bantin::cli::run(arguments, now))
}
