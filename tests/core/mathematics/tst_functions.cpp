// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mathematics/exponential.h"
#include "core/mathematics/hyperbolic.h"
#include "core/mathematics/interleaved.h"
#include "core/mathematics/logarithm.h"
#include "core/mathematics/trigonometric.h"
#include "tests/core/instruction_sets.h"
#include "tests/core/same_values.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <span>
#include <vector>

using namespace sluice;
using namespace sluice::test;

namespace {

/// One function as a loop over numbers, for every instruction set.
template <class Function>
struct OneByOne
{
    template <MultiplyAdd kind, class Real>
    static void run(const Real* __restrict arguments, Real* __restrict values, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i)
            values[i] = Function::template at<kind>(arguments[i]);
    }
};

/// The same with twins, as tiles are computed.
template <class Function>
struct Interleaved
{
    template <MultiplyAdd kind, class Real>
    static void run(const Real* __restrict arguments, Real* __restrict values, std::size_t count)
    {
        interleaved<Real>(
            count, [=](auto place) __attribute__((always_inline)) {
                place.put(values, Function::template at<kind>(place.of(arguments)));
            });
    }
};

template <class Real>
using ValuesOf = Versions<void (*)(const Real*, Real*, std::size_t)>;

struct Loops
{
    ValuesOf<double> float64;
    ValuesOf<float> float32;

    template <class Body>
    static Loops of()
    {
        return {versionsOf<Body, const double*, double*, std::size_t>(),
                versionsOf<Body, const float*, float*, std::size_t>()};
    }

    template <class Real>
    std::vector<Real> operator()(InstructionSet set, const std::vector<Real>& arguments) const
    {
        std::vector<Real> values(arguments.size());
        if constexpr (std::is_same_v<Real, double>)
            float64[set](arguments.data(), values.data(), values.size());
        else
            float32[set](arguments.data(), values.data(), values.size());
        return values;
    }
};

/// `at<kind>(v)` of each function under test.
struct Exponential
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return exponential<kind>(v);
    }
};
struct ExponentialMinusOne
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return exponentialMinusOne<kind>(v);
    }
};
struct Logarithm
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return naturalLogarithm<kind>(v);
    }
};
struct LogarithmOfOnePlus
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return logarithmOfOnePlus<kind>(v);
    }
};
struct Sine
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return sineAndCosine<kind>(v)[0];
    }
};
struct Cosine
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return sineAndCosine<kind>(v)[1];
    }
};
struct Tangent
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return hyperbolicTangent<kind>(v);
    }
};
struct TangentSlope
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return hyperbolicTangentSlope<kind>(v);
    }
};
struct Logistic
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return logistic<kind>(v);
    }
};
struct LogisticSlope
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return logisticSlope<kind>(v);
    }
};
/// Of functions that are computed together.
template <std::size_t which>
struct TangentAndSlope
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return hyperbolicTangentAndSlope<kind>(v)[which];
    }
};
template <std::size_t which>
struct LogisticAndSlope
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return logisticAndSlope<kind>(v)[which];
    }
};
struct SoftPlus
{
    template <MultiplyAdd kind>
    static auto at(auto v)
    {
        return softPlus<kind>(v);
    }
};

struct Subject
{
    Loops oneByOne;
    Loops interleaved;
    long double (*reference)(long double);
    double largest;
};

template <class Function>
Subject subject(long double (*reference)(long double),
                double largest = std::numeric_limits<double>::infinity())
{
    return {Loops::of<OneByOne<Function>>(), Loops::of<Interleaved<Function>>(), reference, largest};
}

/// The distance in units of the last place of a number of that size.
template <class Real>
long double unitsApart(Real value, long double expected)
{
    const Real rounded = static_cast<Real>(expected);
    if (std::isnan(expected) || std::isinf(rounded) || std::isnan(value) || std::isinf(value))
        return (std::isnan(value) && std::isnan(expected)) || value == rounded
                   ? 0.0L
                   : std::numeric_limits<long double>::infinity();
    const Real magnitude = std::abs(rounded);
    const Real next = std::nextafter(magnitude, std::numeric_limits<Real>::infinity());
    const long double unit = static_cast<long double>(next) - static_cast<long double>(magnitude);
    return std::abs(static_cast<long double>(value) - expected) / unit;
}

