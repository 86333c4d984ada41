# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The operations of the language as the generator sees them: their spellings, their values, and where they are
well-behaved, that is away from kinks, poles, overflow and cancellation."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

EULER_GAMMA = 0.5772156649015329
DISTANCE_FROM_KINKS = 1e-3


def _away_from(*kinks: float) -> Callable[..., np.ndarray]:
    return lambda v, *_: np.all([np.abs(v - kink) > DISTANCE_FROM_KINKS for kink in kinks], axis=0)


def _within(low: float, high: float) -> Callable[..., np.ndarray]:
    return lambda v, *_: (low < v) & (v < high)


def _both(*conditions: Callable[..., np.ndarray]) -> Callable[..., np.ndarray]:
    return lambda *v: np.all([condition(*v) for condition in conditions], axis=0)


def _far_apart(a, b) -> np.ndarray:
    return np.abs(a - b) > DISTANCE_FROM_KINKS


def _anywhere(v, *_) -> np.ndarray:
    return np.ones_like(v, dtype=bool)


def _sigmoid(v):
    return 1 / (1 + np.exp(-v))


def _elu(v, alpha=1.0):
    return np.where(v > 0, v, alpha * np.expm1(v))


_erf = np.vectorize(math.erf, otypes=[float])
_erfc = np.vectorize(math.erfc, otypes=[float])


def _gelu(v, approximate=False):
    if approximate:
        return 0.5 * v * (1 + np.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v**3)))
    return 0.5 * v * (1 + _erf(v / math.sqrt(2)))


def _clip(v, low, high):
    return np.minimum(np.maximum(v, low), high)


def _clip_suits(v, low, high) -> np.ndarray:
    return _far_apart(v, low) & _far_apart(v, high) & (high - low > DISTANCE_FROM_KINKS)


_WHOLE = _both(lambda v: np.abs(v - np.round(v)) > DISTANCE_FROM_KINKS)
_HALF = _both(lambda v: np.abs(v - np.floor(v) - 0.5) > DISTANCE_FROM_KINKS)

# What makes an argument suitable, whatever the expression in the braces is.
POSITIVE = ("1.3 + sin({})", "0.4 + ({}) ** 2", "exp(tanh({}))", "sqrt(0.3 + ({}) ** 2)")
UNIT = ("0.8 * sin({})", "0.85 * tanh({})", "0.6 * cos({})")
SMALL = ("2.0 * tanh({})", "0.5 * ({})", "sin({}) + 0.7 * tanh({})")
ABOVE_ONE = ("1.4 + ({}) ** 2", "2.6 + sin({})")
ANY = ("{}", "1.7 * ({})", "({}) - 0.35")


@dataclass(frozen=True)
class Operation:
    """One row: `arguments` holds, for each operand, templates that make an expression suitable."""

    name: str
    compute: Callable[..., np.ndarray]
    suits: Callable[..., np.ndarray]
    arguments: tuple[tuple[str, ...], ...]
    aliases: tuple[str, ...] = ()
    # Literal arguments that may follow, as they stand in the text.
    endings: tuple[str, ...] = ("",)
    # Whether it suits any argument at all, so that gradients may be put into it.
    is_total: bool = False
    # Whether its derivative is 0 everywhere.
    is_step: bool = False

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


def _unary(name, compute, suits, templates, *aliases, **more) -> Operation:
    return Operation(name, compute, suits, (templates,), aliases, **more)


def _step(name, compute, suits) -> Operation:
    return Operation(name, compute, suits, (ANY,), is_step=True)


