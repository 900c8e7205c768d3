"""The README shows what the commands really print."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]


def test_the_answers_of_the_readme(run: Run, repository: Path) -> None:
    text = (repository / "README.md").read_text("utf-8")
    blocks = re.findall(r"^```console\n\$ astropact (.*?)\n(.*?)^```$", text, re.M | re.S)
    assert len(blocks) == 3
    for command, shown in blocks:
        done = run(*shlex.split(command))
        assert done.returncode == 0, done.stderr
        lines = [line.strip() for line in done.stdout.splitlines()]
        for line in shown.splitlines():
            assert any(printed.startswith(line.strip()) for printed in lines), line
