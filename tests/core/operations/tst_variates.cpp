// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/table.h"
#include "tests/core/instruction_sets.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

using namespace sluice;
using namespace sluice::test;

namespace {

using Words = std::array<std::uint64_t, 2>;
using Pair = std::array<double, 2>;
using LongPair = std::array<long double, 2>;

constexpr std::uint64_t top = std::uint64_t{1} << 63;

template <class Real>
const Variates::Transform<Real>& transform(const Operation& draw)
{
    if constexpr (std::is_same_v<Real, double>)
        return draw.variates.float64;
    else
        return draw.variates.float32;
}

/// The variates of many pairs of words.
template <class Real>
std::vector<Real> variates(const Operation& draw, const std::vector<Words>& words,
                           InstructionSet set = bestInstructionSet())
{
    std::vector<std::uint64_t> first;
    std::vector<std::uint64_t> second;
    for (const Words& pair : words) {
        first.push_back(pair[0]);
        second.push_back(pair[1]);
    }
    std::vector<Real> result(2 * words.size());
    transform<Real>(draw)[set](first.data(), second.data(), result.data(), words.size());
    return result;
}

Pair variatesOf(const Operation& draw, const Words& words)
{
    Pair pair{};
    draw.variates.float64[bestInstructionSet()](&words[0], &words[1], pair.data(), 1);
    return pair;
}

/// Random pairs, and each of the hard words with each of them: ends, middles, powers of two, what is next to
/// them.
std::vector<Words> manyWords()
{
    std::vector<std::uint64_t> hard;
    for (int bit = 0; bit < 64; ++bit)
        for (const std::uint64_t power : {std::uint64_t{1} << bit, ~(std::uint64_t{1} << bit)})
            for (const std::uint64_t near : {power - 1, power, power + 1})
                hard.push_back(near);
    std::vector<Words> words;
    for (const std::uint64_t first : hard)
        for (const std::uint64_t second : hard)
            words.push_back({first, second});
    std::mt19937_64 random(1);
    for (int i = 0; i < 100'001; ++i)
        words.push_back({random(), random()});
    return words;
}

/// (word + ½)·2^-bits, and 1 less that, both to the last place.
struct Probability
{
    long double below;
    long double above;
};

Probability middle(std::uint64_t word, int bits)
{
    const std::uint64_t complement = ~word << (64 - bits) >> (64 - bits);
    return {.below = std::ldexp(static_cast<long double>(word) + 0.5L, -bits),
            .above = std::ldexp(static_cast<long double>(complement) + 0.5L, -bits)};
}

long double minusLogarithm(const Probability& p)
{
    return p.below < 0.5L ? -std::log(p.below) : -std::log1p(-p.above);
}

long double signOf(std::uint64_t word)
{
    return word < top ? 1.0L : -1.0L;
}

template <long double (*variate)(std::uint64_t word)>
LongPair each(const Words& words)
{
    return {variate(words[0]), variate(words[1])};
}

long double uniform(std::uint64_t word)
{
    return std::ldexp(static_cast<long double>(word >> 11), -53);
}
long double exponential(std::uint64_t word)
{
    return minusLogarithm(middle(word, 64));
}
long double laplace(std::uint64_t word)
{
    return signOf(word) * minusLogarithm(middle(word & ~top, 63));
}
long double logistic(std::uint64_t word)
{
    const Probability p = middle(word & ~top, 63);
    return signOf(word) * std::log1p(2.0L * p.above / p.below);
}
long double gumbel(std::uint64_t word)
{
    return -std::log(exponential(word));
}

/// Box and Muller's formula: an octant is chosen by three bits, the place in it by the next 52.
LongPair normal(const Words& words)
{
    const long double radius = std::sqrt(2.0L * minusLogarithm(middle(words[0], 64)));
    const std::uint64_t place = words[1] << 3 >> 12;
    const long double angle = middle(place, 52).below * std::numbers::pi_v<long double> / 4.0L;
    LongPair direction{std::cos(angle), std::sin(angle)};
    if ((words[1] >> 61 & 1) != 0)
        std::swap(direction[0], direction[1]);
    return {radius * direction[0] * signOf(words[1]), radius * direction[1] * signOf(words[1] << 1)};
}

using Formula = LongPair (*)(const Words&);
using Survival = double (*)(double);

/// How many of 2⁶⁴ first words give a variate above the bound, as a fraction of all; the variate falls as the
/// word rises.
template <class Variate>
double fractionAbove(double bound, const Variate& variate)
{
    std::uint64_t count = 0;
    for (std::uint64_t step = top; step != 0; step /= 2)
        if (variate(count + step - 1) > bound)
            count += step;
    return std::ldexp(static_cast<double>(count), -64);
}

double normalSurvival(double x)
{
    return 0.5 * std::erfc(x / std::numbers::sqrt2);
}

} // namespace

Q_DECLARE_METATYPE(Formula)
Q_DECLARE_METATYPE(Survival)
Q_DECLARE_METATYPE(Words)

/// The transforms of random words to variates: their formulas, their tails, and the same bits everywhere.
class TestVariates : public QObject
{
    Q_OBJECT

private slots:
    void followTheirFormula_data()
    {
        QTest::addColumn<Formula>("formula");
        QTest::addColumn<bool>("crossesZeroSteeply"); // so that its error is that of 1 there
        QTest::newRow("uniform draw") << Formula{each<uniform>} << false;
        QTest::newRow("normal draw") << Formula{normal} << false;
        QTest::newRow("laplace draw") << Formula{each<laplace>} << false;
        QTest::newRow("logistic draw") << Formula{each<logistic>} << false;
        QTest::newRow("gumbel draw") << Formula{each<gumbel>} << true;
        QTest::newRow("exponential draw") << Formula{each<exponential>} << false;
    }
    void followTheirFormula()
    {
        QFETCH(Formula, formula);
        QFETCH(bool, crossesZeroSteeply);
        const std::vector<Words> words = manyWords();
        const std::vector<double> results = variates<double>(operationNamed(QTest::currentDataTag()), words);
        constexpr long double tolerance = 4.0L * std::numeric_limits<double>::epsilon();
        long double worst = 0.0L;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const LongPair expected = formula(words[i]);
            for (std::size_t k = 0; k < 2; ++k) {
                const long double scale =
                    std::max(std::abs(expected[k]), crossesZeroSteeply ? 1.0L : 1e-300L);
                worst = std::max(worst, std::abs(results[2 * i + k] - expected[k]) / scale);
            }
        }
        QVERIFY2(worst < tolerance, qPrintable(QString::number(static_cast<double>(worst))));
    }

