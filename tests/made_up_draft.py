"""A made-up ward with a July file and an August report, to be read by its example. No figure or sentence is real.

In the report's text a figure is followed by what it is: ``12.340⟨state-budget-revenue actual 2025-08-01 2025-08-31⟩``;
``⟨new⟩`` is one that the catalogue has no indicator for. :func:`plain` takes these notes out.
"""

import re
from pathlib import Path

from tests.made_up import write_month

WARD, WARD_ROW = "doi-thong", "doi-thong,99998,99,Phường Đồi Thông,Doi Thong Ward,Thành phố Giả Định,Made-up City\n"

JULY = """\
state-budget-revenue actual 2025-07 8.120 million-dong estimated @ II.1.1 p1 #1
state-budget-revenue actual 2025-01..2025-07 61.300 million-dong estimated @ II.1.1 p1 #2
state-budget-revenue plan 2025-01..2025-12 96.000 million-dong @ II.1.1 p1 #3
state-budget-revenue percent_of_plan 2025-01..2025-07 63,9 percent estimated @ II.1.1 p1 #4
revenue-non-state actual 2025-07 3.300 million-dong @ II.1.1 p2 #1
revenue-land-rental actual 2025-07 410 million-dong @ II.1.1 p2 #2
revenue-land-use-fee actual 2025-07 2.700 million-dong @ II.1.1 p2 #3
revenue-personal-income-tax actual 2025-07 1.150 million-dong @ II.1.1 p2 #4
revenue-registration-fee actual 2025-07 560 million-dong @ II.1.1 p2 #5
household-business-certificates actual - 21 certificate @ II.1.2 p1 #1
household-business-certificates-new actual - 15 certificate @ II.1.2 p1 #2
household-business-certificates-amended actual - 04 certificate @ II.1.2 p1 #3
household-business-certificates-reissued actual - 02 certificate @ II.1.2 p1 #4
investment-ward-city-plan actual 2025-01..2025-06 9.120,500 million-dong @ II.1.3 p1 #1
investment-ward-city-plan plan 2025-01..2025-12 30.000 million-dong @ II.1.3 p1 #2
investment-ward-city-plan percent_of_plan 2025-01..2025-06 30,40 percent @ II.1.3 p1 #3
investment-ward-city-plan remaining 2025-01..2025-06 20.879,500 million-dong @ II.1.3 p1 #4
investment-ward-city-plan remaining_percent 2025-01..2025-06 69,60 percent @ II.1.3 p1 #5
order-operations actual 2025-07-01..2025-07-19 05 operation @ II.2 p1 #1
signboards-seized actual 2025-07-01..2025-07-19 12 signboard @ II.2 p1 #2
plastic-chairs-seized actual 2025-07-01..2025-07-19 20 chair @ II.2 p1 #3
construction-permits actual 2025-07-01..2025-07-19 06 permit @ II.2 p2 #1
land-violations-resolved actual 2025-07-01..2025-07-19 02 violation @ II.2 p2 #2
land-dossiers-received actual 2025-07-01..2025-07-22 88 dossier @ II.2 p3 #1
land-dossiers-completed actual 2025-07-01..2025-07-22 60 dossier @ II.2 p3 #2
land-dossiers-in-process actual ..2025-07-22 28 dossier @ II.2 p3 #3
near-poor-households actual - 140 household @ II.2 p4 #1
near-poor-persons actual - 402 household-member @ II.2 p4 #2
gifts-president-recipients actual - 210 person @ II.3 p1 #1
gifts-president-cash-value actual - 63.000.000 dong @ II.3 p1 #2
gifts-ward-cash actual - 30 gift @ II.3 p1 #3
gifts-ward-cash-value actual - 15.000.000 dong @ II.3 p1 #4
radio-programmes actual - 10 programme @ II.3 p2 #1
news-items-written actual - 33 news-item @ II.3 p2 #2
social-allowance-recipients actual - 870 person @ II.3 p3 #1
social-allowance-payment actual 2025-07 1 billion-dong over @ II.3 p3 #2
social-pension-dossiers actual - 44 dossier @ II.3 p3 #3
birth-registrations actual 2025-07-01..2025-07-19 11 act @ II.4 p1 #1
death-registrations actual 2025-07-01..2025-07-19 06 act @ II.4 p1 #2
marriage-registrations actual 2025-07-01..2025-07-19 04 act @ II.4 p1 #3
certified-copies actual 2025-07-01..2025-07-19 930 dossier @ II.4 p1 #4
reception-visits actual 2025-07-01..2025-07-19 07 visit @ II.4 p2 #1
reception-persons actual 2025-07-01..2025-07-19 09 person @ II.4 p2 #2
reception-matters actual 2025-07-01..2025-07-19 07 matter @ II.4 p2 #3
petitions-received actual 2025-07-01..2025-07-19 08 petition @ II.4 p2 #4
petitions-in-process actual ..2025-07-19 03 petition @ II.4 p2 #5
criminal-offences actual - 02 case @ II.4 p3 #1
criminal-suspects actual - 03 suspect @ II.4 p3 #2
traffic-accidents actual - 01 case @ II.4 p3 #3
fires-explosions actual - 0 case @ II.4 p3 #4
dossiers-received actual 2025-07-01..2025-07-20 300 dossier @ II.5 p1 #1
dossiers-online actual 2025-07-01..2025-07-20 280 dossier @ II.5 p1 #2
dossiers-in-person actual 2025-07-01..2025-07-20 20 dossier @ II.5 p1 #3
dossiers-resolved actual 2025-07-01..2025-07-20 250 dossier @ II.5 p1 #4
digitised-results actual 2025-07-01..2025-07-20 99 result @ II.5 p1 #5
digitised-results base 2025-07-01..2025-07-20 99 result @ II.5 p1 #6
digitised-results share 2025-07-01..2025-07-20 100 percent @ II.5 p1 #7
""".splitlines()

