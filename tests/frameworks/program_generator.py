# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random programs of the language: deterministic by their seed, tame in value, and together covering all of it.

Texts are made piece by piece. Each piece is executed at the program's points (program_interpreter.py) and thrown away
where a value comes near a kink, leaves a domain or grows large. Operations and pieces that have been used least are
taken first, so that some hundred programs cover everything; `REQUIRED` says what that is.
"""

from __future__ import annotations

import ast
import contextlib
import itertools
import random
import textwrap
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from operation_table import BY_SPELLING, COMPARISONS, DISTRIBUTIONS, OPERATIONS
from program_graph import ProgramGraph
from program_interpreter import Interpreter, Unsuitable

MAXIMUM_SOURCES = 3
POINT_COUNT = 4

CONTROL_FORMS = (
    "stop_gradient",
    "detach",
    "surrogate",
    "custom_gradient",
    "grad",
    "second derivative",
    "where",
    "nominal",
    "noise parameter of x",
)


@dataclass
class Program:
    """A text, its graph, the points at which it is computed, and by which input it is differentiated."""

    number: int
    text: str
    graph: ProgramGraph
    points: list[np.ndarray]
    input_names: list[str]
    by: int
    output: str
    # Whether it uses only what all three frameworks can execute.
    is_portable: bool
    features: set[str] = field(default_factory=set)


class ProgramGenerator:
    """Makes programs; `usage` counts what they used."""

    def __init__(self, seed: int):
        self.seed = seed
        self.usage: Counter = Counter()

    def program(self, number: int, is_portable: bool) -> Program:
        program = self._suitable_program(number, is_portable)
        program.features |= _features_of(program)
        self.usage.update(program.features)
        return program

    def _suitable_program(self, number: int, is_portable: bool) -> Program:
        """Begins anew where the output's own statement turns out unsuitable."""
        for attempt in itertools.count():
            generator = random.Random(f"{self.seed}/{number}/{attempt}")
            with contextlib.suppress(Unsuitable, OverflowError, ZeroDivisionError):
                return _Writer(generator, self.usage, is_portable).write(number)
        raise AssertionError("there is always another attempt")


def _features_of(program: Program) -> set[str]:
    features = {f"{min(len(program.graph.sources()), MAXIMUM_SOURCES)} noise sources"}
    for node in program.graph.nodes:
        if node.kind == "noise":
            features.add(node.name)
            if node.nominal is not None:
                features.add("nominal")
            if any(np.ptp(values) > 0 for values in map(_noise_free_values, node.operands)):
                features.add("noise parameter of x")
        elif node.kind == "gradient":
            is_second = getattr(node.operands[0], "kind", "") == "gradient"
            features.add("second derivative" if is_second else "grad")
        elif node.kind == "call" and node.name in BY_SPELLING:
            features |= {node.name, BY_SPELLING[node.name].name}
        else:
            features.add(node.name)
    return features


def _noise_free_values(operand) -> np.ndarray:
    return operand.values[1] if hasattr(operand, "values") else np.zeros(1)


