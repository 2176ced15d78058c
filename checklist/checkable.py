"""Which nodes are on the checklist, and what role each has after corrections."""

from __future__ import annotations

from collections.abc import Mapping

from parser import Document, Node, Role


def checkable(
    document: Document, roles: Mapping[int, Role | None] | None = None
) -> tuple[Node, ...]:
    """The nodes on the checklist as long as nobody says otherwise.

    These are the measures without anything below them; in a document without measures, all nodes
    without anything below them. ``roles`` are corrections by node index, see ``corrected``.
    """
    roles = roles or {}
    leaves = [node for node in document.nodes if not node.children]
    measures = [n for n in leaves if roles.get(n.index, n.role) is Role.MEASURE]
    return tuple(measures or leaves)


def corrected(document: Document, said: Mapping[int, Role | None]) -> dict[int, Role | None]:
    """Roles by node index where they differ from the document's, after what people ``said``.

    A correction is inherited downwards like a role of the document, until a node begins a role of
    its own.
    """
    roles: dict[int, Role | None] = {}
    for index, role in said.items():
        roles[index] = role
        todo = [document.nodes[index]]
        while todo:
            parent = todo.pop()
            for child in parent.children:
                if child.index not in said and child.role == parent.role:
                    roles[child.index] = role
                    todo.append(child)
    return roles