# Other numbers, other windows; receptions before registrations, investment before household businesses; no gifts, no
# land violations; people vaccinated, trees, a market stall and a growth of revenue are new.
AUGUST = """I. CÔNG TÁC CHỈ ĐẠO
Ủy ban nhân dân phường Đồi Thông bám sát chương trình công tác tháng 8/2025.
II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ
1. Lĩnh vực kinh tế
1.1. Thu ngân sách nhà nước trên địa bàn: Tháng 8 ước đạt 9.475⟨state-budget-revenue actual 2025-08-01 2025-08-31⟩ \
triệu đồng; lũy kế 8 tháng ước đạt 70.775⟨state-budget-revenue actual 2025-01-01 2025-08-31⟩ triệu \
đồng/96.000⟨state-budget-revenue plan 2025-01-01 2025-12-31⟩ triệu đồng, bằng 73,7⟨state-budget-revenue \
percent_of_plan 2025-01-01 2025-08-31⟩% dự toán năm.
- Trong tháng 8: thu ngoài quốc doanh 3.960⟨revenue-non-state actual 2025-08-01 2025-08-31⟩ triệu đồng; lệ phí \
trước bạ 744⟨revenue-registration-fee actual 2025-08-01 2025-08-31⟩ triệu đồng; tiền sử dụng đất \
3.105⟨revenue-land-use-fee actual 2025-08-01 2025-08-31⟩ triệu đồng; thuế thu nhập cá nhân \
1.236⟨revenue-personal-income-tax actual 2025-08-01 2025-08-31⟩ triệu đồng.
1.2. Giải ngân vốn đầu tư công: Tính đến hết ngày 31/7/2025, các dự án trên địa bàn phường theo kế hoạch thành phố \
giao giải ngân 14.310,250⟨investment-ward-city-plan actual 2025-01-01 2025-07-31⟩/32.500⟨investment-ward-city-plan \
plan 2025-01-01 2025-12-31⟩ triệu đồng, bằng 44,03⟨investment-ward-city-plan percent_of_plan 2025-01-01 \
2025-07-31⟩% kế hoạch. Vốn còn lại chưa giải ngân là 18.189,750⟨investment-ward-city-plan remaining 2025-01-01 \
2025-07-31⟩ triệu đồng, bằng 55,97⟨investment-ward-city-plan remaining_percent 2025-01-01 2025-07-31⟩% kế hoạch.
1.3. Đăng ký hộ kinh doanh: Cấp 34⟨household-business-certificates actual - -⟩ giấy chứng nhận đăng ký hộ kinh \
doanh, trong đó: thay đổi 06⟨household-business-certificates-amended actual - -⟩; cấp mới \
27⟨household-business-certificates-new actual - -⟩; cấp lại 01⟨household-business-certificates-reissued actual - \
-⟩. Bố trí lại 15⟨new⟩ gian hàng tại chợ Thông.
2. Quản lý đô thị, đất đai và môi trường
- Từ ngày 01/8/2025 đến ngày 20/8/2025, ra quân lập lại trật tự đường hè 11⟨order-operations actual 2025-08-01 \
2025-08-20⟩ lượt, thu giữ 07⟨signboards-seized actual 2025-08-01 2025-08-20⟩ biển quảng cáo, \
31⟨plastic-chairs-seized actual 2025-08-01 2025-08-20⟩ ghế nhựa.
- Từ ngày 01/8 đến ngày 20/8, cấp 09⟨construction-permits actual 2025-08-01 2025-08-20⟩ giấy phép xây dựng nhà ở \
riêng lẻ.
- Trồng 120⟨new⟩ cây xanh dọc bờ kênh.
- Hồ sơ đất đai từ 01/8/2025 - 20/8/2025: tiếp nhận 95⟨land-dossiers-received actual 2025-08-01 2025-08-20⟩ hồ sơ; \
trả kết quả 103⟨land-dossiers-completed actual 2025-08-01 2025-08-20⟩ hồ sơ; đang xử lý 20⟨land-dossiers-in-process \
actual - 2025-08-20⟩ hồ sơ.
- Công tác giảm nghèo: đến nay phường có 133⟨near-poor-households actual - -⟩ hộ cận nghèo với \
391⟨near-poor-persons actual - -⟩ nhân khẩu.
3. Văn hóa - Xã hội
- Phát sóng 12⟨radio-programmes actual - -⟩ chương trình truyền thanh, viết 41⟨news-items-written actual - -⟩ tin.
- Tổng số người hưởng trợ cấp xã hội hàng tháng là 882⟨social-allowance-recipients actual - -⟩ người; chi trả trợ \
cấp tháng 8 hơn 1,2⟨social-allowance-payment actual 2025-08-01 2025-08-31⟩ tỷ đồng. Tiếp nhận \
39⟨social-pension-dossiers actual - -⟩ hồ sơ đề nghị hưu trí xã hội. Tiêm phòng dại cho 260⟨new⟩ con chó.
4. Nội chính
- Tiếp công dân từ ngày 01/8/2025 đến ngày 20/8/2025: 10⟨reception-visits actual 2025-08-01 2025-08-20⟩ \
lượt/13⟨reception-persons actual 2025-08-01 2025-08-20⟩ người/10⟨reception-matters actual 2025-08-01 2025-08-20⟩ vụ \
việc; tiếp nhận 06⟨petitions-received actual 2025-08-01 2025-08-20⟩ đơn, đang giải quyết 02⟨petitions-in-process \
actual - 2025-08-20⟩ đơn.
- Từ ngày 01/8/2025 đến ngày 20/8/2025, đăng ký khai sinh: 17⟨birth-registrations actual 2025-08-01 2025-08-20⟩ \
trường hợp; khai tử: 05⟨death-registrations actual 2025-08-01 2025-08-20⟩; kết hôn: 08⟨marriage-registrations \
actual 2025-08-01 2025-08-20⟩; chứng thực bản sao từ bản chính: 1.204⟨certified-copies actual 2025-08-01 \
2025-08-20⟩ hồ sơ.
- Tai nạn giao thông: 02⟨traffic-accidents actual - -⟩ vụ; phạm pháp hình sự: 01⟨criminal-offences actual - -⟩ vụ = \
02⟨criminal-suspects actual - -⟩ đối tượng; cháy nổ: 0⟨fires-explosions actual - -⟩ vụ.
5. Trung tâm Phục vụ hành chính công
Từ ngày 01/8/2025 đến ngày 20/8/2025, tiếp nhận 415⟨dossiers-received actual 2025-08-01 2025-08-20⟩ hồ sơ thủ tục \
hành chính (trực tuyến: 402⟨dossiers-online actual 2025-08-01 2025-08-20⟩, trực tiếp: 13⟨dossiers-in-person actual \
2025-08-01 2025-08-20⟩); đã giải quyết 377⟨dossiers-resolved actual 2025-08-01 2025-08-20⟩ hồ sơ. Số hóa kết quả \
giải quyết thủ tục hành chính: 144⟨digitised-results actual 2025-08-01 2025-08-20⟩/144⟨digitised-results base \
2025-08-01 2025-08-20⟩ = 100⟨digitised-results share 2025-08-01 2025-08-20⟩%.
"""

_TOLD = re.compile(r"⟨([^⟩]*)⟩")


def plain(text: str = AUGUST) -> str:
    """The report as a clerk would type it."""
    return _TOLD.sub("", text)


def meant(text: str = AUGUST) -> list[list[str]]:
    """What each figure is, in order: indicator, measure, first and last day; or only ``new``."""
    return [["" if word == "-" else word for word in told.split(" ")] for told in _TOLD.findall(text)]


def settle_alone(data: Path) -> Path:
    """Add the made-up ward to a data folder, and take all months away: there is no example to read by."""
    settle(data, july=False)
    for file in data.glob("*/20*.csv"):
        file.unlink()
    return data


def settle(data: Path, *, july: bool = True) -> None:
    """Add the made-up ward to a data folder, with its July unless ``july`` is False."""
    with (data / "wards.csv").open("a", encoding="utf-8") as file:
        file.write(WARD_ROW)
    if july:
        write_month(data, JULY, "2025-07", WARD)