OPERATIONS = {
    operation.name: operation
    for operation in (
        _unary("square", np.square, _within(-4, 4), SMALL),
        _unary("sqrt", np.sqrt, _within(0.1, 50), POSITIVE),
        _unary("rsqrt", lambda v: 1 / np.sqrt(v), _within(0.1, 50), POSITIVE),
        _unary("reciprocal", np.reciprocal, lambda v: np.abs(v) > 0.2, POSITIVE),
        Operation("pow", np.power, lambda v, p: (v > 0.1) & (np.abs(p) < 3), (POSITIVE, SMALL)),
        _unary("exp", np.exp, _within(-5, 3), SMALL),
        _unary("expm1", np.expm1, _within(-5, 3), SMALL),
        _unary("log", np.log, _within(0.1, 50), POSITIVE),
        _unary("log1p", np.log1p, _within(-0.9, 50), POSITIVE),
        _unary("log2", np.log2, _within(0.1, 50), POSITIVE),
        _unary("log10", np.log10, _within(0.1, 50), POSITIVE),
        _unary("sin", np.sin, _within(-20, 20), ANY, is_total=True),
        _unary("cos", np.cos, _within(-20, 20), ANY, is_total=True),
        _unary("tan", np.tan, _within(-1.2, 1.2), UNIT),
        _unary("asin", np.arcsin, _within(-0.95, 0.95), UNIT, "arcsin"),
        _unary("acos", np.arccos, _within(-0.95, 0.95), UNIT, "arccos"),
        _unary("atan", np.arctan, _within(-10, 10), ANY, "arctan", is_total=True),
        Operation(
            "atan2", np.arctan2, lambda y, x: y * y + x * x > 0.05, (ANY, POSITIVE), ("arctan2",)
        ),
        _unary("sinh", np.sinh, _within(-3, 3), SMALL),
        _unary("cosh", np.cosh, _within(-3, 3), SMALL),
        _unary("tanh", np.tanh, _within(-3, 3), SMALL, is_total=True),
        _unary("asinh", np.arcsinh, _within(-10, 10), ANY, "arcsinh", is_total=True),
        _unary("acosh", np.arccosh, _within(1.2, 50), ABOVE_ONE, "arccosh"),
        _unary("atanh", np.arctanh, _within(-0.95, 0.95), UNIT, "arctanh"),
        _unary("sigmoid", _sigmoid, _within(-5, 5), ANY, "expit", is_total=True),
        _unary("log_sigmoid", lambda v: np.log(_sigmoid(v)), _within(-5, 5), ANY, "logsigmoid"),
        _unary("softplus", lambda v: np.logaddexp(v, 0), _within(-5, 30), ANY, is_total=True),
        _unary("softsign", lambda v: v / (1 + np.abs(v)), _away_from(0), ANY),
        _unary("relu", lambda v: np.maximum(v, 0), _away_from(0), ANY),
        _unary("relu6", lambda v: _clip(v, 0, 6), _away_from(0, 6), ANY),
        _unary(
            "leaky_relu",
            lambda v, alpha=0.2: np.where(v > 0, v, alpha * v),
            _away_from(0),
            ANY,
            endings=("", ", 0.3", ", alpha=0.0625"),
        ),
        _unary("elu", _elu, _away_from(0), ANY, endings=("", ", alpha=0.7", ", 1.3")),
        _unary(
            "selu",
            lambda v: 1.0507009873554805 * _elu(v, 1.6732632423543772),
            _away_from(0),
            ANY,
        ),
        _unary(
            "gelu",
            _gelu,
            _within(-4, 4),
            SMALL,
            endings=("", ", approximate=True", ", approximate=False"),
        ),
        _unary("silu", lambda v: v * _sigmoid(v), _within(-5, 5), ANY, "swish"),
        _unary("hard_tanh", lambda v: _clip(v, -1, 1), _away_from(-1, 1), ANY, "hardtanh"),
        _unary("erf", _erf, _within(-3, 3), SMALL, is_total=True),
        _unary("erfc", _erfc, _within(-3, 3), SMALL),
        _step("sign", np.sign, _away_from(0)),
        _step("floor", np.floor, _WHOLE),
        _step("ceil", np.ceil, _WHOLE),
        _step("round", np.round, _HALF),
        _step("trunc", np.trunc, _WHOLE),
        Operation(
            "heaviside",
            lambda v, h=0.5: np.heaviside(v, h),
            _away_from(0),
            (ANY,),
            endings=("", ", 0.25", ", h0=1.0"),
            is_step=True,
        ),
        _unary("abs", np.abs, _away_from(0), ANY, "fabs", "absolute"),
        Operation("minimum", np.minimum, _far_apart, (ANY, ANY), ("min",)),
        Operation("maximum", np.maximum, _far_apart, (ANY, ANY), ("max",)),
        Operation(
            "clip",
            _clip,
            _clip_suits,
            (ANY, ("-0.4", "-1.1 - 0.1 * tanh({})", "-inf"), ("0.6", "1.2 + 0.2 * sin({})", "inf")),
            ("clamp", "clip_by_value"),
        ),
    )
}

