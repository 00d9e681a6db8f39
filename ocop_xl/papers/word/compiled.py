"""Templates compiled in an earlier run: compiling takes most of the time in which one paper is made.

What is kept is Python byte code, so it is read only from a folder that belongs to this user and that nobody else may
write to; whoever could put something there could as well change the user's own `__pycache__`. Code counts only for the
very same text of the template's part, and the same sandbox, Jinja and Python. Without such a folder everything works,
a little slower.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

from jinja2 import Environment, Template, compiler
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from ocop_xl.errors import TemplateError

KEPT = 60
"""Templates; an office has some twenty, and each edit in Word makes one more."""
MAX_TAGS = 20_000
"""Tags of one part: compiling takes 0,1 ms each, and the house's longest template has under 100."""
_PATTERN = "mau-%s.jinja"


def compiled(environment: Environment, xml: str) -> Template:
    """The template of this part of a Word file; raises `TemplateError`, or Jinja's error for a tag it cannot read."""
    folder = cache_folder()
    bucket = _bucket(environment, xml, folder) if folder else None
    if bucket is not None and bucket.code is not None:
        return Template.from_code(environment, bucket.code, environment.make_globals(None))
    from ocop_xl.papers.word.wordxml import jinja_source

    source = jinja_source(xml)
    if len(source.places) > MAX_TAGS:
        raise TemplateError(f"Mẫu có {len(source.places)} thẻ, quá nhiều. Hãy dùng lệnh for cho những phần lặp lại.")
    code = environment.compile(source.text)
    if bucket is not None and folder is not None:
        bucket.code = code
        try:
            FileSystemBytecodeCache(str(folder), _PATTERN).dump_bytecode(bucket)
            _forget_old(folder)
        except OSError:  # a full disk costs speed, not the paper
            pass
    return Template.from_code(environment, code, environment.make_globals(None))


def _bucket(environment: Environment, xml: str, folder: Path) -> Bucket:
    """With the code of an earlier run, or none; a damaged file counts as none."""
    digest = hashlib.sha256(xml.encode("utf-8", "surrogatepass")).hexdigest()
    bucket = Bucket(environment, digest[:32], f"{digest} {_compiler_mark()}")
    try:
        FileSystemBytecodeCache(str(folder), _PATTERN).load_bytecode(bucket)
    except Exception:  # whatever a damaged file makes of pickle and marshal
        bucket.reset()
    return bucket


@cache
def _compiler_mark() -> str:
    """Changes with what mends the tags, with the sandbox, whose guards are woven into the code, and with Jinja."""
    ours = hashlib.sha256(b"".join(one.read_bytes() for one in sorted(Path(__file__).parent.glob("*.py")))).hexdigest()
    theirs = Path(compiler.__file__).stat()
    return f"{ours} {theirs.st_mtime_ns} {theirs.st_size}"


@cache
def cache_folder() -> Path | None:
    """`ocop_xl/mau` among the user's own caches, made if need be; None where it would not be private."""
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    folder = Path(base) / "ocop_xl" / "mau"
    try:
        if not folder.is_absolute():
            return None
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder if _private(folder) else None
    except (OSError, RuntimeError):  # no home, no room, no right to write
        return None


def _private(folder: Path) -> bool:
    """A real folder of this user, closed to all others; on Windows the profile's own rights see to that."""
    facts = folder.lstat()
    if folder.is_symlink():
        return False
    return sys.platform == "win32" or (facts.st_uid == os.geteuid() and facts.st_mode & 0o077 == 0)


def _forget_old(folder: Path) -> None:
    kept = sorted(folder.glob(_PATTERN % "*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[KEPT:]:
        path.unlink(missing_ok=True)
