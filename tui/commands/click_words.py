"""Click's own sentences that a person may meet, named here so that they get into the catalogue.

Click looks them up with gettext; ``language.choose`` points gettext at our catalogue. A test holds
this list to what Click says.
"""

from __future__ import annotations

from tui.language import N_


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a sentence that depends on a count."""
    return one, many


SENTENCES = (
    N_("Choose from:\n\t{choices}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Invalid value: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Missing {param_type}"),
    N_("Missing parameter: {param_name}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Show this message and exit."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
)

PLURALS = (
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)
