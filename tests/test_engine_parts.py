"""The parts that engines are made of: wires, channels, orders, the zygote and its forks."""

import asyncio
import os
import selectors
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty

import pytest
import zmq
from hypothesis import given
from hypothesis import strategies as st
from jupyter_client.session import Session
from tornado.ioloop import IOLoop

from phulien_analysis.engines import forks
from phulien_analysis.engines import zygote as zygotes
from phulien_analysis.engines.channels import Channel
from phulien_analysis.engines.forks import KILLED, Fork, NoForking, Zygote, fork
from phulien_analysis.engines.kernel import Stream
from phulien_analysis.engines.wire import Unpacker, Wire, pack
from phulien_analysis.engines.zygote import Order, moved

MESSAGES = st.lists(st.lists(st.binary(max_size=40), max_size=6), max_size=5)

ROOT = Path(__file__).parents[1]


@given(MESSAGES, st.data())
def test_messages_come_whole_however_they_are_cut(messages: list[list[bytes]], data: st.DataObject) -> None:
    """Any frames, fed in any pieces, give the same frames in the same order."""
    stream = b"".join(map(pack, messages))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    unpacker, found = Unpacker(), []
    for start, stop in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        unpacker.feed(stream[start:stop])
        found += list(unpacker.messages())
    assert found == messages


@pytest.fixture
def wires() -> Iterator[tuple[Wire, Wire]]:
    """Two ends of a wire."""
    ends = socket.socketpair()
    with ends[0], ends[1]:
        yield Wire(ends[0]), Wire(ends[1])


def test_a_wire_gives_what_was_sent_before_it_ended(wires: tuple[Wire, Wire]) -> None:
    """Nothing said is lost when the other end goes, and that it went is known."""
    ours, theirs = wires
    assert (ours.receive(), ours.ended) == ([], False)
    theirs.send_multipart([b"a", memoryview(b"bc")])
    theirs.close()
    assert (ours.receive(), ours.ended, theirs.closed) == ([[b"a", b"bc"]], True, True)
    assert ours.receive() == []
    ours.send_multipart([b"nobody is there"])


def test_who_prints_on_does_not_wait_for_one_who_listens_no_more(wires: tuple[Wire, Wire]) -> None:
    """More than the system keeps is sent to an end that is not read: it is dropped, and the sender goes on."""
    ours, theirs = wires
    ours.stop_receiving()
    for _ in range(100):
        theirs.send_multipart([b"x" * 100_000])  # 10 MB in all
    assert theirs.ended


def test_a_listener_is_not_kept_by_one_who_says_much(wires: tuple[Wire, Wire]) -> None:
    """What is received in one go is bounded; the rest comes the next time."""
    ours, theirs = wires
    theirs.socket.setblocking(False)
    sent = 0
    try:
        while True:
            theirs.socket.send(pack([b""]))
            sent += 1
    except BlockingIOError:
        pass
    found = 0
    while found < sent:
        found += len(ours.receive())
    assert found == sent


def test_a_channel_waits_as_long_as_it_is_told(wires: tuple[Wire, Wire]) -> None:
    """No message, or half of one, within 0.2 s is Empty, whether the other end is there or not; a whole one is not."""
    session = Session(key=b"")
    channel, theirs = Channel(wires[0], session), wires[1]

    async def waits() -> float:
        start = time.monotonic()
        with pytest.raises(Empty):
            await channel.get_msg(timeout=0.2)
        return time.monotonic() - start

    async def see() -> None:
        assert 0.2 <= await waits() < 1
        session.send(theirs, "made_up", {"a": 1})  # type: ignore[arg-type]
        assert (await channel.get_msg(timeout=1))["content"] == {"a": 1}
        theirs.socket.send(pack([b"half"])[:-2])
        assert 0.2 <= await waits() < 1
        theirs.close()
        assert 0.2 <= await waits() < 1
        assert channel.is_alive()
        channel.stop()
        assert not channel.is_alive()

    asyncio.run(see())


def test_a_kernel_stops_listening_to_an_end_that_has_gone(wires: tuple[Wire, Wire]) -> None:
    """What was said before is heard; then the loop is not woken for ever by an end that says no more."""
    ours, theirs = wires
    heard: list[bytes] = []

    async def listen() -> bool:
        loop = IOLoop.current()

        async def take(frames: list[zmq.Frame]) -> None:
            heard.extend(frame.bytes for frame in frames)

        Stream(ours, loop).on_recv(take)
        theirs.send_multipart([b"last", b"words"])
        theirs.close()
        await asyncio.sleep(0.1)
        return ours.fileno() in loop.handlers  # type: ignore[attr-defined] # tornado's own

    assert asyncio.run(listen()) is False
    assert heard == [b"last", b"words"]


@given(st.dictionaries(st.text(min_size=1), st.text()), st.lists(st.text()))
def test_an_order_is_what_was_ordered(environment: dict[str, str], arguments: list[str]) -> None:
    """Packed and unpacked it is the same, in one line, also where a variable is not text."""
    order = Order("made.up:entry", arguments, "/", {**environment, "bytes": "\udcff"})
    assert Order.unpack(order.pack()) == order
    assert order.pack().count(b"\n") == 1


