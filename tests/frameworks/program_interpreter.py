# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Executes a program of the language symbolically, as Python would execute it: loops unrolled, functions expanded.

This is a second, independent reading of the language. It gives the graph from which gates are chosen and written
into the text, and the values by which the generator keeps away from kinks.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from operation_table import (
    BY_SPELLING,
    COMPARISONS,
    DISTANCE_FROM_KINKS,
    DISTRIBUTIONS,
    INFIX,
)
from program_graph import Definition, Node, Operand, ProgramGraph, Rule

LARGEST_VALUE = 20.0

_INFIX_OF = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}
_COMPARISON_OF = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_FOLD = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "**": operator.pow,
}
_CONSTANTS = {"pi": math.pi, "e": math.e, "inf": math.inf, "nan": math.nan}


class Unsuitable(Exception):
    """A value is near a kink, outside a domain, or too large for a precise comparison."""


@dataclass(frozen=True)
class Function:
    name: str
    parameters: tuple[str, ...]
    defaults: dict[str, Operand]
    body: ast.expr | tuple[ast.stmt, ...]


@dataclass(frozen=True)
class Context:
    """Where a statement stands: in which call of which function, and whether what it assigns is stopped."""

    local_names: dict | None = None
    call: tuple[str, int] | None = None
    stops: bool = False


def values_of(operand: Operand) -> np.ndarray | float:
    return operand.values if isinstance(operand, Node) else operand


