// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_workspace.h"
#include "ui/panels/advice_model.h"
#include "ui/panels/advice_panel.h"
#include "ui/panels/advice_scatter.h"
#include "ui/panels/depth_curve.h"
#include "ui/panels/loss_dialog.h"
#include "ui/panels/placement_text.h"
#include "ui/workspace/advices.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <qcustomplot.h>

#include <algorithm>
#include <stdexcept>

using namespace sluice;

/// The panel with a workspace and nothing else.
class AdvicePanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void putsTheCureFirst();
    void columnsTakeTheRoom_data();
    void columnsTakeTheRoom();
    void asksOnlyWhileItIsSeen();
    void enterTriesAPlacement();
    void aClickTriesAPlacement();
    void tryingAgainOnlySelects();
    void biasIsToldAgainstEachTarget();
    void sortsByNumbers_data();
    void sortsByNumbers();
    void scatterTries();
    void showsTheDepthOfAChain();
    void allColumnsFit_data();
    void allColumnsFit();
    void saysWhereAProofDoesNotHold();
    void cancels();
    void appendsALoss();
    void saysWhatIsWrongWithALoss();

private:
    QTableView& table() { return *m_panel->findChild<QTableView*>(); }
    QToolButton& button(const QString& text);
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    void answer() { QTRY_VERIFY_WITH_TIMEOUT(m_advices->isCurrent() && !m_advices->isRunning(), 30000); }
    void open(const std::string& text);
    std::vector<std::string> lastGates() { return m_workspace->experiment().variants.back().gates; }
    /// What the user does with the dialog, as soon as it is open.
    static void inDialog(const std::function<void(LossDialog&)>& act);

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Advices> m_advices;
    std::unique_ptr<AdvicePanel> m_panel;
};

void AdvicePanelTest::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_advices = std::make_unique<Advices>(*m_workspace);
    m_panel = std::make_unique<AdvicePanel>(*m_workspace, *m_advices);
    m_panel->resize(420, 400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    open(originText);
}

void AdvicePanelTest::open(const std::string& text)
{
    m_workspace->open(experimentOf(text));
    QTRY_VERIFY(m_workspace->outcome() && m_workspace->outcome()->experiment.text == text);
    answer();
}

void AdvicePanelTest::cleanup()
{
    m_panel.reset();
    m_advices.reset();
    m_workspace.reset();
}

QToolButton& AdvicePanelTest::button(const QString& text)
{
    for (auto* each : m_panel->findChildren<QToolButton*>()) {
        if (each->text() == text) {
            return *each;
        }
    }
    throw std::logic_error("no such button");
}

void AdvicePanelTest::putsTheCureFirst()
{
    QCOMPARE(cell(0, AdviceModel::gatesColumn), QString("z=clean"));
    QCOMPARE(cell(0, AdviceModel::verdictColumn), QString("✓ proved"));
    QCOMPARE(cell(0, AdviceModel::deviationColumn), QString("0"));
    QVERIFY(cell(table().model()->rowCount() - 1, AdviceModel::verdictColumn).contains("disconnected"));
    AdviceModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(m_advices->shown());
    QVERIFY(model.rowCount() > 2);
    model.show(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void AdvicePanelTest::columnsTakeTheRoom_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("wide") << 700 << "✓ proved";
    QTest::newRow("usual") << 330 << "✓ proved";
    QTest::newRow("narrow") << 190 << "✓";
}

void AdvicePanelTest::columnsTakeTheRoom()
{
    QFETCH(int, width);
    open("x = input(-2, 2)\nproduct_with_noise = x**2*uniform(0.9, 1.1)\nz_of_it = "
         "sqrt(product_with_noise)\n");
    m_panel->resize(width, 400);
    QCoreApplication::processEvents();
    QTEST(cell(0, AdviceModel::verdictColumn), "verdict");
    QCOMPARE(table().horizontalHeader()->length(), table().viewport()->width());
    for (int column = 0; column < AdviceModel::columnTotal; ++column) {
        QVERIFY(!table().model()->headerData(column, Qt::Horizontal).toString().isEmpty());
    }
}

void AdvicePanelTest::asksOnlyWhileItIsSeen()
{
    m_panel->hide();
    const QSignalSpy answers(m_advices.get(), &LongQuestion::answered);
    Experiment next = m_workspace->experiment();
    next.seed = 7;
    m_workspace->change("seed", next);
    QTRY_VERIFY(!m_workspace->isBusy());
    QTest::qWait(600);
    QCOMPARE(answers.count(), 0);
    QVERIFY(!m_advices->isCurrent());
    m_panel->show();
    answer();
}

void AdvicePanelTest::enterTriesAPlacement()
{
    table().setFocus();
    table().selectRow(0);
    QTest::keyClick(&table(), Qt::Key_Return);
    QCOMPARE(m_workspace->experiment().variants.size(), std::size_t(2));
    QCOMPARE(lastGates(), std::vector<std::string>{"z=clean"});
    QCOMPARE(m_workspace->selectedVariant(), std::size_t(1));
    m_workspace->undoStack().undo();
    QCOMPARE(m_workspace->experiment().variants.size(), std::size_t(1));
    QCOMPARE(m_workspace->selectedVariant(), std::size_t(0));
    m_workspace->undoStack().redo();
    QCOMPARE(lastGates(), std::vector<std::string>{"z=clean"});
}

void AdvicePanelTest::aClickTriesAPlacement()
{
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {},
                      table().visualRect(table().model()->index(0, 0)).center());
    QCOMPARE(lastGates(), std::vector<std::string>{"z=clean"});
    QCOMPARE(m_workspace->selectedVariant(), std::size_t(1));
}

