# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The child's side of a conversation in lines of text with a benchmark, as in peer.h: for what is used from Python."""

import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy

POINTS = 1000
SAMPLES = 1000
LAYERS = 24
WEIGHTS = [1.1 + 0.3 * math.sin(1.7 * layer) for layer in range(LAYERS)]
BIASES = [0.2 * math.cos(2.3 * layer) for layer in range(LAYERS)]
SOURCES = {"origin": 1, "deep": LAYERS, "trans": 2}


@dataclass
class Offer:
    """A way to compute one workload at all points; `outcome` gives the values and gradients it last computed."""

    workload: str
    precision: str
    threads: int
    name: str
    run: Callable[[], None]
    outcome: Callable[[], "tuple[numpy.ndarray, numpy.ndarray]"]


def folder() -> Path:
    return Path(sys.argv[1])


def points(precision: str) -> numpy.ndarray:
    """A column: a row of samples belongs to each."""
    return numpy.fromfile(folder() / "points.f64").astype(precision).reshape(POINTS, 1)


def noise(workload: str, precision: str) -> numpy.ndarray:
    """One array of points × samples for each source."""
    shape = (SOURCES[workload], POINTS, SAMPLES)
    return numpy.fromfile(folder() / f"{workload}.noise.f64").astype(precision, copy=False).reshape(shape)


def serve(offers: "list[Offer]") -> None:
    for offer in offers:
        print("offer", offer.workload, offer.precision, offer.threads, 1, offer.name)
    print("ready", flush=True)
    for line in sys.stdin:
        command, number = line.split()
        offer = offers[int(number)]
        # One thread by what the processor spent on it, several by the wall: as in benchmark_evaluation.cpp.
        clock = time.process_time if offer.threads == 1 else time.perf_counter
        start = clock()
        offer.run()
        seconds = clock() - start
        if command == "check":
            with open(folder() / "outcome.f64", "wb") as file:
                for array in offer.outcome():
                    array.astype("float64").tofile(file)
        print(seconds, flush=True)
