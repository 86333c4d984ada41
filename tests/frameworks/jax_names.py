# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JAX: the language's bare names, and how a text's value and gradient are computed. In double precision.

JAX differentiates functions, not values, so a text executed here makes expressions that are evaluated later: a
gradient is jax.vjp of the function that evaluates its expression with the input replaced.
"""

from __future__ import annotations

import operator
from collections.abc import Callable

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from jax.scipy import special

from bare_names import CONSTANTS, noise_names, with_aliases

jax.config.update("jax_enable_x64", True)


class Evaluation:
    """Values of expressions, given those of some of them (the inputs)."""

    def __init__(self, given: dict[Expression, jax.Array]):
        self.given = given
        self._known = dict(given)

    def of(self, operand):
        if not isinstance(operand, Expression):
            return operand
        if operand not in self._known:
            self._known[operand] = operand.value_in(self)
        return self._known[operand]


class Expression:
    """A function of other expressions; numbers may stand among them."""

    def __init__(self, function: Callable | None, *operands):
        self._function = function
        self._operands = operands

    def value_in(self, evaluation: Evaluation):
        return self._function(*map(evaluation.of, self._operands))

    __hash__ = object.__hash__


def _binary(function: Callable, is_reflected: bool = False) -> Callable:
    if is_reflected:
        return lambda self, other: Expression(function, other, self)
    return lambda self, other: Expression(function, self, other)


for _name in ("add", "sub", "mul", "truediv", "pow"):
    setattr(Expression, f"__{_name}__", _binary(getattr(operator, _name)))
    setattr(Expression, f"__r{_name}__", _binary(getattr(operator, _name), True))
for _name in ("lt", "le", "gt", "ge", "eq", "ne"):
    setattr(Expression, f"__{_name}__", _binary(getattr(operator, _name)))
Expression.__neg__ = lambda self: Expression(operator.neg, self)


class _Gradient(Expression):
    """The gradient of one expression by another."""

    def value_in(self, evaluation: Evaluation):
        z, x = self._operands
        point = evaluation.of(x)

        def function(value):
            return Evaluation({**evaluation.given, x: value}).of(z) + jnp.zeros_like(point)

        value, pull_back = jax.vjp(function, point)
        return pull_back(jnp.ones_like(value))[0]


class _CustomGradient(Expression):
    """The value of one expression, whose upstream gradient is replaced by what a rule makes of it."""

    def __init__(self, v, rule: Callable):
        super().__init__(None, v)
        self._upstream = Expression(None)
        self._replacement = rule(self._upstream)

    def value_in(self, evaluation: Evaluation):
        keys = list(evaluation.given)

        @jax.custom_vjp
        def replaced(v, given):
            return v

        def forward(v, given):
            # Not `v`: derivatives of the derivative go through this node by its rule, too.
            return replaced(v, given), given

        def backward(given, upstream):
            inner = Evaluation({**dict(zip(keys, given)), self._upstream: upstream})
            replacement = inner.of(self._replacement) + jnp.zeros_like(upstream)
            return replacement, [jnp.zeros_like(value) for value in given]

        replaced.defvjp(forward, backward)
        given = list(evaluation.given.values())
        v = jnp.broadcast_to(evaluation.of(self._operands[0]), given[0].shape)
        return replaced(v, given)


class Jax:
    """Executes texts in JAX."""

    def run(self, text: str, inputs: list, draws: list, by: int, output: str) -> dict:
        points = [jnp.asarray(values, float) for values in inputs]
        variables = [Expression(None) for _ in points]
        names = self._names(points[0], variables, [jnp.asarray(values, float) for values in draws])
        exec(text, names)
        evaluation = Evaluation(dict(zip(variables, points)))
        value = evaluation.of(names[output]) + jnp.zeros_like(points[by])
        gradient = evaluation.of(_Gradient(None, names[output], variables[by]))
        return {"value": np.asarray(value).tolist(), "gradient": np.asarray(gradient).tolist()}

    @staticmethod
    def _names(like, variables: list, draws: list) -> dict:
        remaining = iter(variables)

        def array(v):
            if isinstance(v, bool | int | float):
                return jnp.full_like(like, v, dtype=bool if isinstance(v, bool) else None)
            return v

        def lifted(function):
            def lifted_function(*operands, **options):
                return Expression(lambda *v: function(*map(array, v), **options), *operands)

            return lifted_function

        def surrogate(forward, backward):
            return lax.stop_gradient(forward) + (backward - lax.stop_gradient(backward))

        def clip(v, low=-jnp.inf, high=jnp.inf):
            return Expression(lambda v, low, high: jnp.clip(array(v), low, high), v, low, high)

        of_numpy = (
            "square sqrt reciprocal exp expm1 log log1p log2 log10 sin cos tan arcsin arccos arctan arctan2 sinh cosh "
            "tanh arcsinh arccosh arctanh sign floor ceil round trunc abs minimum maximum where heaviside"
        ).split()
        of_nn = "sigmoid log_sigmoid softplus relu relu6 leaky_relu elu selu gelu silu hard_tanh"
        names = {name.replace("arc", "a"): lifted(getattr(jnp, name)) for name in of_numpy}
        names |= {name: lifted(getattr(jax.nn, name)) for name in of_nn.split()}
        names |= {
            "softsign": lifted(jax.nn.soft_sign),
            "rsqrt": lifted(lax.rsqrt),
            "erf": lifted(special.erf),
            "erfc": lifted(special.erfc),
            "stop_gradient": lifted(lax.stop_gradient),
            "surrogate": lifted(surrogate),
            "pow": lambda v, p: Expression(lambda v, p: jnp.power(array(v), p), v, p),
            "clip": clip,
            "heaviside": lambda v, h0=0.5: lifted(jnp.heaviside)(v, h0),
            "leaky_relu": lambda v, alpha=0.2: lifted(jax.nn.leaky_relu)(v, negative_slope=alpha),
            "elu": lambda v, alpha=1.0: lifted(jax.nn.elu)(v, alpha=alpha),
            "gelu": lambda v, approximate=False: lifted(jax.nn.gelu)(v, approximate=approximate),
            "custom_gradient": _CustomGradient,
            "grad": lambda z, x: _Gradient(None, z, x),
            "input": lambda low=None, high=None: next(remaining),
            "output": lambda z: None,
        }
        expressions = (Expression(lambda draw=draw: draw) for draw in draws)
        return CONSTANTS | with_aliases(names) | noise_names(expressions, names["where"])
