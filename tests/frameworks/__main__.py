# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares Sluice with TensorFlow, PyTorch, JAX and Keras on each of them. Called by `./test frameworks`, which sets everything up.

Five parts: random programs (random_programs.py), the table of points at which frameworks differ (hard_points.py),
snippets as people write them for each framework (snippets.py), the files that `sluice code` writes
(generated_code.py), and models that contain generated Keras layers (keras_training.py).
"""

import argparse
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import generated_code
import hard_points
import keras_training
import random_programs
import snippets
from comparison import Report
from framework_process import FrameworkProcess

FRAMEWORKS = ("pytorch", "tensorflow", "jax")
SHOWN_DISAGREEMENTS = 10


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./test frameworks", description=__doc__.splitlines()[0])
    parser.add_argument("--sluice", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, default=1, help="of the random programs (1)")
    parser.add_argument("--programs", type=int, default=1200, help="for PyTorch (1200)")
    parser.add_argument(
        "--portable", type=int, default=300, help="of them for all frameworks (300)"
    )
    parser.add_argument(
        "--generated", type=int, default=30, help="of them for generated code (30)"
    )
    parser.add_argument("--only", choices=FRAMEWORKS, help="run one framework")
    parser.add_argument("--all", action="store_true", help="show all disagreements, not only ten")
    return parser.parse_args()


def _check(framework: str, programs: list, arguments: argparse.Namespace) -> list[Report]:
    process = FrameworkProcess(framework)
    try:
        some = [program for program in programs if program.suits(framework)]
        return [
            hard_points.check(process),
            snippets.check(process, arguments.sluice),
            random_programs.check(some, process, arguments.sluice),
            generated_code.check(programs[: arguments.generated], process, arguments.sluice),
            keras_training.check(process, arguments.sluice),
        ]
    finally:
        process.close()


def _show(report: Report, is_all: bool) -> None:
    shown = report.disagreements if is_all else report.disagreements[:SHOWN_DISAGREEMENTS]
    for disagreement in shown:
        print(f"\nFAILED {disagreement}")
    if len(shown) < len(report.disagreements):
        print(f"\n… and {len(report.disagreements) - len(shown)} more (--all shows them)")
    skipped = f", {report.skipped} skipped" if report.skipped else ""
    failed = len(report.disagreements)
    print(f"{report.title}: {report.comparisons} comparisons{skipped}, {failed} failed")


def main() -> int:
    arguments = _arguments()
    started = time.monotonic()
    programs, missing = random_programs.generate(
        arguments.seed, arguments.programs, arguments.portable
    )
    chosen = [arguments.only] if arguments.only else FRAMEWORKS
    with ThreadPoolExecutor() as pool:
        results = list(pool.map(lambda name: _check(name, programs, arguments), chosen))
    reports = [report for reports in results for report in reports]
    for report in reports:
        _show(report, arguments.all)
    if missing:
        print(f"FAILED the random programs never used: {', '.join(sorted(missing))}")
    print(f"{time.monotonic() - started:.0f} seconds")
    return 1 if missing or any(report.disagreements for report in reports) else 0


if __name__ == "__main__":
    sys.exit(main())
