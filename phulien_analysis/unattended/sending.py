"""The status sent to whom a file of hooks names: posted to an address, or written as a message."""

from __future__ import annotations

import json
import os
import smtplib
import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from http.client import HTTPException
from typing import Any
from urllib import request

from phulien_analysis import __version__
from phulien_analysis.messages import Lang, Message
from phulien_analysis.unattended.hooks import Email, Hooks, Webhook, concerns
from phulien_analysis.unattended.logs import RunLog

FAULTS = (OSError, smtplib.SMTPException, HTTPException, ValueError)
"""What can go wrong on the way."""


@dataclass(frozen=True)
class Messenger:
    """Tells whom the hooks name; what fails on the way is told, and changes nothing else."""

    hooks: Hooks
    lang: Lang
    log: RunLog
    told: Callable[[Message], None]

    def tell(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Send the status after a run to whom it concerns; ``before`` is that of the run before."""
        webhook, email = self.hooks.webhook, self.hooks.email
        if webhook and concerns(webhook.when, before, after):
            self._sent("webhook", webhook.host, lambda: post(webhook, after))
        if email and concerns(email.when, before, after):
            self._sent("email", email.host, lambda: send(email, after, self.lang))

    def _sent(self, name: str, host: str, sending: Callable[[], None]) -> None:
        try:
            sending()
        except FAULTS as error:
            values = {"hook": name, "host": host, "cause": str(error)}
            what = Message("{hook}: {host} could not be told ({cause}); the run itself stands", values)
            self.log.tell("notify", level="warning", hook=name, host=host, cause=what.say("en"))
            self.told(what)
        else:
            self.log.tell("notify", hook=name, host=host)


def post(hook: Webhook, status: Mapping[str, Any]) -> None:
    """Post the status to an address, which is the only one that is asked: it is not followed to another.

    Raises:
        OSError: it could not be reached, or did not answer with a success.
    """
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPErrorProcessor(),
        request.HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": f"phulien/{__version__}"}
    body = json.dumps(status, ensure_ascii=False).encode()
    with opener.open(request.Request(hook.url, body, headers), timeout=hook.timeout):  # noqa: S310 - http, https only
        pass


def send(hook: Email, status: Mapping[str, Any], lang: Lang) -> None:
    """Send a message with what became of each ward.

    Raises:
        OSError, smtplib.SMTPException, ValueError: it could not be sent, or the variable with the password is not set.
    """
    password = os.environ.get(hook.password_variable, "") if hook.password_variable else ""
    if hook.password_variable and not password:
        msg = f"the variable {hook.password_variable} is not set"
        raise ValueError(msg)
    secure = ssl.create_default_context()
    kind = smtplib.SMTP_SSL if hook.security == "tls" else smtplib.SMTP
    options: dict[str, Any] = {"context": secure} if hook.security == "tls" else {}
    with kind(hook.host, hook.port, timeout=hook.timeout, **options) as server:
        if hook.security == "starttls":
            server.starttls(context=secure)
        if hook.user:
            server.login(hook.user, password)
        server.send_message(_message(hook, status, lang))


def _message(hook: Email, status: Mapping[str, Any], lang: Lang) -> EmailMessage:
    lines = list(_lines(status, lang))
    message = EmailMessage()
    message["Subject"] = f"phulien: {lines[0]}"
    message["From"], message["To"] = hook.sender, ", ".join(hook.to)
    message.set_content("\n".join(lines) + "\n")
    return message


def _lines(status: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    """The run in a line, then each ward that it was about, then the cause of each failure."""
    run = status["run"]
    text = Message("exit code {code}, {time}", {"code": run["exit_code"], "time": run["began"]})
    yield text.say(lang)
    if run[f"cause_{lang}"]:
        yield run[f"cause_{lang}"]
    for ward in status["wards"]:
        attempt = ward["attempt"]
        if attempt and attempt["at"] == run["began"]:
            cause = f": {attempt[f'cause_{lang}']}" if attempt[f"cause_{lang}"] else ""
            yield f"{ward['ward']} {attempt['month']}: {say_outcome(attempt['outcome'], lang)}{cause}"


def say_outcome(outcome: str, lang: Lang) -> str:
    """An outcome in words."""
    return {
        "published": Message("published"),
        "staged": Message("staged"),
        "unchanged": Message("unchanged"),
        "not_due": Message("not due yet"),
        "overdue": Message("overdue"),
        "failed": Message("failed"),
        "interrupted": Message("interrupted"),
    }[outcome].say(lang)