/// Where functions change their ways: zeros, ends of the range of numbers, ends of reductions, whole parts.
template <class Real>
std::vector<Real> hardArguments()
{
    using Limits = std::numeric_limits<Real>;
    std::vector<Real> arguments{Real(0),           Limits::infinity(), Limits::quiet_NaN(),
                                Limits::max(),     Limits::min(),      Limits::denorm_min(),
                                Limits::min() / 2, Limits::epsilon(),  Limits::epsilon() / 2,
                                Real(1),           Real(0.5),          Real(2)};
    for (const double v : {0.34657359027997264,
                           0.6931471805599453,
                           0.70710678118654752,
                           1.4142135623730951,
                           1.5707963267948966,
                           3.141592653589793,
                           6.283185307179586,
                           0.7853981633974483,
                           18.0,
                           19.1,
                           36.7,
                           37.5,
                           40.0,
                           87.3,
                           88.72,
                           88.73,
                           103.9,
                           104.1,
                           354.9,
                           372.5,
                           373.0,
                           708.3,
                           708.4,
                           709.78,
                           709.79,
                           744.4,
                           745.13,
                           745.14,
                           746.0,
                           1e5,
                           999999.0})
        arguments.push_back(static_cast<Real>(v));
    // Close to multiples of a quarter turn, where a sine or a cosine is small.
    for (int quarters = 1; quarters < 600'000; quarters = quarters * 5 / 4 + 1)
        arguments.push_back(static_cast<Real>(quarters * 1.5707963267948966L));
    const std::size_t count = arguments.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Real v = arguments[i];
        arguments.push_back(std::nextafter(v, Limits::infinity()));
        arguments.push_back(std::nextafter(v, Real(0)));
    }
    const std::size_t positive = arguments.size();
    for (std::size_t i = 0; i < positive; ++i)
        arguments.push_back(-arguments[i]);
    return arguments;
}

template <class Real>
std::vector<Real> randomArguments()
{
    std::mt19937_64 random(1);
    std::vector<Real> arguments;
    for (int i = 0; i < 200'000; ++i) {
        // Of all sizes, most of them where functions bend.
        const double size = std::uniform_real_distribution(i % 4 == 0 ? -40.0 : -6.0, 6.0)(random);
        const double sign = i % 2 == 0 ? 1.0 : -1.0;
        arguments.push_back(static_cast<Real>(sign * std::pow(10.0, size)));
        arguments.push_back(static_cast<Real>(sign * std::uniform_real_distribution(0.0, 4.0)(random)));
    }
    return arguments;
}

long double logisticReference(long double v)
{
    return v < 0 ? expl(v) / (1 + expl(v)) : 1 / (1 + expl(-v));
}
long double logisticSlopeReference(long double v)
{
    const long double e = expl(-fabsl(v));
    return e / ((1 + e) * (1 + e));
}
long double tangentSlopeReference(long double v)
{
    return 4 * logisticSlopeReference(2 * v);
}
long double softPlusReference(long double v)
{
    return std::isnan(v) ? v : fmaxl(v, 0) + log1pl(expl(-fabsl(v)));
}

} // namespace

Q_DECLARE_METATYPE(Subject)

/// The functions that tiles are computed with, against long double.
class TestFunctions : public QObject
{
    Q_OBJECT

private slots:
    void areWithinTwoUnits_data() { addSubjects(); }
    void areWithinTwoUnits()
    {
        QFETCH(Subject, subject);
        for (const InstructionSet set : supportedInstructionSets()) {
            compareWithReference<double>(subject, set);
            compareWithReference<float>(subject, set);
        }
    }

