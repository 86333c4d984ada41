// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/power_sums.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sluice {

namespace {

/// How many sums of each kind a pass keeps. Their tree is part of the result, so it is the same whatever the
/// width of a register.
constexpr std::size_t laneCount = 8;

template <std::size_t bytes>
struct Register
{
    using Type [[gnu::vector_size(bytes)]] = double;
    Type value{};
};

/// Every instruction set with fused multiply-add has registers of 32 bytes.
template <MultiplyAdd kind>
constexpr std::size_t registerBytes = kind == MultiplyAdd::fused ? 32 : 16;

/// The lanes of one sum, in registers. Spelt out: GCC 12 keeps arrays of sums in memory, and vectors larger
/// than a register, too.
template <std::size_t bytes>
struct Lanes
{
    static constexpr std::size_t width = bytes / sizeof(double);
    static constexpr std::size_t parts = laneCount / width;

    explicit Lanes(double number)
    {
        for (auto& part : registers)
            part.value = typename Register<bytes>::Type{} + number;
    }

    explicit Lanes(const double* numbers)
    {
        for (std::size_t part = 0; part < parts; ++part)
            std::memcpy(&registers[part].value, numbers + part * width, bytes);
    }

    [[nodiscard]] double operator[](std::size_t lane) const
    {
        return registers[lane / width].value[lane % width];
    }

    [[nodiscard]] double sum() const
    {
        const Lanes& lane = *this;
        return ((lane[0] + lane[1]) + (lane[2] + lane[3])) + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
    }

    std::array<Register<bytes>, parts> registers{};
};

template <std::size_t bytes>
class Accumulator
{
public:
    Accumulator(double someNumber, double shift, double scale)
        : m_scale(scale), m_shift(shift * scale), m_lowest(someNumber), m_highest(someNumber)
    {
    }

    void add(const Lanes<bytes>& numbers, const Lanes<bytes>& weights)
    {
        for (std::size_t part = 0; part < Lanes<bytes>::parts; ++part) {
            const auto number = numbers.registers[part].value;
            const auto distance = (number * m_scale.registers[part].value - m_shift.registers[part].value) *
                                  weights.registers[part].value;
            addPart(part, number, distance);
        }
    }

    void add(const Lanes<bytes>& numbers)
    {
        for (std::size_t part = 0; part < Lanes<bytes>::parts; ++part) {
            const auto number = numbers.registers[part].value;
            addPart(part, number, number * m_scale.registers[part].value - m_shift.registers[part].value);
        }
    }

    [[nodiscard]] PowerSums sums() const
    {
        PowerSums sums{.first = m_first.sum(),
                       .second = m_second.sum(),
                       .third = m_third.sum(),
                       .fourth = m_fourth.sum(),
                       .lowest = m_lowest[0],
                       .highest = m_highest[0]};
        for (std::size_t lane = 1; lane < laneCount; ++lane) {
            sums.lowest = std::min(sums.lowest, m_lowest[lane]);
            sums.highest = std::max(sums.highest, m_highest[lane]);
        }
        return sums;
    }

private:
    using Vector = typename Register<bytes>::Type;

    void addPart(std::size_t part, const Vector& number, const Vector& distance)
    {
        const Vector square = distance * distance;
        m_first.registers[part].value += distance;
        m_second.registers[part].value += square;
        m_third.registers[part].value += square * distance;
        m_fourth.registers[part].value += square * square;
        Vector& lowest = m_lowest.registers[part].value;
        Vector& highest = m_highest.registers[part].value;
        lowest = number < lowest ? number : lowest;
        highest = number > highest ? number : highest;
    }

    Lanes<bytes> m_scale;
    Lanes<bytes> m_shift;
    Lanes<bytes> m_first{0.0};
    Lanes<bytes> m_second{0.0};
    Lanes<bytes> m_third{0.0};
    Lanes<bytes> m_fourth{0.0};
    Lanes<bytes> m_lowest;
    Lanes<bytes> m_highest;
};

struct SumPowers
{
    template <MultiplyAdd kind>
    static void run(const double* numbers, std::size_t size, double shift, double scale, PowerSums* sums)
    {
        using Row = Lanes<registerBytes<kind>>;
        Accumulator<registerBytes<kind>> accumulator(numbers[0], shift, scale);
        std::size_t i = 0;
        for (; i + laneCount <= size; i += laneCount)
            accumulator.add(Row(numbers + i));
        if (i < size) {
            std::array<double, laneCount> rest{};
            std::array<double, laneCount> weights{};
            rest.fill(numbers[0]);
            std::copy(numbers + i, numbers + size, rest.begin());
            std::fill_n(weights.begin(), size - i, 1.0);
            accumulator.add(Row(rest.data()), Row(weights.data()));
        }
        *sums = accumulator.sums();
    }
};

constexpr auto sumPowersVersions =
    versionsOf<SumPowers, const double*, std::size_t, double, double, PowerSums*>();

struct CountSigns
{
    template <MultiplyAdd>
    static void run(const double* numbers, std::size_t size, SignCounts* counts)
    {
        std::size_t positive = 0;
        std::size_t negative = 0;
        for (std::size_t i = 0; i < size; ++i) {
            positive += numbers[i] > 0.0 ? 1 : 0;
            negative += numbers[i] < 0.0 ? 1 : 0;
        }
        *counts = {.positive = positive, .negative = negative};
    }
};

constexpr auto countSignsVersions = versionsOf<CountSigns, const double*, std::size_t, SignCounts*>();

} // namespace

PowerSums powerSums(std::span<const double> numbers, double shift, double scale, InstructionSet set)
{
    PowerSums sums;
    sumPowersVersions[set](numbers.data(), numbers.size(), shift, scale, &sums);
    return sums;
}

SignCounts countSigns(std::span<const double> numbers)
{
    SignCounts counts;
    countSignsVersions[bestInstructionSet()](numbers.data(), numbers.size(), &counts);
    return counts;
}

} // namespace sluice
