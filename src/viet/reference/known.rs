//! Laws and decrees that public offices cite every day — *văn bản hay được viện dẫn*: their numbers, names and days.

use crate::viet::date::Ymd;

/// One of them.
#[derive(Debug)]
pub struct Known {
    /// Its number.
    pub number: &'static str,
    /// The name of a law in small letters, without *luật*; nothing for what is cited by its number.
    pub name: &'static str,
    day: (u16, u8, u8),
}

impl Known {
    /// The day on which it was made.
    pub fn day(&self) -> Option<Ymd> {
        Ymd::new(self.day.0, self.day.1, self.day.2).ok()
    }
}

const fn law(number: &'static str, day: (u16, u8, u8), name: &'static str) -> Known {
    Known { number, name, day }
}

/// The table, from what the Official Gazette printed.
pub const KNOWN: &[Known] = &[
    law("77/2015/QH13", (2015, 6, 19), "tổ chức chính quyền địa phương"),
    law("65/2025/QH15", (2025, 2, 19), "tổ chức chính quyền địa phương"),
    law("72/2025/QH15", (2025, 6, 16), "tổ chức chính quyền địa phương"),
    law("47/2019/QH14", (2019, 11, 22), ""),
    law("80/2015/QH13", (2015, 6, 22), "ban hành văn bản quy phạm pháp luật"),
    law("64/2025/QH15", (2025, 2, 19), "ban hành văn bản quy phạm pháp luật"),
    law("63/2020/QH14", (2020, 6, 18), ""),
    law("83/2015/QH13", (2015, 6, 25), "ngân sách nhà nước"),
    law("49/2014/QH13", (2014, 6, 18), "đầu tư công"),
    law("39/2019/QH14", (2019, 6, 13), "đầu tư công"),
    law("58/2024/QH15", (2024, 11, 29), "đầu tư công"),
    law("13/2003/QH11", (2003, 11, 26), "đất đai"),
    law("45/2013/QH13", (2013, 11, 29), "đất đai"),
    law("31/2024/QH15", (2024, 1, 18), "đất đai"),
    law("21/2017/QH14", (2017, 11, 24), "quy hoạch"),
    law("16/2003/QH11", (2003, 11, 26), "xây dựng"),
    law("50/2014/QH13", (2014, 6, 18), "xây dựng"),
    law("62/2020/QH14", (2020, 6, 17), ""),
    law("61/2005/QH11", (2005, 11, 29), "đấu thầu"),
    law("43/2013/QH13", (2013, 11, 26), "đấu thầu"),
    law("22/2023/QH15", (2023, 6, 23), "đấu thầu"),
    law("52/2005/QH11", (2005, 11, 29), "bảo vệ môi trường"),
    law("55/2014/QH13", (2014, 6, 23), "bảo vệ môi trường"),
    law("72/2020/QH14", (2020, 11, 17), "bảo vệ môi trường"),
    law("38/2005/QH11", (2005, 6, 14), "giáo dục"),
    law("43/2019/QH14", (2019, 6, 14), "giáo dục"),
    law("22/2008/QH12", (2008, 11, 13), "cán bộ, công chức"),
    law("58/2010/QH12", (2010, 11, 15), "viên chức"),
    law("52/2019/QH14", (2019, 11, 25), ""),
    law("97/2015/QH13", (2015, 11, 25), "phí và lệ phí"),
    law("06/2022/QH15", (2022, 6, 15), "thi đua, khen thưởng"),
    law("65/2014/QH13", (2014, 11, 25), "nhà ở"),
    law("27/2023/QH15", (2023, 11, 27), "nhà ở"),
    law("66/2014/QH13", (2014, 11, 25), "kinh doanh bất động sản"),
    law("29/2023/QH15", (2023, 11, 28), "kinh doanh bất động sản"),
    law("68/2014/QH13", (2014, 11, 26), "doanh nghiệp"),
    law("59/2020/QH14", (2020, 6, 17), "doanh nghiệp"),
    law("67/2014/QH13", (2014, 11, 26), "đầu tư"),
    law("61/2020/QH14", (2020, 6, 17), "đầu tư"),
    law("87/2015/QH13", (2015, 11, 20), "hoạt động giám sát của quốc hội và hội đồng nhân dân"),
    law("85/2015/QH13", (2015, 6, 25), "bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân"),
    law("57/2014/QH13", (2014, 11, 20), "tổ chức quốc hội"),
    law("76/2015/QH13", (2015, 6, 19), "tổ chức chính phủ"),
    law("29/2004/QH11", (2004, 12, 3), "bảo vệ và phát triển rừng"),
    law("16/2017/QH14", (2017, 11, 15), "lâm nghiệp"),
    law("08/2017/QH14", (2017, 6, 19), "thủy lợi"),
    law("102/2016/QH13", (2016, 4, 5), "trẻ em"),
    law("15/2017/QH14", (2017, 6, 21), "quản lý, sử dụng tài sản công"),
    law("38/2019/QH14", (2019, 6, 13), "quản lý thuế"),
    law("36/2018/QH14", (2018, 11, 20), "phòng, chống tham nhũng"),
    law("42/2013/QH13", (2013, 11, 25), "tiếp công dân"),
    law("02/2011/QH13", (2011, 11, 11), "khiếu nại"),
    law("25/2018/QH14", (2018, 6, 12), "tố cáo"),
    law("23/2008/QH12", (2008, 11, 13), "giao thông đường bộ"),
    law("33/2013/QH13", (2013, 6, 19), "phòng, chống thiên tai"),
    law("17/2012/QH13", (2012, 6, 21), "tài nguyên nước"),
    law("28/2023/QH15", (2023, 11, 27), "tài nguyên nước"),
    law("60/2010/QH12", (2010, 11, 17), "khoáng sản"),
    law("10/2012/QH13", (2012, 6, 18), "lao động"),
    law("45/2019/QH14", (2019, 11, 20), "lao động"),
    law("09/2017/QH14", (2017, 6, 19), "du lịch"),
    law("18/2017/QH14", (2017, 11, 21), "thủy sản"),
    law("31/2018/QH14", (2018, 11, 19), "trồng trọt"),
    law("32/2018/QH14", (2018, 11, 19), "chăn nuôi"),
    law("55/2010/QH12", (2010, 6, 17), "an toàn thực phẩm"),
    law("81/2006/QH11", (2006, 11, 29), "cư trú"),
    law("68/2020/QH14", (2020, 11, 13), "cư trú"),
    law("58/2014/QH13", (2014, 11, 20), "bảo hiểm xã hội"),
    law("41/2024/QH15", (2024, 6, 29), "bảo hiểm xã hội"),
    law("25/2008/QH12", (2008, 11, 14), "bảo hiểm y tế"),
    law("84/2015/QH13", (2015, 6, 25), "an toàn, vệ sinh lao động"),
    law("10/2022/QH15", (2022, 11, 10), "thực hiện dân chủ ở cơ sở"),
    law("75/2015/QH13", (2015, 6, 9), "mặt trận tổ quốc việt nam"),
    law("104/2016/QH13", (2016, 4, 6), "tiếp cận thông tin"),
    law("24/2018/QH14", (2018, 6, 12), "an ninh mạng"),
    law("54/2014/QH13", (2014, 6, 23), "hải quan"),
    law("103/2016/QH13", (2016, 4, 5), "báo chí"),
    law("44/2013/QH13", (2013, 11, 26), "thực hành tiết kiệm, chống lãng phí"),
    law("30/2020/NĐ-CP", (2020, 3, 5), ""),
    law("34/2016/NĐ-CP", (2016, 5, 14), ""),
    law("154/2020/NĐ-CP", (2020, 12, 31), ""),
    law("163/2016/NĐ-CP", (2016, 12, 21), ""),
    law("43/2014/NĐ-CP", (2014, 5, 15), ""),
    law("44/2014/NĐ-CP", (2014, 5, 15), ""),
    law("47/2014/NĐ-CP", (2014, 5, 15), ""),
    law("01/2017/NĐ-CP", (2017, 1, 6), ""),
    law("40/2020/NĐ-CP", (2020, 4, 6), ""),
    law("60/2021/NĐ-CP", (2021, 6, 21), ""),
    law("16/2015/NĐ-CP", (2015, 2, 14), ""),
    law("37/2019/NĐ-CP", (2019, 5, 7), ""),
    law("15/2021/NĐ-CP", (2021, 3, 3), ""),
    law("10/2021/NĐ-CP", (2021, 2, 9), ""),
    law("24/2014/NĐ-CP", (2014, 4, 4), ""),
    law("37/2014/NĐ-CP", (2014, 5, 5), ""),
    law("107/2020/NĐ-CP", (2020, 9, 14), ""),
    law("108/2020/NĐ-CP", (2020, 9, 14), ""),
    law("61/2018/NĐ-CP", (2018, 4, 23), ""),
    law("45/2020/NĐ-CP", (2020, 4, 8), ""),
    law("20/2021/NĐ-CP", (2021, 3, 15), ""),
    law("136/2013/NĐ-CP", (2013, 10, 21), ""),
    law("27/2022/NĐ-CP", (2022, 4, 19), ""),
    law("78/2025/NĐ-CP", (2025, 4, 1), ""),
];

