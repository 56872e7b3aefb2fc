//! Invented records of every length: bodies around the turn of a page, few and many people and conclusions, long names.

use std::fmt::Write as _;

use bantin::record::kinds::{Form, KINDS, Kind};

use crate::project::Dir;

const ISSUER: &str = "documents: facts
issuer: {superior: none, name: ỦY BAN NHÂN DÂN TỈNH LAM GIANG, code: UBND, place: Lam Giang}
signer: {authority: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH], position: PHÓ CHỦ TỊCH, name: Nguyễn Thị Hải Vân}
";

/// Sentences of different length, none of them a whole number of lines.
const SENTENCES: [&str; 6] = [
    "Các đơn vị nghiêm túc thực hiện.",
    "Sở Tài chính rà soát số liệu, tổng hợp và báo cáo Ủy ban nhân dân tỉnh trước khi trình Hội đồng nhân dân tỉnh xem xét.",
    "Ủy ban nhân dân các xã, phường chủ động bố trí lực lượng, phương tiện, vật tư tại chỗ; kiểm tra các điểm có nguy cơ sạt lở; \
     tổ chức di dời dân khi có lệnh và báo cáo kết quả trước 16 giờ hằng ngày về Văn phòng Thường trực để tổng hợp chung.",
    "Công tác phối hợp giữa các ngành có chuyển biến nhưng chưa đều, nhất là khâu giải phóng mặt bằng ở các xã vùng cao.",
    "Thống nhất nội dung báo cáo.",
    "Kinh phí thực hiện lấy từ nguồn dự phòng ngân sách cấp tỉnh năm 2026; các đơn vị sử dụng đúng mục đích, thanh toán, quyết \
     toán theo quy định của pháp luật về ngân sách nhà nước và chịu trách nhiệm về tính chính xác của số liệu.",
];

fn sentence(number: usize) -> &'static str {
    SENTENCES[number % SENTENCES.len()]
}

/// The part of a meeting that all have.
fn meeting(title: &str) -> String {
    format!(
        "title: {title}\ndate: 06/02/2026\nstart: 08:00\nend: 11:30\nplace: Hội trường số 1, trụ sở Ủy ban nhân dân tỉnh\n\
         chairs: ông Trần Quốc Bảo - Phó Chủ tịch Ủy ban nhân dân tỉnh\nsecretary: bà Lò Thị Phương Mai\nattendance:\n  present: 30\n"
    )
}

fn list(out: &mut String, key: &str, items: impl IntoIterator<Item = String>) {
    writeln!(out, "{key}:").unwrap();
    for item in items {
        writeln!(out, "  - {item}").unwrap();
    }
}

/// Every kind with bodies that grow line by line and paragraph by paragraph, so that pages turn everywhere.
pub fn lengths() -> Dir {
    let dir = Dir::new();
    dir.write("site.yaml", format!("{}{ISSUER}", "title: Trang tin thử\nbase_url: https://tin.example.vn\n"));
    (0..40).for_each(|length| of_length(&dir, length));
    dir
}

/// A few of them, for mistakes made on purpose.
pub fn some() -> Dir {
    let dir = Dir::new();
    dir.write("site.yaml", format!("{}{ISSUER}", "title: Trang tin thử\nbase_url: https://tin.example.vn\n"));
    [23].into_iter().for_each(|length| of_length(&dir, length));
    dir
}