void AdvicePanelTest::biasIsToldAgainstEachTarget()
{
    // The gradient of x·u has no bias: its mean is that of u, which is 1.
    open("x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x*u\n");
    const auto& table = this->table();
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        const QModelIndex gates = table.model()->index(row, AdviceModel::gatesColumn);
        if (gates.data().toString() == "no gates") {
            const QModelIndex bias = gates.siblingAtColumn(AdviceModel::biasColumn);
            QVERIFY2(bias.data().toString().startsWith("< "), qPrintable(bias.data().toString()));
            const QStringList lines = bias.data(Qt::ToolTipRole).toString().split('\n');
            QCOMPARE(lines.size(), 3);
            QVERIFY(lines[0].startsWith("bias against the noise-free gradient: < "));
            QVERIFY(lines[1].startsWith("bias against the gradient of the mean value: < "));
            QVERIFY(lines[2].startsWith("bias against the mean gradient without gates: "));
            return;
        }
    }
    QFAIL("no placement without gates");
}

void AdvicePanelTest::tryingAgainOnlySelects()
{
    table().selectRow(0);
    m_panel->adviceActions()[0]->trigger();
    m_workspace->selectVariant(0);
    m_panel->adviceActions()[0]->trigger();
    QCOMPARE(m_workspace->experiment().variants.size(), std::size_t(2));
    QCOMPARE(m_workspace->selectedVariant(), std::size_t(1));
}

void AdvicePanelTest::sortsByNumbers_data()
{
    QTest::addColumn<int>("column");
    for (const int column : {AdviceModel::biasColumn, AdviceModel::deviationColumn, AdviceModel::errorColumn,
                             AdviceModel::nodesColumn}) {
        QTest::addRow("column %d", column) << column;
    }
}

void AdvicePanelTest::sortsByNumbers()
{
    QFETCH(int, column);
    table().sortByColumn(column, Qt::DescendingOrder);
    std::vector<double> keys;
    for (int row = 0; row < table().model()->rowCount(); ++row) {
        keys.push_back(table().model()->index(row, column).data(AdviceModel::sortRole).toDouble());
    }
    QVERIFY(keys.size() > 2);
    QVERIFY(keys.front() > keys.back());
    QVERIFY(std::ranges::is_sorted(keys, std::greater{}));
}

void AdvicePanelTest::scatterTries()
{
    QTest::mouseClick(&button("Scatter"), Qt::LeftButton);
    auto& scatter = *m_panel->findChild<AdviceScatter*>();
    QVERIFY(scatter.isVisible());
    auto& canvas = *scatter.findChild<QCustomPlot*>();
    canvas.replot();
    const QPoint position = scatter.positionOf(0).value().toPoint();
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, position);
    QVERIFY(table().selectionModel()->hasSelection());
    QCOMPARE(lastGates(), std::vector<std::string>{"z=clean"});
}

