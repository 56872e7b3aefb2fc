//! Console transcripts over `tests/cmd/*.md`: what a user types, what the program prints, the exit code.
//! `TRYCMD=overwrite cargo test --test cmd` writes them anew; a folder `NAME.in` is where `NAME.md` begins,
//! `NAME.out` is what must lie there afterwards.

#[test]
fn transcripts_hold() {
    trycmd::TestCases::new().case("tests/cmd/*.md").env("BANTIN_LANG", "vi").env("NO_COLOR", "1");
}
