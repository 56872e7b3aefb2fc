//! Named days of public life — *ngày lễ, ngày truyền thống*: the day, and the year they began.

/// A named day.
#[derive(Debug)]
pub struct Holiday {
    /// Its name, in small letters without commas and hyphens; the longest name of a text counts.
    pub name: &'static str,
    /// The day of the month.
    pub day: u8,
    /// The month.
    pub month: u8,
    /// The year from which anniversaries are counted.
    pub year: Option<u16>,
}

const fn on(name: &'static str, day: u8, month: u8) -> Holiday {
    Holiday { name, day, month, year: None }
}

const fn since(name: &'static str, day: u8, month: u8, year: u16) -> Holiday {
    Holiday { name, day, month, year: Some(year) }
}

/// The days that public offices celebrate.
pub const HOLIDAYS: &[Holiday] = &[
    since("quốc khánh", 2, 9, 1945),
    since("thương binh liệt sĩ", 27, 7, 1947),
    since("thương binh liệt sỹ", 27, 7, 1947),
    since("giải phóng miền nam", 30, 4, 1975),
    since("giải phóng hoàn toàn miền nam", 30, 4, 1975),
    on("quốc tế lao động", 1, 5),
    since("chiến thắng điện biên phủ", 7, 5, 1954),
    since("thành lập đảng cộng sản việt nam", 3, 2, 1930),
    since("ngày thành lập đảng", 3, 2, 1930),
    since("ngày sinh chủ tịch hồ chí minh", 19, 5, 1890),
    since("ngày sinh của chủ tịch hồ chí minh", 19, 5, 1890),
    on("sinh nhật bác", 19, 5),
    since("thầy thuốc việt nam", 27, 2, 1955),
    on("quốc tế phụ nữ", 8, 3),
    since("thành lập hội liên hiệp phụ nữ việt nam", 20, 10, 1930),
    on("ngày phụ nữ việt nam", 20, 10),
    on("nhà giáo việt nam", 20, 11),
    since("thành lập quân đội nhân dân việt nam", 22, 12, 1944),
    since("quốc phòng toàn dân", 22, 12, 1989),
    since("truyền thống công an nhân dân", 19, 8, 1945),
    on("toàn dân bảo vệ an ninh tổ quốc", 19, 8),
    since("cách mạng tháng tám", 19, 8, 1945),
    since("báo chí cách mạng việt nam", 21, 6, 1925),
    since("toàn quốc kháng chiến", 19, 12, 1946),
    since("truyền thống mặt trận", 18, 11, 1930),
    since("thành lập mặt trận", 18, 11, 1930),
    since("thành lập đoàn tncs hồ chí minh", 26, 3, 1931),
    since("thành lập đoàn thanh niên cộng sản hồ chí minh", 26, 3, 1931),
    since("ngày thành lập đoàn", 26, 3, 1931),
    since("thành lập công đoàn việt nam", 28, 7, 1929),
    since("thành lập hội nông dân việt nam", 14, 10, 1930),
    on("biên phòng toàn dân", 3, 3),
    on("gia đình việt nam", 28, 6),
    on("doanh nhân việt nam", 13, 10),
    on("ngày pháp luật", 9, 11),
    since("thành lập hội cựu chiến binh việt nam", 6, 12, 1989),
    on("khoa học và công nghệ việt nam", 18, 5),
    on("môi trường thế giới", 5, 6),
    on("nước thế giới", 22, 3),
    on("chuyển đổi số quốc gia", 10, 10),
    on("dân số thế giới", 11, 7),
    on("dân số việt nam", 26, 12),
    on("quốc tế người cao tuổi", 1, 10),
    on("quốc tế thiếu nhi", 1, 6),
    since("thành lập đội thiếu niên tiền phong", 15, 5, 1941),
    on("sách và văn hóa đọc", 21, 4),
    since("tổng tuyển cử đầu tiên", 6, 1, 1946),
    since("ra đi tìm đường cứu nước", 5, 6, 1911),
    since("thành lập hội liên hiệp thanh niên việt nam", 15, 10, 1956),
    since("truyền thống ngành tuyên giáo", 1, 8, 1930),
    since("truyền thống công tác dân vận", 15, 10, 1930),
    since("truyền thống ngành tổ chức xây dựng đảng", 14, 10, 1930),
    since("truyền thống ngành kiểm tra đảng", 16, 10, 1948),
    since("dân quân tự vệ việt nam", 28, 3, 1935),
    on("vì nạn nhân chất độc da cam", 10, 8),
    on("quyền của người tiêu dùng", 15, 3),
    on("vì người nghèo", 17, 10),
    on("khuyết tật việt nam", 18, 4),
    on("phòng chống thiên tai", 22, 5),
    since("thành lập hội chữ thập đỏ việt nam", 23, 11, 1946),
    since("thể thao việt nam", 27, 3, 1946),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::viet::date::Ymd;

    #[test]
    fn names_are_small_and_days_are_real() {
        for one in HOLIDAYS {
            assert_eq!(one.name, one.name.to_lowercase());
            assert!(!one.name.contains([',', '-']), "{}", one.name);
            assert!(Ymd::new(one.year.unwrap_or(2024), one.month, one.day).is_ok(), "{}", one.name);
        }
    }
}