/// The document of a number; zeros before it count for nothing.
pub fn of_number(number: &str) -> Option<&'static Known> {
    let bare = number.trim_start_matches('0');
    KNOWN.iter().find(|known| known.number.trim_start_matches('0') == bare)
}

/// The laws whose name a text begins with, in small letters: of names inside one another the longest.
pub fn of_name(lower: &str) -> Vec<&'static Known> {
    let fits = |known: &&Known| !known.name.is_empty() && lower.starts_with(known.name);
    let longest = KNOWN.iter().filter(fits).map(|known| known.name.len()).max();
    KNOWN.iter().filter(fits).filter(|known| Some(known.name.len()) == longest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::viet::reference;

    /// Each number reads as one, each day is real, and a year in a number is the year of its day.
    #[test]
    fn the_table_is_sound() {
        for known in KNOWN {
            let one = reference::parse(known.number).unwrap_or_else(|| panic!("{}", known.number));
            assert_eq!(one.year, known.day().map(Ymd::year), "{}", known.number);
            assert!(one.faults.is_empty() || one.kind.is_none(), "{}: {:?}", known.number, one.faults);
            assert_eq!(of_number(known.number).map(|found| found.day), Some(known.day));
        }
        let years: Vec<u16> = of_name("đầu tư công ngày").iter().map(|known| known.day.0).collect();
        assert_eq!(years, [2014, 2019, 2024]);
    }
}
