"""A real Chromium opens pages by double click: `file://`, no server, no network."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

from tests.conftest import need

_ASK = (
    '<script src="{axe}"></script><script>axe.run({{preload:false}}).then(function(r){{var p=document.createElement("pre");'
    'p.id="axe";p.textContent=JSON.stringify(r.violations.map(function(v){{return [v.impact,v.id]}}));'
    "document.body.appendChild(p)}})</script>"
)


def chromium(page: str, profile: Path, *options: str) -> subprocess.CompletedProcess[str]:
    program = need("chromium", "pages are looked at in a browser")
    command = [
        program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
        f"--user-data-dir={profile}", "--enable-logging=stderr", *options, page,
    ]  # fmt: skip
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)


def dom(page: str, profile: Path, *options: str) -> str:
    """What the page has become when its scripts are done; they complain of nothing."""
    ended = chromium(page, profile, "--dump-dom", *options)
    assert "CONSOLE" not in ended.stderr, ended.stderr
    return ended.stdout


def barriers(page: Path, profile: Path, up: str = "") -> list[list[str]]:
    """What axe finds serious or critical in a page of a folder that may be written into; `up` leads to the folder in
    which axe is put."""
    axe = Path(need("ooxml-validator", "axe-core stands beside it")).parent.parent / "axe-core/axe.min.js"
    shutil.copy(axe, page.parent / up / "axe.js")
    page.write_text(page.read_text("utf-8").replace("</body>", f"{_ASK.format(axe=f'{up}axe.js')}</body>"), "utf-8")
    told = dom(page.as_uri(), profile, "--virtual-time-budget=20000")
    found = json.loads(re.search(r'<pre id="axe">(.*?)</pre>', told)[1])  # type: ignore[index]
    return [one for one in found if one[0] in ("serious", "critical")]


def without_scripts(page: Path) -> None:
    """The page itself forbids its scripts: headless, a browser whose scripts are switched off tells nothing."""
    forbid = """<head><meta http-equiv="Content-Security-Policy" content="script-src 'none'">"""
    page.write_text(page.read_text("utf-8").replace("<head>", forbid), "utf-8")


def asked_of_the_network(page: str, profile: Path, log: Path) -> set[str]:
    """Every address that the browser has asked for while it showed the page."""
    quiet = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
    dom(page, profile, f"--log-net-log={log}", *quiet)
    return set(re.findall(r'"url":"(https?://[^"]+)"', log.read_text("utf-8", "replace")))