def test_relative_places_of_the_search_path_move_with_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """PYTHONPATH is read in the folder where an interpreter starts: an empty part is that folder."""
    monkeypatch.setenv("PYTHONPATH", "lib:/made/up::../beside")
    path = ["/old/lib", "/made/up", "/old", "/beside", "/usr/lib", "/old/other"]
    assert moved(path, "/old", "/new/place") == [
        *("/new/place/lib", "/made/up", "/new/place", "/new/beside", "/usr/lib", "/old/other")
    ]
    monkeypatch.setenv("PYTHONPATH", "")
    assert moved(path, "/old", "/new") == path


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    """A zygote that has loaded what forks are to run."""
    one = Zygote(["tests.engine_entries"])
    yield one
    one.close()


def order(entry: str, *arguments: str, **environment: str) -> Order:
    """An order of one of the entries above."""
    return Order(f"tests.engine_entries:{entry}", list(arguments), "/", environment)


def test_a_fork_says_how_it_ended(zygote: Zygote) -> None:
    """None while it runs, then its code, which stays."""
    one = fork(zygote.address, order("sleep", "0.3", "7"), (1, 2))
    assert one.poll() is None
    assert (one.wait(), one.poll(), one.wait()) == (7, 7, 7)
    one.send_signal(signal.SIGTERM)  # to nobody


def test_a_fork_can_be_ended(zygote: Zygote) -> None:
    """By a signal, whose number is told; or at once, after which it is gone."""
    one = fork(zygote.address, order("sleep", "60", "0"), (1, 2))
    one.terminate()
    assert one.wait() == -signal.SIGTERM
    two = fork(zygote.address, order("sleep", "60", "0"), (1, 2))
    two.kill()
    assert two.poll() == KILLED
    assert gone(two.pid)


