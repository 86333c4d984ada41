# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the language's bare names mean in every framework alike: constants, and noise as a shifted and scaled draw."""

import math
from collections.abc import Callable, Iterator

CONSTANTS = {"pi": math.pi, "e": math.e, "inf": math.inf, "nan": math.nan}


def noise_names(draws: Iterator, where: Callable) -> dict[str, Callable]:
    """The distributions; each call takes the next of the given standard draws."""

    def scaled(location, scale):
        return location + scale * next(draws)

    def of_location(names: str) -> Callable:
        first, second = names.split()

        def source(*positional, nominal=None, **named):
            given = dict(zip((first, second), positional)) | named
            return scaled(given.get(first, 0.0), given.get(second, 1.0))

        return source

    def uniform(low=0.0, high=1.0, nominal=None):
        return low + (high - low) * next(draws)

    def exponential(rate=1.0, nominal=None):
        return next(draws) / rate

    def bernoulli(p, nominal=None):
        return where(next(draws) < p, 1.0, 0.0)

    def rademacher(nominal=None):
        return where(next(draws) < 0.5, 1.0, -1.0)

    return {
        "uniform": uniform,
        "normal": of_location("mean stddev"),
        "laplace": of_location("loc scale"),
        "logistic": of_location("loc scale"),
        "gumbel": of_location("loc scale"),
        "exponential": exponential,
        "bernoulli": bernoulli,
        "rademacher": rademacher,
    }


def with_aliases(names: dict[str, Callable]) -> dict[str, Callable]:
    """The same under the language's other names."""
    aliases = {
        "asin": "arcsin",
        "acos": "arccos",
        "atan": "arctan",
        "atan2": "arctan2",
        "asinh": "arcsinh",
        "acosh": "arccosh",
        "atanh": "arctanh",
        "sigmoid": "expit",
        "log_sigmoid": "logsigmoid",
        "silu": "swish",
        "hard_tanh": "hardtanh",
        "minimum": "min",
        "maximum": "max",
        "stop_gradient": "detach",
    }
    several = {"abs": ("fabs", "absolute"), "clip": ("clamp", "clip_by_value")}
    more = {alias: names[name] for name, alias in aliases.items()}
    more |= {alias: names[name] for name, others in several.items() for alias in others}
    return names | more
