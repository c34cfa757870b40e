"""Hooks: whom a run tells, when, and what; all on this machine's loopback. What goes wrong there changes no run."""

import json
import smtplib
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from email import message_from_bytes
from email.message import Message as Mail
from email.policy import default
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from phulien_analysis.errors import PhulienError
from phulien_analysis.notebooks import Pool
from phulien_analysis.publishing import editions
from phulien_analysis.unattended.hooks import concerns, read_hooks
from phulien_analysis.unattended.sending import FAULTS, send
from tests.made_up import MONTH, WARD
from tests.made_up_site import FIGURES, World, without_kernels


class Listener(BaseHTTPRequestHandler):
    """Takes what is posted, and answers as it is told."""

    answer: ClassVar[int] = 204
    got: ClassVar[list[tuple[str, dict[str, str], Any]]] = []

    def do_POST(self) -> None:
        """Put down what was posted."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.got.append((self.path, dict(self.headers), json.loads(body)))
        self.send_response(self.answer)
        if self.answer == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    do_GET = do_POST  # noqa: N815 - as above

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Postman(socketserver.StreamRequestHandler):
    """As much of SMTP as a message needs; what the client says and the message are kept."""

    said: ClassVar[list[str]] = []
    letters: ClassVar[list[bytes]] = []

    def handle(self) -> None:
        """Answer until the client leaves."""
        self._say("220 made-up")
        for raw in self.rfile:
            line = raw.decode().strip()
            self.said.append(line)
            verb = line.split()[0].upper()
            if verb == "DATA":
                self._say("354 go on")
                self.letters.append(b"".join(iter(self.rfile.readline, b".\r\n")))
            self._say("221 bye" if verb == "QUIT" else "250 fine")
            if verb == "QUIT":
                return

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def serving(server: socketserver.TCPServer) -> Iterator[int]:
    """A server in a thread of its own; gives its port."""
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield int(server.socket.getsockname()[1])
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A listener for webhooks; gives its port."""
    monkeypatch.setattr(Listener, "got", [])
    monkeypatch.setattr(Listener, "answer", 204)
    with serving(HTTPServer(("127.0.0.1", 0), Listener)) as port:
        yield port


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server for e-mail; gives its port."""
    monkeypatch.setattr(Postman, "said", [])
    monkeypatch.setattr(Postman, "letters", [])
    with serving(socketserver.TCPServer(("127.0.0.1", 0), Postman)) as port:
        yield port


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A world whose notebooks are not run; no proxy stands between it and the loopback."""
    monkeypatch.setattr(editions, "run_notebooks", without_kernels([]))
    monkeypatch.setattr(Pool, "start", lambda _pool: None)  # nothing is run: no process need wait for it
    monkeypatch.setenv("no_proxy", "*")
    return World(tmp_path / "world")


def hooks_file(folder: Path, text: str) -> Path:
    """A file for ``--notify``."""
    file = folder / "hooks.toml"
    file.write_text(text, encoding="utf-8")
    return file


def webhook(world: World, port: int, when: str = "always", path: str = "status?key=secret") -> Path:
    """A file that names the listener."""
    return hooks_file(world.folder, f'[webhook]\nurl = "http://127.0.0.1:{port}/{path}"\nwhen = "{when}"\n')


def email(world: World, port: int, rest: str = "") -> Path:
    """A file that names the server for e-mail."""
    lines = ["[email]", 'host = "127.0.0.1"', f"port = {port}", 'from = "phulien@example.org"']
    lines += ['to = ["clerk@example.org", "city@example.org"]', 'when = "always"', rest or 'security = "none"']
    return hooks_file(world.folder, "\n".join(lines) + "\n")


def run(world: World, file: Path, *arguments: str) -> int:
    """The command in English, with this file."""
    return world.run("--ward", WARD, "--lang", "en", "--notify", str(file), *arguments)


def closed_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


# Webhook


def test_a_webhook_gets_the_status_that_was_written(world: World, web: int) -> None:
    """It is posted as JSON: the same as stands in the file."""
    assert run(world, webhook(world, web)) == 0
    ((path, headers, status),) = Listener.got
    assert path == "/status?key=secret"
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    assert headers["User-Agent"] == "phulien/0.1.0"
    assert status == json.loads((world.out / "status.json").read_text("utf-8"))


def test_a_webhook_that_fails_changes_nothing(world: World, web: int, capsys: pytest.CaptureFixture[str]) -> None:
    """An answer of 500: the exit code is 0, the host is told with the cause, and nothing of the address's secret."""
    Listener.answer = 500
    assert run(world, webhook(world, web)) == 0
    said = (
        "phulien: webhook: 127.0.0.1 could not be told (HTTP Error 500: Internal Server Error); the run itself stands"
    )
    err = capsys.readouterr().err
    assert said in err
    assert "secret" not in err
    assert list(world.names()) == [WARD]


