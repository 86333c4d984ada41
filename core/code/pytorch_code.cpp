// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/python_file.h"

#include <algorithm>
#include <array>

namespace sluice {

namespace {

constexpr std::string_view pytorchFile = R"("""@HEAD@
"""

import torch
@FUNCTIONAL@

DTYPE = torch.@TYPE@
@SETTINGS@
def draw(shape, seed=1):
    """Standard draws of every source of noise, as named tensors."""
@DRAWS@


@VALUE@


def value_and_gradient(points, parameters, noise):
    """@OUTPUT@ and d@OUTPUT@/d@BY@ at each point, from the same draws."""
    points = points.detach().requires_grad_()
    values = value(points, parameters, noise)
    if not values.requires_grad:  # Nothing connects them.
        return values, torch.zeros_like(points)
    (gradients,) = torch.autograd.grad(values.sum(), points, materialize_grads=True)
    return values.detach(), gradients


def compute(points, noise=None, parameters=PARAMETERS):
    """Values and gradients as NumPy arrays; the noise is drawn where none is given."""
    points = torch.as_tensor(points, dtype=DTYPE)
    noise = draw(points.shape) if noise is None else noise
    noise = {name: torch.as_tensor(draws, dtype=DTYPE) for name, draws in noise.items()}
    values, gradients = value_and_gradient(points, parameters, noise)
    return values.numpy(), gradients.numpy()


@TABLE@
)";

constexpr DrawCalls pytorchDraws{
    .uniform = "torch.rand(shape, generator=generator, dtype=DTYPE)",
    .normal = "torch.randn(shape, generator=generator, dtype=DTYPE)",
    .laplace = "torch.empty(shape, dtype=DTYPE).exponential_(generator=generator)\n"
               "        - torch.empty(shape, dtype=DTYPE).exponential_(generator=generator)",
    .logistic = "torch.logit(torch.rand(shape, generator=generator, dtype=DTYPE).clamp(min=1e-37))",
    .gumbel = "-torch.log(torch.empty(shape, dtype=DTYPE).exponential_(generator=generator))",
    .exponential = "torch.empty(shape, dtype=DTYPE).exponential_(generator=generator)"};

bool mentions(const PythonStatements& statements, std::string_view text)
{
    return std::ranges::any_of(
        statements.lines, [text](const std::string& line) { return line.find(text) != std::string::npos; });
}

} // namespace

std::string pytorchCode(const CodeContents& contents)
{
    const bool isFunctional = mentions(contents.statements, "F.");
    const std::array own{
        Replacement{"FUNCTIONAL", isFunctional ? "import torch.nn.functional as F\n" : ""},
        Replacement{"DRAWS",
                    drawBody(contents, "generator = torch.Generator().manual_seed(seed)", pytorchDraws)}};
    return pythonFile(pytorchFile, contents, own);
}

} // namespace sluice
