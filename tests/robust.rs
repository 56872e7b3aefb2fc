//! Faulty, cut, mis-encoded, hostile input; a killed build, a read-only disk, two builds at once: a message with its
//! place and mend, never a panic, and the earlier site whole.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use bantin::diag::Lang;
use bantin::diag::print::{self, Format};
use bantin::load::decode;
use project::{Dir, MEETING, PHOTO, SITE, STORY, tree};

fn bantin(dir: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bantin"))
        .args(arguments)
        .args(["--as-of", "2026-06-30"])
        .current_dir(dir)
        .env("NO_COLOR", "1")
        .env("BANTIN_LANG", "vi")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    let all = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(!all.contains("panicked"), "{all}");
    all
}

fn built(dir: &Dir) -> String {
    let output = bantin(dir.path(), &["build"]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    said
}

/// What is left in a project's folder beside what its user put there.
fn litter(dir: &Dir) -> Vec<String> {
    let names = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let known = [".bantin", "site.yaml", "people.yaml", "content", "public", "documents", "static", "templates"];
    names.filter(|name| !known.contains(&name.as_str())).collect()
}

// The ten faults that every user makes sooner or later.

/// Builds a good project, makes it faulty, builds again: exit code 1, the fault with place, reason and mend on the
/// error stream, and `public/` as it was.
fn refused(file: &str, faulty: impl AsRef<[u8]>, place: &str, reason: &str, mend: &str) {
    let dir = Dir::with_meeting(MEETING);
    dir.write(&format!("{STORY}/toan-canh.png"), PHOTO);
    built(&dir);
    let before = tree(&dir.at("public"));
    assert!(before.len() > 5);
    dir.write(&format!("{STORY}/{file}"), faulty);
    for format in ["human", "short"] {
        let output = bantin(dir.path(), &["build", "--format", format]);
        let told = String::from_utf8(output.stderr.clone()).unwrap();
        said(&output);
        assert_eq!(output.status.code(), Some(1), "{told}");
        // A long mend goes on in the next line.
        let words = told.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in [&format!("{STORY}/{file}:{place}"), reason, mend] {
            assert!(words.contains(part), "{part} is not in\n{told}");
        }
        assert!(tree(&dir.at("public")) == before, "public/ has changed");
        assert!(litter(&dir).is_empty(), "{:?}", litter(&dir));
    }
}

fn budget(planned: &str) -> String {
    format!("title: Kinh phí sửa cầu\nunit: tỷ đồng\nlines:\n  - name: Cầu Bến Đá\n    planned: {planned}\n")
}

#[test]
fn a_misspelt_key() {
    let faulty = format!("{MEETING}organizers: {{hosting: Ủy ban nhân dân xã}}\n");
    refused("meeting.yaml", faulty, "3:1", "không có khóa “organizers”", "có phải ý bạn là “organisers”?");
}

#[test]
fn a_missing_title() {
    refused("meeting.yaml", "date: 10/10/2024\n", "1:1", "thiếu khóa bắt buộc “title”", "thêm một dòng “title: …”");
}

#[test]
fn a_decimal_point() {
    refused("budget.yaml", budget("32.3"), "5:14", "“32.3” viết theo lối tiếng Anh", "viết 32,3");
}

#[test]
fn a_number_with_two_readings() {
    let mend = "viết 81725 nếu dấu chấm ngăn hàng nghìn, viết 81,725 nếu là phần thập phân";
    refused("budget.yaml", budget("81.725"), "5:14", "“81.725” có thể đọc là 81725 hoặc 81,725", mend);
}

#[test]
fn a_day_that_does_not_exist() {
    let faulty = "title: Họp dân\ndate: 31/11/2024\n";
    refused("meeting.yaml", faulty, "2:7", "không có ngày 31 trong tháng ấy", "tháng ấy chỉ có 30 ngày");
}

#[test]
fn a_tab() {
    let faulty = format!("{MEETING}place:\n\tvenue: Nhà văn hóa\n");
    refused("meeting.yaml", faulty, "4:1", "có dấu tab ở chỗ thụt đầu dòng", "thay dấu tab bằng dấu cách");
}

#[test]
fn a_duplicate_key() {
    let faulty = format!("{MEETING}title: Họp dân lần hai\n");
    refused("meeting.yaml", faulty, "3:1", "khóa “title” đã có ở trên", "giữ một dòng, xóa dòng kia");
}

#[test]
fn decomposed_letters() {
    let faulty = "title: Ho\u{323}p dân\ndate: 10/10/2024\n";
    refused("meeting.yaml", faulty, "1:9", "viết bằng Unicode tổ hợp", "chữ đúng là “ọ”");
}

#[test]
fn a_missing_photo() {
    let faulty = format!("{MEETING}photos:\n  - file: toan-cah.png\n    alt: Người dân trong hội trường\n");
    refused("meeting.yaml", faulty, "4:11", "không thấy ảnh “toan-cah.png”", "có phải ý bạn là “toan-canh.png”?");
}

#[test]
fn an_unknown_person() {
    let faulty = format!("{MEETING}chairs: nguyen-van-lanh\n");
    refused(
        "meeting.yaml",
        faulty,
        "3:9",
        "không có người nào mang mã “nguyen-van-lanh”",
        "thêm “nguyen-van-lanh” vào",
    );
}

// Input that no clerk writes, but editors, mail programs and accidents do.

/// Reads a text as the kind of record that its file name says; whatever is said, the places are inside the text.
fn survives(name: &str, text: &[u8]) {
    let mut faults = Vec::new();
    let Some(source) = bantin::load::text::from_bytes(text.to_vec(), name, &mut faults) else { return };
    match name.rsplit('/').next() {
        Some("budget.yaml") => drop(decode::<bantin::record::budget::Budget>(&source, &mut faults)),
        Some("conclusions.yaml") => drop(decode::<bantin::record::conclusions::Conclusions>(&source, &mut faults)),
        Some("news.yaml") => drop(decode::<bantin::record::news::News>(&source, &mut faults)),
        Some("site.yaml") => drop(decode::<bantin::record::site::SiteRecord>(&source, &mut faults)),
        Some("people.yaml") => drop(decode::<bantin::record::register::Register>(&source, &mut faults)),
        _ => drop(decode::<bantin::record::meeting::Meeting>(&source, &mut faults)),
    }
    let lines = source.text.lines().count() + 1;
    for fault in &faults {
        assert!(fault.place().is_none_or(|place| place.line <= lines), "{fault:?}");
    }
    for format in [Format::Human, Format::Short, Format::Json] {
        print::print(&faults, format, Lang::Vi, &mut std::io::sink()).unwrap();
    }
}

/// The records of the project this repository is.
fn samples() -> Vec<(String, Vec<u8>)> {
    let mut samples: Vec<(String, Vec<u8>)> =
        tree(Path::new("content")).into_iter().filter(|(name, _)| name.ends_with(".yaml")).collect();
    samples.extend(["site.yaml", "people.yaml"].map(|name| (name.to_owned(), fs::read(name).unwrap())));
    assert!(samples.len() > 10);
    samples
}

#[test]
fn records_cut_anywhere() {
    for (name, sample) in samples() {
        for cut in (0..200).map(|part| sample.len() * part / 200) {
            survives(&name, &sample[..cut]);
        }
    }
}

#[test]
fn records_with_their_lines_shuffled() {
    let mut state = 7_u32;
    for (name, sample) in samples() {
        let text = String::from_utf8(sample).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        for _ in 0..6 {
            for at in (1..lines.len()).rev() {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                lines.swap(at, state as usize % (at + 1));
            }
            survives(&name, lines.join("\n").as_bytes());
        }
    }
}

#[test]
fn records_with_single_bytes_changed() {
    let mut state = 11_u32;
    for (name, mut sample) in samples() {
        for _ in 0..30 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = (state >> 8) as usize % sample.len();
            let before = std::mem::replace(&mut sample[at], b"\t:-[]{}'\"#&*!%@`\\|>\n\0\xFF,. "[state as usize % 25]);
            survives(&name, &sample);
            sample[at] = before;
        }
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_read() {
    let unix = Dir::with_meeting(MEETING);
    let windows = Dir::with_meeting(format!("\u{FEFF}{}", MEETING.replace('\n', "\r\n")));
    let (faults, outputs) = project::build(windows.path());
    assert!(faults.is_empty(), "{}", project::shown(&faults));
    assert!(outputs == project::build(unix.path()).1);
}

#[test]
fn other_encodings_are_named() {
    let utf16: Vec<u8> = "\u{FEFF}title: Họp".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let tcvn3 = b"title: H\xE4p d\xA9n \xCAp B\xD5n L\xE9c\ndate: 10/10/2024\n".to_vec();
    let latin = b"title: L\xE0 r\xF4ng\ndate: 10/10/2024\n".to_vec();
    for (bytes, mend) in [(utf16, "UTF-16"), (tcvn3, "tcvn3"), (latin, "UTF-8")] {
        let told = project::shown(&Dir::with_meeting(bytes).check());
        assert!(told.contains("tệp không phải là UTF-8") && told.contains(mend), "{told}");
    }
}

/// How long checking a meeting takes; it must be refused.
fn refused_fast(text: impl AsRef<[u8]>, rule: &str) {
    let dir = Dir::with_meeting(text);
    let start = Instant::now();
    let faults = dir.check();
    assert!(start.elapsed() < Duration::from_secs(10), "{rule}: {:?}", start.elapsed());
    assert!(faults.iter().any(|fault| fault.rule == rule), "{rule}: {}", project::shown(&faults));
    assert!(faults.len() < 1_000);
}

#[test]
fn bombs_and_giants_are_refused_fast() {
    let bomb: String = (1..30).map(|n| format!("a{n}: &a{n} [*a{0}, *a{0}, *a{0}]\n", n - 1)).collect();
    refused_fast(format!("{MEETING}a0: &a0 [x]\n{bomb}"), "yaml-anchor");
    refused_fast(format!("{MEETING}tags: {}", "[".repeat(100_000)), "yaml-too-deep");
    refused_fast(format!("{MEETING}tags: {}", "{a: ".repeat(100_000)), "yaml-too-deep");
    let steps: String = (0..1_000).map(|depth| format!("{}x:\n", " ".repeat(depth))).collect();
    refused_fast(format!("{MEETING}{steps}"), "yaml-too-deep");
    refused_fast(format!("{MEETING}tags:\n{}", "- a\n".repeat(250_000)), "yaml-too-big");
    refused_fast(vec![b'a'; 5 * 1024 * 1024], "file-too-large");
    refused_fast(format!("title: {}\n", "x".repeat(3_000_000)), "yaml-missing-key");
}

#[test]
fn a_text_too_long_is_refused_and_not_read_in_part() {
    let dir = Dir::new();
    dir.write("dai.txt", "Họp dân. ".repeat(2 * 1024 * 1024));
    let told = bantin(&dir.at(""), &["check", "--text", "dai.txt", "--format", "short"]);
    assert_eq!(told.status.code(), Some(1));
    assert!(said(&told).contains("dai.txt dài quá 16 MB"), "{told:?}");
}

#[cfg(unix)]
#[test]
fn only_ordinary_files_are_read() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::NamedTempFile::new().unwrap();
    fs::write(outside.path(), "title: BÍ MẬT\ndate: 10/10/2024\n").unwrap();
    let link = |to: &Path, name: &str| {
        let dir = Dir::with_meeting(format!("{MEETING}photos: [{{file: a.png, alt: Hội trường}}]\n"));
        if name != "a.png" {
            dir.write(&format!("{STORY}/a.png"), PHOTO);
            fs::remove_file(dir.at(STORY).join("meeting.yaml")).unwrap();
        }
        symlink(to, dir.at(STORY).join(name)).unwrap();
        dir
    };
    let device = Path::new("/dev/zero");
    for (to, name) in
        [(outside.path(), "meeting.yaml"), (outside.path(), "a.png"), (device, "meeting.yaml"), (device, "a.png")]
    {
        let (faults, outputs) = project::build(link(to, name).path());
        assert!(faults.iter().any(|fault| fault.rule == "file-not-ordinary"), "{name}: {}", project::shown(&faults));
        let secret = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("BÍ MẬT");
        assert!(!outputs.values().any(secret), "{name}");
    }
    let dir = Dir::new();
    fs::create_dir_all(dir.at(STORY)).unwrap();
    let pipe = Command::new("mkfifo").arg(dir.at(STORY).join("meeting.yaml")).status();
    if pipe.is_ok_and(|status| status.success()) {
        let faults = dir.check();
        assert!(faults.iter().any(|fault| fault.rule == "file-not-ordinary"), "{}", project::shown(&faults));
    }
    // A link that leads back up must not be followed for ever.
    let dir = Dir::with_meeting(MEETING);
    symlink(dir.at("content"), dir.at(STORY).join("vong")).unwrap();
    assert!(!bantin::diag::has_errors(&dir.check()));
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let dir = Dir::with_meeting(MEETING);
    let file = dir.at(STORY).join("meeting.yaml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser reads everything.
    if fs::read(&file).is_err() {
        let told = project::shown(&dir.check());
        assert!(told.contains("không đọc được") && told.contains("kiểm tra quyền đọc tệp"), "{told}");
    }
}

#[test]
fn names_of_files_and_folders_in_any_letters() {
    for folder in ["Họp dân ấp", "Ho\u{323}p da\u{302}n", "hop dan (2)", "a'b\"c&d", "<b>", "%2e%2e", "...", "-r"]
    {
        let dir = Dir::new();
        dir.write(&format!("content/2024/2024-10-10-{folder}/meeting.yaml"), MEETING);
        let (faults, outputs) = project::build(dir.path());
        let addresses =
            outputs.keys().all(|path| path.chars().all(|c| c.is_ascii_alphanumeric() || "/-._".contains(c)));
        assert!(addresses && outputs.keys().all(|path| !path.contains("..")), "{folder}: {:?}", outputs.keys());
        assert!(!faults.is_empty() || outputs.len() > 5, "{folder}");
    }
    // A photo whose name arrives in the other form of the same letters.
    let dir = Dir::with_meeting(format!("{MEETING}photos: [{{file: ảnh.png, alt: Hội trường}}]\n"));
    dir.write(&format!("{STORY}/a\u{309}nh.png"), PHOTO);
    let (faults, outputs) = project::build(dir.path());
    let made = outputs.keys().any(|path| path.ends_with("nh.png"));
    assert!(made != bantin::diag::has_errors(&faults), "{}", project::shown(&faults));
}

#[test]
fn old_addresses_take_no_page_of_the_site() {
    for alias in
        ["index.html", "404.html", "tim-kiem/index.html", "TIN/2024/10/hop-thu/index.html", "https://a.vn/2024/10/"]
    {
        let dir = Dir::with_meeting(format!("{MEETING}aliases: ['{alias}']\n"));
        let told = project::shown(&project::build(dir.path()).0);
        assert!(told.contains("meeting.yaml:3:11: lỗi[alias-taken]"), "{alias}: {told}");
    }
}

#[test]
fn names_are_cut_where_a_disk_would_refuse_them() {
    let long = "Hội nghị về ".repeat(40);
    let dir = Dir::with_meeting(format!("{MEETING}tags: ['{long}']\n"));
    dir.write(&format!("content/2024/2024-10-11-{}/meeting.yaml", "a".repeat(240)), MEETING);
    let (faults, outputs) = project::build(dir.path());
    assert!(!bantin::diag::has_errors(&faults), "{}", project::shown(&faults));
    let long = outputs.keys().flat_map(|path| path.split('/')).find(|name| name.len() > 240);
    assert!(long.is_none(), "{long:?}");
}

// Hostile files and text; strings in every key are for `tests/inject`.

#[test]
fn a_photo_that_is_none_is_refused() {
    let dir = Dir::with_meeting(format!("{MEETING}photos: [{{file: a.png, alt: Hội trường}}]\n"));
    dir.write(&format!("{STORY}/a.png"), "không phải ảnh");
    let told = project::shown(&project::build(dir.path()).0);
    assert!(told.contains("meeting.yaml:3:17") && told.contains("lưu lại ảnh thành jpg hoặc png"), "{told}");
}

#[test]
fn an_attachment_that_a_browser_would_run_is_refused() {
    for (name, told) in
        [("trang.html", "không thuộc loại được đăng kèm tin"), ("giay.pdf", "không đúng loại mà tên tệp ghi")]
    {
        let dir = Dir::with_meeting(format!("{MEETING}attachments: [{{file: {name}, title: Tệp}}]\n"));
        dir.write(&format!("{STORY}/{name}"), "<script>1</script>");
        let shown = project::shown(&project::build(dir.path()).0);
        assert!(shown.contains("meeting.yaml:3:22") && shown.contains(told), "{shown}");
    }
}

#[test]
fn a_photo_of_too_many_pixels_is_refused() {
    let dir = Dir::with_meeting(format!("{MEETING}photos: [{{file: a.png, alt: Hội trường}}]\n"));
    let mut bomb = PHOTO.to_vec();
    bomb[16..20].copy_from_slice(&30_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&30_000_u32.to_be_bytes());
    let sum = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.to_be_bytes());
    dir.write(&format!("{STORY}/a.png"), bomb);
    let told = project::shown(&project::build(dir.path()).0);
    assert!(told.contains("meeting.yaml:3:17") && told.contains("thu nhỏ ảnh"), "{told}");
}

/// The check sum of a PNG's parts.
fn crc32(bytes: &[u8]) -> u32 {
    let bit = |sum: u32, _| (sum >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(sum & 1));
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), bit))
}

