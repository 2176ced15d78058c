"""The app does without what it never uses."""

import subprocess
import sys

import pytest

from tui.commands.table import plain
from tui.start.lean import UNUSED


def test_the_app_loads_neither_openssl_nor_compression_nor_click_and_can_do_so_later():
    source = f"""
import importlib, sys
from tui.commands import opening, run

def without_a_screen(name, package=None):
    module = imported(name, package)
    if name == "tui.app":
        module.run = tell
    return module

def tell(*_, **__):
    print([name for name in ("click", *{UNUSED!r}) if name in sys.modules])

opening.with_keyboard = lambda: None
imported, importlib.import_module = importlib.import_module, without_a_screen
assert run([]) == 0
import ssl, bz2, hashlib
print(ssl.OPENSSL_VERSION, bz2.compress(b"")[:2], hashlib.sha256(b"").hexdigest()[:4])
"""
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True
    )
    loaded, later = done.stdout.splitlines()
    assert loaded == "[]"
    assert later.startswith("OpenSSL")
    assert later.endswith("b'BZ' e3b0")


@pytest.mark.parametrize(
    ("arguments", "simple"),
    [
        ([], True),
        (["报告.txt"], True),
        (["-"], False),
        ([""], False),
        (["--help"], False),
        (["list"], False),
        (["报告.txt", "--lang=en"], False),
        (["甲.txt", "乙.txt"], False),
    ],
)
def test_only_a_plain_opening_does_without_click(arguments, simple):
    assert plain(arguments) is simple
