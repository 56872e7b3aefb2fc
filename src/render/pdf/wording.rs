//! What invitations and minutes say of a small meeting, and which documents want a signer.

#[cfg(test)]
use super::tests::{made, text};
use super::{lacks, papers};

const MEETING: &str = "
title: Cuộc họp bàn việc
called: Cuộc họp
date: 10/10/2024
start: 08:00
end: 11:30
place: Hội trường
bridges: {count: 30, points: [ấp Bến Đá]}
chairs: ông Ngô Quang Trung
secretary: bà Đỗ Thị Minh Trâm (Văn phòng)
attendance:
  absent: {person: ông Lê Văn Bảy, reason: không báo}
votes: {matter: Quy chế, for: 50, against: 3}
agenda: [Đón tiếp đại biểu, Thảo luận quy chế, Giải lao, Chụp ảnh lưu niệm]
papers: {invitation: {notes: [Đề nghị mang theo tài liệu]}}
";

/// Text of the invitation and of the minutes.
fn invitation_and_minutes(meeting: &str) -> [String; 2] {
    let (outputs, faults) = made(meeting, "");
    assert!(faults.is_empty(), "{faults:?}");
    ["giay-moi.pdf", "bien-ban.pdf"].map(|file| {
        let output = outputs.iter().find(|output| output.path.ends_with(file));
        output.map(text).unwrap_or_default()
    })
}

#[test]
fn an_invitation_tells_what_it_is_about() {
    let [invitation, _] = invitation_and_minutes(MEETING);
    for said in [
        "- Thảo luận quy chế",
        "từ 08 giờ 00 phút đến 11 giờ 30 phút",
        "Kết nối với 30 điểm cầu, trong đó có: ấp Bến Đá.",
        "Đề nghị mang theo tài liệu.",
        "Rất mong quý đại biểu bố trí thời gian tham dự để cuộc họp đạt kết quả tốt",
    ] {
        assert!(invitation.contains(said), "{said} is not in: {invitation}");
    }
    for around in ["Đón tiếp", "Giải lao", "Chụp ảnh"] {
        assert!(!invitation.contains(around), "{around} is in: {invitation}");
    }
}

#[test]
fn hostile_text_stays_text() {
    let hostile = "#panic() $x$ *a* _b_ @c <d> `e`";
    let [invitation, _] =
        invitation_and_minutes(&MEETING.replace("title: Cuộc họp bàn việc", &format!("title: 'Cuộc họp {hostile}'")));
    assert!(invitation.contains(hostile), "{invitation}");
}

#[test]
fn bridges_without_a_count_are_only_named() {
    let [invitation, _] = invitation_and_minutes(&MEETING.replace("count: 30, ", ""));
    assert!(invitation.contains("Các điểm cầu: ấp Bến Đá."), "{invitation}");
}

#[test]
fn minutes_write_hours_in_full() {
    let [_, minutes] = invitation_and_minutes(MEETING);
    for said in ["Thời gian bắt đầu: 08 giờ 00 phút", "Lê Văn Bảy (không có lý do)", "kết thúc vào 11 giờ 30 phút"]
    {
        assert!(minutes.contains(said), "{said} is not in: {minutes}");
    }
}

#[test]
fn a_document_that_nobody_signs_is_told() {
    let site = papers::tests::site("", MEETING, "items: Làm ngay.");
    let told = |open: bool| {
        let mut files = Vec::new();
        for mut document in papers::documents(&site, &site.stories[0]) {
            if open {
                document.head.signer = None;
            }
            if lacks::unsigned(&document).is_some_and(|fault| fault.rule == "paper-unsigned") {
                files.push(document.file());
            }
        }
        files
    };
    assert!(told(false).is_empty());
    assert_eq!(told(true), ["giay-moi.pdf", "chuong-trinh.pdf", "thong-bao-ket-luan.pdf"]);
}