    void areTheSameBitsOnEveryInstructionSet_data() { addDraws(); }
    void areTheSameBitsOnEveryInstructionSet()
    {
        const Operation& draw = operationNamed(QTest::currentDataTag());
        const std::vector<Words> words = manyWords();
        const std::vector<double> doubles = variates<double>(draw, words, InstructionSet::baseline);
        const std::vector<float> floats = variates<float>(draw, words, InstructionSet::baseline);
        for (const InstructionSet set : supportedInstructionSets()) {
            QVERIFY(std::ranges::equal(variates<double>(draw, words, set), doubles, {},
                                       std::bit_cast<std::uint64_t, double>,
                                       std::bit_cast<std::uint64_t, double>));
            QVERIFY(std::ranges::equal(variates<float>(draw, words, set), floats, {},
                                       std::bit_cast<std::uint32_t, float>,
                                       std::bit_cast<std::uint32_t, float>));
        }
    }

    /// However many are asked for, in whole vectors or in what is left of one.
    void doNotDependOnTheirNeighbours_data() { addDraws(); }
    void doNotDependOnTheirNeighbours()
    {
        const Operation& draw = operationNamed(QTest::currentDataTag());
        std::vector<Words> words = manyWords();
        words.resize(67);
        for (const InstructionSet set : supportedInstructionSets()) {
            const std::vector<double> all = variates<double>(draw, words, set);
            for (std::size_t pair = 0; pair < words.size(); ++pair) {
                const std::vector<double> alone = variates<double>(draw, {words[pair]}, set);
                QCOMPARE(alone[0], all[2 * pair]);
                QCOMPARE(alone[1], all[2 * pair + 1]);
            }
        }
    }

    void singlePrecisionIsDoubleRounded_data() { addDraws(); }
    void singlePrecisionIsDoubleRounded()
    {
        const Operation& draw = operationNamed(QTest::currentDataTag());
        const std::vector<Words> words = manyWords();
        const std::vector<double> doubles = variates<double>(draw, words);
        const std::vector<float> floats = variates<float>(draw, words);
        const bool isUniform = draw.support.high == 1.0;
        for (std::size_t i = 0; i < floats.size(); ++i) {
            // The uniform ones are cut off, so that they stay below 1.
            const double kept = std::floor(std::ldexp(doubles[i], 24));
            QCOMPARE(floats[i], static_cast<float>(isUniform ? std::ldexp(kept, -24) : doubles[i]));
        }
    }

    void stayWhereTheyMayBe_data() { addDraws(); }
    void stayWhereTheyMayBe()
    {
        const Operation& draw = operationNamed(QTest::currentDataTag());
        const std::vector<Words> words = manyWords();
        for (const double variate : variates<double>(draw, words))
            QVERIFY(std::isfinite(variate) && draw.support.contains(variate));
        for (const float variate : variates<float>(draw, words))
            QVERIFY(std::isfinite(variate) && draw.support.contains(static_cast<double>(variate)));
    }

