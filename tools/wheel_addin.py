"""Hatch's build hook: what `make build` has put into dist for Excel and LibreOffice goes along in sdist and wheel.

A fixed `force-include` would make every install from a bare clone fail, where nothing has been built yet.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = ("OCOP.xlam", "ocop.oxt")


class AddinHook(BuildHookInterface):  # type: ignore[type-arg]
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """`version` is "editable" for a clone, which finds them in dist by itself."""
        if version == "editable":
            return
        inside = "ocop_xl/addin" if self.target_name == "wheel" else "dist"
        for name in BUILT:
            file = Path(self.root) / "dist" / name
            if file.is_file():
                build_data["force_include"][str(file)] = f"{inside}/{name}"
