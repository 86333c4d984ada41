// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/table.h"
#include "ui/panels/completions.h"

#include <QTest>

#include <algorithm>

using namespace sluice;

class CompletionsTest : public QObject
{
    Q_OBJECT

private slots:
    void findsTheBeginning_data();
    void findsTheBeginning();
    void offersWhatTheTextDefines_data();
    void offersWhatTheTextDefines();
    void leavesOutTheNameBeingWritten();
    void offersEveryCall();
    void saysWhatACallIs_data();
    void saysWhatACallIs();

private:
    static QString descriptionOf(const QList<Completion>& completions, const QString& name)
    {
        const auto found = std::ranges::find(completions, name, &Completion::name);
        return found != completions.end() ? found->description : QStringLiteral("missing");
    }
};

void CompletionsTest::findsTheBeginning_data()
{
    QTest::addColumn<QString>("textUpToTheCursor");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("a name") << "z = sq"
                            << "sq";
    QTest::newRow("in a call") << "z = sqrt(yu"
                               << "yu";
    QTest::newRow("with digits") << "z = h1"
                                 << "h1";
    QTest::newRow("Greek") << "z = σ_"
                           << "σ_";
    QTest::newRow("behind a space") << "z = sq "
                                    << "";
    QTest::newRow("a number") << "z = 2e"
                              << "none";
    QTest::newRow("an attribute") << "z = tf.sq"
                                  << "none";
    QTest::newRow("a comment") << "z = x # sq"
                               << "none";
    QTest::newRow("below a comment") << "z = x # a\nw = sq"
                                     << "sq";
    QTest::newRow("in quotes") << "u = f('sq"
                               << "none";
    QTest::newRow("behind quotes") << "u = f('a', sq"
                                   << "sq";
    QTest::newRow("number sign in quotes") << "u = f('#', sq"
                                           << "sq";
}

void CompletionsTest::findsTheBeginning()
{
    QFETCH(QString, textUpToTheCursor);
    QFETCH(QString, beginning);
    QCOMPARE(beginningOfName(textUpToTheCursor, textUpToTheCursor.size()).value_or("none"), beginning);
    QCOMPARE(beginningOfName(textUpToTheCursor + "\nnext = 1", textUpToTheCursor.size()).value_or("none"),
             beginning);
}

void CompletionsTest::offersWhatTheTextDefines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("description");
    QTest::newRow("assignment") << "yu  = y*u"
                                << "yu"
                                << "yu = y*u";
    QTest::newRow("the first of two") << "h = x\nh = h*2"
                                      << "h"
                                      << "h = x";
    QTest::newRow("several at once") << "a, b = f(x)"
                                     << "b"
                                     << "a, b = f(x)";
    QTest::newRow("function") << "def layer(v):\n    return v"
                              << "layer"
                              << "def layer(v):";
    QTest::newRow("inside a function") << "def f(v):\n    w = v*2\n    return w"
                                       << "w"
                                       << "w = v*2";
    QTest::newRow("loop") << "for i in range(3):\n    h = h*2"
                          << "i"
                          << "for i in range(3):";
    QTest::newRow("a comparison defines nothing") << "a == b"
                                                  << "a"
                                                  << "missing";
    QTest::newRow("its own name before a call's") << "square = x*x"
                                                  << "square"
                                                  << "square = x*x";
}

void CompletionsTest::offersWhatTheTextDefines()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(QString, description);
    const QList<Completion> completions = completionsAt(text + "\n", text.size() + 1);
    QCOMPARE(descriptionOf(completions, name), description);
    QVERIFY(std::ranges::count(completions, name, &Completion::name) <= 1);
}

void CompletionsTest::leavesOutTheNameBeingWritten()
{
    const QString text = QStringLiteral("bandwidth = 1");
    QCOMPARE(descriptionOf(completionsAt(text, 9), QStringLiteral("bandwidth")), QString("missing"));
    QCOMPARE(descriptionOf(completionsAt(text + "\nz = ", text.size() + 5), QStringLiteral("bandwidth")),
             text);
}

void CompletionsTest::offersEveryCall()
{
    const QList<Completion> completions = completionsAt({}, 0);
    for (const std::string_view name : callableNames()) {
        const QString wanted = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        QVERIFY2(descriptionOf(completions, wanted).size() > wanted.size() + 2, qPrintable(wanted));
    }
}

void CompletionsTest::saysWhatACallIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("call");
    QTest::newRow("one argument") << "sqrt"
                                  << "sqrt(v): ";
    QTest::newRow("an alias") << "detach"
                              << "detach(v): ";
    QTest::newRow("noise without its draw") << "normal"
                                            << "normal(mean=0, stddev=1): ";
    QTest::newRow("a word of the language") << "input"
                                            << "input(low, high): ";
}

void CompletionsTest::saysWhatACallIs()
{
    QFETCH(QString, name);
    QFETCH(QString, call);
    const QString description = descriptionOf(completionsAt({}, 0), name);
    QVERIFY2(description.startsWith(call), qPrintable(description));
}

QTEST_APPLESS_MAIN(CompletionsTest)
#include "tst_completions.moc"
