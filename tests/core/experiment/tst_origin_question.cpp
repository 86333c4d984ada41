// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/computation.h"
#include "tests/core/experiment/origin_question.h"
#include "tests/core/graph_values.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace sluice;
using namespace sluice::test;

namespace {

/// Its two attempted cures.
constexpr auto curedInTheMiddle = R"(import tensorflow as tf
x = tf.placeholder(tf.float32)
y = x**2
u = tf.random_uniform(tf.shape(x), minval=0.9, maxval=1.1)
yu = y * u
yu_fixed = tf.stop_gradient(yu - y) + y; z = tf.sqrt(yu_fixed)
g = tf.gradients(z, x)[0]
with tf.Session() as sess:
    yv, yuv, zv, gv = sess.run([y,yu,z,g], {x: [-2, -1, 1]})
)";

constexpr auto curedAtTheEnd = R"(import tensorflow as tf
x = tf.placeholder(tf.float32)
y = x**2
u = tf.random_uniform(tf.shape(x), minval=0.9, maxval=1.1)
yu = y * u
z = tf.sqrt(yu)
z_fixed = tf.stop_gradient(z - tf.sqrt(y)) + tf.sqrt(y); g = tf.gradients(z_fixed, x)[0]
with tf.Session() as sess:
    yv, yuv, zv, gv = sess.run([y,yu,z_fixed,g], {x: [-2, -1, 1]})
)";

/// ε = (u - 0.9)/0.2 of the question's printed run.
const std::vector<double> printedDraws{0.70331675, 0.185382, 0.9030055};

std::vector<double> gradientsOf(std::string_view text, const std::vector<double>& draws)
{
    const Computation computation(programOf(text), experimentOn(text));
    return computation.evaluate(computation.pointsOfInterest(), {{"u", draws}}).variants.front().gradient;
}

bool agreesToSixDigits(const std::vector<double>& actual, const std::vector<double>& printed)
{
    return std::ranges::equal(actual, printed,
                              [](double a, double p) { return std::abs(a - p) <= 1e-6 * std::abs(p); });
}

} // namespace

/// The question that the program grew from, as it was asked, with its printed run and its attempted cures.
class TestOriginQuestion : public QObject
{
    Q_OBJECT

private slots:
    void thePrintedRun()
    {
        const Computation computation(programOf(origin), experimentOn(origin));
        const PointValues values =
            computation.evaluate(computation.pointsOfInterest(), {{"u", printedDraws}});
        QCOMPARE(values.at, (std::vector<double>{-2, -1, 1}));
        QCOMPARE(values.input, std::string("x"));
        QCOMPARE(values.output, std::string("z"));
        const VariantValues& variant = values.variants.front();
        QVERIFY(agreesToSixDigits(variant.value, {2.0402582, 0.96802706, 1.0395197}));
        QVERIFY(agreesToSixDigits(variant.gradient, {-1.0201291, -0.96802706, 1.0395197}));
        QCOMPARE(variant.nodes.size(), 5U);
        QCOMPARE(variant.nodes[0].first, std::string("y"));
        QCOMPARE(variant.nodes[0].second, (std::vector<double>{4, 1, 1}));
        QCOMPARE(variant.nodes[2].first, std::string("yu"));
        QVERIFY(agreesToSixDigits(variant.nodes[2].second, {4.1626534, 0.9370764, 1.0806011}));
        QCOMPARE(variant.nodes[4].first, std::string("g"));
        QCOMPARE(variant.nodes[4].second, variant.gradient);
    }

    void theCureInTheMiddleIsStillNoisy()
    {
        std::vector<double> expected;
        for (std::size_t i = 0; i < 3; ++i)
            expected.push_back((i < 2 ? -1.0 : 1.0) / std::sqrt(0.9 + 0.2 * printedDraws[i]));
        QVERIFY(agreesToSixDigits(gradientsOf(curedInTheMiddle, printedDraws), expected));
    }

    void theCureAtTheEndIsExactWhateverTheDraws()
    {
        for (const std::vector<double>& draws : {printedDraws, {0.0, 0.999, 0.5}, {0.1, 0.2, 0.3}})
            QCOMPARE(gradientsOf(curedAtTheEnd, draws), (std::vector<double>{-1, -1, 1}));
    }

    void gatesDoWhatThePastedCuresDo()
    {
        const Computation computation(programOf(origin), experimentOn(origin, threeGates));
        const PointValues values =
            computation.evaluate(computation.pointsOfInterest(), {{"u", printedDraws}});
        const std::array texts{origin, curedInTheMiddle, curedAtTheEnd};
        for (std::size_t v = 0; v < texts.size(); ++v)
            QVERIFY(agreesToSixDigits(values.variants[v].gradient, gradientsOf(texts[v], printedDraws)));
        QCOMPARE(values.variants[2].gradient, (std::vector<double>{-1, -1, 1}));
    }
};

QTEST_APPLESS_MAIN(TestOriginQuestion)
#include "tst_origin_question.moc"