void AdvicePanelTest::showsTheDepthOfAChain()
{
    constexpr auto withoutChain = "x = input(-2, 2)\nz = x*uniform(0.9, 1.1)\n";
    open(withoutChain);
    QVERIFY(!button("Depth").isVisible());
    open("x = input(-2, 2)\nw = 0.9\nb = 0.1\nv = x\nfor k in range(4):\n"
         "    v = tanh(w*v + b) * normal(1, 0.1)\n");
    const auto shown = m_advices->shown();
    const Advice& advice = shown->advice.value();
    QVERIFY(button("Depth").isVisible());
    QTest::mouseClick(&button("Depth"), Qt::LeftButton);
    auto& curve = *m_panel->findChild<DepthCurve*>();
    QVERIFY(curve.isVisible());
    auto& canvas = *curve.findChild<QCustomPlot*>();
    canvas.replot();
    // Deeper lies further right, and a smaller deviation lower; of the layers' operations there is nothing.
    std::vector<int> layers;
    for (const DepthPoint& depth : advice.depths) {
        const auto placement = static_cast<int>(depth.placement);
        const bool isLayer = depth.place.find('.') == std::string::npos;
        QCOMPARE(curve.positionOf(placement).has_value(), isLayer);
        if (isLayer) {
            layers.push_back(placement);
        }
    }
    QCOMPARE(layers.size(), std::size_t(4));
    const auto deviation = [&](int layer) {
        return advice.placements[static_cast<std::size_t>(layer)].stddev;
    };
    for (std::size_t i = 1; i < layers.size(); ++i) {
        const QPointF before = curve.positionOf(layers[i - 1]).value();
        const QPointF after = curve.positionOf(layers[i]).value();
        QVERIFY(before.x() < after.x());
        QCOMPARE(before.y() < after.y(), deviation(layers[i - 1]) > deviation(layers[i]));
    }
    const auto last = static_cast<int>(advice.depths.back().placement);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, curve.positionOf(last)->toPoint());
    QCOMPARE(lastGates(), advice.placements[static_cast<std::size_t>(last)].gates);
    // One page at a time, and none without a chain.
    QTest::mouseClick(&button("Scatter"), Qt::LeftButton);
    QVERIFY(!button("Depth").isChecked() && !curve.isVisible());
    QTest::mouseClick(&button("Depth"), Qt::LeftButton);
    QVERIFY(!button("Scatter").isChecked() && curve.isVisible());
    open(withoutChain);
    QVERIFY(table().isVisible() && !button("Depth").isVisible());
}

void AdvicePanelTest::allColumnsFit_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {236, 280, 330, 420, 700}) {
        QTest::addRow("%d pixels", width) << width;
    }
}

void AdvicePanelTest::allColumnsFit()
{
    QFETCH(int, width);
    m_panel->resize(width, 400);
    QCoreApplication::processEvents();
    QVERIFY(table().horizontalHeader()->length() <= table().viewport()->width());
    for (const int column : {AdviceModel::gatesColumn, AdviceModel::verdictColumn, AdviceModel::biasColumn,
                             AdviceModel::deviationColumn}) {
        QVERIFY(!table().isColumnHidden(column));
    }
    if (width == 700) {
        for (int column = 0; column < AdviceModel::columnTotal; ++column) {
            QVERIFY(!table().isColumnHidden(column));
        }
    }
}

void AdvicePanelTest::saysWhereAProofDoesNotHold()
{
    Placement placement;
    placement.gates = {"z=clean"};
    placement.noiseFree = Certainty::proved;
    placement.matchesNoiseFreeGradient = Certainty::proved;
    QCOMPARE(placementVerdict(placement), QString("✓ proved"));
    QVERIFY(exceptionText(placement).isEmpty());
    placement.exceptWhereZero = {"u*x**2", "u"};
    QCOMPARE(placementVerdict(placement), QString("✓ proved*"));
    QCOMPARE(exceptionText(placement), QString("* z=clean: proved, except where u*x**2 = 0 or u = 0"));
}

void AdvicePanelTest::cancels()
{
    Experiment next = m_workspace->experiment();
    next.samples = 2'000'000;
    m_workspace->change("samples", next);
    m_workspace->stop();
    const auto before = m_advices->shown();
    m_advices->ask();
    QVERIFY(m_advices->isRunning());
    m_advices->stop();
    QVERIFY(!m_advices->isRunning());
    QTest::qWait(300);
    QCOMPARE(m_advices->shown(), before);
}

void AdvicePanelTest::inDialog(const std::function<void(LossDialog&)>& act)
{
    QTimer::singleShot(0, [act] {
        auto* dialog = qobject_cast<LossDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        act(*dialog);
        if (dialog->isVisible()) {
            dialog->reject();
        }
    });
}

void AdvicePanelTest::appendsALoss()
{
    const std::string before = m_workspace->experiment().text;
    inDialog([](LossDialog& dialog) { dialog.accept(); });
    m_panel->adviceActions()[1]->trigger();
    const std::string after = m_workspace->experiment().text;
    QVERIFY(after.starts_with(before));
    QVERIFY2(after.find("(z - 0.5)**2") != std::string::npos, after.c_str());
    QTRY_COMPARE(m_workspace->program()->outputName, std::string("loss"));
    m_workspace->undoStack().undo();
    QCOMPARE(m_workspace->experiment().text, before);
}

void AdvicePanelTest::saysWhatIsWrongWithALoss()
{
    const std::string before = m_workspace->experiment().text;
    bool couldAppend = true;
    inDialog([&couldAppend](LossDialog& dialog) {
        for (auto* edit : dialog.findChildren<QLineEdit*>()) {
            if (edit->accessibleName().contains("Expression")) {
                edit->setText("(z - nowhere)**2");
            }
        }
        dialog.accept();
        couldAppend = !dialog.isVisible();
    });
    m_panel->adviceActions()[1]->trigger();
    QVERIFY(!couldAppend);
    QCOMPARE(m_workspace->experiment().text, before);
}

QTEST_MAIN(AdvicePanelTest)
#include "tst_advice_panel.moc"
