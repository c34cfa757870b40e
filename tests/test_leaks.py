"""What must not be published is known by its shape, and the figures of a report are none of it.

No number, address or key in here is anybody's: they are put together so that no scanner takes them for real ones.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis.messages import LANGS, Lang, say
from phulien_analysis.printed import format_number
from phulien_analysis.publishing.leaks import Leak, clean, leaks

HOME = "/".join(("", "home", "lan", "notes.txt"))


def found(text: str) -> list[tuple[str, str]]:
    """Kind and text of every leak."""
    return [(leak.kind.name, leak.text) for leak in leaks(clean(text))]


def only(text: str) -> Leak:
    """The one leak in a text."""
    (leak,) = leaks(clean(text))
    return leak


@pytest.mark.parametrize("number", [
    "0912345678", "0912 345 678", "0912.345.678", "091 234 5678", "0912 34 56 78", "0912-345-678", "(0225) 3 742 142",
    "0225.3742142", "024 3825 4321", "+84 912 345 678", "+84912345678", "+84 (0)912 345 678", "0084 912 345 678",
    "０９１２ ３４５ ６７８", "0912\u00a0345\u200b678",
])  # fmt: skip
def test_a_telephone_number_is_known_in_every_way_it_is_written(number: str) -> None:
    """Mobile and desk, with points, gaps or brackets, from abroad, in full-width digits, with letters nobody sees."""
    for text in (number, f"Liên hệ: {number}.", f"<{number}>", f"gọi {number}, trước 17 giờ"):
        assert [kind for kind, _ in found(text)] == ["a telephone number"], text


@pytest.mark.parametrize("number", ["037201004567", "001 203 004 567", "079.185.012.345", "031-099-001-234"])
def test_a_citizen_number_is_known_by_its_province_century_and_sex(number: str) -> None:
    """Twelve digits that begin with a province's code."""
    assert [kind for kind, _ in found(f"ông A, {number}, tổ 5")] == ["a citizen's identity number"]


@pytest.mark.parametrize("text", [
    "CMND số 031234567", "CCCD: 931204004567", "chứng minh nhân dân: 031 234 567", "Số định danh cá nhân 999999999999",
    "căn cước công dân 123456789", "identity card no. 123456789",
])  # fmt: skip
def test_nine_digits_are_a_citizen_number_beside_its_words(text: str) -> None:
    """Nine digits, or twelve of no province, say nothing alone; after the words that name them they do."""
    assert [kind for kind, _ in found(text)] == ["a citizen's identity number"]
    assert found(text[-9:]) == []


@pytest.mark.parametrize("text", [
    "52.945,624", "311.003,500 triệu đồng", "1669/NQ-UBTVQH15", "30/2020/NĐ-CP", "05/7/2025", "05-09-2025 10:30",
    "01–19/7/2025", "84.912.345.678 đồng", "84912345678", "912345678", "912345678901", "0,912345678", "07 vụ",
    "31.5000.000", "1900 1234", "18001091", "113, 114, 115",
    "Chi mua điện thoại: 12.345.678.900 đồng", "02 vụ 03 người",
    "0,0912345678", "99.945.678.901,25", "M0 91.2345L678 901",
    "sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca",
    "urn:uuid:03720100-4567-5912-8345-678037201004", "percent@II.1.1 p1 #4", "c-percent-II.1.1-p1--4", "a/b, đạt 48,6%",
    "../../index.html", "figures.html#f-ii-1-1-fn1-3", "https://example.org/home/lan/x", "đồng/hộ/tháng", "14/14/14",
    "lượt/người/vụ", "https://schema.org", "@media print", "tr:nth-child(2)", "8:30",
    "data/phu-lien/2025-07.csv", "CMND, CCCD", "Mật khẩu phải đổi", "password: unknown", "Bearer of good news, 2025",
    "0103742142", "1/2/3", "TT-BTC/2024/07/01", "ValueErrors in statistics", "Cảnh báo: có bão",
])  # fmt: skip
def test_figures_names_and_places_of_a_report_pass(text: str) -> None:
    """Amounts, dates, numbers of documents, hotlines, hashes, ids and links pass: a false alarm stops a month."""
    assert found(text) == []


@given(st.decimals(min_value=0, max_value=10**13, places=3), st.integers(0, 3), st.sampled_from(LANGS))
def test_no_amount_is_a_leak(value: Decimal, decimals: int, lang: Lang) -> None:
    """However large a number is, and in whichever language it is written, it is nobody's telephone."""
    assert found(f"Tổng số {format_number(value, lang, decimals)} đồng, {value}") == []


