# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs Google Benchmark programs and reads what they measured."""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median


@dataclass
class Measurement:
    """What one benchmark took, once a repetition."""

    nanoseconds: "list[float]" = field(default_factory=list)
    items: float = 0.0
    counters: "dict[str, list[float]]" = field(default_factory=dict)
    error: str = ""

    @property
    def median(self) -> float:
        return median(self.nanoseconds)

    def __str__(self) -> str:
        spread = f"{_short(min(self.nanoseconds))}..{_short(max(self.nanoseconds))}"
        return f"{_short(self.median)} [{spread}]"


def _short(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


# A name is group/case/contender.
Name = "tuple[str, str, str]"
Measurements = "dict[Name, Measurement]"

_KNOWN = {
    "name", "family_index", "per_family_instance_index", "run_name", "run_type", "repetitions", "repetition_index",
    "threads", "iterations", "real_time", "cpu_time", "time_unit", "items_per_second", "error_occurred",
    "error_message",
}


def _environment() -> "dict[str, str]":
    """Without settings of this machine that slow peers down: what their documentation recommends, and no more."""
    unwanted = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    # Threads that spin while they wait take the processor from those that are measured.
    environment["OMP_WAIT_POLICY"] = "passive"
    return environment


def measure(program: Path, arguments: "list[str]", repetitions: int, seconds: float) -> "Measurements":
    """Repetitions, of at least so many seconds each, are run in random order, so that what disturbs the machine meets
    all alike."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [
            str(program),
            f"--benchmark_repetitions={repetitions}",
            f"--benchmark_min_time={seconds}",
            "--benchmark_enable_random_interleaving=true",
            f"--benchmark_out={file.name}",
            "--benchmark_out_format=json",
            *arguments,
        ]
        outcome = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                 env=_environment(), check=False)
        if outcome.returncode != 0:
            raise RuntimeError(f"{program.name} failed:\n{outcome.stderr}")
        return _read(json.load(file))


def _read(report: dict) -> "Measurements":
    measurements: "Measurements" = {}
    runs = [run for run in report["benchmarks"] if run["run_type"] == "iteration"]
    # In the order in which they were registered, not that in which they were run.
    runs.sort(key=lambda run: (run["family_index"], run["per_family_instance_index"]))
    for run in runs:
        group, case, contender = run["run_name"].split("/")[:3]
        measurement = measurements.setdefault((group, case, contender), Measurement())
        if run.get("error_occurred"):
            measurement.error = run["error_message"]
            continue
        measurement.nanoseconds.append(1e9 / run["items_per_second"])
        measurement.items = run["items_per_second"] * _seconds(run)
        for counter, value in run.items():
            if counter not in _KNOWN:
                measurement.counters.setdefault(counter, []).append(value)
    return measurements


def _seconds(run: dict) -> float:
    """Of one iteration."""
    return run["real_time"] * {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}[run["time_unit"]]
