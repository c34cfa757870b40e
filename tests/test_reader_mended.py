"""Calculations that the reader passed over, and alarms that it gave by chance, each with its cause; all is made up."""

import pytest

from phulien_analysis import check_document, read_text
from tests.made_up_texts import found

FOUND = {
    # the rate in a bracket behind the words of the comparison: 48 / (368 − 48) = 15 %
    "Tiếp nhận 368 phản ánh, tăng 48 phản ánh so với cùng kỳ năm trước (tương đương 15%).": [
        "growth 15 = 368 | 48: exact"
    ],
    # an amount that is allotted has a change as well: 45,500 / (245,500 − 45,500) = 22.75 %
    "Vốn được phân bổ 245.500 triệu đồng; so với cùng kỳ: tăng 45.500 triệu đồng = 22,75%.": [
        "growth 22,75 = 245.500 | 45.500: exact"
    ],
    # the higher level is no “out of”: 61.5 + 24.3 = 85.8
    "Thu ngân sách 85,8 tỷ đồng, gồm: thu tại chỗ 61,5 tỷ đồng và bổ sung từ cấp trên 24,3 tỷ đồng.": [
        "sum 85,8 = 61,5 | 24,3: exact"
    ],
    # “như sau” names no examples: 12.4 + 30.6 = 43.0, printed 43.6
    "Thu ngân sách 43,6 tỷ đồng. Cụ thể như sau: thuế: 12,4; phí: 30,6.": ["sum 43,6 = 12,4 | 30,6: differs"],
    # a comma inside a name, where semicolons divide: 41 + 27 + 64 = 132
    "Tiếp nhận 132 đơn gồm khiếu nại 41 đơn; tố cáo 27 đơn; kiến nghị, phản ánh là 64 đơn.": [
        "sum 132 = 41 | 27 | 64: exact"
    ],
    # counts that look like years: 2,014 − 1,305 = 709; 1,953 / 2,170 = 90 %
    "Khám cho 1305 lượt, giảm 709 lượt so với cùng kỳ (cùng kỳ 2014 lượt).": ["difference 709 = 2014 | 1305: exact"],
    "Lũy kế từ đầu năm 1953 người, đạt 90% kế hoạch (2170 người).": ["percent 90 = 1953 | 2170: exact"],
    "Khám 3780 lượt, gồm khám bảo hiểm 1830 lượt và khám dịch vụ 1950 lượt.": ["sum 3780 = 1830 | 1950: exact"],
    # amounts of nine digits without points are no numbers of identity: 420,000,000 / 560,000,000 = 75 %
    "Kết quả đạt 75% (420000000/560000000 đồng).": ["percent 75 = 420000000 | 560000000: exact"],
    # “trong kỳ 126” is no 126th period: 208 + 126 = 334
    "Kỳ trước chuyển sang: 208 và tiếp nhận trong kỳ 126, tổng cộng 334 đơn.": ["sum 334 = 208 | 126: exact"],
    # new, carried over, and both so far: 3,120 + 845 = 3,965
    "Tiếp nhận mới 3.120 hồ sơ, tồn kỳ trước chuyển sang là 845 hồ sơ, lũy kế đang giải quyết là 3.965 hồ sơ; "
    "đến hạn 2.870 hồ sơ.": ["sum 3.965 = 3.120 | 845: exact"],
    # items that end with a semicolon, the last with a full stop, and something else: 314 + 400 + 249 = 963
    "Ban hành 963 văn bản, trong đó:\n- Quyết định: 314 văn bản;\n- Kế hoạch: 400 văn bản;\n- Công văn: 249 văn bản.\n"
    "- Số hóa 512 văn bản.": ["sum 963 = 314 | 400 | 249: exact"],
    # a full stop inside a list that goes on: 240 + 160 + 90 = 490
    "Tổng vốn 490 ha, gồm:\n- Xã A: 240 ha;\n- Xã B: 160 ha.\n- Xã C: 90 ha;": ["sum 490 = 240 | 160 | 90: exact"],
    # the change first, then the two rates: 18.45 − 15.25 = 3.20
    "Tỷ lệ hộ nghèo giảm 3,20% so với năm trước, từ 18,45% xuống còn 15,25%.": [
        "difference 3,20 = 18,45 | 15,25: exact"
    ],
    # what is lacking has not fallen: 45/360 = 12.5 %
    "Còn 360 hộ nghèo.\nTrong đó: 90% dân tộc thiểu số (324 hộ); 12,5% thiếu hụt dịch vụ xã hội cơ bản (45 hộ).": [
        "percent 12,5 = 45 | 360: exact"
    ],
    # a sentence without figures lies between: 175/250 = 70.0 %
    "Xảy ra 250 vụ, làm 4 người chết. Tội phạm giảm về số vụ. Đã khám phá 175 vụ, 390 đối tượng (đạt 70,0%).": [
        "percent 70,0 = 175 | 250: exact"
    ],
    # 12 of 14 persons counted would be chance: of the visits 11 + 13 = 24
    "Đã tiếp 14 lượt/24 người, gồm tiếp thường xuyên 11 lượt/18 người; tiếp định kỳ 13 lượt/6 người.": [
        "sum 14 = 11 | 13: differs",
        "sum 24 = 18 | 6: exact",
    ],
    # where the other column adds up, a part may exceed its total: 31 + 12 = 43, 40 + 97 is not 57
    "Đã tiếp 43 lượt/57 người; cụ thể: tiếp thường xuyên 31 lượt/40 người; tiếp định kỳ 12 lượt/97 người.": [
        "sum 43 = 31 | 12: exact",
        "sum 57 = 40 | 97: differs",
    ],
    # far off, but one digit away: 10,080 / 14,400 = 70.0 %, and 555 − 250 − 154 = 151
    "Thu được giao 14.400 triệu đồng, đã thu 10.080 triệu đồng đạt tỷ lệ 10,0%.": [
        "percent 10,0 = 10.080 | 14.400: differs"
    ],
    "Tổng số việc là 555 việc; đã xong 850 việc, đang làm 154 việc, số còn lại là 151 việc.": [
        "remaining 151 = 555 | 850 | 154: differs"
    ],
    "Phát triển mới 141.600 người; đã cấp thẻ 95.405 người, 46.198 người còn lại đang thực hiện.": [
        "remaining 46.198 = 141.600 | 95.405: differs"
    ],
    # one digit, and the rounding of three parts: 1,756.0 + 1,860.8 + 1,034.0 = 4,650.8, meant 4,650.7
    "Tổng vốn 4.657,7 triệu đồng, trong đó: ngân sách 1.756,0 triệu đồng, doanh nghiệp 1.860,8 triệu đồng, "
    "Nhân dân đóng góp 1.034,0 triệu đồng.": ["sum 4.657,7 = 1.756,0 | 1.860,8 | 1.034,0: doubtful"],
    # too little is missing for a part that is not named: 205,364 + 577,895 + 31,331 = 814,590
    "Kinh phí 814.596 ngàn đồng. Trong đó: ngân sách 205.364, nguồn vận động 577.895, quỹ 31.331.": [
        "sum 814.596 = 205.364 | 577.895 | 31.331: doubtful"
    ],
    # three sectors are all but taxes, which are no 30 %: 16 + 23 + 31 = 70; more than 100 % is no tax at all
    "Cơ cấu kinh tế: nông nghiệp chiếm 16%; công nghiệp - xây dựng chiếm 23%; dịch vụ chiếm 31%.": [
        "sum 31 = 16 | 23: differs"
    ],
    "Tỷ trọng các ngành: nông nghiệp 29%; công nghiệp - xây dựng 78%; dịch vụ 43%.": ["sum 43 = 29 | 78: differs"],
    # after a semicolon another thing is counted: 2,130 + 145 + 6 = 2,281; printed as 2,310 it is 2,461
    "Đã giải quyết 2.281 hồ sơ, trong đó: trước hạn 2.310 hồ sơ, đúng hạn 145 hồ sơ, quá hạn 6 hồ sơ; đang giải quyết "
    "52 hồ sơ.": ["sum 2.281 = 2.310 | 145 | 6: doubtful"],
    # two neighbours swapped among rounded numbers: 642.3 + 171.4 + 88.6 = 902.3, with 117.4 it is 848.3
    "Diện tích gieo trồng 848,3 ha. Trong đó: lúa 642,3 ha, ngô 171,4 ha, rau màu 88,6 ha.": [
        "sum 848,3 = 642,3 | 171,4 | 88,6: doubtful"
    ],
    # visits of people, and visits for short: 312/(4,212 − 312) = 8.0 %
    "Đã khám cho 4.212 lượt người, tăng 312 lượt (tăng 9,0%) so với cùng kỳ.": ["growth 9,0 = 4.212 | 312: differs"],
    # one column of a bracket adds up, so the other should: 26 + 39 = 65, and 31 + 82 is not 59
    "Đã tiếp 65 lượt/59 người (định kỳ 26 lượt/31 người, thường xuyên 39 lượt/82 người).": [
        "sum 65 = 26 | 39: exact",
        "sum 59 = 31 | 82: differs",
    ],
    # certificates, and certificates for short: 164 − 127 = 37
    "Cấp 164 giấy chứng nhận, tăng 39 giấy so với tháng trước (127 giấy).": ["difference 39 = 164 | 127: differs"],
    # income a head, and a year before in plain money: 64.4/57.5 = 1.12; 6.9/(64.4 − 6.9) = 12.0 %
    "Thu nhập bình quân 64,4 triệu đồng/người, gấp 1,12 lần so với năm 2024 (57,5 triệu đồng).": [
        "growth 1,12 = 64,4 | 57,5: exact"
    ],
    "Thu nhập bình quân 64,4 triệu đồng/người/năm, tăng 6,9 triệu đồng (12,0%) so với năm 2024.": [
        "growth 12,0 = 64,4 | 6,9: exact"
    ],
    # a share in the bracket of what it is of: 3,312/3,680 = 90.0 %
    "Khám cho 3.680 lượt (bảo hiểm 3.312 lượt, chiếm 92,0%).": ["share 92,0 = 3.312 | 3.680: differs"],
    # two digits swapped: 14/(266 − 14) = 5.6 %
    "Đàn bò có 266 con, tăng 14 con (6,5%).": ["growth 6,5 = 266 | 14: differs"],
    # a rate in English form beside a remainder: 3,722/6,204 = 59.99 %; 6,204 − 3,722 = 2,482
    "Phải giải quyết 6.204 đơn (kỳ trước 1.304 đơn; mới 4.900 đơn); đã giải quyết 3.722 đơn, đạt 54.99%, còn lại 2.482 "
    "đơn.": ["percent 54.99 = 3.722 | 6.204: differs", "remaining 2.482 = 6.204 | 3.722: exact"],
    # villages bear no 01 and no 58: 58 + 12 + 01 + 147 = 218
    "Xử phạt 168 trường hợp (thôn An Bình 58, thôn Xuân La 12, thôn Hòa Sơn 01, thôn Bắc Lãm 147).": [
        "sum 168 = 58 | 12 | 01 | 147: differs"
    ],
    # what begins in other words, and a capital, is no item any more: 216 + 23 + 263 + 04 = 506
    "Trong kỳ, ghi nhận 501 kiến nghị, trong đó:\n- thôn An Bình 216 kiến nghị.\n- thôn Xuân La 23 kiến nghị.\n"
    "- thôn Hòa Sơn 263 kiến nghị.\n- thôn Bắc Lãm 04 kiến nghị.\n- Trong tháng, nhận 40 đơn.": [
        "sum 501 = 216 | 23 | 263 | 04: doubtful"
    ],
    # from one rate to another: 46.0 − 44.2 = 1.8
    "Tỷ lệ hộ dùng nước sạch từ 86,0% xuống còn 44,2%, giảm 1,8%.": ["difference 1,8 = 86,0 | 44,2: differs"],
    # the share of what is left: 894/3,194 = 27.99 %
    "Trong tháng, xảy ra 3.194 vụ; đã khám phá 2.300 vụ, còn lại 894 vụ, bằng 27,90% tổng số.": [
        "remaining 894 = 3.194 | 2.300: exact",
        "percent 27,90 = 894 | 3.194: differs",
    ],
    # “of which” falls short by one digit, and all below it add up: 918 + 4,300 + 67 + 241 = 5,526
    "Tiếp nhận 5.926 hồ sơ. Trong đó: thôn Đông 918 hồ sơ, thôn Đoài 4.300 hồ sơ, thôn Thượng 67 hồ sơ, thôn Hạ 241 hồ "
    "sơ.": ["sum 5.926 = 918 | 4.300 | 67 | 241: doubtful"],
    # it lacks 397, as a part would; and of round numbers 500 says nothing: 900 + 4,300 + 60 + 240 = 5,500
    "Tiếp nhận 5.923 hồ sơ. Trong đó: thôn Đông 918 hồ sơ, thôn Đoài 4.300 hồ sơ, thôn Thượng 67 hồ sơ, thôn Hạ 241 hồ "
    "sơ.": ["subset 5.923 = 918 | 4.300 | 67 | 241: within"],
    "Tiếp nhận 6.000 hồ sơ. Trong đó: thôn Đông 900 hồ sơ, thôn Đoài 4.300 hồ sơ, thôn Thượng 60 hồ sơ, thôn Hạ 240 hồ "
    "sơ.": ["subset 6.000 = 900 | 4.300 | 60 | 240: within"],
}
SILENT = [
    # an item that something else is told in, behind a total that has ended
    "Tổng số lượt khám 20.256 lượt (trong đó: 9.591 lượt là người già).\n- Khám, điều trị cho 47.604 lượt tại trạm.",
    # an item that is of more than their total
    "Tổng số công trình 1.710, trong đó:\n- Hoàn thành: 308 công trình;\n- Triển khai 2.740 công trình theo kế hoạch;",
    # what is a total of the parts is no part of the one before: 22 + 1,615 + 239 = 1,876
    "Cụ thể: trước hạn: 22, đúng hạn 1.615 và quá hạn: 239, tổng cộng 1.876 hồ sơ.",
    # of so few a total is met, or missed by one, by chance
    "Xảy ra 12 vụ, làm 6 người bị thương. Trong đó, xảy ra 6 vụ ban đêm, làm chết 5 người, bị thương 2 người.",
    # a gap of 10 % may be a tax on products
    "Cơ cấu kinh tế: nông nghiệp: 15,01%; công nghiệp - xây dựng: 26,64%; dịch vụ: 48,35%.",
    # 46 is no digit's worth, though millions are rounded
    "Chi ngân sách 7.224 triệu đồng; trong đó có 3.227 triệu đồng chi môi trường; 3.951 triệu đồng chi giáo dục.",
]


