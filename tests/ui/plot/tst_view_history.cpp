// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/view_history.h"

#include <QTest>

using namespace sluice;

namespace {

/// A stretch of x, and `fit` for the fitted view.
ShownRanges viewOf(const QString& text)
{
    ShownRanges view;
    view.isFitted = text == QStringLiteral("fit");
    view.x = {0.0, view.isFitted ? 1.0 : text.toDouble()};
    return view;
}

QString textOf(const ShownRanges& view)
{
    return view.isFitted ? QStringLiteral("fit") : QString::number(view.x.high);
}

} // namespace

/// Steps in words: a number or `fit` is a view that the user came to, `<` and `>` go back and forward.
class ViewHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void walks_data();
    void walks();
    void forgetsTheOldest();
};

void ViewHistoryTest::walks_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("visited");
    QTest::addColumn<bool>("hasBack");
    QTest::addColumn<bool>("hasForward");
    QTest::newRow("nothing to go back to") << "<"
                                           << "-" << false << false;
    QTest::newRow("back to all") << "1 <"
                                 << "fit" << false << true;
    QTest::newRow("and forward again") << "1 < >"
                                       << "fit 1" << true << false;
    QTest::newRow("step by step") << "1 2 3 < < >"
                                  << "2 1 2" << true << true;
    QTest::newRow("what lay ahead is forgotten") << "1 2 < 5 >"
                                                 << "1 -" << true << false;
    QTest::newRow("the same is no step") << "1 1 <"
                                         << "fit" << false << true;
    QTest::newRow("fitting is a step") << "1 fit < <"
                                       << "1 fit" << false << true;
    QTest::newRow("fitting twice is one") << "1 fit fit <"
                                          << "1" << true << true;
    QTest::newRow("a new sweep begins anew") << "1 2 new <"
                                             << "-" << false << false;
}

void ViewHistoryTest::walks()
{
    QFETCH(QString, steps);
    ViewHistory history;
    QStringList visited;
    const auto visit = [&](const std::optional<ShownRanges>& view) {
        visited << (view ? textOf(*view) : QStringLiteral("-"));
    };
    for (const QString& step : steps.split(QLatin1Char(' '))) {
        if (step == QStringLiteral("<")) {
            visit(history.back());
        } else if (step == QStringLiteral(">")) {
            visit(history.forward());
        } else if (step == QStringLiteral("new")) {
            history.reset();
        } else {
            history.add(viewOf(step));
        }
    }
    QTEST(visited.join(QLatin1Char(' ')), "visited");
    QTEST(history.hasBack(), "hasBack");
    QTEST(history.hasForward(), "hasForward");
}

void ViewHistoryTest::forgetsTheOldest()
{
    ViewHistory history;
    for (int i = 1; i <= 1000; ++i) {
        history.add(viewOf(QString::number(i)));
    }
    int steps = 0;
    while (history.back()) {
        ++steps;
    }
    QVERIFY(steps >= 50 && steps < 1000);
}

QTEST_APPLESS_MAIN(ViewHistoryTest)
#include "tst_view_history.moc"