/// A story with every kind of document whose bodies are so many paragraphs long.
fn of_length(dir: &Dir, length: usize) {
    {
        let folder = format!("content/2026/2026-02-06-dai-{length:02}");
        let mut text = meeting(&format!("Họp về công tác tháng 02 năm 2026, lần {}", length + 1));
        list(&mut text, "purposes", (0..=length / 2).map(|at| sentence(at + length).to_owned()));
        list(
            &mut text,
            "agenda",
            (0..=length).map(|at| {
                format!("{{start: \"{:02}:{:02}\", title: \"{}\"}}", 7 + at / 12, at % 12 * 5, sentence(at + length))
            }),
        );
        writeln!(text, "proceedings:").unwrap();
        for at in 0..=length {
            let heading = if at % 4 == 0 { "    heading: Nội dung tiếp theo của cuộc họp\n" } else { "" };
            writeln!(text, "  - text: \"{}\"\n{}", sentence(at + length), heading.trim_end()).unwrap();
        }
        dir.write(&format!("{folder}/meeting.yaml"), text);
        let mut notes = String::new();
        list(
            &mut notes,
            "items",
            (0..=length).map(|at| {
                let text = sentence(at + length);
                if at % 3 == 0 {
                    format!("{{heading: \"Về nhiệm vụ thứ {}\", text: \"{text}\"}}", at + 1)
                } else if at % 7 == 1 {
                    format!("{{text: \"{text}\", points: [rà soát, tổng hợp, báo cáo, lập danh mục, công khai]}}")
                } else {
                    format!("\"{text}\"")
                }
            }),
        );
        dir.write(&format!("{folder}/conclusions.yaml"), notes);
        let mut figures =
            "title: Tình hình giải ngân tháng 02 năm 2026\nunit: tỷ đồng\ndate: 06/02/2026\nlines:\n".to_owned();
        for at in 0..=length {
            writeln!(
                figures,
                "  - {{name: \"Công trình số {}\", planned: \"{},{} tỷ đồng\", spent: \"{} tỷ đồng\"}}",
                at + 1,
                at + 3,
                at % 9 + 1,
                at + 1
            )
            .unwrap();
        }
        list(&mut figures, "remarks", (0..=length % 7).map(|at| sentence(at + length).to_owned()));
        list(&mut figures, "proposals", (0..=length % 5).map(|at| sentence(at).to_owned()));
        dir.write(&format!("{folder}/budget.yaml"), figures);
    }
}

/// 1 to 200 people, 0 to 50 conclusions, tasks with all that can be said of them.
pub fn numbers() -> Dir {
    let dir = Dir::new();
    dir.write("site.yaml", format!("{}{ISSUER}", "title: Trang tin thử\nbase_url: https://tin.example.vn\n"));
    for (people, conclusions) in [(1, 0), (2, 1), (7, 2), (30, 7), (61, 20), (200, 50)] {
        let folder = format!("content/2026/2026-02-06-nguoi-{people}");
        let text = meeting(&format!("Hội nghị có {people} người dự và {conclusions} kết luận"));
        let mut text = text.replace("present: 30", &format!("present: {people}"));
        text.push_str("  people:\n");
        for at in 0..people {
            let title = [
                "",
                " - Giám đốc Sở Tài chính",
                " - Phó Trưởng phòng Quản lý công nghiệp, Sở Công Thương tỉnh Lam Giang",
            ][at % 3];
            writeln!(text, "    - ông {}{title}", name(at)).unwrap();
        }
        writeln!(text, "  movements:\n    - {{person: ông {}, direction: arrives, at: \"08:20\"}}", name(0)).unwrap();
        text.push_str("agenda: [Khai mạc, Thảo luận, Bế mạc]\nreports: [Báo cáo tình hình tháng 01 năm 2026]\n");
        writeln!(text, "votes:\n  - {{matter: Thông qua chương trình, for: {people}, against: 0, abstain: 0}}")
            .unwrap();
        dir.write(&format!("{folder}/meeting.yaml"), text);
        if conclusions > 0 {
            let mut notes = "items:\n".to_owned();
            for at in 0..conclusions {
                writeln!(notes, "  - heading: Nhiệm vụ {}\n    text: \"{}\"\n    tasks:", at + 1, sentence(at))
                    .unwrap();
                for (task, status) in ["done", "late", "open"].iter().enumerate().take(at % 4) {
                    let result = if task == 0 { ", result: Đã trình Ủy ban nhân dân tỉnh" } else { "" };
                    writeln!(notes, "      - {{what: rà soát quy hoạch, lead: Sở Xây dựng, due: 15/3/2026, status: {status}{result}}}").unwrap();
                }
            }
            dir.write(&format!("{folder}/conclusions.yaml"), notes.replace("tasks:\n  -", "\n  -"));
        }
    }
    dir
}