@pytest.mark.parametrize("text", FOUND)
def test_calculation_is_found(text: str) -> None:
    """It is found with its figures, and holds or does not."""
    assert set(FOUND[text]) <= set(found(text))


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_alarmed(text: str) -> None:
    """Nothing that is to review is told of it."""
    assert [f.say("en") for f in check_document(read_text(text)).findings if f.to_review] == []


def test_the_remainder_of_this_sentence_comes_before_chance() -> None:
    """786 − 762 is not 224, though 318 − 94, of the paragraph before, is."""
    text = "Tiếp nhận 318 hồ sơ mới, 94 hồ sơ cũ.\nSố người tham gia là 786 người, đã cấp thẻ 762 người; còn 224 người."
    assert "remaining 224 = 786 | 762: differs" in found(text)


def test_a_likely_total_is_not_given_up_for_a_chance_one() -> None:
    """51 = 34 + 17 stays, though 102, of a paragraph before, is 51 + 34 + 17."""
    text = "Tiếp nhận 102 lượt phản ánh.\nĐã tiếp 51 lượt, trong đó: tiếp thường xuyên 34 lượt, tiếp định kỳ 17 lượt."
    assert found(text) == ["sum 51 = 34 | 17: exact"]


def test_parts_that_are_twice_their_total_are_of_something_else() -> None:
    """Of 1,124 pupils 1,119 are done; 768 others and what they are made of are not told as parts of the 1,124."""
    text = (
        "Có 1.124 học sinh tiểu học, trong đó hoàn thành 1.119 em, đạt 99,56%; THCS 768 học sinh: tốt 245 em, khá "
        "312 em, đạt 203 em, chưa đạt 8 em."
    )
    assert found(text) == ["percent 99,56 = 1.119 | 1.124: rounding", "sum 768 = 245 | 312 | 203 | 8: exact"]
