"""Wordings in which a number near a calculation is no part of it, and lists that run on. All texts are made up."""

import pytest

from tests.made_up_texts import found

SILENT = [
    # the rate of each of the four, not 4/6; one of the eight is no rate; places in a ranking are no levels
    "Có 4/6 phường đạt trên 30% kế hoạch.",
    "Là 1 trong 8 phường có tỷ lệ cao nhất, đạt 81,4%.",
    "Chỉ số xếp 5/34 tỉnh (tăng 12 bậc so với năm 2031).",
    # what has fallen is the amount, not its percentage of the plan
    "Thu 516 tỷ đồng, bằng 41,5% dự toán, giảm 6,8% so với cùng kỳ (cùng kỳ đạt 47,1% dự toán).",
    # the other figure is of this year, or of another thing
    "Thu 52 tỷ đồng, giảm 4,1% so với tháng trước và 7 tháng thu 315 tỷ đồng.",
    "Có 71 hồ sơ đủ điều kiện, giảm 8 hồ sơ so với năm 2031 và 30 hồ sơ chưa đủ điều kiện.",
    "Tỷ lệ hộ nghèo giảm từ 8,40% xuống còn 2,90%, bình quân mỗi năm giảm 1,10%.",
    # a share that another number is named for; 15 of 320 are not nearly 58 %
    "Toàn tỉnh sẽ có 320 trường đạt chuẩn, tức phấn đấu đạt thêm 15 trường, chiếm 58% tổng số trường.",
]
FOUND = {
    # a list of another sentence's own subject splits nothing: 10 + 5 + 4 + 3 = 22 is not 25
    "Có 66 người bị nạn, trong đó 41 người bị thương, 25 người mất tích. Các xã thiệt hại nặng gồm xã A 10 người, "
    "xã B 5 người, xã C 4 người, xã D 3 người.": ["sum 66 = 41 | 25: exact"],
    # schools of the third level have none, and are not listed: 11 + 25 = 36 of 40
    "Có 18/40 trường đạt chuẩn. Trong đó, mầm non có 7/11 trường đạt chuẩn; tiểu học có 11/25 trường đạt chuẩn.": [
        "sum 18 = 7 | 11: exact",
        "subset 40 = 11 | 25: within",
    ],
    # numerators of one denominator: 9 + 7 + 4 = 20
    "Có 9/20 chỉ tiêu vượt kế hoạch; 7/20 chỉ tiêu đạt; 4/20 chỉ tiêu chưa đạt.": ["sum 20 = 9 | 7 | 4: exact"],
    # parts in sentences of their own, and in the paragraph after the total: 1.4 + 3.8 = 5.2; 615.5 + 270.4 = 885.9
    "Đón 5,2 triệu lượt khách. Trong đó, khách quốc tế đạt 1,4 triệu lượt, tăng 3 lần. Khách nội địa đạt 3,8 triệu "
    "lượt, tăng 18,3%.": ["sum 5,2 = 1,4 | 3,8: exact"],
    "Tổng số tiền là 885,9 triệu đồng.\nTrong đó, tiền phạt 615,5 triệu đồng; tiền bán hàng 270,4 triệu đồng.": [
        "sum 885,9 = 615,5 | 270,4: exact"
    ],
    # points that make up a growth: 1.2 + 3.9 + 2.1 = 7.2
    "Trong 7,2% tăng trưởng, nông nghiệp đóng góp 1,2 điểm phần trăm; công nghiệp đóng góp 3,9 điểm phần trăm; dịch vụ "
    "đóng góp 2,1 điểm phần trăm.": ["sum 7,2 = 1,2 | 3,9 | 2,1: exact"],
    # 480 / (480 + 20) = 96 %
    "Gieo cấy được 480 ha, giảm 20 ha, bằng 96% so với cùng kỳ.": ["percent 96 = 480 | 20: exact"],
    # a base printed in the paragraph before: 45 / 120 = 37.5 %
    "Tiếp nhận 120 ý kiến của cử tri.\nĐến nay đã giải quyết 45 kiến nghị (chiếm 37,5%).": [
        "share 37,5 = 45 | 120: exact"
    ],
}


@pytest.mark.parametrize("text", SILENT)
def test_figures_that_are_near_are_not_all_operands(text: str) -> None:
    """What does not state a calculation is not held to one."""
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_a_list_is_read_as_far_as_it_goes(text: str, expected: list[str]) -> None:
    """No further, and no less: over sentences and paragraphs, but not into another subject."""
    assert sorted(found(text)) == sorted(expected)
