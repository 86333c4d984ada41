// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/table.h"
#include "tests/core/instruction_sets.h"
#include "tests/core/same_values.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace sluice;
using namespace sluice::test;

namespace {

/// Some blocks of numbers that are computed at a time, and some numbers that are left over.
constexpr std::size_t count = 333;
/// Behind the results, where nothing may be written.
constexpr std::size_t behind = 8;

/// Numbers of all kinds in an order that differs from operand to operand.
template <class Real>
std::vector<Real> numbers(unsigned operand)
{
    using Limits = std::numeric_limits<Real>;
    std::vector<Real> row{Real(0),
                          -Real(0),
                          Limits::infinity(),
                          -Limits::infinity(),
                          Limits::min(),
                          Limits::max(),
                          Limits::denorm_min(),
                          Limits::quiet_NaN(),
                          Real(1),
                          Real(-1),
                          Real(2e6),
                          Real(-2e6),
                          Real(0.5),
                          Limits::epsilon(),
                          Real(88.7),
                          Real(-103.9),
                          Real(709.7),
                          Real(-745.1),
                          Real(0.55),
                          Real(-20),
                          Real(3),
                          Real(3.1415926535),
                          Real(-0.70710678),
                          Real(40)};
    std::mt19937 random(operand);
    std::normal_distribution<double> normal(0.0, 2.0);
    while (row.size() < count)
        row.push_back(static_cast<Real>(normal(random)));
    std::ranges::shuffle(row, random);
    return row;
}

/// The operands of a tile, of which some are one number for all samples.
template <class Real>
class Operands
{
public:
    Operands(std::size_t arity, ScalarOperands scalars) : m_scalars(scalars)
    {
        for (unsigned operand = 0; operand < arity; ++operand)
            m_rows.push_back(numbers<Real>(operand + 1));
    }

    /// From one sample on.
    [[nodiscard]] std::vector<const Real*> from(std::size_t sample) const
    {
        std::vector<const Real*> operands;
        for (std::size_t operand = 0; operand < m_rows.size(); ++operand)
            operands.push_back(m_rows[operand].data() + (isScalar(operand) ? 0 : sample));
        return operands;
    }

private:
    [[nodiscard]] bool isScalar(std::size_t operand) const { return ((m_scalars >> operand) & 1U) != 0; }

    ScalarOperands m_scalars;
    std::vector<std::vector<Real>> m_rows;
};

} // namespace

/// A number has the same result to the bit, wherever in a tile it stands.
class TestTiles : public QObject
{
    Q_OBJECT

private slots:
    void resultsDontDependOnTheirPlace_data()
    {
        QTest::addColumn<const Operation*>("operation");
        for (const Operation* operation : allOperations())
            if (operation->kernels.tile<double>() != nullptr)
                QTest::addRow("%s", std::string(operation->name).c_str()) << operation;
    }
    void resultsDontDependOnTheirPlace()
    {
        QFETCH(const Operation*, operation);
        for (const InstructionSet set : supportedInstructionSets()) {
            for (ScalarOperands scalars = 0; scalars < Kernels::forms; ++scalars) {
                checkTile<double>(*operation, scalars, set);
                checkTile<float>(*operation, scalars, set);
            }
            checkPair<double>(*operation, set);
            checkPair<float>(*operation, set);
        }
    }

private:
    template <class Real>
    static void checkTile(const Operation& operation, ScalarOperands scalars, InstructionSet set)
    {
        const Tile<Real> tile = operation.kernels.tile<Real>(scalars, set);
        if (tile == nullptr)
            return;
        const Operands<Real> operands(operation.arity, scalars);
        std::vector<Real> results(count + behind, Real(7));
        tile(operands.from(0).data(), results.data(), count);
        for (std::size_t i = 0; i < count; ++i) {
            Real alone{};
            tile(operands.from(i).data(), &alone, 1);
            compare(results[i], alone, i, set);
        }
        for (std::size_t i = count; i < results.size(); ++i)
            QCOMPARE(results[i], Real(7));
    }

    template <class Real>
    static void checkPair(const Operation& operation, InstructionSet set)
    {
        const PairTile<Real> tile = operation.together.tile<Real>(set);
        if (tile == nullptr)
            return;
        const std::vector<Real> row = numbers<Real>(1);
        std::vector<Real> first(count);
        std::vector<Real> second(count);
        tile(row.data(), first.data(), second.data(), count);
        const Real* const operand = row.data();
        const Operation& companion = operationNamed(operation.companion);
        for (std::size_t i = 0; i < count; ++i) {
            const Real* const sample = operand + i;
            Real alone{};
            companion.kernels.tile<Real>(0, set)(&sample, &alone, 1);
            compare(first[i], alone, i, set);
            operation.kernels.tile<Real>(0, set)(&sample, &alone, 1);
            compare(second[i], alone, i, set);
        }
    }

    template <class Real>
    static void compare(Real result, Real alone, std::size_t sample, InstructionSet set)
    {
        if (!isSame(result, alone))
            QFAIL(qPrintable(QString("%1, %2 bytes, sample %3: %4, alone %5")
                                 .arg(QLatin1StringView(nameOf(set).data()))
                                 .arg(sizeof(Real))
                                 .arg(sample)
                                 .arg(double{result}, 0, 'g', 17)
                                 .arg(double{alone}, 0, 'g', 17)));
    }
};

QTEST_APPLESS_MAIN(TestTiles)
#include "tst_tiles.moc"
