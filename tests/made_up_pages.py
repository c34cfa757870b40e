"""A made-up report set as an office sets one (14 points, first lines indented, notes of 10 points), for tests of pages.

It is written as a flat OpenDocument text, which LibreOffice turns into PDF and DOCX with real pages and footnotes. All
sentences, names and numbers are made up.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/>
<style:text-properties style:font-name="DejaVu Serif" fo:font-family="'DejaVu Serif'" fo:font-size="14pt"
 fo:language="vi" fo:country="VN"/></style:default-style>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"
 fo:text-indent="1.27cm" fo:line-height="115%"/></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:text-indent="1.27cm"/>
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="N" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"/>
<style:text-properties fo:font-size="10pt"/></style:style>
<style:style style:name="R" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:notes-configuration text:note-class="footnote" text:citation-style-name="R" text:citation-body-style-name="R"
 style:num-format="1" style:num-suffix=" " text:start-numbering-at="document"/>
</office:styles>
<office:automatic-styles>
<style:style style:name="L" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding="0.1cm"/></style:style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-top="1.5cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="2cm">
<style:footnote-sep style:width="0.018cm" style:distance-before-sep="0.1cm" style:distance-after-sep="0.1cm"
 style:adjustment="left" style:rel-width="30%" style:color="#000000" style:line-style="solid"/>
</style:page-layout-properties><style:header-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:header>
<text:p text:style-name="C"><text:page-number/></text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text>
"""
_TAIL = "</office:text></office:body></office:document>\n"

FILLER = (
    "Ủy ban nhân dân xã đã chỉ đạo các bộ phận chuyên môn rà soát hồ sơ, phân công người phụ trách từng việc và báo "
    "cáo "
    "kết quả hằng tuần, bảo đảm các nội dung được giao hoàn thành đúng thời hạn theo yêu cầu của cấp trên."
)

# (style, text): H heading, B body, C centred; «…» is a note where it stands.
REPORT: tuple[tuple[str, str], ...] = (
    ("C", "ỦY BAN NHÂN DÂN XÃ AN BÌNH"),
    ("C", "BÁO CÁO"),
    ("C", "Tình hình kinh tế - xã hội tháng 9 năm 2025 của xã An Bình"),
    ("H", "I. TÌNH HÌNH CHUNG"),
    ("B", f"Trong tháng, tình hình trên địa bàn xã ổn định. {FILLER}"),
    ("B", f"Các chỉ tiêu chính đạt tiến độ đề ra. {FILLER} {FILLER}"),
    ("H", "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ"),
    ("H", "1. Lĩnh vực kinh tế"),
    (
        "B",
        (
            "1.1. Thu ngân sách: Tháng 9 ước thực hiện 1.250 triệu đồng, 9 tháng đạt 9.450 triệu đồng/12.600 triệu "
            "đồng, "
            "bằng 75% dự toán giao«Thu thuế: 7.000 triệu đồng; thu phí: 1.450 triệu đồng; thu khác: 1.000 triệu "
            "đồng, trong đó "
            "có 12 hồ sơ đang được xem xét theo quy định của cơ quan có thẩm quyền.». Số còn lại phải thu là 3.150 "
            "triệu đồng."
        ),
    ),
    ("B", "1.2. Chi ngân sách: Tổng chi 8.400 triệu đồng, gồm:"),
    ("B", "- Chi đầu tư 2.400 triệu đồng«Theo Kế hoạch sử dụng vốn năm 2025.»;"),
    ("B", "+ Đường giao thông thôn 1.400 triệu đồng; trường học 1.000 triệu đồng;"),
    ("B", "- Chi thường xuyên 6.000 triệu đồng."),
    ("B", f"{FILLER} {FILLER} {FILLER}"),
    ("B", f"Điều chỉnh kế hoạch sử dụng đất năm 2025«Đã cấp 15 giấy chứng nhận cho 15 hộ.». {FILLER} {FILLER}"),
    ("H", "2. Lĩnh vực văn hóa - xã hội"),
    ("B", f"- Giáo dục: Toàn xã có 32 lớp với 1.024 học sinh; {FILLER} {FILLER}"),
    ("B", f"- Y tế: Khám bệnh cho 450 lượt người (tăng 50 lượt)«Trong đó 120 lượt trẻ em.». {FILLER}"),
    ("T", "Nội dung|Kế hoạch|Thực hiện;Số hộ|100|80;Số người|400|320"),
    ("B", f"Nhiệm kỳ 2025 - 2030«Chia làm hai giai đoạn.» có 5 chương trình. {FILLER} {FILLER} {FILLER}"),
    ("H", "III. NHIỆM VỤ TRỌNG TÂM THÁNG 10"),
    ("B", f"{FILLER} {FILLER} {FILLER} {FILLER} {FILLER}"),
    ("B", "Trên đây là báo cáo tháng 9 của Ủy ban nhân dân xã An Bình./."),
)


def write_report(path: Path, blocks: tuple[tuple[str, str], ...] = REPORT) -> Path:
    """Write the report as a flat OpenDocument text."""
    count = iter(range(1, 1000))

    def note(found: re.Match[str]) -> str:
        number = next(count)
        return (
            f'<text:note text:id="n{number}" text:note-class="footnote">'
            f"<text:note-citation>{number}</text:note-citation>"
            f'<text:note-body><text:p text:style-name="N">{found[1]}</text:p></text:note-body></text:note>'
        )

    parts = []
    for style, text in blocks:
        if style == "T":
            parts.append(_table(text))
            continue
        content = re.sub(r"«([^»]{1,1000})»", note, escape(text))
        parts.append(f'<text:p text:style-name="{style}">{content}</text:p>')
    path.write_text(_HEAD + "\n".join(parts) + _TAIL, encoding="utf-8")
    return path


def _table(text: str) -> str:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell table:style-name="L"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row.split("|")
        )
        + "</table:table-row>"
        for row in text.split(";")
    )
    columns = text.split(";", maxsplit=1)[0].count("|") + 1
    return f'<table:table><table:table-column table:number-columns-repeated="{columns}"/>{rows}</table:table>'
