# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures speed and prints one table. Called by `./test benchmarks`, which builds the programs.

Each subject is a Google Benchmark program whose contenders take turns in random order, so that ratios come from one run.
"""

import argparse
import sys
import time
from pathlib import Path

from measurements import measure
from report import Report

PEERS = Path(__file__).resolve().parent / "peers"
# What only --long measures.
LONG = "samples/.*/1000000000?/|points/.*/1000000/"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./test benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--long", action="store_true", help="grow up to a billion samples")
    parser.add_argument("--repetitions", type=int, default=9, help="of each measurement (9)")
    parser.add_argument("--only", choices=("evaluation", "frame", "statistics", "draws", "growth"),
                        help="one subject")
    parser.add_argument("--filter", help="measure what matches this regular expression, as Google Benchmark reads it")
    return parser.parse_args()


def _peers(programs: Path) -> "list[str]":
    return [str(path) for path in (programs / "peer_adolc", programs / "peer_stan", PEERS / "numpy_by_hand.py",
                                   PEERS / "torch_eager.py") if path.exists()]


def main() -> int:
    arguments = _arguments()
    started = time.monotonic()
    measurements = {}
    is_whole = True
    for subject in ("evaluation", "frame", "statistics", "draws", "growth"):
        program = arguments.programs / f"benchmark_{subject}"
        if not program.exists() or arguments.only not in (None, subject):
            continue
        print(f"measuring {subject}", file=sys.stderr)
        options = _peers(arguments.programs) if subject == "evaluation" else []
        if arguments.filter:
            options.append(f"--benchmark_filter={arguments.filter}")
        elif subject == "growth" and not arguments.long:
            options.append(f"--benchmark_filter=-{LONG}")
        # What grows runs once a repetition, and long; what works on little data settles soon.
        repetitions = min(3, arguments.repetitions) if subject == "growth" else arguments.repetitions
        seconds = 0.02 if subject in ("statistics", "draws") else 0.05
        try:
            measurements.update(measure(program, options, repetitions, seconds))
        except RuntimeError as error:
            print(error, file=sys.stderr)
            is_whole = False
    print(Report(measurements))
    print(f"{time.monotonic() - started:.0f} seconds")
    is_right = not any("wrong" in measurement.error for measurement in measurements.values())
    return 0 if is_whole and is_right else 1


if __name__ == "__main__":
    sys.exit(main())
