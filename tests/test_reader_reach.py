"""Calculations that long reports state in their own ways, and what only looks like one: made-up names and numbers."""

import pytest

from tests.made_up_texts import found

FOUND = {
    # two totals before the list, two figures in each of its clauses: 7 + 19 + 6 = 32, 12 + 37 + 14 = 63
    "Giải quyết 32/52 đơn khiếu nại, 63/78 đơn tố cáo. Trong đó, có 7 đơn khiếu nại, 12 đơn tố cáo đúng; "
    "19 đơn khiếu nại, 37 đơn tố cáo sai; 6 đơn khiếu nại, 14 đơn tố cáo đúng một phần.": [
        "sum 32 = 7 | 19 | 6: exact",
        "sum 63 = 12 | 37 | 14: exact",
    ],
    # 12,480 / 5,200 = 2.4
    "Doanh số gấp 2,4 lần năm 2018 (12.480/5.200 tấn).": ["growth 2,4 = 12.480 | 5.200: exact"],
    "Doanh số tăng gấp 2,9 lần năm 2018 (12.480/5.200 tấn).": ["growth 2,9 = 12.480 | 5.200: differs"],
    # the earlier time is told at the head of the bracket: 8.4 / 105 − 1 = −92 %
    "Diện tích cháy là 8,4 ha, giảm 92% (năm 2021, diện tích rừng bị cháy là 105 ha).": [
        "growth 92 = 8,4 | 105: exact"
    ],
    # a space is missing: 116 + 84 = 200
    "Gieo trồng 200 ha (Hòa Bình116 ha, Hà Nam 84 ha).": ["sum 200 = 116 | 84: exact"],
    # bare shares in a row: 91.25 + 8.2 + 0.55 = 100
    "Có 91,25% đảng viên hoàn thành tốt nhiệm vụ; 8,2% hoàn thành nhiệm vụ và 0,55% không hoàn thành nhiệm vụ.": [
        "sum 0,55 = 91,25 | 8,2: exact"
    ],
    # three brackets add up (69 + 55, 200 + 110, 30 + 18), 330 + 243 = 573 does not
    "Có 124 nhà đổ (An Hòa 69 nhà, Tân Lập 55 nhà); 310 nhà ngập (An Hòa 200 nhà, Tân Lập 110 nhà); "
    "48 ha lúa (An Hòa 30 ha, Tân Lập 18 ha); 597 nhà hỏng (An Hòa 330 nhà, Tân Lập 243 nhà).": [
        "sum 124 = 69 | 55: exact",
        "sum 310 = 200 | 110: exact",
        "sum 48 = 30 | 18: exact",
        "sum 597 = 330 | 243: differs",
    ],
    # the numbers of rows are no parts: 338 + 259 + 15 = 612
    "Tổng số hộ đăng ký 612 hộ: 1. An Hòa: 338 hộ 2. Tân Lập: 259 hộ 3. Phú Mỹ: 15 hộ.": [
        "sum 612 = 338 | 259 | 15: exact"
    ],
    # the order of a pair is not said: 13 − 6 = 7
    "Số vụ khởi tố ít hơn cùng kỳ 7 vụ (13/6 vụ).": ["difference 7 = 13 | 6: exact"],
}
SILENT = [
    # a percentage that counts something else than the pair before it
    "Có 17/18 thôn đạt thôn văn hóa, 100% trường học đạt chuẩn.",
    "Tiêm 480/500 con, 95% hộ chăn nuôi ký cam kết.",
    "Có 13/14 xã (100% xã đồng bằng) đạt chuẩn.",
    "Đạt 18/19 tiêu chí, 60% tiêu chí đạt mức cao.",
    # a change against a third level, not against where it rose from
    "Giá trị sản xuất tăng từ 18.420 tỷ đồng (năm 2021) lên 20.115 tỷ đồng, tăng thêm 310 tỷ đồng so với phương án cũ.",
    "Dân số từ 12.400 người lên 13.150 người, cao hơn 90 người so với dự báo.",
    "Diện tích nuôi tăng từ 420 ha lên 512 ha, nhiều hơn 34 ha so với xã Bình An.",
    # what stands behind the base is of another subject
    "Giá trị sản xuất đạt 12.350 tỷ đồng, gấp 2,9 lần năm 2016, doanh thu du lịch năm 2021 đạt 4.105 tỷ đồng.",
    "Diện tích lúa 4.120 ha, bằng 96% năm 2020, diện tích ngô năm 2021 đạt 1.530 ha.",
    "Sản lượng tôm 915 tấn, đạt 91% kế hoạch, sản lượng cá theo kế hoạch năm 740 tấn.",
    "Thu ngân sách 812 tỷ đồng, bằng 104% dự toán, tổng chi theo dự toán 790 tỷ đồng.",
    # a second multiple stands between the first and the pair
    "Thu nhập gấp 1,5 lần bình quân huyện, gấp đôi năm 2015 (60/32 triệu đồng).",
    # shares that leave one out
    "Điện thương phẩm: công nghiệp chiếm tỷ trọng 51,2%; tiêu dùng chiếm tỷ trọng 36,8%; dịch vụ chiếm tỷ trọng 7%.",
    "Cơ cấu kinh tế: nông nghiệp 18%, công nghiệp 45%, dịch vụ 32%.",
    # the comparison has ended, and names begin
    "Những xã có diện tích tăng so với cùng kỳ là An Hòa đạt 812,5 ha (tăng 11,2%), Tân Lập đạt 644 ha (tăng 9,4%).",
    "Mặt hàng giảm so với cùng kỳ như gỗ đạt 520 tấn (giảm 8%), giấy đạt 310 tấn (giảm 12%).",
    # another clause tells of others
    "Kiểm tra 4 cơ sở, trong đó có 1 cơ sở chế biến; nhắc nhở 17 cơ sở và 52 hộ, trong đó có 20 hộ kinh doanh.",
    "Khen thưởng 5 tập thể, trong đó có 2 chi hội; biểu dương 24 tập thể.",
    "Kiểm tra 3 đảng viên, trong đó có một cấp ủy viên; giám sát 19 tổ chức và 32 đảng viên, trong đó có 21 nữ.",
    # one figure is of the same measure, the other of another
    "Có 214 vụ, làm chết 63 người, bị thương 171 người. Trong đó: đường bộ làm chết 61 người, bị thương 170 người.",
    "Tổng đàn 412 con, nuôi mới 287 con. Trong đó, trang trại bán ra 95 con, nuôi mới 262 con.",
    # what is missing, 29 − 26 = 3, may be a kind that is not named
    "Xử lý 29 vụ, trong đó hàng giả 6 vụ, hàng lậu 11 vụ, an toàn thực phẩm 9 vụ.",
    # a part is named without a number
    "Trồng mới 120 ha, gồm: lúa 60 ha; rau màu các loại; ngô 40 ha.",
    "Có 48 cán bộ, gồm: 20 nam, 18 nữ và các cán bộ biệt phái.",
    "Hỗ trợ 90 hộ, bao gồm 40 hộ thôn Đông, các hộ thôn Tây và 30 hộ thôn Nam.",
    "Khối ủy ban có 23 người, gồm: Chủ tịch, 3 Phó Chủ tịch và 19 Ủy viên.",
    "Tiếp nhận 80 đơn gồm khiếu nại 30 đơn, tố cáo 20 đơn, kiến nghị và phản ánh.",
    # the last bracket says that it leaves some out
    (
        "Có 124 nhà đổ (An Hòa 69 nhà, Tân Lập 55 nhà), 12 người bị thương (An Hòa 5 người, Tân Lập 7 người), "
        "30 xã (An Hòa 10 xã, Tân Lập 20 xã), 95 hộ di dời (An Hòa 50 hộ, Tân Lập 40 hộ, còn lại ở Phú Mỹ)."
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_what_is_said_is_found(text: str, expected: list[str]) -> None:
    """The calculation that the words state is redone, and only that."""
    assert sorted(found(text)) == sorted(expected)


@pytest.mark.parametrize("text", SILENT)
def test_what_is_not_said_is_not_held_against_a_text(text: str) -> None:
    """No calculation is found to differ where the words state another, or none."""
    assert not [line for line in found(text) if line.endswith(("differs", "doubtful"))]


def test_a_name_without_a_number_leaves_no_room_for_a_slip() -> None:
    """What is missing is too little for a part: 3,595 + 977 + 2,926 = 7,498, twenty less than the total."""
    text = "Công bố 7.518 thủ tục, gồm: 3.595 thủ tục mới, 977 thủ tục sửa đổi, bổ sung, 2.926 thủ tục bãi bỏ."
    assert found(text) == ["sum 7.518 = 3.595 | 977 | 2.926: differs"]


def test_a_figure_that_ends_a_sentence_is_no_row() -> None:
    """``còn 1. Xã …`` ends a sentence: 12 − 11 = 1 is left."""
    assert found("Nhận 12 đơn, đã giải quyết 11 đơn, còn 1. Xã An Hòa không có đơn.") == [
        "remaining 1 = 12 | 11: exact"
    ]
