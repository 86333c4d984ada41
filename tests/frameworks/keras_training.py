# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Keras files of `sluice code` promise about training, on each of Keras' backends: models with their layers are
saved and loaded, and NoiseFreeGradient trains a model of 30 layers with the noisy loss and the noise-free gradient, also
data-parallel. The models are built and trained by keras_models.py."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np

from comparison import Report
from framework_process import FrameworkProcess

EXAMPLES = ("origin", "noisy-layer")
GRADIENT_TOLERANCE = 1e-5
# By how much noise changes losses and gradients, at least.
NOISE = 1e-3


def check(framework: FrameworkProcess, sluice: Path) -> Report:
    report = Report(f"training with Keras, {framework.framework}")
    answer = framework.ask({"training": [_code(name, sluice) for name in EXAMPLES]})
    if "error" in answer:
        report.disagree("training failed", None, answer["error"])
        return report
    for where in ("", ", on two devices"):
        if "wrapped" + where in answer:
            _check_steps(answer, where, report)
    for what, difference in answer["saved"].items():
        _expect(difference <= 1e-6, f"{what}: other after loading, by {difference}", report)
    half = answer["half precision"]
    _expect("bfloat16" in half["dtype"], f"mixed precision: computed in {half['dtype']}", report)
    _expect(np.isfinite(half["gradient"]).all(), "mixed precision: no finite gradient", report)
    first, second, other = map(np.array, answer["neighbouring seeds"])
    _expect(np.abs(first - second).min() > 0, "a layer repeats its noise", report)
    _expect(np.abs(second - other).min() > 0, "neighbouring seeds repeat noise", report)
    parameters = answer["parameters"]
    _expect(parameters["held"] == 0.25, "a given parameter is not held", report)
    known, message = parameters["known"], parameters["message"]
    is_named = message is not None and all(f"'{name}'" in message for name in (known[0] + "_", *known))
    _expect(is_named, f"an unknown parameter: {message}", report)
    if "replicas" in answer:
        first, second = map(np.array, answer["replicas"])
        _expect(first.size == second.size == 6, "replicas: not half of the input each", report)
        _expect(np.abs(first - second).min() > 0, "replicas: the same noise on both", report)
    return report


def _code(example: str, sluice: Path) -> str:
    command = [sluice, "code", f"example:{example}", "--target", "keras", "--variant", "z=clean"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def _check_steps(answer: dict, where: str, report: Report) -> None:
    noise_free, noisy, wrapped = (
        answer[name + where] for name in ("noise-free", "noisy", "wrapped")
    )

    def difference(a: dict, b: dict, what: str) -> float:
        return float(np.max(np.abs(np.array(a[what]) - np.array(b[what]))))

    found = difference(wrapped, noise_free, "gradient")
    _expect(found <= GRADIENT_TOLERANCE, f"wrapped{where}: gradient off by {found}", report)
    found = difference(noisy, noise_free, "gradient")
    _expect(found > NOISE, f"not wrapped{where}: gradient off by only {found}", report)
    found = difference(wrapped, noisy, "loss")
    _expect(found <= 1e-6, f"wrapped{where}: the loss is not the noisy one, by {found}", report)
    found = difference(noise_free, noisy, "loss")
    _expect(found > NOISE, f"not wrapped{where}: the loss is noisy by only {found}", report)
    found = difference(wrapped, noisy, "state")
    _expect(found <= 1e-6, f"wrapped{where}: other state behind the step, by {found}", report)


def _expect(is_true: bool, otherwise: str, report: Report) -> None:
    report.comparisons += 1
    if not is_true:
        report.disagree(otherwise, None)
