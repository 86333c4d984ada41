# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The graph of a program, as its interpretation makes it, and the names of the places in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Definition:
    """One assignment: the `serial`-th to `name`, at top level or in the call `call` of a function."""

    name: str
    call: tuple[str, int] | None
    serial: int


@dataclass(eq=False)
class Node:
    """One occurrence of an operation.

    `values` has two rows: with noise, and with every source at its nominal value. Both are NaN where a gradient
    takes part, whose value only the frameworks know. Operands are nodes or Python numbers.
    """

    number: int
    kind: str  # input, parameter, infix, compare, negative, call, noise, gradient, custom, stopped
    name: str
    operands: tuple[Operand, ...]
    values: np.ndarray
    is_noisy: bool
    # Of a call: the keyword of each operand, or None where it stands at its place.
    keywords: tuple[str | None, ...] = ()
    # Of a noise source: its standard draws, and what replaces its nominal value.
    draws: np.ndarray | None = None
    nominal: Operand | None = None
    # Of a custom gradient: the rule's expression over placeholders.
    rule: Rule | None = None
    # Where the node stands: the assignment, and its label where it is an unnamed operation in it.
    definition: Definition | None = None
    label: str | None = None
    ordinal: int = 1
    position: int = 0
    is_gateable: bool = True


@dataclass(frozen=True)
class Rule:
    """The rule of a custom gradient: `text` with `{0}`, `{1}`, … for the nodes that it reads."""

    argument: str
    text: str
    reads: tuple[Operand, ...]


Operand = Node | int | float | bool


@dataclass
class ProgramGraph:
    """All nodes in the order of execution, and how often each name was assigned."""

    nodes: list[Node] = field(default_factory=list)
    assignments: Counter = field(default_factory=Counter)
    calls: Counter = field(default_factory=Counter)
    output: Node | None = None

    def copy(self) -> ProgramGraph:
        """The nodes themselves are shared: what comes later never changes them, but for their names."""
        return ProgramGraph(
            list(self.nodes), Counter(self.assignments), Counter(self.calls), self.output
        )

    def define(self, name: str, call: tuple[str, int] | None) -> Definition:
        self.assignments[name, call] += 1
        return Definition(name, call, self.assignments[name, call])

    def name_of(self, definition: Definition) -> str:
        """`v`, `v#2`, `layer#1.h`, …: numbers stand only where there are several."""
        prefix = ""
        if definition.call:
            function, serial = definition.call
            prefix = f"{function}#{serial}." if self.calls[function] > 1 else f"{function}."
        several = self.assignments[definition.name, definition.call] > 1
        return prefix + definition.name + (f"#{definition.serial}" if several else "")

    def is_last_of_several(self, definition: Definition) -> bool:
        count = self.assignments[definition.name, definition.call]
        return definition.serial == count > 1

    def place_of(self, node: Node) -> str | None:
        """The name of the node's place; None where it has none that the language's description settles."""
        if node.definition is None:
            return None
        name = self.name_of(node.definition)
        if node.label is None:
            return name
        return f"{name}.{node.label}" + (f"#{node.ordinal}" if node.ordinal > 1 else "")

    def inputs(self) -> list[Node]:
        return [node for node in self.nodes if node.kind == "input"]

    def sources(self) -> list[Node]:
        return [node for node in self.nodes if node.kind == "noise"]

    def source_names(self) -> dict[Node, str]:
        """A source has the name it is assigned to; the others are noise#1, noise#2, … in order."""
        names = {}
        unnamed = 0
        for node in self.sources():
            if node.definition is not None and node.label is None:
                names[node] = self.name_of(node.definition)
            else:
                unnamed += 1
                names[node] = f"noise#{unnamed}"
        return names
