//! The codes inside document numbers — *chữ viết tắt tên loại và cơ quan*: one table of kinds, one of issuers.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use Numbering::{Administrative, Either, Normative, Own};

/// How a kind of document is numbered — *cách đánh số*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// Always normative: number, year, kind, issuer (NĐ 34/2016 art. 58).
    Normative,
    /// Normative with a year, individual without one.
    Either,
    /// Administrative: no year in the number (NĐ 30/2020 PL I, mục II.3).
    Administrative,
    /// Of courts and of contracts, which number in ways of their own.
    Own,
}

/// A kind of document — *tên loại văn bản* — with its code.
#[derive(Debug, PartialEq, Eq)]
pub struct DocKind {
    /// The code in the number: `QĐ`. Empty where the number has none (*Công văn*, *Luật*).
    pub code: &'static str,
    /// The name: *Quyết định*.
    pub name: &'static str,
    /// How it is numbered.
    pub numbering: Numbering,
}

/// A row of [`KINDS`].
const fn kind(code: &'static str, name: &'static str, numbering: Numbering) -> DocKind {
    DocKind { code, name, numbering }
}

/// Every kind: NĐ 30/2020 PL III, then normative acts (NĐ 34/2016), then those of the Party (HD 36-HD/VPTW)
/// and of courts. The first row of a code gives its name.
pub static KINDS: [DocKind; 60] = [
    kind("NQ", "Nghị quyết", Either),
    kind("QĐ", "Quyết định", Either),
    kind("CT", "Chỉ thị", Either),
    kind("QC", "Quy chế", Administrative),
    kind("QyĐ", "Quy định", Administrative),
    kind("TC", "Thông cáo", Administrative),
    kind("TB", "Thông báo", Administrative),
    kind("HD", "Hướng dẫn", Administrative),
    kind("CTr", "Chương trình", Administrative),
    kind("KH", "Kế hoạch", Administrative),
    kind("PA", "Phương án", Administrative),
    kind("ĐA", "Đề án", Administrative),
    kind("DA", "Dự án", Administrative),
    kind("BC", "Báo cáo", Administrative),
    kind("BB", "Biên bản", Own),
    kind("TTr", "Tờ trình", Administrative),
    kind("HĐ", "Hợp đồng", Own),
    kind("CĐ", "Công điện", Administrative),
    kind("BGN", "Bản ghi nhớ", Own),
    kind("BTT", "Bản thỏa thuận", Own),
    kind("GUQ", "Giấy ủy quyền", Administrative),
    kind("GM", "Giấy mời", Administrative),
    kind("GGT", "Giấy giới thiệu", Administrative),
    kind("GNP", "Giấy nghỉ phép", Administrative),
    kind("PG", "Phiếu gửi", Administrative),
    kind("PC", "Phiếu chuyển", Administrative),
    kind("PB", "Phiếu báo", Administrative),
    kind("SY", "Bản sao y", Administrative),
    kind("TrS", "Bản trích sao", Administrative),
    kind("SL", "Bản sao lục", Administrative),
    kind("", "Công văn", Administrative),
    kind("NĐ", "Nghị định", Normative),
    kind("TT", "Thông tư", Normative),
    kind("TTLT", "Thông tư liên tịch", Normative),
    kind("NQLT", "Nghị quyết liên tịch", Normative),
    kind("PL", "Pháp lệnh", Normative),
    kind("", "Luật", Normative),
    kind("", "Bộ luật", Normative),
    kind("L", "Lệnh", Either),
    kind("VBHN", "Văn bản hợp nhất", Administrative),
    kind("KL", "Kết luận", Administrative),
    kind("QĐi", "Quy định", Administrative),
    kind("LCT", "Luật", Own),
    kind("CV", "Công văn", Administrative),
    kind("QĐNS", "Quyết định nhân sự", Administrative),
    kind("QT", "Quy trình", Administrative),
    kind("QCPH", "Quy chế phối hợp", Own),
    kind("CTPH", "Chương trình phối hợp", Own),
    kind("KHPH", "Kế hoạch phối hợp", Own),
    kind("KHLT", "Kế hoạch liên tịch", Own),
    kind("HDLT", "Hướng dẫn liên tịch", Own),
    kind("GP", "Giấy phép", Own),
    kind("DS", "Bản án dân sự", Own),
    kind("HS", "Bản án hình sự", Own),
    kind("HC", "Bản án hành chính", Own),
    kind("KDTM", "Bản án kinh doanh thương mại", Own),
    kind("HNGĐ", "Bản án hôn nhân gia đình", Own),
    kind("QĐST", "Quyết định sơ thẩm", Own),
    kind("QĐPT", "Quyết định phúc thẩm", Own),
    kind("HĐLĐ", "Hợp đồng lao động", Own),
];

