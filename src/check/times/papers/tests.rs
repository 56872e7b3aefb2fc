//! Papers and what rests on them, out of their order and in it.

use super::super::check;

#[test]
fn lives_of_papers() {
    for (text, told) in [
        (
            "Nghị định số 10/2019/NĐ-CP ngày 30/12/2019 có hiệu lực từ ngày 01/01/2019.",
            Some("30/12/2019 có hiệu lực từ ngày 01/01/2019"),
        ),
        ("Nghị định số 10/2019/NĐ-CP ngày 30/12/2019 có hiệu lực từ ngày 01/01/2020.", None),
        (
            "Quyết định này có hiệu lực kể từ ngày 15/10/2024 và thay thế Quyết định số 20/QĐ-UBND ngày 20/11/2024.",
            Some("20/11/2024"),
        ),
        (
            "Quyết định này có hiệu lực kể từ ngày 15/10/2024 và thay thế Quyết định số 20/QĐ-UBND ngày 20/11/2022.",
            None,
        ),
        (
            "Quyết định số 412/QĐ-UBND ngày 18/4/2025 của UBND xã về việc kiện toàn tổ. Xét Tờ trình số 87/TTr-VP ngày 22/4/2025.",
            Some("22/4/2025"),
        ),
        (
            "Quyết định số 412/QĐ-UBND ngày 18/4/2025 của UBND xã về việc kiện toàn tổ. Xét Tờ trình số 87/TTr-VP ngày 14/4/2025.",
            None,
        ),
        (
            "Huyện chi 4 tỷ đồng theo Nghị quyết số 21/NQ-HĐND ngày 05/3/2024 và 2 tỷ đồng từ quỹ lập theo Quyết định số 60/QĐ-UBND ngày 12/4/2024.",
            None,
        ),
        (
            "Thông báo số 5/TB-UBND ngày 05/3/2024 kết luận của Chủ tịch tại cuộc họp ngày 12/3/2024.",
            Some("05/3/2024 kết luận của Chủ tịch tại cuộc họp ngày 12/3/2024"),
        ),
        ("Thông báo số 5/TB-UBND ngày 15/3/2024 kết luận của Chủ tịch tại cuộc họp ngày 12/3/2024.", None),
        (
            "Hà Nội, ngày 24 tháng 3 năm 2008\n\nCăn cứ Quy định số 94-QĐ/TW ngày 15/10/2008 về kỷ luật.",
            Some("15/10/2008"),
        ),
        ("Hà Nội, ngày 24 tháng 3 năm 2008\n\nCăn cứ Quy định số 94-QĐ/TW ngày 15/10/2007 về kỷ luật.", None),
        (
            "Thông tư số 5/2020/TT-BTC ngày 05/3/2020 hướng dẫn Nghị định số 30/2020/NĐ-CP ngày 06/7/2020.",
            Some("05/3/2020 hướng dẫn Nghị định số 30/2020/NĐ-CP ngày 06/7/2020"),
        ),
        ("Thông tư số 5/2020/TT-BTC ngày 05/8/2020 hướng dẫn Nghị định số 30/2020/NĐ-CP ngày 06/7/2020.", None),
        (
            "Nghị định số 3/2020/NĐ-CP ngày 05/3/2020 được sửa đổi, bổ sung tại Nghị định số 30/2020/NĐ-CP ngày 06/7/2020.",
            None,
        ),
        (
            "Xã vừa ban hành Quyết định số 23/QĐ-UBND ngày 22/9/2020 phê duyệt. Quyết định được ban hành căn cứ theo Quyết định số 13/QĐ-BTC ngày 14/10/2020.",
            Some("14/10/2020"),
        ),
        (
            "Xã vừa ban hành Quyết định số 23/QĐ-UBND ngày 22/9/2020 phê duyệt. Quyết định được ban hành căn cứ theo Quyết định số 13/QĐ-BTC ngày 14/8/2020.",
            None,
        ),
        (
            "Thực hiện Chỉ thị số 5/CT-UBND ngày 05/5/2021, xã đã ban hành Kế hoạch số 9/KH-UBND ngày 03/5/2021.",
            Some("05/5/2021, xã đã ban hành Kế hoạch số 9/KH-UBND ngày 03/5/2021"),
        ),
        ("Thực hiện Chỉ thị số 5/CT-UBND ngày 05/5/2021, xã đã ban hành Kế hoạch số 9/KH-UBND ngày 13/5/2021.", None),
        ("Ngày 25/11/2020, xã có Công văn số 12/UBND-VP ngày 26/11/2020 gửi huyện.", Some("26/11/2020")),
        ("Ngày 25/11/2020, xã có Công văn số 12/UBND-VP ngày 25/11/2020 gửi huyện.", None),
        (
            "Thực hiện Quyết định số 47/QĐ-TTH ngày 15/9/2024 về thanh tra, từ ngày 02/8/2024, Đoàn đã làm việc.",
            Some("15/9/2024"),
        ),
        ("Thực hiện Quyết định số 47/QĐ-TTH ngày 15/7/2024 về thanh tra, từ ngày 02/8/2024, Đoàn đã làm việc.", None),
        (
            "Ngày 3/12/2020, xã đã ban hành Kế hoạch số 69/KH-UBND về đô thị và ban hành Quyết định số 48/QĐ-UBND ngày 26/02/2021.",
            None,
        ),
        ("Ngày 15/9/2025, đoàn kiểm tra việc thực hiện Kết luận ban hành ngày 12/8/2026.", Some("12/8/2026")),
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, Luật số 47 ngày 19/6/2015, xã đã họp.", None),
        (
            "Xét Tờ trình số 18/TTr-UBND ngày 30/6/2017 của xã; Báo cáo số 5/BC-HĐND ngày 07/7/2017. Nghị quyết này đã được Hội đồng thông qua ngày 13 tháng 6 năm 2017.",
            Some("ngày 13 tháng 6 năm 2017"),
        ),
        (
            "Xét Tờ trình số 18/TTr-UBND ngày 30/6/2017 của xã; Báo cáo số 5/BC-HĐND ngày 07/7/2017. Nghị quyết này đã được Hội đồng thông qua ngày 13 tháng 7 năm 2017.",
            None,
        ),
        (
            "Nghị quyết này có hiệu lực từ ngày 08/11/2025. Giao xã thực hiện. Nghị quyết này được thông qua ngày 18/11/2025.",
            Some("08/11/2025"),
        ),
        (
            "Nghị quyết này có hiệu lực từ ngày 28/11/2025. Giao xã thực hiện. Nghị quyết này được thông qua ngày 18/11/2025.",
            None,
        ),
        ("Theo Thông báo ngày 03/5/2020, hợp tác xã sẽ họp vào ngày 19/4/2020.", Some("03/5/2020")),
        ("Theo Thông báo ngày 03/3/2020, hợp tác xã sẽ họp vào ngày 19/4/2020.", None),
        (
            "Thực hiện Công văn số 81/UBND ngày 17/10/2025 của xã. Thời gian: ngày 28/9/2025, tại sân xã.",
            Some("17/10/2025"),
        ),
        ("Báo cáo ngày 10/3/2024 của xã cho biết, ngày 15/3, xã đã chi trả xong.", Some("10/3/2024")),
        ("Báo cáo ngày 10/3/2024 của xã cho biết, ngày 5/3, xã đã chi trả xong.", None),
    ] {
        let seen = crate::check::proof::seen(text, check);
        assert_eq!(seen, Vec::from_iter(told), "{text}");
    }
}
