// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace sluice::test {

using Row = std::vector<double>;

/// A row of samples that is easy or hard to divide.
struct RowCase
{
    std::string name;
    /// From the place of a sample, the size of the row and a generator.
    std::function<double(std::size_t, std::size_t, std::mt19937_64&)> sample;
};

inline double normal(std::mt19937_64& random)
{
    return std::normal_distribution()(random);
}

inline double uniform(std::mt19937_64& random)
{
    return std::uniform_real_distribution()(random);
}

inline std::vector<RowCase> rowCases()
{
    const auto random = [](auto sample) {
        return [=](std::size_t, std::size_t, std::mt19937_64& generator) { return sample(generator); };
    };
    const auto placed = [](auto sample) {
        return [=](std::size_t i, std::size_t size, std::mt19937_64& generator) {
            return sample(static_cast<double>(i), static_cast<double>(size), generator);
        };
    };
    return {
        {"normal", random([](auto& r) { return normal(r); })},
        {"uniform", random([](auto& r) { return uniform(r); })},
        {"narrow around a large number", random([](auto& r) { return 1e9 + 1e-6 * normal(r); })},
        {"lognormal", random([](auto& r) { return std::exp(normal(r)); })},
        {"cauchy", random([](auto& r) { return normal(r) / normal(r); })},
        {"heavier than cauchy", random([](auto& r) { return std::exp(20.0 * normal(r)); })},
        {"one value", random([](auto&) { return -2.5; })},
        {"two values", random([](auto& r) { return std::floor(2.0 * uniform(r)); })},
        {"signs", random([](auto& r) { return std::floor(3.0 * uniform(r)) - 1.0; })},
        {"signs of zero", random([](auto& r) { return uniform(r) < 0.5 ? -0.0 : 0.0; })},
        {"twelve values", random([](auto& r) { return std::floor(12.0 * uniform(r)); })},
        {"hundred values", random([](auto& r) { return std::floor(100.0 * uniform(r)); })},
        {"half zeros", random([](auto& r) { return std::max(0.0, normal(r)); })},
        {"nearly all zeros", random([](auto& r) { return uniform(r) < 0.99 ? 0.0 : normal(r); })},
        {"most of them one", random([](auto& r) { return uniform(r) < 0.8 ? 1.0 : normal(r); })},
        {"two values and others",
         random([](auto& r) { return uniform(r) < 0.2 ? normal(r) : std::floor(2.0 * uniform(r)); })},
        {"two clusters", random([](auto& r) { return 1e-3 * normal(r) + (uniform(r) < 0.5 ? 0.0 : 1e6); })},
        {"spike and background",
         random([](auto& r) { return uniform(r) < 0.45 ? 1e-9 * normal(r) : normal(r); })},
        {"ascending", placed([](double i, double, auto&) { return i; })},
        {"descending", placed([](double i, double, auto&) { return -i; })},
        {"organ pipe", placed([](double i, double size, auto&) { return std::min(i, size - i); })},
        {"sawtooth of the probe's period", placed([](double i, double size, auto&) {
             return std::fmod(i, std::max(1.0, std::floor(size / 32.0)));
         })},
        {"one outlier", placed([](double i, double, auto& r) { return i == 7.0 ? 1e300 : normal(r); })},
        {"an outlier in front",
         placed([](double i, double, auto& r) { return i == 0.0 ? -1e300 : normal(r); })},
        {"largest of both signs", random([](auto& r) { return uniform(r) < 0.5 ? -1.7e308 : 1.7e308; })},
        {"huge", random([](auto& r) { return 1e308 * (uniform(r) - 0.5); })},
        {"subnormal", random([](auto& r) { return 5e-324 * std::floor(1e4 * uniform(r)); })},
        {"neighbours", random([](auto& r) { return 1.0 + 0x1p-52 * std::floor(1e3 * uniform(r)); })},
    };
}

inline Row rowOf(const RowCase& rowCase, std::size_t size, std::uint64_t seed = 1)
{
    std::mt19937_64 random(seed);
    Row row(size);
    for (std::size_t i = 0; i < size; ++i)
        row[i] = rowCase.sample(i, size, random);
    return row;
}

} // namespace sluice::test
