"""One root of refusals: a door catches it, and it crosses processes with its sentence whole."""

import inspect
import pickle

import pytest

from ocop_xl import errors
from ocop_xl.errors import Refusal, WorkbookError

CLASSES = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Exception)]


def made(kind: type[Exception]) -> Exception:
    return kind("so.xlsx", "lý do") if issubclass(kind, WorkbookError) else kind("Không làm được; hãy thử lại.")


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_a_refusal_is_the_same_in_another_process(kind: type[Exception]) -> None:
    error = made(kind)

    again = pickle.loads(pickle.dumps(error))  # noqa: S301 – ours

    assert (type(again), str(again), vars(again)) == (kind, str(error), vars(error))


def test_the_tree_is_drawn_whole_and_has_one_root() -> None:
    assert errors.__doc__
    for kind in CLASSES:
        assert issubclass(kind, Refusal)
        assert kind.__name__ in errors.__doc__, "the drawing in the docstring lacks this class"