/// Bodies of the State and of the Front that issue documents, by the code in the number.
const STATE: &str = "CP TTg CTN UBND HĐND UB HĐBT HĐNN VPCP VPQH VPCTN TANDTC VKSNDTC VKSTC KTNN TTCP NHNN UBDT \
    BCA BCT BGDĐT BGD BGTVT BKHĐT BKH BKHCN BLĐTBXH BNG BNN BNNPTNT BNNMT BNV BQP BTC BTNMT BTP BTTTT BVHTTDL BVHTT \
    BXD BYT BDTTG BTM BCN TLĐ BHXH TTXVN VTV VOV TCT TCHQ TCTK TCTHADS HĐTP HĐTV HĐQT TGĐ BCĐ BCĐQG MTTQ \
    MTTW ĐCTUBTWMTTQVN ĐCT MTTQVN LĐLĐ LĐTBXH VPUBND VPHĐND ĐĐBQH ĐĐBQHHĐND CTUBND CTHĐND UBTVQH QH TAND VKSND \
    STC SCT SNV SGDĐT SXD SYT STP SNN SNNPTNT SNNMT SKHĐT SKHCN STNMT SLĐTBXH SVHTTDL SVHTT SVH STTTT SGTVT SDL SNgV \
    BQL BQLKKT BQLKCN CAT CATP CA BCH BCHQS BTL BTTM CTK KBNN QLD TCĐBVN CCB HND HLHPN HPN TTr TTT TTTH CNTT ĐHQG \
    ATTP UBCK UBCKNN CTHN CTTPHCM LT VPBCĐ BVSTBPN VHTTDL GDĐT KHĐT NNPTNT TNMT KHCN NV TP YT XD GTVT";

/// Bodies of the Party, whose numbers take the form `19-NQ/TW`.
const PARTY: &str = "TW TU HU QU ĐU ThU TXU TPU BCSĐ ĐĐ QUTW ĐUK ĐUQSTW ĐUCA ĐUCATW HĐLLTW VPTW ĐTN TWĐTN TĐTN TWĐ";

/// Departments of Party committees: with `TW`, `TU`, `HU` … behind them they make `BTCTW`, `UBKTTU`.
const PARTY_ORGANS: [&str; 14] =
    ["VP", "BTC", "BTG", "BTGDV", "BDV", "BNC", "BKT", "BCS", "BĐN", "BCSĐ", "UBKT", "BTV", "BCSLĐ", "CQUBKT"];

/// The kind of a code, in its exact letters.
pub fn kind_of_code(code: &str) -> Option<&'static DocKind> {
    if code.is_empty() { None } else { KINDS.iter().find(|kind| kind.code == code) }
}

/// The code that was meant by one whose letters or capitals are wrong: `QD`, `TTR`, `NÐ`.
pub fn meant_kind(code: &str) -> Option<&'static DocKind> {
    static BARE: LazyLock<HashMap<String, &DocKind>> = LazyLock::new(|| {
        // The first row of a code gives its name.
        KINDS.iter().rev().filter(|kind| !kind.code.is_empty()).map(|kind| (bare(kind.code), kind)).collect()
    });
    BARE.get(&bare(code)).copied()
}

/// Whether a body of the State is known by this code; digits at the end and `&`, `.` aside.
pub fn is_state(issuer: &str) -> bool {
    let stem = stem(issuer);
    static KNOWN: LazyLock<HashSet<&str>> = LazyLock::new(|| STATE.split_whitespace().collect());
    KNOWN.contains(&*stem)
}

