"""What is not told: disagreements that a misreading explains better than a slip does. All texts are made up."""

import pytest

from tests.made_up_texts import found

SILENT = {
    "counts other things: 1,625 is fourteen times 112": "Kiểm tra 112 cơ sở, trong đó có 1.625 cơ sở kinh doanh.",
    "counts those whom they took in: 21 + 52 + 5 are no cells": (
        "Có 4 đảng bộ đạt chỉ tiêu, gồm: Đảng bộ An Hòa kết nạp 21 đảng viên; Tân Lập 52 đảng viên; Bình An 5."
    ),
    "the first has a share itself, as all have, of what is not printed; 13/1,126 = 1.2 % by chance": (
        "Kết quả xếp loại: hoàn thành xuất sắc 1126 học sinh (83,3%), hoàn thành tốt 303 học sinh (34,8%), "
        "tiến bộ 36 học sinh (3,3%), có nỗ lực 13 học sinh (1,2%)."
    ),
    "each has its own plan, as the same words tell: 31/326 would be 9.5 %": (
        "Đã giải ngân 326 tỷ đồng, đạt 9,90%, trong đó vốn trung ương 31 tỷ đồng, đạt 10,40%."
    ),
    "of so many killed none are among the injured: 1 + 23 is near 21": (
        "Làm 21 người chết, 39 người bị thương. Trong đó, cháy nhà ở làm chết 1 người, bị thương 23 người; cháy kho "
        "làm chết 19 người, bị thương 2 người."
    ),
    "figures that are only near miss their total by what is near: 450 + 187 + 118 = 755": (
        "Ước thu nộp gần 761 tỷ đồng. Trong đó, đã nộp gần 450 tỷ đồng, hàng chưa bán trên 187 tỷ đồng, "
        "hàng tiêu hủy trên 118 tỷ đồng."
    ),
    "thirty-two may be of the 274: 289 − 274 − 11 = 4": (
        "Huyện có 289 thôn, trong đó có 274 thôn đạt chuẩn, có 11 thôn khó khăn."
    ),
    "no earlier total stands there to be raised: 35 and 33 of the 67 are some of them": (
        "Kết nạp 67 đảng viên, có 35 đảng viên trẻ, 33 đảng viên nữ, nâng tổng số đảng viên lên 1.153 đồng chí."
    ),
    "more than five thousand are 3.2 % of nearly 156 thousand, or of so many before": (
        "Xử lý gần 156.000 trường hợp. So với cùng kỳ, tăng hơn 5.000 trường hợp, tương ứng 3,2%."
    ),
    "what is digitised may be paid online as well: 542 + 577 = 1,119": (
        "Tiếp nhận 1.079 hồ sơ; trong đó có 542 hồ sơ số hóa, 577 hồ sơ thanh toán trực tuyến."
    ),
    "one of a plan, one of last year, neither of all crops: 15.4 of 16 would be near both": (
        "Toàn xã đã gieo trồng 66 nghìn ha. Trong đó, cây lương thực 33,7 nghìn ha (lúa 15,4 nghìn ha, đạt 100% kế "
        "hoạch, đạt 95,4% so cùng kỳ; ngô 18,3 nghìn ha)."
    ),
    "the young may be women: 35 + 33 = 68": "Kết nạp 67 đảng viên (gồm 35 đoàn viên, 33 nữ).",
    "two kinds of people may be the same people: 2,298 + 2,228 = 4,526": (
        "Phát triển mới 4.596 người; trong đó có 2.298 người dân tộc thiểu số; 2.228 người cao tuổi."
    ),
}


@pytest.mark.parametrize("why", SILENT)
def test_what_may_be_misread_is_no_alarm(why: str) -> None:
    """Where the words do not tie figures together, what they miss each other by is no error of the text."""
    assert not [said for said in found(SILENT[why]) if said.endswith(("differs", "doubtful", "truncated"))]


def test_a_part_that_exceeds_its_whole_by_a_slip() -> None:
    """A part somewhat larger than its whole is told still: one digit of either makes it fit."""
    assert found("Kiểm tra 120 cơ sở, trong đó có 138 cơ sở kinh doanh.") == ["subset 120 = 138: differs"]


