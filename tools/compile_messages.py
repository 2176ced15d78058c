"""Build step: compile the message catalogues (.po) into what gettext reads (.mo)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent.parent


def compile_all() -> None:
    """Write one .mo beside every .po below tui/locale."""
    for po in (ROOT / "tui" / "locale").rglob("*.po"):
        with po.open("rb") as source:
            catalogue = read_po(source)
        with po.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalogue)


class CompileMessages(BuildHookInterface):  # type: ignore[type-arg]
    """Compile the catalogues before a wheel or an editable install is built."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Run before the files are collected."""
        compile_all()


if __name__ == "__main__":
    compile_all()