def test_a_webhook_is_not_followed_to_another_address(
    world: World, web: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """An answer that sends elsewhere is told as what it is, and nobody else is asked."""
    Listener.answer = 302
    assert run(world, webhook(world, web)) == 0
    assert [path for path, *_ in Listener.got] == ["/status?key=secret"]
    assert "HTTP Error 302: Found" in capsys.readouterr().err


def test_nobody_at_the_address_changes_nothing(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no server listens it is told, and in the log, too."""
    log = world.folder / "log"
    assert run(world, webhook(world, closed_port()), "--log", str(log)) == 0
    assert "could not be told (<urlopen error [Errno 111] Connection refused>)" in capsys.readouterr().err
    (told,) = (line for line in map(json.loads, log.read_text("utf-8").splitlines()) if line["step"] == "notify")
    assert (told["level"], "Connection refused" in told["cause"]) == ("warning", True)


def test_the_address_is_told_of_a_failure_too(world: World, web: int) -> None:
    """Wrong data: exit code 2 as ever, and the status that is posted has the cause."""
    world.write_month("total actual 2025-07 100 milion-dong")
    assert run(world, webhook(world, web, "failure")) == 2
    ((_, _, status),) = Listener.got
    assert status["run"]["exit_code"] == 2
    assert "'milion-dong' is not a unit" in status["wards"][0]["attempt"]["cause_vi"]


@pytest.mark.parametrize(("when", "told"), [("always", [1, 2, 3, 4, 5]), ("failure", [3, 4]), ("change", [1, 3, 5])])
def test_a_hook_is_called_when_it_was_asked_to(world: World, web: int, when: str, told: list[int]) -> None:
    """Five nights: published, nothing new, wrong data, still wrong data, mended (the edition that was there)."""
    file, nights = webhook(world, web, when), []
    for night in range(1, 6):
        if night == 3:
            world.write_month("total actual 2025-07 100 milion-dong")
        if night == 5:
            world.write_month(*FIGURES)
        Listener.got.clear()
        run(world, file)
        nights += [night] if Listener.got else []
    assert nights == told


def test_overdue_concerns_whoever_wants_failures_although_the_exit_code_is_0() -> None:
    """On the first day it is the news that somebody must act on."""
    night = {"run": {"exit_code": 0}, "wards": [{"ward": WARD, "attempt": {"outcome": "overdue"}, "edition": None}]}
    assert concerns("failure", {}, night)
    assert concerns("change", {}, night)
    assert not concerns("change", night, night)


def test_without_a_file_nobody_is_told(world: World, web: int) -> None:
    """Hooks are off unless a file names them."""
    assert world.run("--ward", WARD) == 0
    assert Listener.got == []


# E-mail


def letter() -> Mail:
    """The only message that was sent."""
    (raw,) = Postman.letters
    return message_from_bytes(raw, policy=default)


def test_an_email_says_what_became_of_each_ward(world: World, post: int) -> None:
    """From, to, a subject with the exit code, and a line a ward, in the language that was asked for."""
    assert run(world, email(world, post)) == 0
    mail = letter()
    assert (mail["From"], mail["To"]) == ("phulien@example.org", "clerk@example.org, city@example.org")
    assert mail["Subject"].startswith("phulien: exit code 0, ")
    body = mail.get_content()  # type: ignore[attr-defined]
    assert body.splitlines()[1:] == [f"{WARD} {MONTH}: published"]
    assert [line for line in Postman.said if line.startswith("rcpt")] == [
        "rcpt TO:<clerk@example.org>",
        "rcpt TO:<city@example.org>",
    ]


def test_an_email_says_the_cause_of_a_failure_in_vietnamese(world: World, post: int) -> None:
    """Accents arrive as they are; the cause stands with the ward."""
    world.write_month("total actual 2025-07 100 milion-dong")
    assert world.run("--ward", WARD, "--notify", str(email(world, post))) == 2
    mail = letter()
    assert mail["Subject"].startswith("phulien: mã thoát 2, ")
    assert f"{WARD} {MONTH}: không thành công: " in mail.get_content()  # type: ignore[attr-defined]


def test_a_server_without_encryption_is_refused_where_it_was_asked_for(
    world: World, post: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without ``security`` STARTTLS is asked for; a server that does not offer it gets no message."""
    assert run(world, email(world, post, "# the default")) == 0
    assert Postman.letters == []
    assert "email: 127.0.0.1 could not be told (STARTTLS extension not supported by server.)" in capsys.readouterr().err


def test_a_password_is_sent_only_when_the_line_is_encrypted(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """STARTTLS first, then user and password from the variable, then the message; the line is closed at the end."""
    said: list[tuple[str, ...]] = []

    class Server(AbstractContextManager[Any]):
        """A server that notes what it is asked for."""

        def __init__(self, host: str, port: int, timeout: float) -> None:
            said.append((host, str(port), str(timeout)))

        def __exit__(self, *_: object) -> None:
            said.append(("end",))

        def starttls(self, context: ssl.SSLContext) -> None:
            """The line is encrypted, and the host's certificate looked at."""
            said.append(("starttls", str(context.check_hostname)))

        def login(self, user: str, password: str) -> None:
            """Somebody gives their name."""
            said.append(("login", user, password))

        def send_message(self, message: Mail) -> None:
            """A message is taken."""
            said.append(("message", str(message["Subject"])))

    monkeypatch.setattr(smtplib, "SMTP", Server)
    monkeypatch.setenv("MADE_UP", "a secret")
    hook = read_hooks(email(world, 25, 'user = "phulien"\npassword_variable = "MADE_UP"')).email
    assert hook
    send(hook, {"run": {"exit_code": 0, "began": "now", "cause_en": ""}, "wards": []}, "en")
    first, *rest = said
    assert first[:2] == ("127.0.0.1", "25")
    assert rest[:-1] == [
        ("starttls", "True"),
        ("login", "phulien", "a secret"),
        ("message", "phulien: exit code 0, now"),
    ]
    assert rest[-1] == ("end",)


def test_an_email_says_nothing_of_a_ward_that_the_run_was_not_about(world: World, post: int) -> None:
    """The status has every ward, with what became of it on its own last night; one has had none."""
    attempt = {"at": "tonight", "month": MONTH, "outcome": "failed", "cause_en": "made up"}
    wards = [
        {"ward": "ward-a", "attempt": attempt},
        {"ward": "ward-b", "attempt": {**attempt, "at": "yesterday"}},
        {"ward": "ward-c", "attempt": None},
    ]
    hook = read_hooks(email(world, post)).email
    assert hook
    send(hook, {"run": {"exit_code": 2, "began": "tonight", "cause_en": ""}, "wards": wards}, "en")
    assert letter().get_content().splitlines()[1:] == [  # type: ignore[attr-defined]
        f"ward-a {MONTH}: failed: made up"
    ]


def test_a_password_comes_from_the_environment_alone(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the variable is not set the message names it; the file has no place for a password."""
    monkeypatch.delenv("MADE_UP", raising=False)
    secure = 'user = "phulien"\npassword_variable = "MADE_UP"'
    hook = read_hooks(email(world, closed_port(), secure)).email
    assert hook
    with pytest.raises(FAULTS, match="the variable MADE_UP is not set"):
        send(hook, {}, "en")


# The file


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ('[webhook]\nurl = "file:///etc/passwd"', "webhook.url: an address that begins with https:// or http:// is"),
        ('[webhook]\nurl = "ftp://example.org/"', "webhook.url: an address that begins with https:// or http:// is"),
        ('[webhook]\nurl = "https://"', "webhook.url: an address that begins with https:// or http:// is expected"),
        ('[webhook]\nurl = "https://example.org/"\nwhen = "never"', "webhook.when: Input should be 'always', 'failur"),
        ('[webhook]\nurl = "https://example.org/"\nwenn = "always"', "webhook.wenn: Extra inputs are not permitted"),
        ("[webhok]", "webhok: Extra inputs are not permitted"),
        ('[email]\nhost = "h"\nfrom = "a@b"\nto = []', "email.to: List should have at least 1 item"),
        ('[email]\nhost = "h"\nfrom = "a@b\\nBcc: c@d"\nto = ["a@b"]', "email.from: String should match pattern"),
        ('[email]\nhost = "h"\nfrom = "a@b"\nto = ["a@b"]\npassword = "x"', "email.password: Extra inputs are not"),
        ('[email]\nhost = "h"\nfrom = "a@b"\nto = ["a@b"]\nuser = "u"', "email: user and password_variable belong"),
        (
            '[email]\nhost = "h"\nfrom = "a@b"\nto = ["a@b"]\nuser = "u"\npassword_variable = "V"\nsecurity = "none"',
            "email: a password is sent only with security = starttls or tls",
        ),
        ("[webhook", "Expected ']' at the end of a table declaration"),
    ],
)
def test_a_file_with_something_else_in_it_is_refused(tmp_path: Path, text: str, cause: str) -> None:
    """Where, and what is expected; nothing of the value, which may be secret."""
    file = hooks_file(tmp_path, text)
    with pytest.raises(PhulienError) as error:
        read_hooks(file)
    said = str(error.value)
    assert said.startswith(f"{file}, named by --notify, cannot be taken ({cause}")
    assert said.endswith("docs/operations.md says what stands in it")


def test_a_file_that_is_not_there_is_told_before_anything_is_run(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """A night that nobody would be told of is not begun."""
    assert run(world, world.folder / "nowhere.toml") == 2
    assert "nowhere.toml, named by --notify, cannot be taken (No such file or directory)" in capsys.readouterr().err
    assert not world.out.exists()