/// An invented name, one of many.
fn name(at: usize) -> String {
    const FAMILY: [&str; 7] = ["Nguyễn", "Trần", "Lê", "Phạm", "Lò", "Giàng", "Vàng"];
    const MIDDLE: [&str; 5] = ["Văn", "Thị Hồng", "Quốc", "Đức", "A"];
    const GIVEN: [&str; 6] = ["Phương", "Dũng", "Huyền", "Ngạn", "Tùng", "Sử"];
    format!("{} {} {}", FAMILY[at % 7], MIDDLE[at / 7 % 5], GIVEN[at / 35 % 6])
}

/// Bodies with names of four lines, titles of half a page, signers of many lines.
pub fn names() -> Dir {
    let dir = Dir::new();
    let names = [
        ("none", "UBND XÃ A"),
        (
            "ỦY BAN NHÂN DÂN TỈNH LAM GIANG",
            "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH GIAO THÔNG VÀ NÔNG NGHIỆP",
        ),
        (
            "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH",
            "BAN CHỈ ĐẠO PHÒNG, CHỐNG THIÊN TAI, TÌM KIẾM CỨU NẠN VÀ ỨNG PHÓ VỚI BIẾN ĐỔI KHÍ HẬU CÁC TỈNH, THÀNH PHỐ KHU VỰC PHÍA NAM",
        ),
    ];
    let titles = [
        "Họp",
        "Hội nghị trực tuyến toàn tỉnh triển khai các giải pháp cấp bách phòng, chống thiên tai, bảo đảm an toàn hồ đập, ổn định đời \
         sống Nhân dân các xã vùng cao, biên giới và đẩy nhanh tiến độ giải ngân vốn đầu tư công, các chương trình mục tiêu quốc gia \
         trong những tháng cuối năm 2026 và kế hoạch năm 2027",
    ];
    for (at, (superior, body)) in names.iter().enumerate() {
        for (number, title) in titles.iter().enumerate() {
            let folder = format!("content/2026/2026-02-06-ten-{at}-{number}");
            let place = if at == 2 { "Thành phố Hồ Chí Minh" } else { "Lam Giang" };
            let mut text = meeting(title);
            text.push_str("agenda: [Khai mạc]\nreports: [Báo cáo tình hình]\npurposes: [bàn việc chung]\n");
            writeln!(
                text,
                "issuer: {{superior: \"{superior}\", name: \"{body}\", code: BCĐ, place: {place}}}\npapers:"
            )
            .unwrap();
            for kind in ["invitation", "programme", "minutes", "notice"] {
                writeln!(
                    text,
                    "  {kind}:\n    number: {}\n    signer: {{authority: [TL. TRƯỞNG BAN CHỈ ĐẠO PHÒNG CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN CÁC TỈNH, KT. CHÁNH VĂN PHÒNG], position: PHÓ CHÁNH VĂN PHÒNG, name: Công Tằng Tôn Nữ Thị Hoàng Phương Thảo}}\n    recipients:\n      - Thường trực Tỉnh ủy, Thường trực Hội đồng nhân dân, Đoàn đại biểu Quốc hội tỉnh (để báo cáo)\n      - Ủy ban nhân dân các xã, phường",
                    at + 5
                )
                .unwrap();
                if kind == "invitation" {
                    text.push_str(
                        "    to: [Thường trực Hội đồng nhân dân tỉnh, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh]\n",
                    );
                }
            }
            dir.write(&format!("{folder}/meeting.yaml"), text);
            dir.write(&format!("{folder}/conclusions.yaml"), "items:\n  - Thực hiện ngay.\n  - Báo cáo kết quả.\n");
        }
    }
    dir
}

