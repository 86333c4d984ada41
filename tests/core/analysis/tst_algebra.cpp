// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/algebra_forms.h"
#include "core/analysis/algebra_system.h"
#include "core/analysis/ranges.h"
#include "core/analysis/scalar_value.h"
#include "tests/core/graph_values.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace sluice;
using namespace sluice::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::vector<std::string>)

namespace {

AlgebraAnswer answerTo(const std::vector<std::string>& lines)
{
    return AlgebraSystem(SLUICE_ALGEBRA).ask({lines}, 10s);
}

std::string patched(std::string_view form, const std::vector<std::string>& operands)
{
    std::string text;
    for (std::size_t i = 0; i < form.size(); ++i)
        text +=
            form[i] == '$' ? operands.at(static_cast<std::size_t>(form[++i] - '0')) : std::string(1, form[i]);
    return text;
}

} // namespace

/// The helper that proves, and how it is asked.
class TestAlgebra : public QObject
{
    Q_OBJECT

private slots:
    void answers_data()
    {
        QTest::addColumn<std::vector<std::string>>("lines");
        QTest::addColumn<int>("answer");
        const auto add = [](const char* name, const std::vector<std::string>& lines, AlgebraAnswer answer) {
            QTest::newRow(name) << lines << static_cast<int>(answer);
        };
        using enum AlgebraAnswer;
        add("cancels", {"real x", "noise u", "g = 2*x*u/(x^2*u)", "free g"}, proved);
        add("stays", {"real x", "noise u", "g = x*u", "free g"}, notProved);
        add("binomial", {"real x", "noise n", "g = (x+n)^2-2*x*n-n^2", "free g"}, proved);
        add("the root of a square is a size",
            {"real x", "noise+ u", "g = sqrt(x^2*u^2)/u", "h = abs(x)", "equal g h"}, proved);
        add("and not what was squared", {"real x", "g = sqrt(x^2)", "equal g x"}, notProved);
        add("but of a positive number it is", {"positive x", "g = sqrt(x^2)", "equal g x"}, proved);
        add("a noise of either sign", {"real x", "noise n", "g = sqrt(x^2*n^2)/n", "free g"}, notProved);
        add("the exponential of a logarithm", {"real x", "noise+ u", "g = exp(log(u))*x/u", "free g"},
            proved);
        add("numbers are exact", {"real x", "g = x+2^(-60)-x", "z = 0", "equal g z"}, notProved);
        add("different sums of fractions", {"real x", "a = x/3+x/6", "b = x/2", "equal a b"}, proved);
        add("a division by 0", {"real x", "z = x-x", "g = 1/z", "free g"}, notAttempted);
        add("nonsense", {"g = )(", "free g"}, notAttempted);
        add("an unknown name", {"free g"}, notAttempted);
        add("no question", {"real x"}, notAttempted);
    }
    void answers()
    {
        QFETCH(const std::vector<std::string>, lines);
        QFETCH(const int, answer);
        QCOMPARE(static_cast<int>(answerTo(lines)), answer);
    }

    void formsMeanTheirOperations()
    {
        // Its syntax is nearly that of the language.
        const std::vector<double> values{0.75, 0.5, 1.25};
        for (const AlgebraForm& form : algebraForms()) {
            const double expected = scalarValue(operationNamed(form.operation), values);
            QString text = QString::fromStdString(patched(form.form, {"a", "b", "c"})).replace("^", "**");
            const Program program =
                programOf("a = input(0, 1)\nb = input(0, 1)\nc = input(0, 1)\nz = " + text.toStdString() +
                          "\noutput(z)\n");
            const double found = valueOf(program.graph, program.output,
                                         {{"a", values[0]}, {"b", values[1]}, {"c", values[2]}});
            QVERIFY2(std::abs(found - expected) <= 1e-15, form.operation.data());
        }
    }

    void theDeadlineHolds()
    {
        std::vector<std::string> lines{"real x", "real y", "real w", "n0 = x+y"};
        for (int i = 1; i < 60; ++i) {
            const std::string last = "n" + std::to_string(i - 1);
            lines.push_back("n" + std::to_string(i) + " = 1/(" + last + "^3+w*" + last + "+y)+x/(" + last +
                            "+w)");
        }
        lines.emplace_back("equal n59 x");
        const auto begin = std::chrono::steady_clock::now();
        const AlgebraAnswer answer = AlgebraSystem(SLUICE_ALGEBRA).ask({lines}, 300ms);
        const auto took = std::chrono::steady_clock::now() - begin;
        QCOMPARE(answer, AlgebraAnswer::notAttempted);
        QVERIFY(took < 5s);
    }

    void aHelperThatDoesNotAnswer_data()
    {
        QTest::addColumn<QString>("helper");
        QTest::newRow("missing") << "/nonexistent/sluice-algebra";
        QTest::newRow("no program") << "/etc/passwd";
        QTest::newRow("dies") << "/bin/false";
        QTest::newRow("says something else") << "/bin/cat";
        QTest::newRow("none") << "";
    }
    void aHelperThatDoesNotAnswer()
    {
        QFETCH(const QString, helper);
        // More than fits into the socket's buffer, so that writing meets the helper's end.
        std::vector<std::string> lines(200'000, "real x");
        lines.emplace_back("free x");
        QCOMPARE(AlgebraSystem(helper.toStdString()).ask({lines}, 2s), AlgebraAnswer::notAttempted);
    }

    void severalThreadsMayAskAtOnce()
    {
        std::atomic<int> proved = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&] {
                if (answerTo({"real x", "noise u", "g = x*u/u", "free g"}) == AlgebraAnswer::proved)
                    ++proved;
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(proved.load(), 8);
    }

    void ranges_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        constexpr double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("uniform noise") << "uniform(0.9, 1.1)" << 0.9 << 1.1;
        QTest::newRow("of a moving range") << "uniform(x, x + 3)" << 1.0 << 5.0;
        QTest::newRow("normal noise") << "normal(5, 0.001)" << -infinity << infinity;
        QTest::newRow("bernoulli noise") << "bernoulli(0.5)" << 0.0 << 1.0;
        QTest::newRow("a square") << "(x - 1.5)**2" << -infinity << infinity;
        QTest::newRow("a product") << "x*(x - 3)" << -4.0 << -1.0;
        QTest::newRow("a quotient") << "1/x" << 0.5 << 1.0;
        QTest::newRow("a quotient by 0") << "1/(x - 1)" << -infinity << infinity;
        QTest::newRow("an exponential") << "exp(-x)" << std::exp(-2.0) << std::exp(-1.0);
    }
    void ranges()
    {
        QFETCH(const QString, expression);
        QFETCH(const double, low);
        QFETCH(const double, high);
        const Program program = programOf("x = input(1, 2)\nz = " + expression.toStdString() + "\n");
        const Range range = rangesOf(program.graph, [](const std::string&) {
            return Range{1.0, 2.0};
        })[index(program.output)];
        // x stands twice in some, so a range may be wider than it must; it never is narrower.
        QVERIFY(range.low <= low && range.high >= high);
        QCOMPARE(range.excludesZero(), low > 0.0 || high < 0.0);
    }
};

QTEST_APPLESS_MAIN(TestAlgebra)
#include "tst_algebra.moc"
