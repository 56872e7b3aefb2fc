//! The 29 kinds of official documents — *các loại văn bản hành chính*: NĐ 30/2020/NĐ-CP Điều 7, codes of Phụ lục III
//! mục I, forms of its mẫu 1.1–1.10. The only list of kinds; a kind is a row.

use super::node::Node;
use super::schema::Shape;
use super::{Cx, Field, value};
use crate::viet::fold;

/// How a kind is laid out — *mẫu trình bày*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Nghị quyết, quyết định: legal bases, the word of decision, articles — mẫu 1.1, 1.2, 1.3.
    Decision,
    /// A document with a name — *văn bản có tên loại* — mẫu 1.4.
    Named,
    /// Công văn — mẫu 1.5.
    Letter,
    /// Công điện — mẫu 1.6.
    Telegram,
    /// Giấy mời — mẫu 1.7.
    Invitation,
    /// Giấy giới thiệu — mẫu 1.8.
    Introduction,
    /// Biên bản — mẫu 1.9.
    Minutes,
    /// Giấy nghỉ phép — mẫu 1.10.
    Leave,
    /// Hợp đồng, bản ghi nhớ, bản thỏa thuận: no form prescribed; two or more parties sign.
    Agreement,
    /// Thư công: no form prescribed, no number.
    OpenLetter,
}

impl Form {
    /// The template that sets it: `templates/pdf/document/NAME.typ`.
    pub fn template(self) -> &'static str {
        match self {
            Form::Decision => "document/decision",
            Form::Named => "document/named",
            Form::Letter => "document/letter",
            Form::Telegram => "document/telegram",
            Form::Invitation => "document/invitation",
            Form::Introduction => "document/introduction",
            Form::Minutes => "document/minutes",
            Form::Leave => "document/leave",
            Form::Agreement => "document/agreement",
            Form::OpenLetter => "document/open-letter",
        }
    }

    /// Whether its substance is a body or articles; the others are made of their particulars.
    pub fn needs_body(self) -> bool {
        !matches!(self, Form::Invitation | Form::Introduction | Form::Leave)
    }
}

/// What else a kind may be made of: the records of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Made {
    /// Its template and its key in `papers`.
    pub key: &'static str,
    /// Its file.
    pub file: &'static str,
}

/// A kind of document — *tên loại*.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// Its code in the number — *chữ viết tắt tên loại*; a letter has none.
    pub code: &'static str,
    /// How it is laid out.
    pub form: Form,
    /// The word before its articles, without the colon; empty where there is none.
    pub enacts: &'static str,
    /// What stands between its name and its subject when both are told as one; a letter's *V/v* in full.
    pub about: &'static str,
    /// Its file when it is made of `document.yaml`.
    pub file: &'static str,
    /// How it is made of a meeting's records, if it is.
    pub made: Option<Made>,
}

const fn row(name: &'static str, code: &'static str, form: Form, file: &'static str) -> Kind {
    Kind { name, code, form, enacts: "", about: "", file, made: None }
}

const fn made(kind: Kind, key: &'static str, file: &'static str) -> Kind {
    Kind { made: Some(Made { key, file }), ..kind }
}

const fn enacts(kind: Kind, enacts: &'static str) -> Kind {
    Kind { enacts, ..kind }
}