    void areSymmetric_data()
    {
        QTest::addColumn<Words>("flipped"); // the bits that turn both signs
        QTest::newRow("normal draw") << Words{0, top | top >> 1};
        QTest::newRow("laplace draw") << Words{top, top};
        QTest::newRow("logistic draw") << Words{top, top};
    }
    void areSymmetric()
    {
        QFETCH(Words, flipped);
        const Operation& draw = operationNamed(QTest::currentDataTag());
        std::vector<Words> words = manyWords();
        const std::vector<double> results = variates<double>(draw, words);
        for (Words& pair : words)
            pair = {pair[0] ^ flipped[0], pair[1] ^ flipped[1]};
        const std::vector<double> mirrored = variates<double>(draw, words);
        for (std::size_t i = 0; i < results.size(); ++i)
            QVERIFY(mirrored[i] == -results[i] && results[i] != 0.0);
    }

    void quantilesAreExact_data()
    {
        QTest::addColumn<Survival>("survival");
        QTest::addColumn<std::uint64_t>(
            "turn"); // added to a word, it makes the variate fall as the word rises
        QTest::addColumn<QVector<double>>("bounds");
        const auto row = [](const char* tag, Survival survival, std::uint64_t turn,
                            const QVector<double>& bounds) {
            QTest::newRow(tag) << survival << turn << bounds;
        };
        row("exponential draw", [](double x) { return std::exp(-x); }, 0,
            {1e-15, 1e-9, 0.001, 0.3, 1.0, 5.0, 20.0, 30.0});
        row("laplace draw", [](double x) { return 0.5 * std::exp(-x); }, 0,
            {1e-9, 0.001, 0.3, 1.0, 5.0, 20.0, 30.0});
        row("logistic draw", [](double x) { return 1.0 / (1.0 + std::exp(x)); }, 0,
            {1e-9, 0.001, 0.3, 1.0, 5.0, 20.0, 30.0});
        row("gumbel draw", [](double x) { return -std::expm1(-std::exp(-x)); }, ~std::uint64_t{0},
            {-3.0, -2.0, -0.5, 0.0, 0.5, 5.0, 20.0, 30.0});
    }
    void quantilesAreExact()
    {
        QFETCH(Survival, survival);
        QFETCH(std::uint64_t, turn);
        QFETCH(QVector<double>, bounds);
        const Operation& draw = operationNamed(QTest::currentDataTag());
        // The words with the sign bit are the mirrored half.
        const double part = draw.name == "laplace draw" || draw.name == "logistic draw" ? 0.5 : 1.0;
        const std::uint64_t mask = part < 1.0 ? ~top : ~std::uint64_t{0};
        for (const double bound : bounds) {
            const double fraction = fractionAbove(bound, [&](std::uint64_t word) {
                const std::uint64_t turned = part < 1.0 ? word >> 1 : word ^ turn;
                return variatesOf(draw, {turned & mask, 0})[0];
            });
            const double expected = survival(bound);
            // Half a word of 2⁶⁴, and the last places of the bound and of what stands for it.
            const double tolerance = 0x1p-62 + 1e-14 * expected * std::max(1.0, bound);
            QVERIFY2(std::abs(part * fraction - expected) < tolerance,
                     qPrintable(QString("%1 beyond %2").arg(part * fraction).arg(bound)));
        }
    }

    /// The probability of all pairs of words whose variate is beyond a bound: exact in the first word, summed
    /// over evenly spaced directions in the second, on which it depends smoothly.
    void normalTailsAreRight_data()
    {
        QTest::addColumn<double>("bound");
        for (const double bound : {0.1, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 8.5})
            QTest::addRow("%g", bound) << bound;
    }
    void normalTailsAreRight()
    {
        QFETCH(double, bound);
        const Operation& draw = operationNamed("normal draw");
        constexpr int directions = 1024;
        for (const std::size_t k : {0, 1}) {
            double probability = 0.0;
            for (int i = 0; i < directions; ++i) {
                // In the order of octants, not of angles; all that counts is that they are evenly spaced.
                const auto direction = static_cast<std::uint64_t>(2 * i + 1) << 53;
                probability += fractionAbove(bound,
                                             [&](std::uint64_t word) {
                                                 return variatesOf(draw, {word, direction})[k];
                                             }) /
                               directions;
            }
            const double expected = normalSurvival(bound);
            QVERIFY2(std::abs(probability / expected - 1.0) < (bound < 8.0 ? 1e-6 : 1e-3),
                     qPrintable(QString("%1 instead of %2").arg(probability).arg(expected)));
        }
    }

    void normalsReachBeyondEight()
    {
        const Pair farthest = variatesOf(operationNamed("normal draw"), {0, 0});
        QVERIFY(farthest[0] > 9.4);
        // The nearest direction to the axis: the sine of the first octant's first 2^-53.
        QVERIFY(farthest[1] > 0.0 && farthest[1] < 1e-14);
    }

private:
    static void addDraws()
    {
        QTest::addColumn<int>("nothing");
        for (const Operation* row : allOperations())
            if (row->role == Role::draw)
                QTest::newRow(std::string(row->name).c_str()) << 0;
    }
};

QTEST_APPLESS_MAIN(TestVariates)
#include "tst_variates.moc"