class Interpreter:
    """Runs texts piece by piece; `draw` gives the standard draws of a new source of a distribution."""

    def __init__(self, points: list[np.ndarray], draw: Callable[[tuple[float, float]], np.ndarray]):
        self.points = points
        self.draw = draw
        self.graph = ProgramGraph()
        self.names: dict = {}
        # Of the statement at hand: its operations, and the labels of those between numbers, which are no nodes here.
        self.found: list[Node] = []
        self.folded: set[str] = set()

    def snapshot(self) -> tuple:
        return self.graph.copy(), dict(self.names)

    def restore(self, snapshot: tuple) -> None:
        self.graph, self.names = snapshot

    def run(self, text: str) -> None:
        """Executes more text. Raises Unsuitable, after which only `restore` is of use."""
        self._statements(ast.parse(text).body, Context())

    # Statements

    def _statements(self, statements, context: Context) -> Operand | None:
        for statement in statements:
            if isinstance(statement, ast.Return):
                return self._evaluate(statement.value, context)
            self._statement(statement, context)
        return None

    def _statement(self, statement: ast.stmt, context: Context) -> None:
        match statement:
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                results = []
                for value in values:
                    self.found = []
                    results.append((self._evaluate(value, context), self.found))
                for name, (result, found) in zip(names, results, strict=True):
                    self.found = found
                    self._assign(name.id, result, context)
            case ast.Assign(targets=targets, value=value):
                self._define(targets, value, context)
            case ast.AnnAssign(target=target, value=value):
                self._define([target], value, context)
            case ast.AugAssign(target=target, op=op, value=value):
                self.found = []
                left = self._look_up(target.id, context)
                right = self._evaluate(value, context)
                symbol = _INFIX_OF[type(op)]
                result = self._infix(symbol, left, right, target.end_col_offset)
                self._assign(target.id, result, context)
            case ast.FunctionDef(name=name, args=arguments, body=body):
                self.names[name] = self._function(name, arguments, tuple(body), context)
            case ast.For(target=target, iter=ast.Call(args=bounds), body=body):
                limits = [self._evaluate(bound, context) for bound in bounds]
                for number in range(*limits):
                    self._scope(context)[target.id] = number
                    self._statements(body, context)
            case ast.With(body=body):
                stopped = Context(context.local_names, context.call, True)
                self._statements(body, stopped)
            case ast.Expr(value=ast.Call(func=ast.Name(id="output"), args=[value])):
                self.graph.output = self._evaluate(value, context)
            case _:
                raise ValueError(
                    f"a statement the generator should not write: {ast.unparse(statement)}"
                )

    def _define(self, targets, value: ast.expr, context: Context) -> None:
        if isinstance(value, ast.Lambda):
            name = targets[0].id
            self._scope(context)[name] = self._function(name, value.args, value.body, context)
            return
        self.found = []
        result = self._evaluate(value, context)
        if context.call is None and len(targets) == 1 and isinstance(result, float):
            result = self._new(
                "parameter", targets[0].id, (result,), np.full(self._shape(), result)
            )
        for target in targets:
            self._assign(target.id, result, context, is_gateable=len(targets) == 1)
            self.found = []

    def _assign(
        self, name: str, result: Operand, context: Context, is_gateable: bool = True
    ) -> None:
        definition = self.graph.define(name, context.call)
        if isinstance(result, int) and context.call is None:
            self._scope(context)[name] = result
            return
        if context.stops:
            self._name_unnamed(definition, None)
            result = self._new("stopped", "stop_gradient", (result,), values_of(result))
            is_gateable = False
        elif not isinstance(result, Node) or result.definition is not None:
            result = self._new("call", "identity", (result,), values_of(result))
        self._name_unnamed(definition, result)
        result.definition = definition
        result.is_gateable = is_gateable
        self._scope(context)[name] = result

    def _name_unnamed(self, definition: Definition, outermost: Node | None) -> None:
        """The statement's unnamed operations are counted by their label, from left to right in the text."""
        counts: dict[str, int] = {}
        for node in sorted(self.found, key=lambda node: node.position):
            if node is outermost or node.label is None:
                continue
            counts[node.label] = counts.get(node.label, 0) + 1
            node.ordinal = counts[node.label]
            node.definition = definition
            node.is_gateable = node.label not in self.folded
        self.folded = set()
        if outermost is not None:
            outermost.label = None

    def _function(self, name: str, arguments: ast.arguments, body, context: Context) -> Function:
        parameters = tuple(argument.arg for argument in arguments.args)
        defaults = [self._evaluate(default, context) for default in arguments.defaults]
        named = dict(zip(parameters[len(parameters) - len(defaults) :], defaults, strict=True))
        return Function(name, parameters, named, body)

    def _scope(self, context: Context) -> dict:
        return self.names if context.local_names is None else context.local_names

    # Expressions

    def _look_up(self, name: str, context: Context):
        if context.local_names is not None and name in context.local_names:
            return context.local_names[name]
        if name in self.names:
            return self.names[name]
        return _CONSTANTS[name]

    def _evaluate(self, expression: ast.expr, context: Context):
        match expression:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name):
                return self._look_up(name, context)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self._negative(self._evaluate(operand, context), expression.col_offset)
            case ast.BinOp(left=left, op=op, right=right):
                a, b = self._evaluate(left, context), self._evaluate(right, context)
                return self._infix(_INFIX_OF[type(op)], a, b, left.end_col_offset)
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                a, b = self._evaluate(left, context), self._evaluate(right, context)
                return self._compare(_COMPARISON_OF[type(op)], a, b)
            case ast.Call(func=ast.Attribute(value=value, attr=name)):
                first = self._evaluate(value, context)
                return self._call(name, [first], expression, context)
            case ast.Call(func=ast.Name(id=name)):
                return self._call(name, [], expression, context)
        raise ValueError(f"an expression the generator should not write: {ast.unparse(expression)}")

    def _call(self, name: str, first: list, call: ast.Call, context: Context):
        if name == "custom_gradient":
            return self._custom_gradient(call, context)
        operands = first + [self._evaluate(argument, context) for argument in call.args]
        keywords = [keyword.arg for keyword in call.keywords]
        named = [self._evaluate(keyword.value, context) for keyword in call.keywords]
        position = call.func.end_col_offset
        if name == "input":
            return self._input(operands)
        if name in DISTRIBUTIONS:
            return self._noise(name, operands, dict(zip(keywords, named, strict=True)))
        if name == "grad":
            unknown = np.full(self._shape(), math.nan)
            return self._new("gradient", "grad", tuple(operands), unknown, position=position)
        if (function := self._function_named(name, context)) is not None:
            return self._expand(function, operands, dict(zip(keywords, named, strict=True)))
        operands += named
        places = (None,) * (len(operands) - len(named)) + tuple(keywords)
        values, label = self._operation(name, operands)
        return self._new("call", name, tuple(operands), values, places, label, position)

    def _function_named(self, name: str, context: Context) -> Function | None:
        try:
            found = self._look_up(name, context)
        except KeyError:
            return None
        return found if isinstance(found, Function) else None

    def _expand(self, function: Function, operands: list, named: dict):
        self.graph.calls[function.name] += 1
        local_names = {**function.defaults, **dict(zip(function.parameters, operands)), **named}
        call = (function.name, self.graph.calls[function.name])
        context = Context(local_names, call)
        found, self.found = self.found, []
        if isinstance(function.body, tuple):
            result = self._statements(function.body, context)
        else:
            result = self._evaluate(function.body, context)
        self.found = found
        return result

    def _input(self, operands: list) -> Node:
        values = np.stack([self.points[len(self.graph.inputs())]] * 2)
        return self._new("input", "input", tuple(operands), values)

    def _noise(self, name: str, operands: list, named: dict) -> Node:
        distribution = DISTRIBUTIONS[name]
        nominal = named.pop("nominal", None)
        keywords = (None,) * len(operands) + tuple(named)
        operands = operands + list(named.values())
        given = dict(zip(distribution.parameters, operands)) | named
        defaults = dict(zip(distribution.parameters, distribution.defaults))
        parameters = [given.get(key, defaults.get(key)) for key in distribution.parameters]
        draws = self.draw(distribution.draw_range)
        arrays = [np.broadcast_to(values_of(p), self._shape()) for p in parameters]
        if not np.all(distribution.suits(np.stack([draws] * 2), *arrays)):
            raise Unsuitable(name)
        noisy = distribution.compute(draws, *(array[0] for array in arrays))
        calm = self._nominal_value(name, [array[1] for array in arrays])
        if nominal is not None:
            calm = np.broadcast_to(values_of(nominal), self._shape())[1]
        values = np.stack([np.broadcast_to(row, draws.shape) for row in (noisy, calm)])
        node = self._new("noise", name, tuple(operands), values, keywords)
        node.is_noisy, node.draws, node.nominal = True, draws, nominal
        return node

    @staticmethod
    def _nominal_value(name: str, parameters: list[np.ndarray]):
        terms = {f"p{k}": parameter for k, parameter in enumerate(parameters)}
        return eval(DISTRIBUTIONS[name].nominal.format(*terms), {}, terms)

    def _custom_gradient(self, call: ast.Call, context: Context) -> Node:
        value, rule = self._evaluate(call.args[0], context), call.args[1]
        argument = rule.args.args[0].arg
        reads: list[Operand] = []

        class Placeholders(ast.NodeTransformer):
            def visit_Name(inner, node: ast.Name) -> ast.Name:
                try:
                    operand = self._look_up(node.id, context)
                except KeyError:
                    return node
                if node.id == argument or not isinstance(operand, Node):
                    return node
                reads.append(operand)
                return ast.Name(f"READ{len(reads) - 1}END")

        body = ast.unparse(Placeholders().visit(ast.parse(ast.unparse(rule.body), mode="eval")))
        text = body.replace("READ", "{").replace("END", "}")
        node = self._new("custom", "custom_gradient", (value,), values_of(value))
        node.rule = Rule(argument, text, tuple(reads))
        node.is_noisy = node.is_noisy or any(isinstance(r, Node) and r.is_noisy for r in reads)
        return node

    # Operations

    def _operation(self, name: str, operands: list) -> tuple[np.ndarray, str | None]:
        arrays = [values_of(operand) for operand in operands]
        match name:
            case "stop_gradient" | "detach":
                return arrays[0], "stop_gradient"
            case "surrogate":
                return arrays[0], "surrogate"
            case "where":
                return np.where(*arrays), "where"
        operation = BY_SPELLING[name]
        arrays = [np.asarray(array, dtype=float) for array in arrays]
        if name == "gelu" and len(operands) > 1:
            values = operation.compute(arrays[0], bool(operands[1]))
        else:
            with np.errstate(all="ignore"):
                values = operation.compute(*arrays)
        self._require(operation.suits, arrays, operation.is_total)
        return values, operation.name

    def _infix(self, symbol: str, a: Operand, b: Operand, position: int):
        label, compute, suits = INFIX[symbol]
        if not isinstance(a, Node) and not isinstance(b, Node):
            self.folded.add(label)
            return _FOLD[symbol](a, b)
        arrays = [np.asarray(values_of(operand), dtype=float) for operand in (a, b)]
        with np.errstate(all="ignore"):
            values = compute(*arrays)
        is_power_of_whole = symbol == "**" and isinstance(b, int) and b >= 0
        self._require(suits, arrays, symbol in "+-*" or is_power_of_whole)
        return self._new("infix", symbol, (a, b), values, label=label, position=position)

    def _compare(self, symbol: str, a: Operand, b: Operand) -> Node | bool:
        arrays = [np.asarray(values_of(operand), dtype=float) for operand in (a, b)]
        if not np.all(np.abs(arrays[0] - arrays[1]) > DISTANCE_FROM_KINKS):
            raise Unsuitable(symbol)
        return self._new("compare", symbol, (a, b), COMPARISONS[symbol](*arrays))

    def _negative(self, operand: Operand, position: int) -> Operand:
        if not isinstance(operand, Node):
            return -operand
        return self._new("negative", "-", (operand,), -operand.values, position=position)

    @staticmethod
    def _require(suits, arrays: list[np.ndarray], is_total: bool) -> None:
        arrays = np.broadcast_arrays(*arrays)
        known = ~np.any(np.isnan(arrays), axis=0)
        with np.errstate(all="ignore"):
            suitable = np.broadcast_to(suits(*arrays), known.shape)
        if not np.all(suitable[known]) or not (is_total or np.all(known)):
            raise Unsuitable(suits)

    def _shape(self) -> tuple[int, int]:
        return 2, len(self.points[0])

    def _new(self, kind, name, operands, values, keywords=(), label=None, position=0) -> Node:
        values = np.broadcast_to(values, self._shape())
        if np.any(np.abs(values) > LARGEST_VALUE):
            raise Unsuitable(name)
        noisy = any(isinstance(operand, Node) and operand.is_noisy for operand in operands)
        keywords = keywords or (None,) * len(operands)
        node = Node(len(self.graph.nodes), kind, name, operands, values, noisy, keywords)
        node.label, node.position = label, position
        self.graph.nodes.append(node)
        self.found.append(node)
        return node