def gone(pid: int) -> bool:
    """Whether a process is gone within five seconds."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


def test_a_fork_has_what_was_ordered_and_nothing_else(zygote: Zygote) -> None:
    """Its folder, its variables (and the one that loading set), its files, a process group of its own."""
    reading, writing = os.pipe()
    assert fork(zygote.address, order("environ", "MADE_UP", MADE_UP="ü"), (1, 2, writing)).wait() == 0
    os.close(writing)
    said = os.read(reading, 1000).decode()
    os.close(reading)
    assert said.startswith("ü / True ['MADE_UP', 'MPLBACKEND'")


def test_an_order_that_is_not_one_ends_its_fork_and_no_other(zygote: Zygote) -> None:
    """The zygote goes on, whatever it is sent; what is not a whole order is dropped when its sender goes."""
    for data in (b"\n", b"{}\n", b"half", b""):
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(f"\0{zygote.address}")
            connection.sendall(data)
    for sent in (b"", b"an order that was never read"):
        ours, theirs = socket.socketpair()
        ours.sendall(sent)
        theirs.close()
        with ours, pytest.raises(RuntimeError, match="could not fork"):
            Fork(ours)
    assert fork(zygote.address, order("sleep", "0", "3"), (1, 2)).wait() == 3


def test_forks_end_with_their_zygote() -> None:
    """And who asks for one afterwards hears that it is gone."""
    one = Zygote(["tests.engine_entries"])
    address, child = one.address, fork(one.address, order("sleep", "60", "0"), (1, 2))
    assert one.fits(dict(os.environ))
    one.close()
    assert (child.wait(), gone(child.pid)) == (KILLED, True)
    assert not one.fits(dict(os.environ))
    with pytest.raises(RuntimeError, match="is gone"):
        fork(address, order("sleep", "0", "0"), (1, 2))


def test_the_folder_that_a_zygote_was_started_in_may_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Papermill starts the first notebook, and with it the zygote, in a folder that a run clears away at its end."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)
    one = Zygote(["tests.engine_entries"])
    assert fork(one.address, order("sleep", "0", "4"), (1, 2)).wait() == 4
    tmp_path.rmdir()
    assert fork(one.address, order("sleep", "0", "5"), (1, 2)).wait() == 5
    monkeypatch.undo()
    one.close()


# Waits that have an end


def test_a_zygote_that_loads_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A module that hangs when it is imported: kernels are started then, and the reason is told."""
    (tmp_path / "made_up_hanging.py").write_text("import time\ntime.sleep(600)")
    monkeypatch.setattr(forks, "LOADING", 0.5)
    zygote = Zygote(["made_up_hanging"], {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"})
    with pytest.raises(NoForking, match=r"^loading the modules took longer than 0 s$"):
        _ = zygote.address
    zygote.close()
    assert zygote._process.returncode == -signal.SIGKILL


def test_a_zygote_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that was halted does not see that nobody holds it any more: it is not waited for without end."""
    monkeypatch.setattr(forks, "LEAVE", 0.2)
    monkeypatch.setattr(forks, "ANSWER", 0.2)
    zygote = Zygote([], {**os.environ, "PYTHONPATH": str(ROOT)})
    address = zygote.address
    zygote._process.send_signal(signal.SIGSTOP)
    with pytest.raises(RuntimeError, match=r"is gone \(timed out\)$"):
        fork(address, Order("os:getpid", [], str(ROOT), {}), (1, 2))
    zygote.close()
    assert zygote._process.returncode == -signal.SIGKILL


def test_a_name_that_another_user_has_taken_is_not_trusted(zygote: Zygote, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever listens there would get the environment, with its secrets: nothing is sent."""
    monkeypatch.setattr(forks, "peer", lambda _connection: os.getuid() + 1)
    monkeypatch.setattr(socket, "send_fds", lambda *_: pytest.fail("an order was sent"))
    with pytest.raises(RuntimeError, match=r"is gone \(its name was taken by another user\)$"):
        fork(zygote.address, order("sleep", "0", "0"), (1, 2))


def test_a_zygote_that_the_environment_names_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker's kernels are forked from the zygote of the run, and none is made."""
    monkeypatch.setenv(forks.ADDRESS, "made-up")
    monkeypatch.setattr(forks, "Zygote", lambda _modules: pytest.fail("one was made"))
    assert forks.zygote_address(["pandas"]) == "made-up"


def test_a_fork_holds_nothing_of_another(zygote: Zygote) -> None:
    """Forked while another runs it has none of its handles: closing the other's lease ends the other at once."""
    one = fork(zygote.address, order("sleep", "60", "0"), (1, 2))
    reading, writing = os.pipe()
    assert fork(zygote.address, order("handles"), (1, 2, writing)).wait() == 0
    os.close(writing)
    said = os.read(reading, 10_000).decode()
    os.close(reading)
    one.kill()
    assert gone(one.pid)
    assert "pidfd" not in said
    assert "eventpoll" not in said


def test_a_folder_that_is_searched_on_purpose_stays_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With PYTHONSAFEPATH no folder is put in front of the search path, so none must be taken from it."""
    (tmp_path / "made_up_entry.py").write_text("def run(arguments, _files):\n    return lambda: print(*arguments)\n")
    monkeypatch.chdir(tmp_path.parent)
    reading, writing = os.pipe()
    one = Zygote([], {**os.environ, "PYTHONSAFEPATH": "1", "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"})
    environment = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    assert fork(one.address, Order("made_up_entry:run", ["found"], "/", environment), (writing, 2)).wait() == 0
    one.close()
    os.close(writing)
    assert os.read(reading, 100) == b"found\n"
    os.close(reading)


# A zygote that cannot do what it is asked to


@pytest.fixture
def serving() -> Iterator[tuple[zygotes.Zygote, socket.socket]]:
    """The server of a zygote, in this process, and a connection to it that it has not accepted yet."""
    with socket.socket(socket.AF_UNIX) as listener, socket.socket(socket.AF_UNIX) as asking:
        listener.bind("")  # a free abstract name
        listener.listen()
        asking.settimeout(5)
        asking.connect(listener.getsockname())
        yield zygotes.Zygote(listener), asking


def event(of: zygotes.Zygote) -> selectors.SelectorKey:
    """That something came over the only connection."""
    (lease,) = of._leases
    return selectors.SelectorKey(lease.connection, lease.connection.fileno(), selectors.EVENT_READ, lease)


def test_another_user_gets_no_fork(
    serving: tuple[zygotes.Zygote, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who connects as somebody else is hung up on before anything is read."""
    server, asking = serving
    monkeypatch.setattr(zygotes, "peer", lambda _connection: os.getuid() + 1)
    server._accept()
    assert asking.recv(1) == b""
    assert server._leases == set()


def test_with_too_many_processes_whoever_asked_hears_of_it(
    serving: tuple[zygotes.Zygote, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection is closed, which a fork's owner takes for “could not fork”; the zygote itself goes on."""

    def refused() -> int:
        raise BlockingIOError("too many processes")

    server, asking = serving
    monkeypatch.setattr(os, "fork", refused)
    server._accept()
    came = event(server)
    asking.sendall(order("sleep", "0", "0").pack())
    assert server._attend(came) is None
    assert asking.recv(1) == b""
    assert server._leases == set()
    assert server._attend(came) is None  # what else was waiting of the same connection is passed over


def test_an_order_without_end_is_cut_off(
    serving: tuple[zygotes.Zygote, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    """More bytes than an order may have, and no end of it yet: it is not kept in memory any longer."""
    monkeypatch.setattr(zygotes, "ORDER_LIMIT", 10)
    server, asking = serving
    server._accept()
    asking.sendall(b"x" * 10)
    assert server._attend(event(server)) is None
    assert len(server._leases) == 1
    asking.sendall(b"x")
    assert server._attend(event(server)) is None
    assert asking.recv(1) == b""
    assert server._leases == set()