    void areTheSameForTwins_data() { addSubjects(); }
    void areTheSameForTwins()
    {
        QFETCH(Subject, subject);
        for (const InstructionSet set : supportedInstructionSets()) {
            compareWithTwins<double>(subject, set);
            compareWithTwins<float>(subject, set);
        }
    }

private:
    static void addSubjects()
    {
        QTest::addColumn<Subject>("subject");
        QTest::newRow("exp") << subject<Exponential>(expl);
        QTest::newRow("expm1") << subject<ExponentialMinusOne>(expm1l);
        QTest::newRow("log") << subject<Logarithm>(logl);
        QTest::newRow("log1p") << subject<LogarithmOfOnePlus>(log1pl);
        QTest::newRow("sin") << subject<Sine>(sinl, largestReducedAngle);
        QTest::newRow("cos") << subject<Cosine>(cosl, largestReducedAngle);
        QTest::newRow("tanh") << subject<Tangent>(tanhl);
        QTest::newRow("tanh slope") << subject<TangentSlope>(tangentSlopeReference);
        QTest::newRow("sigmoid") << subject<Logistic>(logisticReference);
        QTest::newRow("sigmoid slope") << subject<LogisticSlope>(logisticSlopeReference);
        QTest::newRow("tanh of both") << subject<TangentAndSlope<0>>(tanhl);
        QTest::newRow("tanh slope of both") << subject<TangentAndSlope<1>>(tangentSlopeReference);
        QTest::newRow("sigmoid of both") << subject<LogisticAndSlope<0>>(logisticReference);
        QTest::newRow("sigmoid slope of both") << subject<LogisticAndSlope<1>>(logisticSlopeReference);
        QTest::newRow("softplus") << subject<SoftPlus>(softPlusReference);
    }

    template <class Real>
    static std::vector<Real> argumentsOf(const Subject& subject)
    {
        std::vector<Real> arguments = randomArguments<Real>();
        const std::vector<Real> hard = hardArguments<Real>();
        arguments.insert(arguments.end(), hard.begin(), hard.end());
        std::erase_if(arguments, [&](Real v) { return std::abs(v) > subject.largest; });
        return arguments;
    }

    template <class Real>
    static void compareWithTwins(const Subject& subject, InstructionSet set)
    {
        const std::vector<Real> arguments = argumentsOf<Real>(subject);
        const std::vector<Real> singles = subject.oneByOne(set, arguments);
        const std::vector<Real> twins = subject.interleaved(set, arguments);
        const auto [twin, single] = std::ranges::mismatch(twins, singles, isSame);
        if (twin == twins.end())
            return;
        const Real argument = arguments[static_cast<std::size_t>(twin - twins.begin())];
        QFAIL(qPrintable(QString("%1, %2 bytes: %3 becomes %4, not %5")
                             .arg(QLatin1StringView(nameOf(set).data()))
                             .arg(sizeof(Real))
                             .arg(double{argument}, 0, 'g', 17)
                             .arg(double{*twin}, 0, 'g', 17)
                             .arg(double{*single}, 0, 'g', 17)));
    }

    template <class Real>
    static void compareWithReference(const Subject& subject, InstructionSet set)
    {
        const std::vector<Real> arguments = argumentsOf<Real>(subject);
        const std::vector<Real> values = subject.oneByOne(set, arguments);
        long double worst = 0.0L;
        Real where{};
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const long double expected = subject.reference(static_cast<long double>(arguments[i]));
            const long double units = unitsApart(values[i], expected);
            if (units > worst) {
                worst = units;
                where = arguments[i];
            }
            if (expected == 0.0L && arguments[i] == Real(0))
                QCOMPARE(std::signbit(values[i]), std::signbit(expected));
        }
        QVERIFY2(worst <= 2.0L, qPrintable(QString("%1, %2 bytes: %3 units apart at %4")
                                               .arg(QLatin1StringView(nameOf(set).data()))
                                               .arg(sizeof(Real))
                                               .arg(static_cast<double>(worst))
                                               .arg(static_cast<double>(where), 0, 'g', 17)));
    }
};

QTEST_APPLESS_MAIN(TestFunctions)
#include "tst_functions.moc"
