# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes gates into the text: each operation becomes a statement of its own, and the uses of a gated place go through
stop_gradient or surrogate, as the language's description defines them."""

from __future__ import annotations

import math
import random
import re
from dataclasses import dataclass

from operation_table import DISTRIBUTIONS
from program_graph import Node, Operand, ProgramGraph

STOP, CLEAN = "stop", "clean"


@dataclass(frozen=True)
class Gate:
    """What a gate is called, and what it means: nodes, or one use (a user and its operand)."""

    text: str
    form: str
    kind: str
    nodes: tuple[Node, ...] = ()
    use: tuple[Node, int] | None = None

    @property
    def sources(self) -> set[Node]:
        return set(self.nodes) if self.use is None else {self.use[0].operands[self.use[1]]}


def random_gates(graph: ProgramGraph, count: int, generator: random.Random) -> list[Gate]:
    """Up to `count` gates on different places."""
    candidates = _candidates(graph)
    gates: list[Gate] = []
    taken: set[Node] = set()
    while candidates and len(gates) < count:
        form = generator.choice(sorted({form for form, _, _, _ in candidates}))
        chosen = generator.choice([row for row in candidates if row[0] == form])
        candidates.remove(chosen)
        _, place, nodes, use = chosen
        kind = generator.choice((STOP, CLEAN))
        if use is not None and generator.random() < 0.3:
            place = place.replace("->", ":")
        gate = Gate(f"{place}={kind}", form, kind, nodes, use)
        if not taken & gate.sources:
            taken |= gate.sources
            gates.append(gate)
    return gates


def _candidates(graph: ProgramGraph) -> list[tuple]:
    """Form, place, nodes and use of each gate that could be set."""
    rows = []
    families: dict[str, list[Node]] = {}
    for node in graph.nodes:
        place = graph.place_of(node)
        if place is None or not node.is_gateable:
            continue
        rows.append((_form_of(graph, node), place, (node,), None))
        if node.label is None and graph.is_last_of_several(node.definition):
            rows.append(("last", place[: place.rindex("#")], (node,), None))
        if "#" in place and node.label is None:
            families.setdefault(re.sub(r"#\d+", "#*", place), []).append(node)
        rows += _edges_into(graph, node, place)
    rows += [("family", name, tuple(nodes), None) for name, nodes in families.items()]
    return rows


def _form_of(graph: ProgramGraph, node: Node) -> str:
    if node.label is not None:
        return "unnamed"
    if node is graph.output:
        return "output"
    if node.definition.call:
        return "local"
    if graph.assignments[node.definition.name, None] > 1:
        return "reassigned"
    return "noise source" if node.kind == "noise" else "named"


def _edges_into(graph: ProgramGraph, user: Node, place: str) -> list[tuple]:
    if user.kind == "custom":
        return []
    rows = []
    operands = user.operands[:1] if user.kind == "gradient" else user.operands
    for k, operand in enumerate(operands):
        if not isinstance(operand, Node) or not operand.is_gateable:
            continue
        source = graph.place_of(operand)
        if source is None:
            continue
        several = operands.count(operand) > 1
        number = f"[{_operand_number(user, k)}]" if several else ""
        form = "numbered edge" if several else "edge"
        rows.append((form, f"{source}->{place}{number}", (), (user, k)))
    return rows


def _operand_number(user: Node, k: int) -> int:
    keyword = user.keywords[k]
    return DISTRIBUTIONS[user.name].parameters.index(keyword) if keyword else k


def literal(number: int | float | bool) -> str:
    if isinstance(number, bool | int):
        return str(number)
    if math.isinf(number):
        return "inf" if number > 0 else "-inf"
    return "nan" if math.isnan(number) else repr(number)