/// The codes of the bodies of the State.
pub fn state_codes() -> impl Iterator<Item = &'static str> {
    STATE.split_whitespace()
}

/// Whether a body of the Party is known by this code.
pub fn is_party(issuer: &str) -> bool {
    let stem = stem(issuer);
    let organ = |level: &str| stem.strip_suffix(level).is_some_and(|organ| PARTY_ORGANS.contains(&organ));
    PARTY.split_whitespace().any(|known| known == stem) || ["TW", "TU", "HU", "QU", "ĐU", "ThU"].into_iter().any(organ)
}

/// Whether any body is known by this code.
pub fn is_known(issuer: &str) -> bool {
    is_state(issuer) || is_party(issuer)
}

/// The issuer that was meant by a code with wrong capitals or a lost stroke: `TTG`, `HDND`, `Ubnd`.
pub fn meant_issuer(code: &str) -> Option<&'static str> {
    static BARE: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
        let known = STATE.split_whitespace().chain(PARTY.split_whitespace());
        let mut codes = HashMap::new();
        // Of codes that are alike without their strokes the first is meant.
        for known in known {
            codes.entry(bare(known)).or_insert(known);
        }
        codes
    });
    BARE.get(&bare(code)).copied()
}

/// The right code for an issuer that is unknown as it stands and known by its bare letters.
pub fn misspelt_issuer(issuer: &str) -> Option<&'static str> {
    if is_known(issuer) || assembly_term(issuer).is_some() { None } else { meant_issuer(issuer) }
}

/// The National Assembly's or its Standing Committee's term — *khóa*: 15 in `QH15` and `UBTVQH15`.
pub fn assembly_term(issuer: &str) -> Option<u8> {
    let digits = issuer.strip_prefix("UBTVQH").or_else(|| issuer.strip_prefix("QH"))?;
    if (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        digits.parse().ok()
    } else {
        None
    }
}

/// The years of a term of the National Assembly, both ends in; `None` before the tenth.
pub fn term_years(term: u8) -> Option<(u16, u16)> {
    const STARTS: [u16; 8] = [1997, 2002, 2007, 2011, 2016, 2021, 2026, 2031];
    let place = usize::from(term.checked_sub(10)?);
    Some((*STARTS.get(place)?, *STARTS.get(place + 1)?))
}

/// A code without what varies: `&` and `.` with what follows the dot, and digits at the end.
fn stem(issuer: &str) -> String {
    let head = issuer.split('.').next().unwrap_or(issuer);
    head.replace('&', "").trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
}

/// A code in capitals without strokes, for guessing what was meant.
fn bare(code: &str) -> String {
    let upper = code.replace('&', "").to_uppercase();
    upper.chars().map(|letter| if "ĐÐƉ".contains(letter) { 'D' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_kinds() {
        for row in include_str!("../../../tests/vectors/doc_types.tsv").lines().filter(|row| !row.starts_with('#')) {
            let (name, code) = row.split_once('\t').unwrap();
            let name = name.split(" (").next().unwrap().rsplit(": ").next().unwrap();
            let code = if code.starts_with('(') { "" } else { code };
            for name in name.split('/') {
                let same = |kind: &&DocKind| kind.code == code && kind.name.to_lowercase() == name.to_lowercase();
                assert!(KINDS.iter().any(|kind| same(&kind)), "{row}");
            }
        }
    }

    #[test]
    fn issuers() {
        for code in ["CP", "TTg", "UBND", "BNN&PTNT", "UBND.NC", "BTCTW", "UBKTTU", "TU", "VPTW", "UBND2"] {
            assert!(is_known(code), "{code}");
        }
        assert!(!is_known("ABC") && !is_party("MTTW") && !is_state("TW"));
        assert_eq!((meant_issuer("TTG"), meant_issuer("HDND")), (Some("TTg"), Some("HĐND")));
        assert_eq!(meant_kind("QD").map(|kind| kind.code), Some("QĐ"));
        assert_eq!(
            (assembly_term("UBTVQH14"), assembly_term("QH"), term_years(15)),
            (Some(14), None, Some((2021, 2026)))
        );
    }
}
