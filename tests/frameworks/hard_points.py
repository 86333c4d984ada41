# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of points at which frameworks differ or go wrong, run again in the frameworks themselves.

hard_points.csv holds the gradients as they were measured; a test in C++ holds Sluice to the same table.
"""

import csv
from pathlib import Path

from comparison import Report, agree_exactly
from framework_process import FrameworkProcess

TABLE = Path(__file__).with_name("hard_points.csv")


def rows() -> list[dict[str, str]]:
    with TABLE.open(newline="") as lines:
        return list(csv.DictReader(lines))


def check(framework: FrameworkProcess) -> Report:
    """Asks one framework for each gradient of the table, in double precision."""
    report = Report(f"hard points, {framework.framework}")
    for row in rows():
        answer = framework.ask(_request(row, framework.framework))
        report.comparisons += 1
        expected = row[framework.framework]
        found = answer.get("error") or _shown(answer["gradient"])
        if not _agrees(expected, found):
            where = f"d/d{row['by']} {row['expression']} at x = {row['x']}, y = {row['y']}"
            report.disagree(f"{framework.framework}, {where}", None, f"{found}, not {expected}")
    return report


def _request(row: dict[str, str], framework: str) -> dict:
    request = {
        "text": f"x = input()\ny = input()\nz = {row['expression']}\n",
        "inputs": [[float(row["x"])], [float(row["y"])]],
        "draws": [],
        "by": "xy".index(row["by"]),
        "output": "z",
    }
    # Eagerly, TensorFlow's own gradients of sqrt, rsqrt and reciprocal answer an upstream gradient of 0 by 0 even at
    # a pole, and that of relu multiplies. Compiled, they are as everywhere: the language's rule is IEEE arithmetic.
    if framework == "tensorflow" and row["tensorflow_runs"] == "compiled":
        request["is_compiled"] = True
    return request


def _shown(gradient: list[float] | None) -> str:
    return "None" if gradient is None else repr(gradient[0])


def _agrees(expected: str, found: str) -> bool:
    if "None" in (expected, found):
        return expected == found
    try:
        return agree_exactly(float(expected), float(found))
    except ValueError:  # What the framework says is an error.
        return False
