#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""NumPy with the gradient written by hand: what depends on x alone once a row, all else in chunks of rows that stay in
the cache, into arrays that are there already."""

import numpy

from peer import BIASES, POINTS, SAMPLES, WEIGHTS, Offer, noise, points, serve

ROWS = 16


class Workload:
    """Values and gradients of all points, chunk by chunk."""

    def __init__(self, name: str, precision: str):
        self.x = points(precision)
        self.noise = noise(name, precision)
        self.value = numpy.empty((POINTS, SAMPLES), precision)
        self.gradient = numpy.empty_like(self.value)
        self.scratch = [numpy.empty((ROWS, SAMPLES), precision) for _ in range(4)]

    def run(self) -> None:
        for begin in range(0, POINTS, ROWS):
            rows = slice(begin, min(begin + ROWS, POINTS))
            count = rows.stop - begin
            self.chunk(self.x[rows], self.noise[:, rows], self.value[rows], self.gradient[rows],
                       *(array[:count] for array in self.scratch))

    def outcome(self):
        return self.value, self.gradient


class Origin(Workload):
    def chunk(self, x, noise, z, g, *_):
        numpy.multiply(noise[0], x * x, out=z)
        numpy.sqrt(z, out=z)
        # 2·x·u / (2·z)
        numpy.multiply(noise[0], x, out=g)
        numpy.divide(g, z, out=g)


class Deep(Workload):
    def chunk(self, x, noise, v, g, slope, *_):
        first = numpy.tanh(WEIGHTS[0] * x + BIASES[0])
        numpy.multiply(noise[0], first, out=v)
        numpy.multiply(noise[0], WEIGHTS[0] * (1 - first * first), out=g)
        for n, weight, bias in zip(noise[1:], WEIGHTS[1:], BIASES[1:]):
            numpy.multiply(v, weight, out=v)
            numpy.add(v, bias, out=v)
            numpy.tanh(v, out=v)
            numpy.multiply(v, v, out=slope)
            numpy.subtract(1, slope, out=slope)
            numpy.multiply(slope, weight, out=slope)
            numpy.multiply(slope, n, out=slope)
            numpy.multiply(g, slope, out=g)
            numpy.multiply(v, n, out=v)


class Trans(Workload):
    def chunk(self, x, noise, z, g, e, s, c, t):
        u, n = noise
        numpy.multiply(u, -x * x, out=e)
        numpy.exp(e, out=e)
        numpy.add(n, 3 * x, out=t)
        numpy.sin(t, out=s)
        numpy.cos(t, out=c)
        # e·(3·c − 2·x·u·s)
        numpy.multiply(u, s, out=t)
        numpy.multiply(t, 2 * x, out=t)
        numpy.multiply(c, 3, out=g)
        numpy.subtract(g, t, out=g)
        numpy.multiply(g, e, out=g)
        numpy.multiply(e, s, out=z)
        # log(1 + p), p = exp(x·u), with the derivative u·p / (1 + p)
        numpy.multiply(u, x, out=e)
        numpy.exp(e, out=e)
        numpy.add(e, 1, out=s)
        numpy.log(s, out=c)
        numpy.add(z, c, out=z)
        numpy.multiply(e, u, out=e)
        numpy.divide(e, s, out=e)
        numpy.add(g, e, out=g)


def offers():
    for name, kind in (("origin", Origin), ("deep", Deep), ("trans", Trans)):
        for precision in ("float64", "float32"):
            workload = kind(name, precision)
            yield Offer(name, precision, 1, "NumPy by hand", workload.run, workload.outcome)


serve(list(offers()))
