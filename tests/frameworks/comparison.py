# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""When two numbers agree, and how a disagreement is told."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

import numpy as np

from sluice_command import Call

RELATIVE_TOLERANCE = 1e-11
ABSOLUTE_TOLERANCE = 1e-12


@dataclass
class Report:
    """Counts what was compared, and collects the disagreements of one part of the suite."""

    title: str
    comparisons: int = 0
    # Texts that the framework can't differentiate.
    skipped: int = 0
    disagreements: list[str] = field(default_factory=list)

    def disagree(self, what: str, call: Call | None, details: str = "") -> None:
        lines = [what, textwrap.indent(details.strip(), "  ")]
        if call is not None:
            lines += ["to see what Sluice says:", textwrap.indent(call.command_line(), "  ")]
        self.disagreements.append("\n".join(line for line in lines if line.strip()))

    def compare(
        self,
        what: str,
        call: Call,
        expected,
        got,
        relative: float = RELATIVE_TOLERANCE,
        absolute: float = ABSOLUTE_TOLERANCE,
    ) -> bool:
        """Compares arrays to a tolerance; not-a-number and infinities must be equal."""
        self.comparisons += 1
        expected, got = np.asarray(expected, float), np.asarray(got, float)
        if expected.shape == got.shape and np.allclose(
            got, expected, rtol=relative, atol=absolute, equal_nan=True
        ):
            return True
        self.disagree(f"{what} differs", call, f"framework: {expected!r}\nSluice:    {got!r}")
        return False


def agree_exactly(expected: float, got: float) -> bool:
    """Equal for 0, infinities, not-a-number and in sign; otherwise to a relative 1e-12."""
    if np.isnan(expected) or np.isnan(got):
        return bool(np.isnan(expected) and np.isnan(got))
    if expected == got:
        return True
    if np.isinf(expected) or np.isinf(got) or expected == 0 or got == 0:
        return False
    return np.sign(expected) == np.sign(got) and abs(got - expected) <= 1e-12 * abs(expected)