#[test]
fn hidden_marks_are_refused() {
    for mark in ["\u{202E}", "\u{2066}", "\u{200B}", "\u{1}", "\u{FFFD}"] {
        let faults = Dir::with_meeting(format!("title: Họp{mark} dân\ndate: 10/10/2024\n")).check();
        assert!(faults.iter().any(|fault| fault.rule.starts_with("text-")), "{mark:?}");
    }
}

#[test]
fn hostile_text_in_faults_stays_on_its_line() {
    let faults = Dir::with_meeting(format!("{MEETING}\"\\e[31m{{key}}\\n\": 5\ncategory: x\n")).check();
    let told = project::shown(&faults);
    assert!(!told.contains('\u{1B}'), "{told:?}");
    assert_eq!(told.lines().count(), faults.len(), "{told:?}");
}

// The disk.

#[test]
fn a_template_of_the_user_that_is_faulty_stops_the_build() {
    for (text, rule) in [
        ("{% if %}", "template-failed"),
        ("{{ x | khong_co }}", "template-failed"),
        ("{% include \"news/khong-co.txt\" %}", "template-missing"),
    ] {
        let dir = Dir::with_meeting(MEETING);
        dir.write("templates/news/lead.txt", text);
        let (faults, _) = project::build(dir.path());
        assert!(faults.iter().any(|fault| fault.rule == rule), "{text}: {}", project::shown(&faults));
        assert!(faults.iter().any(|fault| fault.path() == "templates/news/lead.txt"), "{}", project::shown(&faults));
        let said = faults[0].message.text(Lang::Vi);
        assert!(said.contains("mẫu trình bày"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let dir = Dir::with_meeting(MEETING);
    built(&dir);
    let before = tree(&dir.at("public"));
    dir.write("content/2024/2024-10-11-hai/meeting.yaml", MEETING);
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // The superuser writes everywhere: a file stands in the way instead.
    let out = if fs::write(dir.at("thu"), "").is_ok() { "thu" } else { "." };
    let output = bantin(dir.path(), &["build", "-o", out]);
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let told = said(&output);
    assert_eq!(output.status.code(), Some(5), "{told}");
    assert!(told.contains("không ghi được") && told.contains("kết quả lần trước vẫn còn nguyên"), "{told}");
    assert!(tree(&dir.at("public")) == before);
}

/// Pictures, cards and documents of a project, made anew, found in the cache, and made again where the cache is damaged.
#[test]
fn a_build_with_a_cache_is_a_clean_build() {
    let record = format!(
        "{MEETING}start: 08:00\nplace: Nhà văn hóa\nchairs: ông Đỗ Văn An\nsecretary: bà Lê Thị Bình\nagenda: [Khai mạc]\nphotos: [{{file: a.png, alt: Hội trường}}]\npapers: {{invitation: {{public: true}}}}\n"
    );
    let dir = Dir::with_meeting(record);
    // The public copy is another file than the office's, which carries the record.
    dir.write("site.yaml", format!("{SITE}archive_format: a-3a\n"));
    dir.write(&format!("{STORY}/a.png"), PHOTO);
    let outputs = || (tree(&dir.at("public")), tree(&dir.at("documents")));
    let again = || {
        fs::remove_dir_all(dir.at("public")).unwrap();
        fs::remove_dir_all(dir.at("documents")).unwrap();
        built(&dir);
        outputs()
    };
    built(&dir);
    let clean = outputs();
    let entries = tree(&dir.at(".bantin/cache"));
    assert!(clean.1.keys().any(|path| path.ends_with(".pdf")) && entries.len() >= 4, "{:?}", entries.keys());
    assert!(again() == clean);
    for (name, bytes) in &entries {
        dir.write(&format!(".bantin/cache/{name}"), &bytes[..bytes.len() / 2]);
    }
    assert!(again() == clean);
    assert!(tree(&dir.at(".bantin/cache")) == entries, "damaged entries are made anew");
    fs::remove_dir_all(dir.at(".bantin")).unwrap();
    dir.write(".bantin", "một tệp chắn chỗ");
    assert!(again() == clean);
}

#[test]
fn the_cache_keeps_only_what_the_last_build_needed() {
    let dir = Dir::with_meeting(MEETING);
    built(&dir);
    let before = tree(&dir.at(".bantin/cache"));
    retitle(&dir, "Họp dân", "Họp toàn dân");
    built(&dir);
    let after = tree(&dir.at(".bantin/cache"));
    assert!(after.len() == before.len() && after.keys().ne(before.keys()));
}

#[test]
fn files_of_others_stay_and_files_no_longer_made_go() {
    let dir = Dir::with_meeting(MEETING);
    dir.write("content/2024/2024-10-11-hai/meeting.yaml", "title: Họp hai\ndate: 11/10/2024\n");
    dir.write("public/CNAME", "tin.example.vn");
    dir.write("public/tin/2024/10/hai/cua-toi.txt", "của tôi");
    dir.write("documents/ghi-chu.txt", "của tôi");
    built(&dir);
    fs::remove_dir_all(dir.at("content/2024/2024-10-11-hai")).unwrap();
    let said = built(&dir);
    assert!(said.contains("bỏ "), "{said}");
    let public = tree(&dir.at("public"));
    assert!(
        !public.contains_key("tin/2024/10/hai/index.html") && public.contains_key("tin/2024/10/hop-thu/index.html")
    );
    assert!(public.contains_key("CNAME") && public.contains_key("tin/2024/10/hai/cua-toi.txt"));
    assert!(dir.at("documents/ghi-chu.txt").exists());
    assert!(litter(&dir).is_empty(), "{:?}", litter(&dir));
}

/// What `build` of one story alone says, and that all went well.
fn built_alone(dir: &Dir, id: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bantin"));
    let output = command.args(["build", "--as-of", "2026-06-30", "--only", id, "-r"]).arg(dir.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Withdrawn, expired, made internal: where the last build shows it, a build of that story alone takes it off every page.
#[test]
fn a_story_that_is_public_no_more_is_gone_even_if_it_alone_is_built() {
    for (state, told) in [
        ("status: withdrawn", "1 đã gỡ"),
        ("withdrawal: {date: 12/10/2024, reason: Đăng nhầm.}", "1 đã gỡ"),
        ("visibility: internal", "1 nội bộ"),
        ("expires_at: 01/01/2025", "1 hết hạn đăng"),
    ] {
        let shown = "title: Họp mậtvụ\ndate: 10/10/2024\ntags: [mậtvụ]\n";
        let dir = Dir::with_meeting(shown);
        dir.write("content/2024/2024-10-11-hop-khac/meeting.yaml", "title: Họp khác\ndate: 11/10/2024\n");
        built(&dir);
        dir.write(&format!("{STORY}/meeting.yaml"), format!("{shown}{state}\n"));
        let said = built_alone(&dir, "hop-thu");
        assert!(said.contains(&format!("Tin hop-thu không còn công khai ({told})")), "{state}: {said}");
        let public = tree(&dir.at("public"));
        for (path, bytes) in &public {
            assert!(!String::from_utf8_lossy(bytes).to_lowercase().contains("mậtvụ"), "{state}: {path}");
        }
        assert!(public.contains_key("tin/2024/10/hop-khac/index.html") && public.contains_key("index.html"));
        assert_eq!(public.contains_key("tin/2024/10/hop-thu/index.html"), state.starts_with("withdrawal"));
        let again = built_alone(&dir, "hop-thu");
        assert!(again.contains(&format!("Tin hop-thu không lên trang ({told})")), "{state}: {again}");
        assert!(tree(&dir.at("public")) == public, "{state}");
    }
}

#[test]
fn a_story_built_alone_leaves_the_others_and_drops_what_it_has_no_more() {
    let dir = Dir::with_meeting(format!("{MEETING}attachments: [cu.txt]\naliases: [ten-cu]\n"));
    dir.write(&format!("{STORY}/cu.txt"), "tệp cũ");
    dir.write("content/2024/2024-10-11-hop-khac/meeting.yaml", "title: Họp khác\ndate: 11/10/2024\n");
    built(&dir);
    let before = tree(&dir.at("public"));
    dir.write(&format!("{STORY}/meeting.yaml"), format!("{MEETING}aliases: [ten-cu]\n"));
    built_alone(&dir, "hop-thu");
    let mut expected: Vec<&String> = before.keys().collect();
    expected.retain(|path| !path.ends_with("cu.txt"));
    assert_eq!(tree(&dir.at("public")).keys().collect::<Vec<_>>(), expected);
}

#[cfg(unix)]
#[test]
fn a_link_named_public_stays_a_link() {
    let dir = Dir::with_meeting(MEETING);
    let web = tempfile::tempdir().unwrap();
    fs::create_dir(web.path().join("trang")).unwrap();
    std::os::unix::fs::symlink(web.path().join("trang"), dir.at("public")).unwrap();
    built(&dir);
    assert!(dir.at("public").is_symlink());
    assert!(web.path().join("trang/index.html").exists());
    assert_eq!(fs::read_dir(web.path()).unwrap().count(), 1);
}

/// A project that takes a while: many stories with photos.
fn large(stories: usize, mark: &str) -> Dir {
    let dir = Dir::new();
    for number in 0..stories {
        let folder = format!("content/2024/2024-10-10-tin-{number}");
        let record = format!("title: Họp {mark} số {number}\ndate: 10/10/2024\nphotos: [{{file: a.png, alt: Ảnh}}]\n");
        dir.write(&format!("{folder}/meeting.yaml"), record);
        dir.write(&format!("{folder}/a.png"), PHOTO);
    }
    dir
}

fn retitle(dir: &Dir, from: &str, to: &str) {
    for (name, bytes) in tree(&dir.at("content")).into_iter().filter(|(name, _)| name.ends_with(".yaml")) {
        dir.write(&format!("content/{name}"), String::from_utf8(bytes).unwrap().replace(from, to));
    }
}

/// The site in `public/` is wholly the first or wholly the second one.
fn whole(dir: &Dir, first: &str, second: &str) {
    let public = tree(&dir.at("public"));
    let pages: Vec<String> = public
        .iter()
        .filter(|(path, _)| path.ends_with("index.html") && path.contains("tin-"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    let of = |mark: &str| pages.iter().filter(|page| page.contains(&format!("Họp {mark} số"))).count();
    assert!(!pages.is_empty() && (of(first) == pages.len() || of(second) == pages.len()), "a mixture");
    let manifest: serde_json::Value = serde_json::from_slice(&public["manifest.json"]).unwrap();
    for name in manifest["files"].as_object().unwrap().keys() {
        assert!(public.contains_key(name), "{name} is missing");
    }
}

#[test]
fn a_killed_build_leaves_the_old_site_whole() {
    let dir = large(60, "cũ");
    built(&dir);
    let mut names = ["cũ", "mới"];
    for moment in [0, 5, 20, 40, 60, 80, 110, 150, 200, 300] {
        retitle(&dir, names[0], names[1]);
        names.swap(0, 1);
        let mut child = Command::new(env!("CARGO_BIN_EXE_bantin"))
            .args(["build", "--as-of", "2026-06-30", "-r"])
            .arg(dir.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(moment));
        drop(child.kill());
        child.wait().unwrap();
        whole(&dir, "cũ", "mới");
    }
    built(&dir);
    whole(&dir, names[0], names[0]);
    assert!(litter(&dir).is_empty(), "{:?}", litter(&dir));
}

#[test]
fn two_builds_at_once_do_not_harm_each_other() {
    let dir = large(40, "cũ");
    built(&dir);
    for round in 0..4 {
        retitle(&dir, if round % 2 == 0 { "cũ" } else { "mới" }, if round % 2 == 0 { "mới" } else { "cũ" });
        let start = |_| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_bantin"));
            command.args(["build", "--as-of", "2026-06-30", "-r"]).arg(dir.path());
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        };
        let builds: Vec<_> = (0..3).map(start).collect();
        let ends: Vec<Output> = builds.into_iter().map(|build| build.wait_with_output().unwrap()).collect();
        assert!(ends.iter().any(|end| end.status.success()), "one of them is done");
        for end in ends.iter().filter(|end| !end.status.success()) {
            let told = said(end);
            assert_eq!(end.status.code(), Some(5), "{told}");
            assert!(told.contains("một lần dựng khác đang ghi"), "{told}");
        }
        whole(&dir, "cũ", "mới");
        assert!(litter(&dir).is_empty(), "{:?}", litter(&dir));
    }
}

/// Texts of one kind, four times as long, take about four times as long; squares would take sixteen times.
#[test]
fn proof_reading_grows_in_line_with_the_text() {
    let seconds = |text: &str| {
        let start = Instant::now();
        let faults = bantin::check_text(text.as_bytes().to_vec(), "bai.txt", None, &project::options());
        let mut out = Vec::new();
        print::print(&faults, Format::Human, Lang::Vi, &mut out).unwrap();
        start.elapsed().as_secs_f64()
    };
    let sentence = "Tổng vốn 91,3 tỷ đồng, trong đó vốn tỉnh 32,3 tỷ đồng, đạt 40% , theo Quyết định số 12/QĐ-UBND. ";
    for (name, piece, count) in [
        ("one paragraph", sentence, 400),
        ("many paragraphs", &format!("{sentence}\n\n"), 400),
        ("open brackets and quotes", "(“[ một ", 600),
        ("figures without an end", "5 hộ, đạt 40%, tăng 5% từ 4 lên 9 hộ ( ", 400),
        ("short forms", "ABCD (QWER) của ", 1_000),
        ("names", "ông Nguyễn Văn Hoaàng, bà Trần Thị Lan ở xã Thượng Lâmm; ", 400),
        ("bodies and places", "Bộ Giao thông vận tải, các sở Nội vụ, Y tế, tỉnh Lào Cay, huyện Vị Xuyên ", 400),
        ("documents", "Quyết định số 12/QĐ-UBND ngày 01/2/2024 của UBND tỉnh Kiên Giang về việc hỗ trợ; ", 400),
        ("days", "ngày lễ, ngày hội, ngày 5 và ngày 6/2; ", 2_000),
        ("persons called by another word", "mời ông Nguyễn Thị Lan; ", 2_000),
        ("figures of no row", "ngày 5/2, ", 3_000),
    ] {
        let short = seconds(&piece.repeat(count)).max(0.05);
        let long = seconds(&piece.repeat(4 * count));
        println!("{name}: {short:.2} s, then {long:.2} s");
        assert!(long < 10.0 * short, "{name}: {short:.2} s, then {long:.2} s");
    }
}

/// A character that no font has stops the build and is told at the line where it was written, whichever record that is.
#[test]
fn a_character_without_a_glyph_is_told_where_it_was_written() {
    let meeting = "content/2026/2026-03-12-hop-xa";
    for (file, words, character) in [
        ("site.yaml".to_owned(), "ỦY BAN NHÂN DÂN", '😀'),
        (format!("{meeting}/meeting.yaml"), "Nêu mục đích", '漢'),
        (format!("{meeting}/meeting.yaml"), "Quang cảnh", '\u{639}'),
        (format!("{meeting}/conclusions.yaml"), "Lập dự toán", '😀'),
        (format!("{meeting}/budget.yaml"), "Ngân sách xã", '☎'),
        ("content/2026/2026-02-10-bao-cao/document.yaml".to_owned(), "hư hỏng nặng", '漢'),
        ("content/2026/2026-02-10-bao-cao/document.yaml".to_owned(), "Đoạn hai", '😀'),
        ("content/2026/2026-01-05-quyet-dinh/document.yaml".to_owned(), "Trung tâm Công báo", '😀'),
    ] {
        let dir = Dir::new();
        dir.copy_from(Path::new("tests/cases/ban-sao"));
        let record = fs::read_to_string(dir.at(&file)).unwrap();
        let line = 1 + record.lines().position(|line| line.contains(words)).unwrap();
        dir.write(&file, record.replacen(words, &words.replacen(' ', &format!("{character} "), 1), 1));
        let (faults, _) = project::build(dir.path());
        let missing: Vec<_> = faults.iter().filter(|fault| fault.rule == "glyph-missing").collect();
        assert!(!missing.is_empty(), "{file}: {words}");
        for fault in missing {
            assert_eq!((fault.path(), fault.place().map(|place| place.line)), (&*file, Some(line)), "{fault:?}");
        }
    }
}

/// Four times as many stories that name the same persons, bodies and documents take about four times as long.
#[test]
fn checking_grows_in_line_with_the_archive() {
    let people = "people:\n  - {id: le-van-tu, name: Lê Văn Tư, positions: [Chủ tịch UBND xã Bến Lộc]}\nbodies:\n  - {id: tram, name: Trạm Khuyến nông Bến Lộc}\n";
    let seconds = |stories: usize| {
        let dir = Dir::new();
        dir.write("people.yaml", people);
        for at in 0..stories {
            let folder = format!("content/2024/2024-10-10-hop-{at}");
            let names = format!("[ông Lê Văn Tứ - Chủ tịch UBND xã Bến Lộc, bà Lê Thị Na - Trưởng ấp {at}]");
            dir.write(
                &format!("{folder}/meeting.yaml"),
                format!("title: Họp {at}\ndate: 10/10/2024\nchairs: {names}\norganisers: {{hosting: [Trạm Khuyến nông Bến Lộc]}}\ndocuments: [{{number: 45/2012/NĐ-CP, date: {}/5/2012}}]\n", at % 28 + 1),
            );
        }
        let start = Instant::now();
        let faults = dir.check();
        assert!(faults.iter().filter(|fault| fault.rule == "person-two-ways").count() == stories, "{}", faults.len());
        start.elapsed().as_secs_f64()
    };
    let few = seconds(150).max(0.05);
    let many = seconds(600).min(seconds(600));
    println!("{few:.2} s, then {many:.2} s");
    assert!(many < 10.0 * few, "{few:.2} s, then {many:.2} s");
}