class GatedText:
    """The text with the gates written in, and what each source of noise is called in it."""

    def __init__(self, graph: ProgramGraph, gates: list[Gate]):
        self._graph = graph
        self._node_gates = {node: gate.kind for gate in gates for node in gate.nodes}
        self._edge_gates = {gate.use: gate.kind for gate in gates if gate.use}
        self._lines: list[str] = []
        # What stands for a node: [0] in the noisy graph, [1] in the noise-free counterpart.
        self._plain: dict[Node, tuple[str, str]] = {}
        self._used: dict[Node, tuple[str, str]] = {}
        self._mirrored = self._nodes_with_counterpart()
        self.source_names: dict[Node, str] = {}
        for node in graph.nodes:
            self._write(node)
        self.output = self._used[graph.output][0]
        self._lines.append(f"output({self.output})")
        self.text = "\n".join(self._lines) + "\n"

    def _nodes_with_counterpart(self) -> set[Node]:
        pending = [node for node, kind in self._node_gates.items() if kind == CLEAN]
        pending += [
            user.operands[k] for (user, k), kind in self._edge_gates.items() if kind == CLEAN
        ]
        mirrored: set[Node] = set()
        while pending:
            node = pending.pop()
            if not isinstance(node, Node) or not node.is_noisy or node in mirrored:
                continue
            mirrored.add(node)
            pending += node.operands
            pending.append(node.nominal)
            if node.rule:
                pending += node.rule.reads
        return mirrored

    def _write(self, node: Node) -> None:
        name = self._name(node)
        if node.kind == "noise":
            self.source_names[node] = name
        self._line(name, self._expression(node, 0))
        mirror = name
        if node in self._mirrored:
            mirror = name + "_clean"
            self._line(mirror, self._expression(node, 1))
        self._plain[node] = name, mirror
        self._used[node] = self._gated(node, name, mirror)

    def _gated(self, node: Node, name: str, mirror: str) -> tuple[str, str]:
        kind = self._node_gates.get(node)
        if kind == CLEAN:
            self._line(name + "_used", f"surrogate({name}, {mirror})")
            return name + "_used", mirror if node.is_noisy else name + "_used"
        if kind == STOP:
            self._line(name + "_used", f"stop_gradient({name})")
            if node not in self._mirrored:
                return name + "_used", name + "_used"
            self._line(mirror + "_used", f"stop_gradient({mirror})")
            return name + "_used", mirror + "_used"
        return name, mirror

    def _line(self, name: str, expression: str) -> None:
        self._lines.append(f"{name} = {expression}")

    def _name(self, node: Node) -> str:
        if node.kind == "input":
            return node.definition.name
        place = self._graph.place_of(node) or node.kind
        return re.sub(r"\W", "_", place) + f"_{node.number}"

    def _operand(self, user: Node, k: int, side: int) -> str:
        operand = user.operands[k]
        if not isinstance(operand, Node):
            return literal(operand)
        if user.kind == "gradient" and k == 1:
            return self._plain[operand][side]
        text = self._used[operand][side]
        kind = self._edge_gates.get((user, k))
        if kind == STOP:
            return f"stop_gradient({text})"
        if kind == CLEAN and side == 0:
            return f"surrogate({text}, {self._used[operand][1]})"
        return text

    def _expression(self, node: Node, side: int) -> str:
        operands = [self._operand(node, k, side) for k in range(len(node.operands))]
        match node.kind:
            case "parameter":
                return operands[0]
            case "infix" | "compare":
                left = f"({operands[0]})" if operands[0].startswith("-") else operands[0]
                return f"{left} {node.name} {operands[1]}"
            case "negative":
                return f"-{operands[0]}"
            case "custom":
                reads = [self._use(operand, side) for operand in node.rule.reads]
                rule = f"lambda {node.rule.argument}: {node.rule.text.format(*reads)}"
                return f"custom_gradient({operands[0]}, {rule})"
            case "noise" if side == 1:
                return self._nominal(node, operands)
        if node.name == "identity":
            return operands[0]
        given = zip(node.keywords, operands, strict=True)
        arguments = [f"{keyword}={text}" if keyword else text for keyword, text in given]
        return f"{node.name}({', '.join(arguments)})"

    def _use(self, operand: Operand, side: int) -> str:
        return self._used[operand][side] if isinstance(operand, Node) else literal(operand)

    def _nominal(self, node: Node, operands: list[str]) -> str:
        if node.nominal is not None:
            return self._use(node.nominal, 1)
        distribution = DISTRIBUTIONS[node.name]
        places = [k for k, keyword in enumerate(node.keywords) if keyword is None]
        given = {distribution.parameters[k]: operands[k] for k in places}
        given |= {key: text for key, text in zip(node.keywords, operands, strict=True) if key}
        defaults = zip(distribution.parameters, distribution.defaults)
        given = {key: literal(value) for key, value in defaults} | given
        return distribution.nominal.format(*(given[key] for key in distribution.parameters))
