# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Snippets as people write them for each framework, executed there as they stand, and pasted into Sluice.

A snippet's file is named after its framework. Its first two lines are comments: which sources of noise it has, in the
order of execution, and which numbers are compared, each by the name that Sluice gives it and, behind a `=`, what the
snippet keeps it in where that is another.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from comparison import Report
from framework_process import FrameworkProcess
from sluice_command import Call, Result, SluiceFailed, number_list

FOLDER = Path(__file__).with_name("snippets")
POINT_COUNT = 3
# In which process each kind of snippet runs; NumPy's in any.
PROCESS_OF = {
    "tensorflow1": "tensorflow",
    "tensorflow": "tensorflow",
    "keras": "tensorflow",
    "pytorch": "pytorch",
    "numpy": "pytorch",
    "jax": "jax",
}
SINGLE_PRECISION_TOLERANCE = 2e-6


@dataclass(frozen=True)
class Snippet:
    name: str
    framework: str
    text: str
    sources: list[str]
    # By Sluice's name, the snippet's.
    compared: dict[str, str]

    @staticmethod
    def read(path: Path) -> Snippet:
        text = path.read_text()
        noise, compared = (line.split(":", 1)[1].split() for line in text.splitlines()[:2])
        pairs = (pair.split("=") for pair in compared)
        names = {pair[0]: pair[-1] for pair in pairs}
        return Snippet(path.stem, path.stem.split("_")[0], text, noise, names)

    def draws(self) -> dict[str, list[float]]:
        """Numbers that are standard draws of every distribution."""
        generator = random.Random(self.name)
        return {
            source: [round(generator.uniform(0.05, 0.95), 6) for _ in range(POINT_COUNT)]
            for source in self.sources
        }


def check(framework: FrameworkProcess, sluice: Path) -> Report:
    """Runs the snippets of one framework there and in Sluice."""
    report = Report(f"snippets, {framework.framework}")
    for path in sorted(FOLDER.glob("*.py")):
        snippet = Snippet.read(path)
        if PROCESS_OF[snippet.framework] == framework.framework:
            _check_one(snippet, framework, sluice, report)
    return report


def _check_one(snippet: Snippet, framework: FrameworkProcess, sluice: Path, report: Report) -> None:
    draws = snippet.draws()
    answer = framework.ask(
        {
            "snippet": snippet.text,
            "framework": snippet.framework,
            "draws": list(draws.values()),
        }
    )
    report.comparisons += 1
    if "error" in answer:
        report.disagree(f"{snippet.name}: the framework failed", None, answer["error"])
        return
    numbers = answer["numbers"]
    call = _call(snippet, framework.framework, draws, numbers)
    try:
        result = call.run(sluice)
    except SluiceFailed as failure:
        report.disagree(f"{snippet.name}: Sluice failed", call, str(failure))
        return
    for name, counterpart in snippet.compared.items():
        _compare(f"{snippet.name}: {name}", numbers.get(counterpart), name, call, result, report)


def _call(snippet: Snippet, semantics: str, draws: dict, numbers: dict) -> Call:
    options = ["--semantics", semantics]
    # In graph mode the points are in the feed, which is in the text.
    if "x" in numbers:
        options += ["--at", f"x={number_list(numbers['x']['values'])}"]
    for source, values in draws.items():
        options += ["--draws", f"{source}={number_list(values)}"]
    return Call(snippet.text, tuple(options))


def _compare(
    what: str, expected: dict | None, name: str, call: Call, result: Result, report: Report
) -> None:
    found = {"value": result.value, "gradient": result.gradient} | result.nodes
    if expected is None or name not in found:
        holder = "the framework" if expected is None else "Sluice"
        report.disagree(f"{what}: {holder} has no such number", call, f"known: {sorted(found)}")
        return
    values = np.array(expected["values"])
    tolerance = {"relative": SINGLE_PRECISION_TOLERANCE, "absolute": SINGLE_PRECISION_TOLERANCE}
    report.compare(what, call, values, found[name], **(tolerance if expected["is_single"] else {}))
