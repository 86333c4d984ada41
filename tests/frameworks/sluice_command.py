# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls of `sluice evaluate`, as a user would make them."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np


class SluiceFailed(Exception):
    """The call ended with an error; the message is the program's."""


def number_list(values: Iterable[float]) -> str:
    return ",".join(repr(float(value)) for value in values)


def numbers(values: list) -> np.ndarray:
    """JSON's numbers, among which not-a-number and infinities are strings."""
    return np.array([float(value) for value in values])


@dataclass(frozen=True)
class Result:
    """The values of one variant."""

    value: np.ndarray
    gradient: np.ndarray
    is_disconnected: bool
    nodes: dict[str, np.ndarray]


@dataclass(frozen=True)
class Call:
    """A text and the options to evaluate it with."""

    text: str
    options: tuple[str, ...]

    def command_line(self) -> str:
        """For a shell in the project's folder."""
        return f"./run evaluate - {shlex.join(self.options)} <<'END'\n{self.text.rstrip()}\nEND"

    def run(self, sluice: Path) -> Result:
        done = subprocess.run(
            [sluice, "evaluate", "-", "--format", "json", *self.options],
            input=self.text,
            capture_output=True,
            text=True,
            timeout=60,
        )
        if done.returncode:
            raise SluiceFailed(f"exit status {done.returncode}: {done.stderr.strip()}")
        (variant,) = json.loads(done.stdout)["variants"]
        return Result(
            numbers(variant["value"]),
            numbers(variant["gradient"]),
            variant["disconnected"],
            {name: numbers(values) for name, values in variant["nodes"].items()},
        )


def options_for(
    semantics: str,
    by: str,
    points: Iterable[float],
    draws: dict[str, Iterable[float]],
    held: dict[str, float],
    gates: Iterable[str] = (),
) -> tuple[str, ...]:
    """The options of a call of `evaluate`."""
    options = ["--semantics", semantics, "--at", f"{by}={number_list(points)}"]
    for name, values in draws.items():
        options += ["--draws", f"{name}={number_list(values)}"]
    for name, value in held.items():
        options += ["--set", f"{name}={value!r}"]
    for gate in gates:
        options += ["--gate", gate]
    return tuple(options)