/// What a kind needs beside its body, and marks that stand on the page.
fn particulars(kind: &Kind) -> &'static str {
    match (kind.form, kind.code) {
        (Form::Decision, _) => {
            "bases: [Luật Tổ chức chính quyền địa phương ngày 16/6/2025, Theo đề nghị của Chánh Văn phòng]\n"
        }
        (Form::Letter, _) => {
            "unit: VP\nto: [Sở Tài chính, Sở Nội vụ]\nurgency: hỏa tốc\ncontact: Số 01 đường Bờ Ngàn\n"
        }
        (Form::Telegram, _) => "to: [Giám đốc Sở Xây dựng, Chủ tịch Ủy ban nhân dân các xã]\nurgency: khẩn\n",
        (Form::Invitation, _) => {
            "to: [Sở Tài chính]\nparticulars: {event: Hội nghị, chair: ông Trần Bảo, start: 08 giờ 00, place: Hội trường}\n"
        }
        (Form::Agreement, _) => {
            "parties:\n  - {name: Công ty A, represented: ông Lò Văn A - Giám đốc}\n  - {name: Công ty B, represented: ông Lò Văn B - Giám đốc}\n"
        }
        (_, "TTr") => "to: [Hội đồng nhân dân tỉnh]\nurgency: thượng khẩn\n",
        (_, "BC") => "to: [Bộ Tài chính, Bộ Nội vụ]\ncirculation: lưu hành nội bộ\n",
        _ => "drafter: PL\ncopies: 30\n",
    }
}

/// A written document of a kind, so many paragraphs long, ending in a paragraph, in points or in a table.
fn write(dir: &Dir, (kind, sizes, length): (&Kind, &str, usize)) {
    let at = KINDS.iter().position(|known| known.name == kind.name).unwrap();
    let folder = format!("content/2026/2026-02-06-van-ban-{at}-{}-{length:02}", sizes.replace('/', "-"));
    let mut text = format!(
        "kind: {}\nsubject: Việc thứ {at}, dài {length}\nnumber: {}\ndate: 06/02/2026\nsizes: {sizes}\n{}",
        kind.name.to_lowercase(),
        length + 1,
        particulars(kind)
    );
    if !matches!(kind.form, Form::Minutes | Form::Agreement) {
        text.push_str("signature: chu-ky.png\nseal: dau.png\n");
        dir.write(&format!("{folder}/chu-ky.png"), picture([20, 40, 160]));
        dir.write(&format!("{folder}/dau.png"), picture([200, 20, 30]));
    }
    if kind.form == Form::Decision {
        list(&mut text, "articles", (0..=length).map(|number| article(number, number + length + at)));
    } else {
        text.push_str("body: |\n");
        for number in 0..=length {
            writeln!(text, "  {}\n", sentence(number + length + at)).unwrap();
        }
        match (length / 2 + at) % 4 {
            0 => text.push_str("  - Thực hiện ngay.\n  - Báo cáo kết quả.\n"),
            1 => text.push_str(&table(length * 2 + 1)),
            2 => text.push_str(
                "  1. Việc trước mắt:\n     1. Rà soát;\n     2. Lập danh mục;\n     3. Báo cáo.\n  2. Việc lâu dài.\n",
            ),
            _ => {}
        }
    }
    dir.write(&format!("{folder}/document.yaml"), text);
}

/// An article of a decision; some begin a chapter or a section, some have clauses and points.
fn article(number: usize, words: usize) -> String {
    let division = match number % 5 {
        0 => format!("chapter: Quy định chung số {number}, section: Phạm vi, "),
        3 => format!("section: Tổ chức thực hiện số {number}, "),
        _ => String::new(),
    };
    let clauses = match number % 3 {
        1 => {
            ", clauses: [{text: Lập hồ sơ gồm, points: [tờ trình, dự thảo, báo cáo, bản tổng hợp, ý kiến]}, Gửi hồ sơ]"
        }
        _ => "",
    };
    format!("{{{division}title: Việc số {number}, text: \"{}\"{clauses}}}", sentence(words))
}

