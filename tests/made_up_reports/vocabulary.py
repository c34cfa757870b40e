"""What made-up reports speak of: topics with the things that are counted or paid, and how they are split."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """One thing reported on: phrases before its number, its unit (``money`` for money), and complete splits of it.

    ``within`` are groups in it; where they overlap, together they may exceed it.
    """

    heads: tuple[str, ...]
    unit: str
    splits: tuple[tuple[str, ...], ...]
    size: int = 500
    done: tuple[str, ...] = ("đã giải quyết", "đã hoàn thành")
    within: tuple[str, ...] = ()
    overlaps: bool = False


@dataclass(frozen=True)
class Topic:
    """One section: its title and its subjects."""

    title: str
    subjects: tuple[Subject, ...]


def _subject(heads: str, unit: str, splits: str, size: int = 500, done: str = "", within: str = "") -> Subject:
    """A subject from short text: phrases split at ``|``, the splits at ``;``, groups that overlap at ``&``."""
    return Subject(
        tuple(heads.split("|")),
        unit,
        tuple(tuple(split.split("|")) for split in splits.split(";")),
        size,
        tuple(done.split("|")) if done else ("đã giải quyết", "đã thực hiện"),
        tuple(re.split("[|&]", within)) if within else (),
        "&" in within,
    )


MONEY = "money"
PEOPLE_WITHIN = "nữ&đảng viên&hộ nghèo&người cao tuổi&dân tộc thiểu số"

TOPICS: tuple[Topic, ...] = (
    Topic(
        "Thu, chi ngân sách",
        (
            _subject(
                "Tổng thu ngân sách trên địa bàn ước thực hiện|Thu NSNN lũy kế đạt|Thu ngân sách trong kỳ được",
                MONEY,
                "thuế ngoài quốc doanh|lệ phí trước bạ|tiền sử dụng đất|thu khác;thu nội địa|thu bổ sung từ cấp trên",
                24000,
                "đã thu",
                "tiền sử dụng đất|thuế thu nhập cá nhân",
            ),
            _subject(
                "Tổng chi ngân sách địa phương là|Chi ngân sách ước|Tổng số chi",
                MONEY,
                "chi thường xuyên|chi đầu tư phát triển|chi dự phòng;chi lương|chi hoạt động|chi an sinh xã hội",
                18000,
                "đã chi",
                "chi sự nghiệp giáo dục|chi sự nghiệp môi trường",
            ),
        ),
    ),
    Topic(
        "Đầu tư công và xây dựng cơ bản",
        (
            _subject(
                "Kế hoạch vốn đầu tư công được giao|Tổng vốn đầu tư công năm nay|Vốn được phân bổ",
                MONEY,
                "ngân sách trung ương|ngân sách tỉnh|ngân sách cấp xã;vốn chuyển tiếp|vốn khởi công mới",
                65000,
                "đã giải ngân|đã thanh toán",
                "vốn chương trình mục tiêu quốc gia",
            ),
            _subject(
                "Tổng số công trình được giao là|Triển khai thi công",
                "công trình",
                "giao thông|thủy lợi|trường học;hoàn thành|đang thi công|chưa khởi công",
                40,
                "đã hoàn thành|đã bàn giao",
                "công trình trọng điểm",
            ),
        ),
    ),
    Topic(
        "Sản xuất nông nghiệp",
        (
            _subject(
                "Tổng diện tích gieo trồng đạt|Diện tích gieo cấy vụ này",
                "ha",
                "lúa|ngô|rau màu các loại;cây hằng năm|cây lâu năm",
                900,
                "đã thu hoạch",
                "lúa chất lượng cao",
            ),
            _subject(
                "Tổng đàn gia súc hiện có|Đàn vật nuôi toàn địa bàn có",
                "con",
                "trâu|bò|lợn;hộ chăn nuôi nhỏ lẻ|trang trại",
                9000,
                "đã tiêm phòng",
                "nái sinh sản",
            ),
            _subject(
                "Sản lượng thủy sản ước đạt|Sản lượng khai thác, nuôi trồng",
                "tấn",
                "khai thác|nuôi trồng;cá|tôm|thủy sản khác",
                2500,
                "đã tiêu thụ",
                "nuôi lồng bè",
            ),
        ),
    ),
    Topic(
        "Đất đai, môi trường, trật tự xây dựng",
        (
            _subject(
                "Cấp giấy chứng nhận quyền sử dụng đất cho|Tiếp nhận về lĩnh vực đất đai",
                "hồ sơ",
                "cấp mới|cấp đổi|cấp lại;chuyển nhượng|tặng cho|thừa kế",
                400,
                "đã trả kết quả|đã thẩm định",
                "hồ sơ tồn kỳ trước",
            ),
            _subject(
                "Diện tích đất phải thu hồi là|Tổng diện tích giải phóng mặt bằng",
                "ha",
                "đất trồng lúa|đất ở|đất khác",
                60,
                "đã bàn giao",
                "đất công ích",
            ),
            _subject(
                "Phát hiện, xử lý vi phạm về trật tự xây dựng",
                "trường hợp",
                "xây dựng không phép|sai phép|lấn chiếm đất công",
                60,
                "đã khắc phục",
                "vi phạm mới phát sinh",
            ),
        ),
    ),
    Topic(
        "Y tế, dân số",
        (
            _subject(
                "Tổng số lượt khám chữa bệnh|Khám, điều trị cho",
                "lượt",
                "nội trú|ngoại trú;khám bảo hiểm y tế|khám dịch vụ",
                3000,
                "đã quyết toán",
                "trẻ em dưới 6 tuổi|người cao tuổi",
            ),
            _subject(
                "Số ca mắc bệnh truyền nhiễm ghi nhận|Phát hiện",
                "ca",
                "sốt xuất huyết|tay chân miệng|sởi;trẻ em|người lớn",
                120,
                "đã khỏi bệnh",
                "ca nặng",
            ),
        ),
    ),
    Topic(
        "Giáo dục và đào tạo",
        (
            _subject(
                "Toàn địa bàn hiện có|Tổng số học sinh đầu năm học",
                "học sinh",
                "mầm non|tiểu học|trung học cơ sở;công lập|ngoài công lập",
                5000,
                "đã hoàn thành chương trình",
                "học sinh bán trú&học sinh dân tộc thiểu số",
            ),
            _subject(
                "Số lớp được bố trí|Tổng số nhóm, lớp",
                "lớp",
                "khối mầm non|khối tiểu học|khối trung học cơ sở",
                180,
                "đã kiên cố hóa",
                "lớp học hai buổi/ngày",
            ),
        ),
    ),
    Topic(
        "Người có công, bảo trợ xã hội, giảm nghèo",
        (
            _subject(
                "Chi trả trợ cấp hằng tháng cho|Đang quản lý",
                "người",
                "thương binh|bệnh binh|thân nhân liệt sĩ;người khuyết tật|người cao tuổi|trẻ mồ côi",
                700,
                "đã nhận tiền",
                PEOPLE_WITHIN,
            ),
            _subject(
                "Tổng số quà đã trao dịp lễ|Trao tặng",
                "suất quà",
                "quà của cấp trên|quà của địa phương|quà của doanh nghiệp",
                600,
                "đã trao",
                "quà tặng hộ nghèo",
            ),
            _subject(
                "Kinh phí thực hiện an sinh xã hội|Tổng số tiền hỗ trợ",
                MONEY,
                "ngân sách hỗ trợ|nguồn vận động|quỹ đền ơn đáp nghĩa",
                1500,
                "đã chi trả",
                "hỗ trợ nhà ở",
            ),
        ),
    ),
    Topic(
        "Bảo hiểm xã hội, bảo hiểm y tế, việc làm",
        (
            _subject(
                "Số người tham gia bảo hiểm xã hội là|Phát triển mới",
                "người",
                "bắt buộc|tự nguyện;khối doanh nghiệp|khối hành chính|hộ kinh doanh",
                2200,
                "đã cấp thẻ",
                PEOPLE_WITHIN,
            ),
            _subject(
                "Giải quyết việc làm cho|Tạo việc làm mới cho",
                "lao động",
                "trong nước|xuất khẩu lao động;qua đào tạo|chưa qua đào tạo",
                600,
                "đã ký hợp đồng",
                "lao động nữ&lao động dưới 35 tuổi",
            ),
        ),
    ),
    Topic(
        "Cải cách hành chính, chuyển đổi số",
        (
            _subject(
                "Tiếp nhận tại bộ phận một cửa|Tổng số hồ sơ tiếp nhận trong kỳ|Trung tâm đã tiếp nhận",
                "hồ sơ",
                "trực tuyến|trực tiếp;trước hạn|đúng hạn|quá hạn;kỳ trước chuyển sang|mới tiếp nhận",
                2400,
                "đã giải quyết|đã trả kết quả",
                "hồ sơ thanh toán trực tuyến&hồ sơ số hóa",
            ),
            _subject(
                "Ban hành|Phát hành trên hệ thống",
                "văn bản",
                "quyết định|kế hoạch|công văn, báo cáo;văn bản ký số|văn bản giấy",
                1200,
                "đã số hóa",
                "văn bản chỉ đạo",
            ),
        ),
    ),
    Topic(
        "Tư pháp, hộ tịch",
        (
            _subject(
                "Đăng ký hộ tịch|Giải quyết các việc hộ tịch",
                "trường hợp",
                "khai sinh|khai tử|kết hôn;đúng hạn|quá hạn|đăng ký lại",
                180,
                "đã trả kết quả",
                "đăng ký lưu động",
            ),
            _subject(
                "Các tổ hòa giải tiếp nhận",
                "vụ việc",
                "đất đai|hôn nhân gia đình|dân sự khác",
                40,
                "hòa giải thành",
                "vụ việc phức tạp",
            ),
            _subject(
                "Tổng số việc thi hành án phải thi hành là|Cơ quan thi hành án thụ lý",
                "việc",
                "có điều kiện thi hành|chưa có điều kiện thi hành;năm trước chuyển sang|thụ lý mới",
                1800,
                "đã thi hành xong",
                "việc chủ động thi hành",
            ),
        ),
    ),
    Topic(
        "Tiếp công dân, giải quyết đơn thư",
        (
            _subject(
                "Tiếp nhận|Tổng số đơn tiếp nhận, xử lý",
                "đơn",
                "khiếu nại|tố cáo|kiến nghị, phản ánh;kỳ trước chuyển sang|tiếp nhận trong kỳ",
                90,
                "đã giải quyết|đã xử lý",
                "đơn thuộc thẩm quyền",
            ),
            _subject(
                "Tổng hợp từ các buổi tiếp xúc cử tri|Ghi nhận",
                "kiến nghị",
                "giao thông|đất đai, môi trường|lĩnh vực khác",
                70,
                "đã trả lời",
                "kiến nghị trùng lặp",
            ),
        ),
    ),
    Topic(
        "Quốc phòng, an ninh trật tự, tai nạn giao thông, cháy nổ",
        (
            _subject(
                "Tội phạm về trật tự xã hội xảy ra|Phạm pháp hình sự xảy ra",
                "vụ",
                "trộm cắp|cố ý gây thương tích|lừa đảo",
                45,
                "đã điều tra làm rõ|đã khám phá",
                "vụ đặc biệt nghiêm trọng",
            ),
            _subject(
                "Tai nạn giao thông xảy ra|Toàn địa bàn xảy ra",
                "vụ",
                "đường bộ|đường sắt|đường thủy",
                40,
                "đã khởi tố",
                "vụ tự gây tai nạn",
            ),
            _subject(
                "Xử phạt vi phạm giao thông|Lập biên bản",
                "trường hợp",
                "nồng độ cồn|quá tốc độ|vi phạm khác",
                350,
                "đã nộp phạt",
                "xe mô tô",
            ),
            _subject(
                "Tổng số dân quân là|Biên chế lực lượng dân quân",
                "đồng chí",
                "dân quân cơ động|dân quân tại chỗ|dân quân binh chủng",
                150,
                "đã huấn luyện",
                "đảng viên",
            ),
        ),
    ),
    Topic(
        "Văn hóa, xây dựng nông thôn mới",
        (
            _subject(
                "Số hộ đăng ký gia đình văn hóa|Toàn địa bàn có",
                "hộ",
                "khu vực trung tâm|khu vực vùng ven;đạt danh hiệu|chưa đạt danh hiệu",
                2600,
                "đã công nhận",
                "hộ nghèo|hộ cận nghèo",
            ),
            _subject(
                "Nguồn lực huy động xây dựng nông thôn mới|Tổng vốn lồng ghép",
                MONEY,
                "ngân sách các cấp|doanh nghiệp|Nhân dân đóng góp",
                9000,
                "đã giải ngân",
                "vốn tín dụng",
            ),
        ),
    ),
)

WARDS = ("Vân Sa", "Trà Mộc", "Đông Lũng", "Hòa Kênh", "Nam Trạch", "Yên Dậu", "Phú Giang Thượng", "Ea Nhuôn")

FILLERS: tuple[str, ...] = (
    "Công tác chỉ đạo, điều hành đươc thực hiện sát thực tiễn, rõ người, rõ việc.",
    "Các ngành, đoàn thể phối hợp chặt chẽ, kịp thời tháo gỡ vướng mắc từ cơ sở.",
    "Tình hình cơ bản ổn định, không phát sinh điểm nóng.",
    "Nguyên nhân chủ yếu do thời tiết bất lợi và giá vật tư đầu vào còn cao.",
    "Tiếp tục rà soát, cập nhật số liệu để báo cáo theo quy định.",
    "Bên cạnh kết quả đạt được, một số nội dung tiến độ còn chậm so với yêu cầu.",
)
