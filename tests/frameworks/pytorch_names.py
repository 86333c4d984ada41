# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch: the language's bare names, and how a text's value and gradient are computed. In double precision."""

import numpy as np
import torch
from torch.nn import functional as F

from bare_names import CONSTANTS, noise_names, with_aliases

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
# PyTorch's `+=` writes in place, which autograd refuses where it needs the old value; the language's makes a new node.
for _name in ("add", "sub", "mul", "truediv", "pow"):
    setattr(torch.Tensor, f"__i{_name}__", getattr(torch.Tensor, f"__{_name}__"))


class _ReplacedGradient(torch.autograd.Function):
    """The identity, whose upstream gradient is replaced by what a rule makes of it."""

    @staticmethod
    def forward(context, v, rule):
        context.rule = rule
        return v.clone()

    @staticmethod
    def backward(context, upstream):
        return upstream * 0 + context.rule(upstream), None


def _gradient(z, x):
    (gradient,) = torch.autograd.grad(z.sum(), x, create_graph=True, allow_unused=True)
    return gradient


class PyTorch:
    """Executes texts in PyTorch."""

    def run(self, text: str, inputs: list, draws: list, by: int, output: str) -> dict:
        points = [torch.tensor(values, requires_grad=True) for values in inputs]
        names = self._names(points, iter([torch.tensor(values) for values in draws]))
        exec(text, names)
        value = names[output] + torch.zeros_like(points[by])
        gradient = None
        if value.requires_grad:
            gradient = _gradient(value, points[by])
        if gradient is not None:
            # Zeros may have no storage before something is computed with them.
            gradient = torch.zeros_like(points[by]) + gradient
        return {
            "value": value.tolist(),
            "gradient": None if gradient is None else gradient.tolist(),
        }

    def _names(self, points: list, draws) -> dict:
        remaining = iter(points)
        like = points[0]

        def tensor(v):
            if isinstance(v, torch.Tensor):
                return v
            return torch.full_like(like, v, dtype=torch.bool if isinstance(v, bool) else None)

        def lifted(function):
            return lambda *operands, **options: function(*map(tensor, operands), **options)

        def clip(v, low=-np.inf, high=np.inf):
            if isinstance(low, torch.Tensor) or isinstance(high, torch.Tensor):
                low, high = tensor(low), tensor(high)
            return torch.clamp(tensor(v), low, high)

        def grad(z, x):
            is_connected = isinstance(z, torch.Tensor) and z.requires_grad and x.requires_grad
            found = _gradient(z, x) if is_connected else None
            return torch.zeros_like(like) if found is None else found

        def surrogate(forward, backward):
            return forward.detach() + (backward - backward.detach())

        def heaviside(v, h0=0.5):
            # PyTorch refuses to differentiate it; the language gives it the derivative 0.
            return torch.heaviside(tensor(v).detach(), tensor(h0).detach()) + 0 * tensor(v)

        def gelu(v, approximate=False):
            return F.gelu(tensor(v), approximate="tanh" if approximate else "none")

        same_names = (
            "square sqrt rsqrt reciprocal exp expm1 log log1p log2 log10 sin cos tan asin acos atan atan2 sinh cosh "
            "tanh asinh acosh atanh sigmoid erf erfc sign floor ceil round trunc abs minimum maximum where"
        ).split()
        activations = {
            "log_sigmoid": F.logsigmoid,
            # PyTorch's own softplus is linear above 20.
            "softplus": lambda v: torch.logaddexp(v, torch.zeros_like(v)),
            "softsign": F.softsign,
            "relu": F.relu,
            "relu6": F.relu6,
            "selu": F.selu,
            "silu": F.silu,
            "hard_tanh": F.hardtanh,
            "surrogate": surrogate,
            # Another leaf, by whose successors a gradient can still be taken.
            "stop_gradient": lambda v: v.detach().requires_grad_(v.is_floating_point()),
        }
        names = {name: lifted(getattr(torch, name)) for name in same_names}
        names |= {name: lifted(function) for name, function in activations.items()}
        names |= {
            "pow": lambda v, p: torch.pow(tensor(v), p),
            "clip": clip,
            "heaviside": heaviside,
            "gelu": gelu,
            "leaky_relu": lambda v, alpha=0.2: F.leaky_relu(tensor(v), alpha),
            "elu": lambda v, alpha=1.0: F.elu(tensor(v), alpha),
            "custom_gradient": lambda v, rule: _ReplacedGradient.apply(tensor(v), rule),
            "grad": grad,
            "input": lambda low=None, high=None: next(remaining),
            "output": lambda z: None,
            "torch": torch,
        }
        return CONSTANTS | with_aliases(names) | noise_names(draws, names["where"])