/// Written documents of every kind with one and with many addressees, invited, present, recipients, and with long names.
pub fn many() -> Dir {
    let dir = Dir::new();
    dir.write("site.yaml", format!("{}{ISSUER}", "title: Trang tin thử\nbase_url: https://tin.example.vn\n"));
    for (at, kind) in KINDS.iter().enumerate() {
        for count in [1, 9, 40] {
            let mut text = format!(
                "kind: {}\ndate: 06/02/2026\nsubject: {}\n",
                kind.name.to_lowercase(),
                sentence(count + at).trim_end_matches('.').replace(';', ",")
            );
            text.push_str("issuer: {superior: ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH, name: \"BAN CHỈ ĐẠO PHÒNG, CHỐNG THIÊN TAI, TÌM KIẾM CỨU NẠN VÀ ỨNG PHÓ VỚI BIẾN ĐỔI KHÍ HẬU CÁC TỈNH, THÀNH PHỐ KHU VỰC PHÍA NAM\", code: BCĐ, place: Thành phố Hồ Chí Minh}\n");
            text.push_str("signer: {authority: [TL. TRƯỞNG BAN CHỈ ĐẠO PHÒNG CHỐNG THIÊN TAI CÁC TỈNH, KT. CHÁNH VĂN PHÒNG], position: PHÓ CHÁNH VĂN PHÒNG, name: Công Tằng Tôn Nữ Thị Hoàng Phương Thảo}\n");
            list(
                &mut text,
                "recipients",
                (0..count).map(|at| format!("Ủy ban nhân dân xã vùng cao biên giới số {at} (để thực hiện)")),
            );
            if matches!(kind.form, Form::Letter | Form::Telegram | Form::Invitation)
                || ["TTr", "BC"].contains(&kind.code)
            {
                list(
                    &mut text,
                    "to",
                    (0..count * 5)
                        .map(|at| format!("Ông (bà) {}, đại biểu Hội đồng nhân dân tỉnh khóa XVIII", name(at))),
                );
            }
            if kind.form == Form::Minutes {
                let present = (0..count * 5).map(|at| format!("ông {}, xã số {at}", name(at))).collect::<Vec<_>>();
                writeln!(text, "particulars: {{start: 08 giờ 00, place: Hội trường, present: {present:?}, chair: ông Trần Bảo, secretary: bà Lò Mai, end: 11 giờ 30}}").unwrap();
            }
            if kind.form == Form::Agreement {
                text.push_str(particulars(kind));
            }
            text.push_str("body: |\n");
            for number in 0..=at % 5 + 1 {
                writeln!(text, "  {}\n", sentence(number + count)).unwrap();
            }
            dir.write(&format!("content/2026/2026-02-06-nhieu-{at}-{count:02}/document.yaml"), text);
        }
    }
    dir
}

/// A table of so many rows.
fn table(rows: usize) -> String {
    let mut text = "  | STT | Đơn vị | Số vốn |\n  |---|---|---|\n".to_owned();
    for row in 1..=rows {
        writeln!(text, "  | {row} | Xã vùng cao số {row} | {},{} |", row * 3, row % 10).unwrap();
    }
    text
}

