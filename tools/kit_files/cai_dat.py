"""Install ocop_xl from this folder: no network, no administrator rights. CAI-DAT.cmd runs it with the Python it found.

Any Python 3 must be able to say why it will not do, so there is nothing new in the syntax; the words are ASCII, which
every console shows. On Windows the package goes into that Python, elsewhere into a folder of its own, `~/ocop`.
"""

import hashlib
import os
import struct
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = Path.home() / "ocop"
SUMS = "SHA256SUMS.txt"
OLDEST, NEWEST = (3, 11), (3, 14)
WINDOWS = sys.platform == "win32"
DONE, NOT_DONE = 0, 2


def main(arguments: list) -> int:
    """`--xem-python`: only whether this Python will do. `--libreoffice`: buttons in LibreOffice instead of Excel."""
    problem = unfit()
    if "--xem-python" in arguments:
        return NOT_DONE if problem else DONE
    problem = problem or damaged() or not_installed()
    if problem:
        print(f"\nCHUA CAI DUOC: {problem}")
        return NOT_DONE
    office = [name for name in arguments if name == "--libreoffice"]
    if WINDOWS or office:
        run(program(), "-m", "ocop_xl", "install", *office)
    print("\nKham may:", flush=True)
    run(program(), "-m", "ocop_xl", "doctor")
    print("\nDA CAI XONG. Huong dan: bam dup tep huong-dan.html trong thu muc nay.")
    if not WINDOWS:
        print(f"Chay bang: {HOME / 'bin' / 'ocop-xl'}")
    return DONE


def unfit() -> str:
    """Why this Python will not do; "" if it will."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return f"can Python 3.{OLDEST[1]} den 3.{NEWEST[1]}, day la Python {sys.version.split()[0]}."
    if WINDOWS and struct.calcsize("P") != 8:
        return "can Python ban 64 bit, day la ban 32 bit. Hay cai ban 64 bit tu python.org."
    if WINDOWS and "windowsapps" in sys.executable.lower():
        return "day la Python cua Microsoft Store, Excel khong thay duoc. Hay cai Python tu python.org."
    return ""


def damaged() -> str:
    """Which file did not come whole; "" if all did."""
    for line in (HERE / SUMS).read_text(encoding="ascii").splitlines():
        wanted, name = line.split("  ", 1)
        if not (HERE / name).is_file():
            return f"thieu tep {name}. Hay chep lai ca thu muc."
        if hashlib.sha256((HERE / name).read_bytes()).hexdigest() != wanted:
            return f"tep {name} bi hong khi chep. Hay chep lai ca thu muc."
    return ""


def not_installed() -> str:
    """Why the packages could not be installed; "" if they are."""
    print("Dang cai, khong can mang...", flush=True)
    if not WINDOWS and run(sys.executable, "-m", "venv", HOME):
        return f"khong lap duoc thu muc {HOME} (Debian, Ubuntu: can goi python3-venv)."
    if run(program(), "-m", "pip", "--version", quiet=True) and run(program(), "-m", "ensurepip", "--user"):
        return "Python nay khong co pip. Hay cai lai Python tu python.org."
    wanted = "ocop-xl[excel]" if WINDOWS else "ocop-xl"
    only_from_here = ("--isolated", "--disable-pip-version-check", "--no-index", "--find-links", HERE / "wheels")
    if run(program(), "-m", "pip", "install", *only_from_here, "--upgrade", wanted):
        return "pip bao loi o tren. Hay chup man hinh gui nguoi ho tro."
    return ""


def program() -> Path:
    """The Python that has, or will have, the package."""
    return Path(sys.executable) if WINDOWS else HOME / "bin" / "python"


def run(*command: object, quiet: bool = False) -> int:
    """The exit status. pip heeds no settings of this computer, which may name an index that cannot be reached."""
    out = subprocess.DEVNULL if quiet else None
    environment = dict(os.environ, PIP_CONFIG_FILE=os.devnull)
    return subprocess.call([str(word) for word in command], env=environment, stdout=out, stderr=out)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
