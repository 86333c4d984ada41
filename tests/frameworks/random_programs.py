# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random programs, in a framework and in Sluice, without and with gates."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from comparison import Report
from framework_process import FrameworkProcess
from gated_text import Gate, GatedText, random_gates
from program_generator import REQUIRED, Program, ProgramGenerator
from program_graph import Node
from sluice_command import Call, SluiceFailed, options_for

GATE_FORMS = frozenset(
    {
        "named",
        "unnamed",
        "output",
        "local",
        "reassigned",
        "last",
        "family",
        "noise source",
        "edge",
        "numbered edge",
        "stop",
        "clean",
        "clean where noise is",
        "with custom_gradient",
        "with grad",
    }
)


class GatedProgram:
    """A program with the gates chosen for it (perhaps none)."""

    def __init__(self, program: Program, gates: list[Gate]):
        self.program = program
        self.gates = gates
        self.with_gates_written_in = GatedText(program.graph, gates)

    def suits(self, framework: str) -> bool:
        """Whether the framework can execute it. Third derivatives through a rule of one's own are left to PyTorch: in
        JAX they would need custom_vjp to be nested in itself."""
        if framework == "pytorch":
            return True
        has_third = {"custom_gradient", "second derivative"} <= self.program.features
        return self.program.is_portable and not (framework == "jax" and has_third)

    @property
    def features(self) -> set[str]:
        found = {gate.form for gate in self.gates} | {gate.kind for gate in self.gates}
        if any(
            gate.kind == "clean" and any(source.is_noisy for source in gate.sources)
            for gate in self.gates
        ):
            found.add("clean where noise is")
        kinds = {node.kind for node in self.program.graph.nodes}
        if self.gates and "custom" in kinds:
            found.add("with custom_gradient")
        if self.gates and "gradient" in kinds:
            found.add("with grad")
        return found

    def call(self, semantics: str) -> Call:
        """The text as it was generated, with the gates as options."""
        return self._call(
            semantics, self.program.text, self.program.graph.source_names(), self.gates
        )

    def call_without_gates(self, semantics: str) -> Call:
        return self._call(semantics, self.program.text, self.program.graph.source_names(), [])

    def call_with_gates_written_in(self, semantics: str) -> Call:
        text = self.with_gates_written_in
        return self._call(semantics, text.text, text.source_names, [])

    def _call(self, semantics: str, text: str, names: dict[Node, str], gates: list[Gate]) -> Call:
        program = self.program
        by = program.input_names[program.by]
        draws = {name: node.draws for node, name in names.items()}
        held = {
            name: float(points[0])
            for name, points in zip(program.input_names, program.points, strict=True)
            if name != by
        }
        options = options_for(
            semantics, by, program.points[program.by], draws, held, [gate.text for gate in gates]
        )
        return Call(text, options)


def generate(seed: int, count: int, portable: int) -> tuple[list[GatedProgram], set[str]]:
    """Programs, the first of them for all frameworks; and what they should have covered but did not."""
    generator = ProgramGenerator(seed)
    programs = []
    for number in range(count):
        program = generator.program(number, is_portable=number < portable)
        chooser = random.Random(f"gates {seed}/{number}")
        gates = random_gates(program.graph, chooser.choice((0, 1, 1, 2, 2, 3)), chooser)
        programs.append(GatedProgram(program, gates))
    covered = Counter(feature for program in programs for feature in program.features)
    return programs, (REQUIRED - set(generator.usage)) | (GATE_FORMS - set(covered))


def check(programs: list[GatedProgram], framework: FrameworkProcess, sluice: Path) -> Report:
    """Runs the programs in one framework and compares."""
    report = Report(f"{len(programs)} random programs, {framework.framework}")
    for gated in programs:
        try:
            _check_one(gated, framework, sluice, report)
        except SluiceFailed as failure:
            call = gated.call(framework.framework)
            report.disagree(f"program {gated.program.number}: Sluice failed", call, str(failure))
    return report


def _check_one(
    gated: GatedProgram, framework: FrameworkProcess, sluice: Path, report: Report
) -> None:
    semantics = framework.framework
    program = gated.program
    call = gated.call_without_gates(semantics)
    _compare(program, program.text, program.output, call, framework, sluice, report)
    if not gated.gates:
        return
    text = gated.with_gates_written_in
    call = gated.call(semantics)
    result = _compare(program, text.text, text.output, call, framework, sluice, report)
    written_in = gated.call_with_gates_written_in(semantics)
    # The counterpart's nodes may come in another order, and with them the terms of a gradient's sums.
    expected = written_in.run(sluice)
    title = f"program {program.number}: gates as options and in the text:"
    report.compare(f"{title} the value", call, expected.value, result.value, relative=0, absolute=0)
    report.compare(f"{title} the gradient", call, expected.gradient, result.gradient)
    if result.is_disconnected != expected.is_disconnected:
        report.disagree(f"{title} only one is disconnected", call, written_in.command_line())


def _compare(
    program: Program,
    text: str,
    output: str,
    call: Call,
    framework: FrameworkProcess,
    sluice: Path,
    report: Report,
):
    answer = framework.ask(
        {
            "text": text,
            "inputs": [points.tolist() for points in program.points],
            "draws": [node.draws.tolist() for node in program.graph.sources()],
            "by": program.by,
            "output": output,
        }
    )
    result = call.run(sluice)
    if "unsupported" in answer:
        report.skipped += 1
        return result
    title = f"program {program.number}, {framework.framework}:"
    if "error" in answer:
        report.disagree(f"{title} the framework failed on this text", None, text + answer["error"])
        return result
    report.compare(f"{title} the value", call, answer["value"], result.value)
    gradient = answer["gradient"]
    if gradient is None:
        report.comparisons += 1
        if not result.is_disconnected:
            report.disagree(f"{title} connected, but the framework has no gradient", call)
        return result
    # A framework's gradient of a gradient may be connected through what is 0 everywhere.
    is_second = any(node.kind == "gradient" for node in program.graph.nodes)
    if framework.framework != "jax" and result.is_disconnected and not is_second:
        report.disagree(f"{title} disconnected, but the framework has a gradient", call)
    report.compare(f"{title} the gradient", call, gradient, result.gradient)
    return result
