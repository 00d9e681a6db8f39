"""ocop_xl: sổ OCOP của xã – one workbook that checks itself, counts its targets and writes its papers.

    import ocop_xl

    book = ocop_xl.read("OCOP_VinhPhong.xlsx")
    for finding in ocop_xl.check(book):
        print(finding)

`__all__` is what a program may rely on; docs/python.md shows each name at work. Each is loaded when it is first asked
for, so that importing the package costs next to nothing.
"""

__version__ = "0.2.0"

__all__ = [
    "Book",
    "Change",
    "Finding",
    "Refusal",
    "agenda",
    "check",
    "consolidate",
    "diff",
    "frames",
    "make_catalogue",
    "make_papers",
    "merge",
    "new",
    "next_steps",
    "read",
    "receive",
    "score",
    "share",
    "take_step",
    "targets",
    "verify",
]

TYPE_CHECKING = False  # as `typing` has it, whose import costs as much as all of Python's start
if TYPE_CHECKING:
    from ocop_xl.api import (
        Book,
        Change,
        Finding,
        Refusal,
        agenda,
        check,
        consolidate,
        diff,
        frames,
        make_catalogue,
        make_papers,
        merge,
        new,
        next_steps,
        read,
        receive,
        score,
        share,
        take_step,
        targets,
        verify,
    )


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ocop_xl import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
