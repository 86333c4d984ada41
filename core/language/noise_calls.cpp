// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/noise_calls.h"

#include <array>

namespace sluice {

namespace {

using enum Origin;

constexpr std::array calls{
    // The language's own.
    FrameworkCall{"uniform", bare, CallKind::noise, "uniform", "low high"},
    FrameworkCall{"normal", bare, CallKind::noise, "normal", "mean stddev"},
    FrameworkCall{"laplace", bare, CallKind::noise, "laplace", "loc scale"},
    FrameworkCall{"logistic", bare, CallKind::noise, "logistic", "loc scale"},
    FrameworkCall{"gumbel", bare, CallKind::noise, "gumbel", "loc scale"},
    FrameworkCall{"exponential", bare, CallKind::noise, "exponential", "rate"},
    FrameworkCall{"bernoulli", bare, CallKind::noise, "bernoulli", "p"},
    FrameworkCall{"rademacher", bare, CallKind::noise, "rademacher", ""},

    // TensorFlow and Keras.
    FrameworkCall{"random_uniform uniform", tensorflow | keras, CallKind::noise, "uniform",
                  "shape low high dtype seed name"},
    FrameworkCall{"random_normal normal", tensorflow | keras, CallKind::noise, "normal",
                  "shape mean stddev dtype seed name"},
    FrameworkCall{"stateless_uniform", tensorflow, CallKind::noise, "uniform",
                  "shape seed low high dtype name"},
    FrameworkCall{"stateless_normal", tensorflow, CallKind::noise, "normal",
                  "shape seed mean stddev dtype name"},
    FrameworkCall{"binomial", keras, CallKind::noise, "bernoulli", "shape counts=1 p dtype seed"},
    FrameworkCall{"random_binomial random_bernoulli", keras, CallKind::noise, "bernoulli",
                  "shape p=0 dtype seed"},
    FrameworkCall{"stateless_binomial", tensorflow, CallKind::noise, "bernoulli",
                  "shape seed counts p dtype name"},

    // JAX. Its laplace, logistic, gumbel and exponential have no parameters.
    FrameworkCall{"uniform", jax, CallKind::noise, "uniform", "key shape dtype low high"},
    FrameworkCall{"normal", jax, CallKind::noise, "normal", "key shape dtype"},
    FrameworkCall{"laplace", jax, CallKind::noise, "laplace", "key shape dtype"},
    FrameworkCall{"logistic", jax, CallKind::noise, "logistic", "key shape dtype"},
    FrameworkCall{"gumbel", jax, CallKind::noise, "gumbel", "key shape dtype mode"},
    FrameworkCall{"exponential", jax, CallKind::noise, "exponential", "key shape dtype"},
    FrameworkCall{"bernoulli", jax, CallKind::noise, "bernoulli", "key p shape mode"},
    FrameworkCall{"rademacher", jax, CallKind::noise, "rademacher", "key shape dtype"},

    // NumPy.
    FrameworkCall{"uniform", numpy, CallKind::noise, "uniform", "low high size"},
    FrameworkCall{"normal", numpy, CallKind::noise, "normal", "mean stddev size"},
    FrameworkCall{"laplace", numpy, CallKind::noise, "laplace", "loc scale size"},
    FrameworkCall{"logistic", numpy, CallKind::noise, "logistic", "loc scale size"},
    FrameworkCall{"gumbel", numpy, CallKind::noise, "gumbel", "loc scale size"},
    FrameworkCall{"exponential", numpy, CallKind::noise, "exponential", "1/rate size"},
    FrameworkCall{"standard_exponential", numpy, CallKind::noise, "exponential", "size dtype method"},
    FrameworkCall{"binomial", numpy, CallKind::noise, "bernoulli", "counts p size"},
    FrameworkCall{"rand", numpy | torch, CallKind::noise, "uniform", "*"},
    FrameworkCall{"randn", numpy | torch, CallKind::noise, "normal", "*"},
    FrameworkCall{"random random_sample ranf sample", numpy, CallKind::noise, "uniform", "size dtype"},
    FrameworkCall{"standard_normal", numpy, CallKind::noise, "normal", "size dtype"},

    // PyTorch, also filling a tensor in place.
    FrameworkCall{"rand_like", torch, CallKind::noise, "uniform", "*"},
    FrameworkCall{"randn_like", torch, CallKind::noise, "normal", "*"},
    FrameworkCall{"normal", torch, CallKind::noise, "normal", "mean stddev size"},
    FrameworkCall{"bernoulli", torch, CallKind::noise, "bernoulli", "p"},
    FrameworkCall{"bernoulli", method, CallKind::noise, "bernoulli", "p"},
    FrameworkCall{"uniform_", method, CallKind::noise, "uniform", "low high"},
    FrameworkCall{"normal_", method, CallKind::noise, "normal", "mean stddev"},
    FrameworkCall{"exponential_", method, CallKind::noise, "exponential", "rate"},
    FrameworkCall{"bernoulli_", method, CallKind::noise, "bernoulli", "p"},

    // Python's module random.
    FrameworkCall{"uniform", python, CallKind::noise, "uniform", "low high"},
    FrameworkCall{"random", python, CallKind::noise, "uniform", ""},
    FrameworkCall{"gauss normalvariate", python, CallKind::noise, "normal", "mean stddev"},
    FrameworkCall{"expovariate", python, CallKind::noise, "exponential", "rate"},

    // What makes them.
    FrameworkCall{
        "default_rng RandomState Generator from_seed get_global_generator from_non_deterministic_state",
        numpy | tensorflow | torch, CallKind::generator, Phrase::marked("a random generator")},
    FrameworkCall{"Random SystemRandom", python, CallKind::generator, Phrase::marked("a random generator")},

    // What has to be built from them.
    FrameworkCall{"lognormal lognormvariate log_normal_", numpy | python | jax | method, CallKind::refused,
                  Phrase::marked("%1 is not among the noise sources: write `exp(normal(mean, stddev))`")},
    FrameworkCall{"cauchy standard_cauchy cauchy_", numpy | jax | method, CallKind::refused,
                  Phrase::marked("%1 is not among the noise sources: write `tan(pi*(uniform(0, 1) - 0.5))`")},
    FrameworkCall{
        "choice randint integers random_integers randrange permutation shuffle categorical "
        "multinomial random_",
        tensorflow | keras | torch | jax | numpy | python | method, CallKind::refused,
        Phrase::marked(
            "%1 is not among the noise sources: of two values, `bernoulli(p)` or `rademacher()` chooses")},
    FrameworkCall{
        "truncated_normal gamma random_gamma beta poisson random_poisson chisquare dirichlet "
        "geometric triangular vonmises weibull standard_gamma standard_t student_t pareto power_ "
        "rayleigh wald betavariate gammavariate paretovariate weibullvariate vonmisesvariate "
        "geometric_ truncated_normal_ loggamma maxwell double_sided_maxwell",
        tensorflow | keras | torch | jax | numpy | python | method, CallKind::refused,
        Phrase::marked(
            "%1 is not among the noise sources, which are `uniform`, `normal`, `laplace`, `logistic`, "
            "`gumbel`, `exponential`, `bernoulli` and `rademacher`")},
};

} // namespace

std::span<const FrameworkCall> noiseCalls()
{
    return calls;
}

} // namespace sluice
