//! What became of a meeting after it was announced — *hủy, hoãn, đổi lịch*. The meeting's own keys always tell what holds
//! now; a change keeps what held before it, as the announcement of that day put it.

use super::meeting::{Citation, Place};
use super::value::{Clock, Day, Text};
use super::{choice, map_field, record};

choice! {
    /// What was changed — *loại thay đổi*.
    enum ChangeKind {
        Postponed = "postponed" "hoãn";
        Moved = "moved" "đổi lịch";
        Cancelled = "cancelled" "hủy";
    }
}

record! {
    /// One change — *một lần hủy, hoãn, đổi lịch*.
    struct Change = "change" {
        kind: ChangeKind, "Loại", "cancelled (hủy), postponed (hoãn) hoặc moved (đổi ngày, giờ, nơi họp).";
        date: Day, "Ngày báo", "Ngày thông báo thay đổi.";
        reason: Option<Text>, "Lý do", "Vì sao, đọc sau chữ do: ảnh hưởng của bão số 5.";
        old_date: Option<Day>, "Ngày cũ", "Ngày họp trước khi đổi; date của cuộc họp là ngày mới. Hoãn mà chưa có ngày mới thì không ghi.";
        old_start: Option<Clock>, "Giờ cũ", "Giờ họp trước khi đổi.";
        old_place: Option<Place>, "Nơi cũ", "Nơi họp trước khi đổi.";
        notice: Option<Citation>, "Văn bản báo", "Số, ký hiệu của văn bản báo thay đổi.";
    }
}

map_field!(Change);
