# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that `sluice code` writes, executed: the same draws give the same values and gradients as Sluice.

Of every example with all its variants, of random programs with gates, and of texts that the frameworks' own mechanisms
are hard on; in both forms, in double and in single precision, also compiled, mapped, and differentiated twice.
"""

from __future__ import annotations

import json
import random
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from comparison import Report
from framework_process import FrameworkProcess
from random_programs import GatedProgram
from sluice_command import Call, SluiceFailed, options_for

TARGETS = {
    "pytorch": ("pytorch", "keras"),
    "tensorflow": ("tensorflow1", "tensorflow", "keras"),
    "jax": ("jax", "keras"),
}
FORMS = ("exact", "stop-gradient")
DOUBLE = {"relative": 1e-10, "absolute": 1e-11}
SINGLE = {"relative": 1e-5, "absolute": 2e-5}
EXAMPLES = Path(__file__).parents[2] / "resources" / "examples"
EXAMPLE_POINTS = tuple(round(-1.687 + 0.44 * k, 3) for k in range(8))
# The branch that is not taken: TensorFlow's own derivative of sqrt takes 0 for 0 times NaN.
HIDDEN_TRAPS = {("tensorflow", "where-trap, no gates")}
# Every such program is computed in single precision, too.
SINGLE_EVERY = 4


@dataclass(frozen=True)
class Case:
    """A text with gates, the options of `evaluate`, and those that `code` shares with it."""

    title: str
    text: str
    points: tuple[float, ...]
    draws: dict[str, tuple[float, ...]]
    by: str
    held: tuple[tuple[str, float], ...] = ()
    gates: tuple[str, ...] = ()
    # The values where every source of noise is at its nominal value, where they are known.
    noise_free: tuple[float, ...] | None = None

    def call(self, semantics: str, *more: str) -> Call:
        options = options_for(
            semantics, self.by, self.points, self.draws, dict(self.held), self.gates
        )
        return Call(self.text, options + more)

    def code(self, sluice: Path, target: str, form: str, semantics: str, *more: str) -> str:
        """The generated file."""
        options = ["--target", target, "--form", form, "--semantics", semantics, "--wrt", self.by]
        for name, value in self.held:
            options += ["--set", f"{name}={value!r}"]
        for gate in self.gates:
            options += ["--gate", gate]
        done = subprocess.run(
            [sluice, "code", "-", *options, *more],
            input=self.text,
            capture_output=True,
            text=True,
            timeout=60,
        )
        if done.returncode:
            raise SluiceFailed(f"`code` ends with {done.returncode}: {done.stderr.strip()}")
        return done.stdout


def _case_of(gated: GatedProgram) -> Case:
    program = gated.program
    by = program.input_names[program.by]
    draws = {name: tuple(node.draws) for node, name in program.graph.source_names().items()}
    held = tuple(
        (name, float(points[0]))
        for name, points in zip(program.input_names, program.points, strict=True)
        if name != by
    )
    points = tuple(program.points[program.by])
    gates = tuple(gate.text for gate in gated.gates)
    noise_free = program.graph.output.values[1]
    known = None if np.isnan(noise_free).any() else tuple(np.broadcast_to(noise_free, len(points)))
    return Case(f"program {program.number}", program.text, points, draws, by, held, gates, known)


def _some_draws(names: tuple[str, ...], count: int) -> dict[str, tuple[float, ...]]:
    """Numbers that are standard draws of every distribution."""
    return {
        name: tuple(round(random.Random(f"{name} {k}").uniform(0.05, 0.95), 6) for k in range(count))
        for name in names
    }


def _examples() -> Iterator[Case]:
    sources = {"noisy-layer": ("n",), "straight-through-round": ("n",), "where-trap": ("n",)}
    for path in sorted(EXAMPLES.glob("*.sluice")):
        experiment = json.loads(path.read_text())
        for variant in experiment["variants"]:
            yield Case(
                f"{path.stem}, {variant['name']}",
                "\n".join(variant.get("text", experiment["text"])),
                EXAMPLE_POINTS,
                _some_draws(sources.get(path.stem, ("u",)), len(EXAMPLE_POINTS)),
                "x",
                (),
                tuple(variant["gates"]),
            )


# What is compared twice differentiated has `z` as its output.
HARD_TEXTS = {
    "the straight-through trick": ("x = input()\nz = surrogate(round(x)*x, tanh(x)*x**2)\n", ()),
    "a surrogate of what is the same everywhere": (
        "x = input()\na = 0.7\nz = surrogate(a, x**2)*x\n",
        (),
    ),
    "a surrogate of what is the same everywhere, by itself": (
        "x = input()\na = 0.7\nz = surrogate(a, x**2)*3\n",
        (),
    ),
    "a surrogate of what is the same everywhere, chosen": (
        "x = input()\na = 0.7\nz = where(x > 0, surrogate(a, x**2), exp(x))\n",
        (),
    ),
    "a clean gate on an edge": (
        "x = input()\nu = uniform(0.5, 1.5)\ny = x**2 + 1\nv = y*u\nz = sqrt(v)*v*x\n",
        ("v->z.mul=clean",),
    ),
    "a clean gate behind a stop": (
        "x = input()\nu = normal(1, 0.1)\ny = sin(x)*u\nv = y*exp(x)\nz = v**2*x\n",
        ("y=stop", "v=clean"),
    ),
    "a rule that reads the input": (
        "x = input()\na = 0.7\ny = x**3\nv = custom_gradient(y, lambda g: 2*g*x + a*g)\nz = v**2\n",
        (),
    ),
    "a rule that is not linear": (
        "x = input()\ny = x*sin(x)\nz = custom_gradient(y**2, lambda g: clip(g, -0.5, 0.5) + 0.1*g)*y\n",
        (),
    ),
    "a rule without the upstream gradient": (
        "x = input()\nz = custom_gradient(x**2, lambda g: 3)*x\n",
        (),
    ),
    "a rule that chooses": (
        "x = input()\nn = normal()\nz = custom_gradient(x**3, lambda g: where(x > n, g, 0.1*g))\n",
        (),
    ),
    "a rule in the noise-free counterpart": (
        "x = input()\nu = uniform(0.9, 1.1)\ny = custom_gradient(x*u, lambda g: 2*g*u)\nz = y**2 + x\n",
        ("y=clean",),
    ),
    "a rule inside a rule": (
        "x = input()\nz = custom_gradient(x**2, lambda g: custom_gradient(g*x, lambda h: 2*h*x))\n",
        (),
    ),
    # What a rule answers to an upstream gradient of 0 tells whether it was called where no gradient comes.
    "a clean gate behind a rule that answers to 0": (
        "x = input()\nu = uniform(0.5, 1.5)\nz = custom_gradient(x*u, lambda g: clip(g, 0.5, 2))\n",
        ("z=clean",),
    ),
    "a clean gate on the way to a rule that answers to 0": (
        "x = input()\nu = uniform(0.5, 1.5)\nw = custom_gradient(x*u, lambda g: g + 3)\ny = w**2\nz = y*x\n",
        ("y=clean",),
    ),
    "a surrogate in front of a rule that answers to 0": (
        "x = input()\nw = custom_gradient(x, lambda g: g + 3)\nz = surrogate(w**2, x)*x\n",
        (),
    ),
    "a rule that reads one that answers to 0": (
        "x = input()\nw = custom_gradient(x, lambda g: clip(g, 0.5, 2))\n"
        "z = custom_gradient(x**2, lambda g: g*w)\n",
        (),
    ),
    "a rule that reads a surrogate behind one that answers to 0": (
        "x = input()\nw = custom_gradient(x, lambda g: g + 3)\ns = surrogate(w, w*x)\n"
        "z = custom_gradient(x**2, lambda g: g*s)\n",
        (),
    ),
    "a rule that answers to 0, read and used": (
        "x = input()\nw = custom_gradient(x, lambda g: g + 3)\nz = custom_gradient(x*w, lambda g: g*w) + w\n",
        (),
    ),
    **{
        f"a rule that answers to 0 behind {step}": (
            f"x = input()\nw = custom_gradient(x, lambda g: g + 3)\nz = {step}*x**2\n",
            (),
        )
        for step in (
            "round(w)",
            "floor(w)",
            "ceil(w)",
            "trunc(w)",
            "sign(w)",
            "heaviside(w)",
            "heaviside(x - 9, w)",
            "(w < 0.5)",
            "where(w > 0.5, 2, x)",
            "where(x > 0.5, w, x)",
            "stop_gradient(w)",
            "w**0",
        )
    },
    "a gradient inside": (
        "x = input()\nu = uniform(0.9, 1.1)\ny = x**3*u\nd = grad(tanh(y), x)\nz = d*x + y\n",
        ("y=clean",),
    ),
    "noise over an expression": (
        "x = input()\nw = exponential(1 + x**2)\ny = x**2 + 1\nz = sin(w)*y\n",
        ("y=clean",),
    ),
    "nothing connects them": ("x = input()\nu = uniform()\nz = stop_gradient(x)*u + round(x)\n", ()),
    "a number alone": ("x = input()\na = 2\nz = stop_gradient(a)\noutput(z)\n", ()),
    "names of Python and of the file": (
        "lambda_ = input()\nvalue = lambda_**2\nnoise = uniform()\ntf_ = value*noise\nsurrogate_ = 2*tf_\n"
        "z = surrogate_*value\n",
        ("tf_=clean",),
    ),
    "names that meet": (
        "x = input()\ny = x*uniform()\ny = y*2\ny_1 = y**2\ny_clean = y_1 + y\nz = y_clean*y\n",
        ("y#2=clean",),
    ),
    "infinities and numbers": (
        "x = input()\nz = clip(x, -inf, 0.5)*maximum(0.25, x) + where(x > 0, 1, 0)*x + (x < 1)*2**x\n",
        (),
    ),
}
HARD_BY = {"names of Python and of the file": "lambda_"}
HARD_DRAWS = ("u", "n", "w", "noise", "noise#1")
THIRD = frozenset({"a rule inside a rule"})


def _hard_cases() -> Iterator[Case]:
    points = (-1.3, -0.45, 0.3, 0.85, 1.55)
    for title, (text, gates) in HARD_TEXTS.items():
        names = tuple(
            name
            for name in HARD_DRAWS
            if f"{name} = uniform" in text
            or f"{name} = normal" in text
            or f"{name} = exponential" in text
            or (name == "noise#1" and "*uniform" in text)
        )
        by = HARD_BY.get(title, "x")
        yield Case(title, text, points, _some_draws(names, len(points)), by, (), gates)


# Sources with the mean and the variance of their standard draws.
SOURCES = {
    "u": ("uniform()", 1 / 2, 1 / 12),
    "n": ("normal()", 0, 1),
    "a": ("laplace()", 0, 2),
    "o": ("logistic()", 0, np.pi**2 / 3),
    "m": ("gumbel()", np.euler_gamma, np.pi**2 / 6),
    "e": ("exponential()", 1, 1),
    "b": ("bernoulli(0.3)", 1 / 2, 1 / 12),
    "r": ("rademacher()", 1 / 2, 1 / 12),
}
DRAW_COUNT = 200_000


def check(programs: list[GatedProgram], framework: FrameworkProcess, sluice: Path) -> Report:
    """Runs the files for one framework."""
    report = Report(f"generated code of {len(programs)} programs, {framework.framework}")
    examples, hard = list(_examples()), list(_hard_cases())
    for target in TARGETS[framework.framework]:
        checker = _Checker(target, framework, sluice, report)
        checker.check_bundle()
        checker.check_draws()
        for case in examples + hard:
            checker.check(case, "exact")
            checker.check(case, "stop-gradient", all_ways=False)
            checker.check(case, "exact", is_single=True, all_ways=False)
        for case in hard:
            if target != "keras" and (target != "jax" or case.title not in THIRD):
                checker.check_twice(case)
        for number, case in enumerate(map(_case_of, programs)):
            form = FORMS[number % len(FORMS)]
            checker.check(case, form)
            if number % SINGLE_EVERY == 0:
                checker.check(case, form, is_single=True, all_ways=False)
    return report


@dataclass(frozen=True)
class _Checker:
    """Compares the files for one target."""

    target: str
    framework: FrameworkProcess
    sluice: Path
    report: Report

    def check(
        self, case: Case, form: str, is_single: bool = False, all_ways: bool = True
    ) -> None:
        is_single = is_single or self._has_only_single_precision()
        precision = ("--precision", "float32") if is_single else ()
        call = case.call(self.framework.framework, *precision)
        title = f"{case.title}, {self.target}, {form}{', single precision' if is_single else ''}"
        answer = self._run(case, form, title, precision, all_ways=all_ways)
        if answer is None:
            return
        if not is_single:
            self._check_forward(case, form, answer)
        result = call.run(self.sluice)
        tolerances = SINGLE if is_single else DOUBLE
        kept = np.full(len(case.points), True)
        if (self.framework.framework, case.title) in HIDDEN_TRAPS:
            kept = np.isfinite(result.gradient)
        if case.noise_free is not None and "noise-free" in answer:
            found, _ = answer["noise-free"]
            self.report.compare(f"{title}: noise-free", call, found, case.noise_free, **tolerances)
        answer.pop("noise-free", None)
        for way, (values, gradients) in answer.items():
            what = f"{title}, {way}"
            self.report.compare(f"{what}: the value", call, values, result.value, **tolerances)
            theirs, ours = np.array(gradients)[kept], result.gradient[kept]
            self.report.compare(f"{what}: the gradient", call, theirs, ours, **tolerances)

    def _has_only_single_precision(self) -> bool:
        """Many of Keras' operations round to it, but on TensorFlow."""
        return self.target == "keras" and self.framework.framework != "tensorflow"

    def _check_forward(self, case: Case, form: str, answer: dict) -> None:
        """Gates leave the forward value alone, bit for bit, but for the sum that rounds, and for values that are
        gradients themselves."""
        is_rounded = self.target == "tensorflow1" and form == "stop-gradient"
        if not case.gates or is_rounded or "grad(" in case.text.replace("dz = grad(", ""):
            return
        title = f"{case.title}, {self.target}, {form}: the forward value with and without gates"
        without = self._run(replace(case, gates=()), form, title, all_ways=False)
        if without is not None:
            expected, found = without["as it is"][0], answer["as it is"][0]
            call = case.call(self.framework.framework)
            self.report.compare(title, call, expected, found, relative=0, absolute=0)

    def check_twice(self, case: Case) -> None:
        """The second derivative, in Sluice that of a gradient inside the text."""
        title = f"{case.title}, {self.target}, twice"
        answer = self._run(case, "exact", title, derivatives=2)
        if answer is None:
            return
        text = case.text.replace("output(z)\n", "")
        twice = replace(case, text=f"{text}first = grad(z, {case.by})\noutput(first)\n")
        call = twice.call(self.framework.framework)
        result = call.run(self.sluice)
        first, second = answer["twice"]
        self.report.compare(f"{title}: the first derivative", call, first, result.value, **DOUBLE)
        self.report.compare(
            f"{title}: the second derivative", call, second, result.gradient, **DOUBLE
        )

    def check_draws(self) -> None:
        """Every source's draws have the mean and the variance of its distribution, and are finite."""
        text = "x = input()\n" + "".join(f"{name} = {call}\n" for name, (call, _, _) in SOURCES.items())
        case = Case("draws", f"{text}z = x*{'*'.join(SOURCES)}\n", (1.0,), {}, "x")
        for precision in ("float64", "float32"):
            options = ("--precision", precision)
            code = case.code(self.sluice, self.target, "exact", self.framework.framework, *options)
            request = {"code": code, "target": self.target, "count": DRAW_COUNT}
            answer = self.framework.ask(request)
            for name, (_, mean, variance) in SOURCES.items():
                self.report.comparisons += 1
                found = answer.get(name, [np.nan] * 4)
                expected = [mean, variance]
                if not np.isfinite(found).all() or not np.allclose(found[:2], expected, 0.03, 0.02):
                    what = f"the draws of {name} for {self.target} in {precision}"
                    details = f"mean, variance, least, largest: {found}, expected: {expected}"
                    self.report.disagree(what, None, details + answer.get("error", ""))

    def check_bundle(self) -> None:
        """The folder for whoever doubts agrees, and no longer does so once one of its expected numbers is another."""
        semantics = self.framework.framework
        with tempfile.TemporaryDirectory() as folder:
            options = ["--target", self.target, "--semantics", semantics, "--check", folder]
            subprocess.run(
                [self.sluice, "code", "example:noisy-layer", *options], check=True, timeout=60
            )
            expected = Path(folder) / "expected.json"
            statuses = [self.framework.ask({"folder": folder}).get("status")]
            numbers = json.loads(expected.read_text())
            numbers["gradient"][1] += 1e-3
            expected.write_text(json.dumps(numbers))
            statuses.append(self.framework.ask({"folder": folder}).get("status"))
        self.report.comparisons += 1
        if statuses != [0, 1]:
            self.report.disagree(f"the check's folder for {self.target} ends with {statuses}", None)

    def _run(
        self, case: Case, form: str, title: str, options: tuple[str, ...] = (), **more
    ) -> dict | None:
        """What the framework makes of the file; nothing, and a disagreement, where it or Sluice fails."""
        call = case.call(self.framework.framework)
        try:
            code = case.code(self.sluice, self.target, form, self.framework.framework, *options)
        except SluiceFailed as failure:
            self.report.disagree(f"{title}: Sluice failed", call, str(failure))
            return None
        request = {
            "code": code,
            "target": self.target,
            "points": list(case.points),
            "noise": {name: list(values) for name, values in case.draws.items()},
        }
        answer = self.framework.ask(request | more)
        if "error" in answer:
            what = f"{title}: the framework failed on this file"
            self.report.disagree(what, call, code + answer["error"])
            return None
        return answer