@pytest.mark.parametrize("path", [
    HOME, "~/figures.csv", "file:///data/x.csv", "D:\\So lieu\\thang7.xlsx", "D:/so-lieu/x", "\\\\server\\chung",
    "/".join(("", "usr", "lib")), "/a/b/c", "/".join(("", "private", "var", "x")),
])  # fmt: skip
def test_a_path_on_a_machine_is_known(path: str) -> None:
    """Of any system, home folders, shared folders and addresses of files included."""
    for text in (path, f"tệp {path}", f'"{path}"', f"({path})", f"open={path}"):
        assert [kind for kind, _ in found(text)] == ["a path on a machine"], text


def test_a_folder_of_the_run_is_known_whatever_it_is_called() -> None:
    """A folder that is named by no rule is known if one says which; a longer name is another folder."""
    folders = ["/srv1/out", "/srv1/out/.building-x"]
    assert [leak.text for leak in leaks("in /srv1/out/.building-x/data", folders)] == ["/srv1/out/.building-x/data"]
    assert [leak.text for leak in leaks("in /srv1/output", folders)] == []


@pytest.mark.parametrize("secret", [
    "AKIA" + "Q7" * 8, "ghp_" + "a1" * 18, "github_pat_" + "b2" * 15, "xoxb-" + "1234567890-ab", "glpat-" + "c3" * 10,
    ".".join(("eyJ" + "hbGciOiJ9", "eyJ" + "zdWIiOiI", "c2ln")), "-----BEGIN " + "RSA PRIVATE KEY-----",
    "Bearer " + "d4" * 12, "AIza" + "e5" * 17 + "f", "sk-" + "proj-" + "g6" * 12, "npm_" + "h7" * 18,
    "://lan:" + "matkhau1@db.example", "password" + "=hunter22a", "mật khẩu" + ": sao-vang-45",
])  # fmt: skip
def test_a_key_or_password_is_known(secret: str) -> None:
    """Keys of well-known services, JSON Web Tokens, private keys, what goes into a header or an address."""
    for text in (secret, f"x {secret} y", f'"{secret}"'):
        assert [kind for kind, _ in found(text)] == ["a key or password"], text


@pytest.mark.parametrize("address", ["lan.nguyen@haiphong.gov.vn", "a+b@example.org", "van_thu@phulien.example.vn"])
def test_an_e_mail_address_is_known(address: str) -> None:
    """In prose, in brackets, behind ``mailto:``."""
    for text in (address, f"<{address}>", f"mailto:{address}", f"thư: {address}."):
        assert found(text) == [("an e-mail address", address)]


@pytest.mark.parametrize("text", [
    "Traceback (most recent call last):", '  File "<stdin>", line 1, in <module>', "----> 3 figures[0]",
    "KeyError: 'value'", "pandas.errors.ParserError: x", "\x1b[0;31mValueError\x1b[0m: x", "Cell In[3], line 1",
])  # fmt: skip
def test_the_trace_of_an_error_is_known(text: str) -> None:
    """Python's and IPython's, in the colours of a terminal as well."""
    assert [kind for kind, _ in found(text)] == ["the trace of an error"]


def test_a_programs_warning_is_known() -> None:
    """As Python writes it, with its place or without."""
    assert found("FutureWarning: x") == [("a program's warning", "FutureWarning: x")]


@pytest.mark.parametrize(("text", "told"), [
    ("lan.nguyen@haiphong.gov.vn", "an e-mail address (l…@….vn, 26 characters)"),
    ("0912 345 678", "a telephone number (09…78, 12 characters)"),
    ("037201004567", "a citizen's identity number (03…67, 12 characters)"),
    ("ghp_" + "a1" * 18, "a key or password (ghp_…, 40 characters)"),
    (HOME, f"a path on a machine ({HOME[:6]}…, 19 characters)"),
    ("KeyError: 'Nguyễn'", "the trace of an error (KeyError…, 11 characters)"),
])  # fmt: skip
def test_a_leak_is_told_without_being_repeated(text: str, told: str) -> None:
    """What is said of it helps to find it, and would not help whoever reads the log."""
    said = say(only(text).say_masked(), "en")
    assert said == told
    assert text not in said


def test_one_thing_written_in_two_ways_is_one() -> None:
    """A telephone number is the same with gaps, points and the country's code; an address in capitals."""
    assert only("0912 345 678").key == only("+84912345678").key == only("0912.345.678").key
    assert only("Lan@Example.org").key == only("lan@example.org").key
    assert only("0912345678").key != only("0912345679").key


def test_what_lies_inside_another_is_told_once() -> None:
    """The name and password in an address are one leak, not an e-mail address as well."""
    assert len(found("https://lan:" + "mat-khau1@example.org/x")) == 1
