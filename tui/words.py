"""What roles and states are called on a screen."""

from __future__ import annotations

from parser import Role
from tui.language import N_, _

ROLES = {
    Role.PROBLEM: N_("problem"),
    Role.CAUSE: N_("cause"),
    Role.MEASURE: N_("measure"),
}
STATUSES = {
    "open": N_("not started"),
    "doing": N_("under way"),
    "done": N_("to be accepted"),
    "closed": N_("closed"),
    "mostly": N_("mostly done"),
    "ongoing": N_("long-term"),
}


def role_name(role: Role | None) -> str:
    """问题, 原因, 措施; nothing for no role."""
    return _(ROLES[role]) if role is not None else ""


def status_name(status: str) -> str:
    """未启动, 整改中, 待验收, 已销号, 基本完成, 长期坚持."""
    return _(STATUSES[status])