/// All kinds, in the decree's order.
pub static KINDS: [Kind; 29] = [
    enacts(row("Nghị quyết", "NQ", Form::Decision, "nghi-quyet.pdf"), "QUYẾT NGHỊ"),
    enacts(row("Quyết định", "QĐ", Form::Decision, "quyet-dinh.pdf"), "QUYẾT ĐỊNH"),
    row("Chỉ thị", "CT", Form::Named, "chi-thi.pdf"),
    row("Quy chế", "QC", Form::Named, "quy-che.pdf"),
    row("Quy định", "QyĐ", Form::Named, "quy-dinh.pdf"),
    row("Thông cáo", "TC", Form::Named, "thong-cao.pdf"),
    made(row("Thông báo", "TB", Form::Named, "thong-bao.pdf"), "notice", "thong-bao-ket-luan.pdf"),
    row("Hướng dẫn", "HD", Form::Named, "huong-dan.pdf"),
    made(row("Chương trình", "CTr", Form::Named, "chuong-trinh.pdf"), "programme", "chuong-trinh.pdf"),
    row("Kế hoạch", "KH", Form::Named, "ke-hoach.pdf"),
    row("Phương án", "PA", Form::Named, "phuong-an.pdf"),
    row("Đề án", "ĐA", Form::Named, "de-an.pdf"),
    row("Dự án", "DA", Form::Named, "du-an.pdf"),
    made(row("Báo cáo", "BC", Form::Named, "bao-cao.pdf"), "report", "bao-cao-kinh-phi.pdf"),
    made(row("Biên bản", "BB", Form::Minutes, "bien-ban.pdf"), "minutes", "bien-ban.pdf"),
    row("Tờ trình", "TTr", Form::Named, "to-trinh.pdf"),
    row("Hợp đồng", "HĐ", Form::Agreement, "hop-dong.pdf"),
    Kind { about: "về việc", ..row("Công văn", "", Form::Letter, "cong-van.pdf") },
    row("Công điện", "CĐ", Form::Telegram, "cong-dien.pdf"),
    row("Bản ghi nhớ", "BGN", Form::Agreement, "ban-ghi-nho.pdf"),
    row("Bản thỏa thuận", "BTT", Form::Agreement, "ban-thoa-thuan.pdf"),
    row("Giấy ủy quyền", "GUQ", Form::Named, "giay-uy-quyen.pdf"),
    made(row("Giấy mời", "GM", Form::Invitation, "giay-moi.pdf"), "invitation", "giay-moi.pdf"),
    row("Giấy giới thiệu", "GGT", Form::Introduction, "giay-gioi-thieu.pdf"),
    row("Giấy nghỉ phép", "GNP", Form::Leave, "giay-nghi-phep.pdf"),
    row("Phiếu gửi", "PG", Form::Named, "phieu-gui.pdf"),
    row("Phiếu chuyển", "PC", Form::Named, "phieu-chuyen.pdf"),
    row("Phiếu báo", "PB", Form::Named, "phieu-bao.pdf"),
    row("Thư công", "", Form::OpenLetter, "thu-cong.pdf"),
];

/// Where each kind stands in [`KINDS`], as choices by code and name; a kind without a code goes by its name.
static CHOICES: [(&str, &str); 29] = choices();

const fn choices() -> [(&'static str, &'static str); 29] {
    let mut choices = [("", ""); 29];
    let mut at = 0;
    while at < KINDS.len() {
        let kind = &KINDS[at];
        choices[at] = (if kind.code.is_empty() { kind.name } else { kind.code }, kind.name);
        at += 1;
    }
    choices
}

/// The kind that is made of a meeting's records under this key of `papers`.
pub fn made_as(key: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.made.is_some_and(|made| made.key == key))
}

/// A kind as a clerk names it: *quyết định* or `QĐ`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named(pub &'static Kind);

impl Default for Named {
    /// A named document like any other, for records whose kind could not be read.
    fn default() -> Self {
        Named(&KINDS[6])
    }
}

impl serde::Serialize for Named {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name)
    }
}

impl Field for Named {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        // Codes differ by letter case alone (QyĐ, CTr), and clerks write them as they come.
        let written = node.scalar().map(str::trim).unwrap_or_default();
        let by_case = |(code, _): &(&str, &str)| code.to_lowercase() == written.to_lowercase();
        let exact = CHOICES.iter().position(|(code, name)| *code == written || fold::fold(name) == fold::fold(written));
        let at = exact.or_else(|| CHOICES.iter().position(by_case)).or_else(|| value::choose(node, &CHOICES, cx));
        at.map_or_else(Named::default, |at| Named(&KINDS[at]))
    }

    fn shape() -> Shape {
        Shape::Choice(&CHOICES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_codes_and_files_are_each_of_one_kind() {
        let mut files: Vec<&str> = KINDS.iter().map(|kind| kind.file).collect();
        files.extend(KINDS.iter().filter_map(|kind| kind.made).map(|made| made.file));
        for (at, kind) in KINDS.iter().enumerate() {
            let rest = &KINDS[at + 1..];
            assert!(rest.iter().all(|other| other.name != kind.name && other.file != kind.file));
            assert!(kind.code.is_empty() || rest.iter().all(|other| other.code != kind.code));
        }
        assert_eq!(KINDS.iter().filter(|kind| kind.code.is_empty()).count(), 2);
        assert!(files.iter().all(|file| file.is_ascii() && file.ends_with(".pdf")));
    }

    #[test]
    fn codes_are_those_of_document_numbers() {
        for kind in KINDS.iter().filter(|kind| !kind.code.is_empty()) {
            let known = crate::viet::reference::code::KINDS.iter().any(|row| row.code == kind.code);
            assert!(known, "{} is not read in document numbers", kind.code);
        }
    }
}
