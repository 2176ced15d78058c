"""Which version of the program this is."""

from __future__ import annotations

from pathlib import Path


def version() -> str:
    """The installed version; in a checkout that was not installed, the one it would be."""
    from importlib import metadata

    try:
        return metadata.version("gangmu")
    except metadata.PackageNotFoundError:
        import tomllib

        declared = Path(__file__).parent.parent / "pyproject.toml"
        return str(tomllib.loads(declared.read_text("utf-8"))["project"]["version"])
