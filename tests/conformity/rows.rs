//! The assertions, numbered as in the list of the standard; each measures the finished page.

mod body;
mod file;
mod foot;
mod head;

use crate::paper::Paper;

/// All rows that apply to a document.
pub fn measure(paper: &mut Paper) {
    let rows = [
        file::file,
        file::pages,
        head::letterhead,
        head::bodies,
        head::number_and_date,
        head::title,
        head::letter,
        head::stamps,
        body::addressees,
        body::edges,
        body::spacing,
        body::turns,
        body::divisions,
        body::words,
        body::tables,
        foot::recipients,
        foot::signatures,
        foot::pictures,
        foot::appendices,
    ];
    rows.iter().for_each(|row| row(paper));
}
