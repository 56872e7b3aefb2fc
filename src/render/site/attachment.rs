//! Which files an office gives out beside a story: kinds that no browser runs as a page of the site, told by name and content.

/// Endings, and what such a file begins with; nothing where no mark tells the kind.
const KINDS: [(&[&str], &[&[u8]]); 10] = [
    (&["pdf"], &[b"%PDF-"]),
    (&["docx", "xlsx", "pptx", "odt", "ods", "odp", "zip"], &[b"PK\x03\x04", b"PK\x05\x06"]),
    // Word also wrote RTF under the old ending.
    (&["doc", "xls", "ppt"], &[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"]),
    (&["rtf"], &[b"{\\rtf"]),
    (&["jpg", "jpeg"], &[b"\xff\xd8\xff"]),
    (&["png"], &[b"\x89PNG\r\n\x1a\n"]),
    (&["gif"], &[b"GIF8"]),
    (&["rar"], &[b"Rar!"]),
    (&["7z"], &[b"7z\xbc\xaf\x27\x1c"]),
    (&["mp3", "m4a", "mp4"], &[]),
];

/// Endings of plain text, in whatever encoding.
const TEXTS: [&str; 3] = ["txt", "csv", "json"];

/// Why a file is not given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A kind that is not among those.
    Kind,
    /// Its content is another kind's.
    Content,
}

/// Whether a file of this name and content may be given out.
///
/// # Errors
/// What is wrong with it.
pub fn check(name: &str, bytes: &[u8]) -> Result<(), Refusal> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    if TEXTS.contains(&ending.as_str()) {
        let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
        let text = !bytes.is_empty() && (wide || !bytes.contains(&0));
        return text.then_some(()).ok_or(Refusal::Content);
    }
    let (_, marks) = KINDS.iter().find(|(endings, _)| endings.contains(&ending.as_str())).ok_or(Refusal::Kind)?;
    let meant = marks.is_empty() || marks.iter().any(|mark| bytes.starts_with(mark));
    meant.then_some(()).ok_or(Refusal::Content)
}

/// All endings, for the mend.
pub fn endings() -> String {
    KINDS.iter().flat_map(|(endings, _)| *endings).chain(&TEXTS).copied().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_in_disguise_are_told() {
        let page = b"<html><script>1</script>";
        for name in
            ["a.html", "a.HTM", "a.svg", "a.xml", "a.xhtml", "a.js", "a.mht", "a.php", "a.exe", "a", "a.pdf.html"]
        {
            assert_eq!(check(name, page), Err(Refusal::Kind), "{name}");
        }
        for name in ["a.pdf", "a.DOCX", "a.doc", "a.png", "a.zip", "a.gif"] {
            assert_eq!(check(name, page), Err(Refusal::Content), "{name}");
        }
        for (name, bytes) in
            [("A.PDF", &b"%PDF-1.7"[..]), ("a.docx", b"PK\x03\x04x"), ("a.doc", b"{\\rtf1"), ("a.csv", b"\"a\";1")]
        {
            assert_eq!(check(name, bytes), Ok(()), "{name}");
        }
        assert_eq!([check("a.txt", b"\x89PNG\0"), check("a.csv", b"")], [Err(Refusal::Content); 2]);
        assert_eq!(check("a.txt", b"\xff\xfea\0"), Ok(()));
    }
}