BY_SPELLING = {
    spelling: operation for operation in OPERATIONS.values() for spelling in operation.spellings
}

INFIX = {
    "+": ("add", np.add, lambda a, b: _anywhere(a)),
    "-": ("sub", np.subtract, lambda a, b: _anywhere(a)),
    "*": ("mul", np.multiply, lambda a, b: _anywhere(a)),
    "/": ("div", np.divide, lambda a, b: np.abs(b) > 0.2),
    "**": (
        "pow",
        lambda a, b: np.power(np.asarray(a, dtype=float), b),
        lambda a, b: (np.abs(b) < 4) & ((a > 0.1) | ((b == np.round(b)) & (b >= 0))),
    ),
}

COMPARISONS = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
}


@dataclass(frozen=True)
class Distribution:
    """A kind of noise source. Its parameters' `templates` hold one expression in each pair of braces."""

    name: str
    parameters: tuple[str, ...]
    defaults: tuple[float, ...]
    templates: tuple[tuple[str, ...], ...]
    compute: Callable[..., np.ndarray]
    # The nominal value: as text of the language, and its value.
    nominal: str
    draw_range: tuple[float, float]
    suits: Callable[..., np.ndarray] = lambda draw, *_: np.ones_like(draw, dtype=bool)


_LOCATION = ("0.0", "0.1 * ({})", "sin({})", "0.2 + 0.1 * tanh({})")
_SCALE = ("0.3", "0.1 + 0.05 * ({}) ** 2", "0.3 + 0.1 * sin({})")
_PROBABILITY = ("0.4", "sigmoid({})", "0.5 + 0.3 * sin({})")


def _scaled(draw, location, scale):
    return location + scale * draw


def _location_scale(name: str, parameters, nominal: str, low: float, high: float) -> Distribution:
    return Distribution(
        name, parameters, (0.0, 1.0), (_LOCATION, _SCALE), _scaled, nominal, (low, high)
    )


DISTRIBUTIONS = {
    distribution.name: distribution
    for distribution in (
        Distribution(
            "uniform",
            ("low", "high"),
            (0.0, 1.0),
            (("0.9", "0.8 + 0.05 * sin({})", "-0.3 * ({})"), ("1.1", "1.2 + 0.1 * ({}) ** 2")),
            lambda draw, low, high: low + (high - low) * draw,
            "({0} + {1}) / 2",
            (0.0, 1.0),
        ),
        _location_scale("normal", ("mean", "stddev"), "{0}", -2.5, 2.5),
        _location_scale("laplace", ("loc", "scale"), "{0}", -3, 3),
        _location_scale("logistic", ("loc", "scale"), "{0}", -4, 4),
        _location_scale("gumbel", ("loc", "scale"), f"{{0}} + {EULER_GAMMA} * {{1}}", -1.5, 4),
        Distribution(
            "exponential",
            ("rate",),
            (1.0,),
            (("2.0", "1.5 + sin({})", "1.0 + ({}) ** 2"),),
            lambda draw, rate: draw / rate,
            "1 / {0}",
            (0.05, 3.0),
            lambda draw, rate: rate > 0.2,
        ),
        Distribution(
            "bernoulli",
            ("p",),
            (),
            (_PROBABILITY,),
            lambda draw, p: np.where(draw < p, 1.0, 0.0),
            "{0}",
            (0.0, 1.0),
            lambda draw, p: np.abs(draw - p) > DISTANCE_FROM_KINKS,
        ),
        Distribution(
            "rademacher",
            (),
            (),
            (),
            lambda draw: np.where(draw < 0.5, 1.0, -1.0),
            "0.0",
            (0.0, 1.0),
        ),
    )
}
