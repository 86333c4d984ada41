// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/check_bundle.h"

#include "core/code/code_graph.h"
#include "core/code/npz.h"
#include "core/evaluation/draws.h"
#include "core/experiment/computation.h"
#include "core/experiment/variant_texts.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace sluice {

namespace {

constexpr std::string_view checkScript =
    R"(# Runs the code beside this file with the draws in draws.npz, and compares what the framework computes with what
# Sluice computed from the same draws (expected.json). The exit status is 0 where they agree.
import importlib.util
import json
import sys
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parent


def load(path):
    specification = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def main():
    expected = json.loads((FOLDER / "expected.json").read_text())
    arrays = np.load(FOLDER / "draws.npz")
    noise = {name.removeprefix("noise/"): arrays[name] for name in arrays if name.startswith("noise/")}
    code = load(FOLDER / expected["code"])
    values, gradients = code.compute(arrays["points"], noise)
    tolerance = max(expected["tolerance"], 1e-5 if "float32" in str(code.DTYPE) else 0.0)
    agrees = True
    for name, found in (("value", values), ("gradient", gradients)):
        wanted = np.array(expected[name], float)  # Not-a-number and infinities are strings.
        same = np.isclose(found, wanted, rtol=tolerance, atol=tolerance, equal_nan=True)
        print(f"{name}: {same.sum()} of {same.size} points agree to {tolerance:g}")
        for point, one, other in zip(arrays["points"][~same], found[~same], wanted[~same]):
            print(f"  at {point:g}: the framework has {one!r}, Sluice {other!r}")
        agrees &= bool(same.all())
    return 0 if agrees else 1


if __name__ == "__main__":
    sys.exit(main())
)";

nlohmann::json numbersAsJson(std::span<const double> numbers)
{
    auto list = nlohmann::json::array();
    for (const double number : numbers) {
        if (std::isfinite(number))
            list.push_back(number);
        else
            list.push_back(std::isnan(number) ? "nan" : number > 0.0 ? "inf" : "-inf");
    }
    return list;
}

template <class Real>
std::vector<double> sampleZero(const Draws& draws, const DrawLeaf& leaf, std::size_t points)
{
    std::vector<double> all(points);
    for (std::size_t point = 0; point < points; ++point) {
        std::array<Real, 2> samples{};
        draws.fill(leaf, point, 0, samples);
        all[point] = static_cast<double>(samples.front());
    }
    return all;
}

std::vector<NamedArray> arraysOf(const CodeGraph& graph, const Experiment& experiment,
                                 std::span<const double> points)
{
    std::vector<NamedArray> arrays{{"points", {points.begin(), points.end()}}};
    const Draws draws(experiment.seed, experiment.noise == NoiseAlongSweep::shared);
    for (const CodeGraph::Source& source : graph.sources) {
        const DrawLeaf leaf = drawLeaf(*source.draw, source.name);
        arrays.push_back({"noise/" + source.name, experiment.precision == Precision::float32
                                                      ? sampleZero<float>(draws, leaf, points.size())
                                                      : sampleZero<double>(draws, leaf, points.size())});
    }
    return arrays;
}

} // namespace

std::vector<BundledFile> checkBundle(const Program& program, const Experiment& experiment,
                                     const CodeRequest& request)
{
    const auto [ofVariant, alone] = loneVariant(program, experiment, request.variant);
    const Computation computation(*ofVariant, alone);
    const std::vector<double> points = computation.pointsOfInterest();
    const PointValues values = computation.evaluate(points);
    const CodeGraph graph = codeGraph(*ofVariant, alone, alone.variants.front());

    const std::string codeName = std::string(nameOf(request.target)) + "_code.py";
    const bool isSingle = experiment.precision == Precision::float32;
    const nlohmann::json expected{{"code", codeName},
                                  {"variant", alone.variants.front().name},
                                  {"input", values.input},
                                  {"output", values.output},
                                  {"seed", experiment.seed},
                                  {"semantics", nameOf(experiment.semantics)},
                                  {"value", numbersAsJson(values.variants.front().value)},
                                  {"gradient", numbersAsJson(values.variants.front().gradient)},
                                  {"tolerance", isSingle ? 1e-5 : 1e-10}};
    return {{codeName, codeOf(program, experiment, request)},
            {"draws.npz", npzOf(arraysOf(graph, alone, points))},
            {"expected.json", expected.dump(2) + '\n'},
            {"check.py", std::string(checkScript)}};
}

} // namespace sluice