def test_figures_that_stand_apart() -> None:
    """A rate far off is told beside its figures, and not where three other amounts stand between that it may be of."""
    # 96/480 = 20 %
    near = "Tổng số 480 hộ, trong đó đã vay 96 hộ, đạt 60%."
    apart = "Tổng số 480 hộ, có 12 cầu, 30 km đường, 5 trường, trong đó đã vay 96 hộ, đạt 60%."
    assert "percent 60 = 96 | 480: differs" in found(near)
    assert not [said for said in found(apart) if said.startswith("percent")]
    # what agrees is told wherever it stands
    assert "percent 20 = 96 | 480: exact" in found(apart.replace("60%", "20%"))


def test_shares_of_one_whole_far_above() -> None:
    """Where two others hold on the same base, a share is told however many amounts stand between."""
    # 40/400 = 10 %, 20/400 = 5 %, 88/400 = 22 %, not 32 %
    items = "; ".join(f"nguyên nhân {name} 20 vụ, chiếm 5%" for name in "abcd")
    text = f"Xảy ra 400 vụ. Trong đó: chạy nhanh 40 vụ, chiếm 10%; {items}; khác 88 vụ, chiếm 32%."
    assert "share 32 = 88 | 400: differs" in found(text)


def test_the_base_of_a_pair_is_not_split() -> None:
    """Of `110/143` the parts may make up either number; where they make up neither, they are not held against 143."""
    text = "Có 110/143 hợp tác xã hoạt động, trong đó 75 hợp tác xã nông nghiệp và {} hợp tác xã khác."
    # 75 + 35 = 110, 75 + 68 = 143, 75 + 67 = 142
    assert found(text.format(35)) == ["sum 110 = 75 | 35: exact"]
    assert found(text.format(68)) == ["sum 143 = 75 | 68: exact"]
    assert found(text.format(67)) == ["subset 110 = 75 | 67: within"]


def test_a_total_with_a_list_of_its_own() -> None:
    """A total whose parts follow it is not that of the parts before it, 481 + 187 + 7 = 675: it is 315 + 229 + 4."""
    text = (
        "Vụ Hè thu: lúa 481 ha, ngô 187 ha, màu 07 ha. Vụ Mùa: tổng diện tích {} ha. Trong đó: lúa 315 ha, {}đậu 4 ha."
    )
    assert found(text.format(548, "ngô 229 ha, ")) == ["sum 548 = 315 | 229 | 4: exact"]
    assert not [said for said in found(text.format(645, "")) if said.startswith("sum")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            # 24/240 = 10 %, 9/(129 − 9) = 7.5 %
            "Xảy ra 264 vụ, làm chết 129 người. So với tháng trước tăng 24 vụ (10,0%) và 9 người chết (7,5%).",
            ["growth 10,0 = 264 | 24: exact", "growth 7,5 = 129 | 9: exact"],
        ),
        (
            # 40 + 9 + 3 = 52
            "Ghi nhận thêm 52 ca tại An Hòa (40), Tân Lập (9), Bình An (3).",
            ["sum 52 = 40 | 9 | 3: exact"],
        ),
        (
            # 690/712 = 96.91 %; 340 + 372 = 712
            "Tổng số cử tri là 712 người (nam: 340 người, nữ: 372 người), trong đó đã bầu là 690 người, chiếm 96,81%.",
            ["share 96,81 = 690 | 712: differs", "sum 712 = 340 | 372: exact", "subset 712 = 690: within"],
        ),
        (
            # a storm's number is its name only where no people are counted: 9 + 12 + 5 = 26
            "Có 26 người chết, trong đó do bão 9 người; do lũ quét 12 người; do lũ cuốn 5 người.",
            ["sum 26 = 9 | 12 | 5: exact"],
        ),
        (
            # a name that a number is glued to counts nothing: 17.2 + 1.6 = 18.8
            "Đã chi 18,8 tỷ đồng cho phòng dịch (17,2 tỷ đồng) và hỗ trợ người dân do dịch Covid-19 (1,6 tỷ đồng).",
            ["sum 18,8 = 17,2 | 1,6: exact"],
        ),
        (
            # counts are no millions of dong: 5 + 4 + 14 = 23
            "Xử lý 23 trường hợp vi phạm, phạt tiền 23,65 triệu đồng. Lỗi: không mũ 05, quá số người 04, tốc độ 14.",
            ["sum 23 = 05 | 04 | 14: exact"],
        ),
        # a place whose name says that something is needed
        ("Khánh Bình có 59 ca, An Hòa 36 ca, Cần Thơ 23 ca, Tây Bình 20 ca.", []),
    ],
)
def test_wordings_met_in_the_field(text: str, expected: list[str]) -> None:
    """Changes in a row with their rates, a bracket for each part, a base before a bracket, names that are none."""
    assert sorted(found(text)) == sorted(expected)