class _Writer:
    """Writes one program."""

    def __init__(self, generator: random.Random, usage: Counter, is_portable: bool):
        self._random = generator
        self._usage = usage
        self._is_portable = is_portable
        self._lines: list[str] = []
        self._variables: list[str] = []
        self._features: set[str] = set()
        self._serial = 0

    def write(self, number: int) -> Program:
        names, points, by = self._inputs()
        self._interpreter = Interpreter(points, self._draws)
        for line in self._input_lines:
            self._accept(line)
        self._variables = list(names)
        for _ in range(self._random.randint(0, 2)):
            self._try(self._parameter)
        pieces = self._random.randint(3, 6)
        for _ in range(pieces):
            piece = self._least_used(_PIECES if self._is_portable else _PIECES + _TORCH_PIECES)
            if self._try(getattr(self, "_" + piece.replace(" ", "_"))):
                self._features.add(piece)
        output = self._write_output(names[by])
        return Program(
            number,
            "\n".join(self._lines) + "\n",
            self._interpreter.graph,
            points,
            names,
            by,
            output,
            self._is_portable,
            self._features,
        )

    # Inputs, and what the interpreter asks for

    def _inputs(self) -> tuple[list[str], list[np.ndarray], int]:
        names = ["x", "w"] if self._random.random() < 0.35 else ["x"]
        by = self._random.randrange(len(names))
        ranges = {"x": (-2.0, 2.0), "w": (0.5, 1.5)}
        points = [np.full(POINT_COUNT, sum(ranges[name]) / 2) for name in names]
        low, high = ranges[names[by]]
        points[by] = np.array([self._random.uniform(low, high) for _ in range(POINT_COUNT)])
        texts = {"x": "x = input(-2, 2)", "w": "w = input(0.5, 1.5)"}
        self._input_lines = [texts[name] for name in names]
        return names, points, by

    def _draws(self, limits: tuple[float, float]) -> np.ndarray:
        return np.array([self._random.uniform(*limits) for _ in range(POINT_COUNT)])

    # Accepting pieces

    def _try(self, piece) -> bool:
        """Tries a piece until it is suitable; gives up after some attempts."""
        for _ in range(40):
            snapshot = self._interpreter.snapshot()
            variables, serial, features = list(self._variables), self._serial, set(self._features)
            try:
                self._accept(piece())
                return True
            except (Unsuitable, OverflowError, ZeroDivisionError):
                self._interpreter.restore(snapshot)
                self._variables, self._serial, self._features = variables, serial, features
        return False

    def _accept(self, text: str) -> None:
        if self._random.random() < 0.5:
            text = ast.unparse(ast.parse(text))  # with as few brackets as precedence allows
        self._interpreter.run(text)
        if len(self._interpreter.graph.sources()) > MAXIMUM_SOURCES:
            raise Unsuitable("too many noise sources")
        self._lines += text.split("\n")

    def _least_used(self, names) -> str:
        some = self._random.sample(sorted(names), min(4, len(names)))
        return min(some, key=lambda name: self._usage[name])

    def _fresh(self, stem: str) -> str:
        self._serial += 1
        return f"{stem}{self._serial}"

    def _define(self, expression: str, stem: str = "v") -> str:
        name = self._fresh(stem)
        self._variables.append(name)
        return f"{name} = {expression}"

    # Expressions

    def _variable(self) -> str:
        recent = self._variables[-4:]
        return self._random.choice(recent if self._random.random() < 0.7 else self._variables)

    def _number(self) -> str:
        return repr(round(self._random.uniform(0.2, 1.9), 2))

    def _expression(self, depth: int) -> str:
        if depth == 0:
            return self._variable() if self._random.random() < 0.85 else self._number()
        kind = self._random.random()
        if kind < 0.3:
            return self._infix(depth)
        if kind < 0.82:
            return self._call(depth)
        if kind < 0.9:
            return self._where(depth)
        return self._control(depth)

    def _infix(self, depth: int) -> str:
        a, b = self._expression(depth - 1), self._expression(depth - 1)
        form = self._random.choice(
            (
                "({a}) + ({b})",
                "({a}) - ({b})",
                "({a}) * ({b})",
                "({a}) * {n}",
                "{n} - ({a})",
                "({a}) / (1.5 + sin({b}))",
                "{n} / (0.5 + ({b}) ** 2)",
                "({a}) ** 2",
                "(0.5 * ({a})) ** 3",
                "{n} ** tanh({a})",
                "(1.5 + cos({a})) ** -1.5",
                "(1.5 + cos({a})) ** sin({b})",
                "-({a})",
                "pi * sin({a}) / e",
            )
        )
        return form.format(a=a, b=b, n=self._number())

    def _call(self, depth: int) -> str:
        operation = OPERATIONS[self._least_used(OPERATIONS)]
        name = self._least_used(operation.spellings)
        arguments = []
        for templates in operation.arguments:
            template = self._random.choice(templates)
            arguments.append(template.replace("{}", self._expression(depth - 1)))
        text = f"{name}({', '.join(arguments)}{self._random.choice(operation.endings)})"
        if operation.is_step:
            return f"{text} * ({self._variable()})" if self._random.random() < 0.7 else text
        can_be_method = not self._is_portable and name in (
            "tanh",
            "sin",
            "exp",
            "erf",
            "atan",
            "abs",
        )
        if can_be_method and self._random.random() < 0.5:
            self._features.add("method")
            return f"({arguments[0]} + 0.0 * {self._variables[0]}).{name}()"
        return text

    def _where(self, depth: int) -> str:
        comparison = self._least_used(COMPARISONS)
        left, right = self._variable(), self._random.choice((self._variable(), self._number()))
        condition = f"{left} {comparison} {right}"
        if self._random.random() < 0.05:
            condition = self._random.choice(("True", "False"))
        elif self._random.random() < 0.05:
            return f"where({left} < 100.0, {self._expression(depth - 1)}, nan)"
        return f"where({condition}, {self._expression(depth - 1)}, {self._expression(depth - 1)})"

    def _control(self, depth: int) -> str:
        v = self._expression(depth - 1)
        match self._least_used(("stop_gradient", "detach", "surrogate", "custom_gradient")):
            case "surrogate":
                return f"surrogate({v}, {self._expression(depth - 1)})"
            case "custom_gradient":
                return f"custom_gradient(({v}) * 1.0, lambda g: {self._rule()})"
            case name:
                return f"{name}({v})"

    def _rule(self) -> str:
        x = self._variables[0]
        return self._random.choice(
            ("-g", "0.5 * g", f"g * cos({x})", "tanh(g)", f"g + 0.1 * {x} ** 2", "clip(g, -50, 50)")
        )

    # Noise

    def _source(self) -> str:
        distribution = DISTRIBUTIONS[self._least_used(DISTRIBUTIONS)]
        keyword = self._random.random() < 0.2
        arguments = []
        for name, templates in zip(distribution.parameters, distribution.templates):
            text = self._random.choice(templates).replace("{}", self._variable())
            arguments.append(f"{name}={text}" if keyword else text)
        if distribution.name in ("uniform", "normal") and self._random.random() < 0.15:
            arguments = []
        if self._random.random() < 0.2:
            arguments.append(f"nominal={self._random.choice(('0.5', 'sin(x)', '0.3 + 0.1 * x'))}")
        return f"{distribution.name}({', '.join(arguments)})"

    def _noise(self) -> str:
        return self._define(self._source(), "u")

    def _inline_noise(self) -> str:
        form = self._random.choice(("({v}) * (1.0 + 0.2 * {s})", "sin({s}) + ({v})"))
        return self._define(form.format(v=self._expression(1), s=self._source()))

    # Statements

    def _parameter(self) -> str:
        sign = self._random.choice(("", "-"))
        return self._define(sign + self._number(), "a")

    def _assignment(self) -> str:
        return self._define(self._expression(2))

    def _copy(self) -> str:
        return self._define(self._variable())

    def _annotated_assignment(self) -> str:
        name = self._fresh("v")
        text = f"{name}: float = {self._expression(2)}"
        self._variables.append(name)
        return text

    def _chained_assignment(self) -> str:
        first, second = self._fresh("v"), self._fresh("v")
        text = f"{first} = {second} = {self._expression(2)}"
        self._variables += [first, second]
        return text

    def _tuple_assignment(self) -> str:
        first, second = self._fresh("v"), self._fresh("v")
        text = f"{first}, {second} = {self._expression(1)}, {self._expression(2)}"
        self._variables += [first, second]
        return text

    def _swap(self) -> str:
        first, second = self._fresh("v"), self._fresh("v")
        text = f"{first} = {self._expression(1)}; {second} = {self._expression(1)}\n"
        self._variables += [first, second]
        return text + f"{first}, {second} = {second} * 0.5, {first} + 0.1"

    def _augmented_assignment(self) -> str:
        name = self._fresh("h")
        text = f"{name} = {self._expression(1)}\n"
        symbol = self._least_used(("+=", "-=", "*=", "/=", "**="))
        right = {"/=": "1.4 + 0.3 * sin({})", "**=": "2"}.get(symbol, "0.8 * ({})")
        text += f"{name} {symbol} {right.replace('{}', self._expression(1))}"
        self._features.add(symbol)
        self._variables.append(name)
        return text

    def _reassignment(self) -> str:
        name = self._fresh("h")
        text = f"{name} = {self._expression(1)}\n"
        self._variables.append(name)
        for _ in range(self._random.randint(1, 2)):
            text += f"{name} = sin({name}) * ({self._expression(1)})\n"
        return text.rstrip("\n")

    def _loop(self) -> str:
        name = self._fresh("h")
        text = f"{name} = {self._expression(1)}\n"
        self._variables.append(name)
        bounds = self._random.choice(("3", "1, 3", "0, 6, 3", "4, 1, -2"))
        update = self._random.choice(
            (
                "{h} = tanh({h} * {n} + i * 0.2)",
                "{h} = 0.5 * {h} + sin({v}) * i",
                "t = sin({h} * {n})\n    {h} = {h} - 0.3 * t",
                "{h} += 0.3 * cos({h} + i)",
                "{h} *= {s}",
            )
        ).format(h=name, n=self._number(), v=self._variable(), s=self._source())
        return text + f"for i in range({bounds}):\n    {update}"

    def _nested_loop(self) -> str:
        name, steps = self._fresh("h"), self._fresh("n")
        start = f"{steps} = 2\n{name} = {self._expression(1)}\n"
        text = start + f"for i in range({steps}):\n    for j in range(i + 1):\n"
        self._variables.append(name)
        return text + f"        {name} = sin({name} + 0.1 * j) * {self._number()}"

    def _function(self) -> str:
        name, h = self._fresh("layer"), self._random.choice(("h", "t"))
        factor = self._source() if self._random.random() < 0.3 else f"cos({self._variables[0]})"
        body = [f"{h} = a * b + {self._number()}"]
        if self._random.random() < 0.5:
            body.append(f"{h} = sin({h}) * ({self._expression(1)})")
        body += [
            f"k = {factor}",
            f"return {h} * k" if self._random.random() < 0.7 else f"return {h}",
        ]
        header = f"def {name}(a, b=0.7):\n"
        calls = self._random.choice(("{f}({v})", "{f}({v}) - {f}({w}, b=0.4)", "{f}(a={v}, b={w})"))
        call = calls.format(f=name, v=self._expression(1), w=self._expression(1))
        return header + textwrap.indent("\n".join(body), "    ") + "\n" + self._define(call)

    def _one_line_function(self) -> str:
        name = self._fresh("f")
        body = self._random.choice(("a * sin(b)", "tanh(a - b) * 1.2", "surrogate(a, a * b)"))
        call = f"{name}({self._expression(1)}, {self._expression(1)})"
        return f"def {name}(a, b): return {body}\n" + self._define(call)

    def _lambda(self) -> str:
        name = self._fresh("f")
        inside = self._source() if self._random.random() < 0.2 else self._number()
        text = f"{name} = lambda a: sin(a) * {inside}\n"
        return text + self._define(f"{name}({self._expression(1)}) + {name}({self._variable()})")

    # Gradients

    def _gradient(self) -> str:
        x = self._random.choice([name for name in ("x", "w") if name in self._variables])
        inner = self._define(self._expression(2), "y")
        gradient = f"grad({self._variables[-1]}, {x})"
        use = self._random.choice(("{g}", "sin({g})", "0.3 * {g} + {v}", "tanh(0.2 * {g}) * ({v})"))
        return inner + "\n" + self._define(use.format(g=gradient, v=self._variable()), "g")

    def _second_derivative(self) -> str:
        x = self._random.choice([name for name in ("x", "w") if name in self._variables])
        inner = self._define(self._expression(2), "y")
        y = self._variables[-1]
        form = self._random.choice(("grad(grad({y}, {x}), {x})", "grad({y} * grad({y}, {x}), {x})"))
        return inner + "\n" + self._define("0.2 * " + form.format(y=y, x=x), "g")

    def _gradient_inside(self) -> str:
        inner = self._define(f"0.8 * x + sin({self._expression(1)})", "y")
        middle = self._variables[-1]
        outer = f"sin({middle}) * {middle} + 0.2 * ({self._expression(1)})"
        return inner + "\n" + self._define(f"0.5 * grad({outer}, {middle})", "g")

    def _no_grad(self) -> str:
        name = self._fresh("v")
        text = f"with torch.no_grad():\n    {name} = {self._expression(1)}"
        self._variables.append(name)
        return text

    # The output

    def _write_output(self, by: str) -> str:
        read = {
            node.id
            for node in ast.walk(ast.parse("\n".join(self._lines)))
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }
        unread = [name for name in self._variables if name not in read] or [self._variables[-1]]
        terms = [f"{self._number()} * {name}" for name in unread]
        terms = [self._random.choice((term, f"sin({term})")) for term in terms]
        ending = self._random.choice(("output", "last", "gradient request"))
        text = "z = " + " + ".join(terms)
        if len(unread) > 1 and self._random.random() < 0.5:
            text = f"z = ({' + '.join(terms[:-1])}) * cos({unread[-1]})"
        self._accept(text)
        self._features.add(ending)
        self._interpreter.graph.output = self._interpreter.names["z"]
        if ending == "output":
            self._lines.append("output(z)")
        elif ending == "gradient request":
            self._lines.append(f"dz = grad(z, {by})")
        return "z"


_PIECES = (
    "noise",
    "inline noise",
    "assignment",
    "copy",
    "annotated assignment",
    "chained assignment",
    "tuple assignment",
    "swap",
    "augmented assignment",
    "reassignment",
    "loop",
    "nested loop",
    "function",
    "one line function",
    "lambda",
    "gradient",
    "second derivative",
)
# Python objects of PyTorch have methods, no_grad exists there alone, and JAX has no gradient by a value.
_TORCH_PIECES = ("gradient inside", "no grad")

REQUIRED = frozenset(
    {
        *BY_SPELLING,
        *DISTRIBUTIONS,
        *COMPARISONS,
        *CONTROL_FORMS,
        *_PIECES,
        *_TORCH_PIECES,
        *("+", "-", "*", "/", "**", "+=", "-=", "*=", "/=", "**="),
        *("output", "last", "gradient request", "method"),
        *(f"{count} noise sources" for count in range(MAXIMUM_SOURCES + 1)),
    }
)
