// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/plot_choices.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace sluice {

/// The words for the values of a setting, in files and on the command line alike.
template <class Value, std::size_t count>
using SettingNames = std::array<std::pair<std::string_view, Value>, count>;

inline constexpr SettingNames<NoiseAlongSweep, 2> noiseNames = {
    {{"independent", NoiseAlongSweep::independent}, {"shared", NoiseAlongSweep::shared}}};
inline constexpr SettingNames<Precision, 2> precisionNames = {
    {{"float64", Precision::float64}, {"float32", Precision::float32}}};
inline constexpr SettingNames<GradientReading, 4> gradientReadingNames = {
    {{"gradient", GradientReading::gradient},
     {"standard deviation", GradientReading::deviation},
     {"bias", GradientReading::bias},
     {"size of the bias", GradientReading::logBias}}};
inline constexpr SettingNames<GradientTarget, 3> gradientTargetNames = {
    {{"noise-free gradient", GradientTarget::noiseFree},
     {"gradient of the mean", GradientTarget::gradientOfMean},
     {"mean gradient without gates", GradientTarget::pathwise}}};

template <class Value, std::size_t count>
[[nodiscard]] std::string_view nameIn(const SettingNames<Value, count>& names, Value value)
{
    for (const auto& [name, named] : names)
        if (named == value)
            return name;
    return {};
}

template <class Value, std::size_t count>
[[nodiscard]] std::optional<Value> valueNamed(const SettingNames<Value, count>& names, std::string_view text)
{
    for (const auto& [name, named] : names)
        if (name == text)
            return named;
    return std::nullopt;
}

} // namespace sluice
