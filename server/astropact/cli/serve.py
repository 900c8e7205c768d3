"""``astropact serve``."""

from __future__ import annotations

import errno
import logging
import socket
import sys
from typing import TYPE_CHECKING

import click

from astropact.cli.options import store_options
from astropact.config import number, text
from astropact.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.option("--host", default=lambda: text("host"), show_default="127.0.0.1", metavar="H")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=lambda: number("port"),
    show_default="8041",
    metavar="P",
    help="0 takes any free port.",
)
@store_options
def serve(host: str, port: int, directory: Path | None, memory: bool) -> None:
    """Serve the record over HTTP: SPARQL, pages and linked data.

    The first start makes a store in the user's data directory and loads the shipped record; later
    starts load only what changed. The server listens on this machine only, unless --host says
    otherwise.

    \b
    astropact serve
    astropact serve --memory --port 0
    curl http://127.0.0.1:8041/sparql --data-urlencode 'query=ASK { ?s ?p ?o }'
    """
    from waitress.server import create_server

    from astropact.cli.workspace import open_workspace
    from astropact.web.app import create_app

    listener = _listen(host, port)
    try:
        workspace = open_workspace(directory, memory=memory)
    except BaseException:
        listener.close()
        raise
    # That all threads are busy for a moment is no news.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    app = create_app(workspace.store, workspace.manifest, version=workspace.version)
    server = create_server(
        app,
        sockets=[listener],
        threads=number("threads"),
        ident=None,
        channel_timeout=60,
        # The largest request body that is read; queries have a lower limit of their own.
        max_request_body_size=number("max_file_bytes"),
        clear_untrusted_proxy_headers=True,
    )
    try:
        _announce(listener)
        server.run()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.close()
        workspace.store.close()


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket, taken before the store is opened so that a busy port is told at once."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a host name or address"
        raise InputError(
            f"cannot listen on {host!r}: {reason}",
            hint="Give --host an address of this machine, for example 127.0.0.1.",
            path="--host",
        ) from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        listener.close()
        foreign = error.errno == errno.EADDRNOTAVAIL
        raise InputError(
            f"cannot listen on {host} port {port}: {error.strerror}",
            hint="Give --host an address of this machine, for example 127.0.0.1."
            if foreign
            else "Another server may be running; choose another with --port (0: any free one).",
            path="--host" if foreign else "--port",
        ) from error
    return listener


def _announce(listener: socket.socket) -> None:
    host, port = listener.getsockname()[:2]
    # "Every address" is none that a browser could open.
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"Astropact is ready on http://{shown}:{port}/")
    click.echo(f"SPARQL endpoint: http://{shown}:{port}/sparql  (stop with Ctrl+C)")
    sys.stdout.flush()
