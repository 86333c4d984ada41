#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch, eager, in chunks of rows of several sizes, of which the best is compared with: its autograd, and its forward
mode, a beta in this version, which suits one input."""

import torch
import torch.autograd.forward_ad as forward

from peer import BIASES, POINTS, SAMPLES, WEIGHTS, Offer, noise, points, serve


def origin(x, noise):
    return torch.sqrt(x**2 * noise[0])


def deep(x, noise):
    v = x
    for n, weight, bias in zip(noise, WEIGHTS, BIASES):
        v = torch.tanh(weight * v + bias) * n
    return v


def trans(x, noise):
    u, n = noise
    return torch.exp(-(x**2) * u) * torch.sin(3 * x + n) + torch.log(1 + torch.exp(x * u))


class Workload:
    """What all ways to compute a workload in one precision share."""

    def __init__(self, name: str, function, precision: str):
        self.function = function
        self.x = torch.from_numpy(points(precision)).expand(POINTS, SAMPLES).contiguous()
        self.ones = torch.ones_like(self.x)
        self.noise = torch.from_numpy(noise(name, precision))
        self.value = torch.empty_like(self.x)
        self.gradient = torch.empty_like(self.x)

    def run(self, rows: int, threads: int) -> None:
        torch.set_num_threads(threads)
        for begin in range(0, POINTS, rows):
            chunk = slice(begin, min(begin + rows, POINTS))
            x = self.x[chunk].requires_grad_()
            z = self.function(x, self.noise[:, chunk])
            (gradient,) = torch.autograd.grad(z, x, self.ones[chunk])
            self.value[chunk] = z.detach()
            self.gradient[chunk] = gradient

    def run_forward(self, rows: int) -> None:
        torch.set_num_threads(1)
        for begin in range(0, POINTS, rows):
            chunk = slice(begin, min(begin + rows, POINTS))
            with forward.dual_level():
                # One number a row: what depends on it alone is computed once.
                x = forward.make_dual(self.x[chunk, :1], self.ones[chunk, :1])
                z, gradient = forward.unpack_dual(self.function(x, self.noise[:, chunk]))
                self.value[chunk] = z
                self.gradient[chunk] = gradient

    def outcome(self):
        return self.value.numpy(), self.gradient.numpy()


def offers():
    for name, function in (("origin", origin), ("deep", deep), ("trans", trans)):
        for precision in ("float64", "float32"):
            workload = Workload(name, function, precision)
            for threads in (1, 2):
                for rows in (16, 64, POINTS):
                    yield Offer(
                        name, precision, threads, f"PyTorch, {rows} rows",
                        lambda workload=workload, rows=rows, threads=threads: workload.run(rows, threads),
                        workload.outcome,
                    )
            for rows in (16, 64):
                yield Offer(
                    name, precision, 1, f"PyTorch forward mode, {rows} rows",
                    lambda workload=workload, rows=rows: workload.run_forward(rows), workload.outcome,
                )


serve(list(offers()))
