"""Where the user's own data lies."""

import platformdirs
import pytest

from checklist.state_path import data_folder


@pytest.mark.parametrize("named", [None, "", " ", "/tmp/x", "~/data"])
def test_it_is_where_platformdirs_has_it(monkeypatch, named):
    if named is None:
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_DATA_HOME", named)
    assert data_folder() == platformdirs.user_data_path("gangmu", appauthor=False)