/// A disc of one colour on a transparent ground.
fn picture([r, g, b]: [u8; 3]) -> Vec<u8> {
    let inside = |x: u32, y: u32| (f64::from(x) - 31.5).hypot(f64::from(y) - 31.5) < 31.0;
    let alpha = |x, y| if inside(x, y) { 255 } else { 0 };
    let disc = image::RgbaImage::from_fn(64, 64, |x, y| image::Rgba([r, g, b, alpha(x, y)]));
    let mut bytes = Vec::new();
    disc.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

/// All 29 kinds in both profiles, with bodies that end everywhere on a page.
pub fn kinds() -> Dir {
    let dir = Dir::new();
    dir.write("site.yaml", format!("{}{ISSUER}", "title: Trang tin thử\nbase_url: https://tin.example.vn\n"));
    for (at, kind) in KINDS.iter().enumerate() {
        let step = if kind.form == Form::Named { 4 } else { 1 };
        for length in (at % step..24).step_by(step) {
            for (_, sizes) in
                ["13/14", "12/13"].iter().enumerate().filter(|(profile, _)| step > 1 || length % 2 == *profile)
            {
                write(&dir, (kind, sizes, length));
            }
        }
    }
    dir
}

/// A document of some kinds with all that may stand on a page, for mistakes made on purpose.
pub fn whole() -> Dir {
    let dir = some();
    for kind in
        KINDS.iter().filter(|kind| ["NQ", "", "TTr", "BC", "GM"].contains(&kind.code) && kind.name != "Thư công")
    {
        write(&dir, (kind, "13/14", 13));
    }
    let rows = (1..60).map(|row| format!("[\"{row}\", \"Xã số {row}\", \"{},{}\"]", row * 3, row % 10));
    let mut text =
        "kind: kế hoạch\nsubject: Chi tiết\nnumber: 7\ndate: 06/02/2026\nbody: Chi tiết tại Phụ lục.\n".to_owned();
    list(
        &mut text,
        "appendices",
        ["Danh mục công trình", "Danh mục đơn vị"].map(|title| {
            format!(
                "{{title: {title}, unit: tỷ đồng, columns: [STT, Đơn vị, Số vốn], rows: [{}]}}",
                rows.clone().collect::<Vec<_>>().join(", ")
            )
        }),
    );
    dir.write("content/2026/2026-02-06-phu-luc/document.yaml", text);
    dir
}

/// Agreements of two and of many parties, long and short.
pub fn agreements() -> Dir {
    let dir = Dir::new();
    dir.write("site.yaml", format!("{}{ISSUER}", "title: Trang tin thử\nbase_url: https://tin.example.vn\n"));
    for (parties, length) in [(2, 3), (3, 9), (6, 14), (10, 20)] {
        let mut text = "kind: bản thỏa thuận\nsubject: Phối hợp\ndate: 06/02/2026\nparties:\n".to_owned();
        for at in 0..parties {
            writeln!(text, "  - {{name: Công ty số {at}, represented: ông {} - Giám đốc}}", name(at)).unwrap();
        }
        list(&mut text, "articles", (0..length).map(|at| format!("{{title: Việc {at}, text: \"{}\"}}", sentence(at))));
        dir.write(&format!("content/2026/2026-02-06-thoa-thuan-{parties}/document.yaml"), text);
    }
    dir
}

/// A story whose records are written in every way that is taken: a mark of byte order, line ends of two bytes and mixed ones,
/// no line end at the end, and one of each kind.
pub fn odd() -> Dir {
    let dir = Dir::new();
    dir.write(
        "site.yaml",
        format!("{}{ISSUER}archive_format: a-3a\n", "title: Trang tin thử\nbase_url: https://tin.example.vn\n"),
    );
    let folder = "content/2026/2026-02-06-la";
    let text = meeting("Họp về bản ghi lạ") + "agenda: [Khai mạc]\n";
    dir.write(&format!("{folder}/meeting.yaml"), format!("\u{feff}{}", text.replace('\n', "\r\n")));
    dir.write(&format!("{folder}/conclusions.yaml"), "items:\r\n  - Thực hiện ngay.\n\n\n# hết");
    dir.write(
        &format!("{folder}/budget.yaml"),
        "title: Kinh phí\nunit: đồng\ndate: 06/02/2026\nlines: [{name: A, planned: 5 đồng}]",
    );
    dir.write(&format!("{folder}/news.yaml"), "title: Tin\ndate: 06/02/2026\nbody: Lời.\n");
    dir.write(&format!("{folder}/document.yaml"), "kind: kế hoạch\nsubject: Việc\ndate: 06/02/2026\nbody: Lời.\n");
    dir
}
