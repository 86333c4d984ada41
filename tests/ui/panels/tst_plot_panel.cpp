// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_workspace.h"
#include "ui/panels/crosshair_table.h"
#include "ui/panels/heat_map_dialog.h"
#include "ui/panels/number_box.h"
#include "ui/panels/plot_panel.h"
#include "ui/plot/plot_canvas.h"
#include "ui/plot/plot_view.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace sluice;

namespace {

constexpr auto text = "x = input(-2, 2)\na = 2\nu = uniform(0.9, 1.1)\nz = a*x**2*u\n";

} // namespace

/// The panel shows and changes the workspace; the window hands it the curves, as here.
class PlotPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sweepsAParameter();
    void inputsAreHeldByNumber();
    void switchesComputeWhatTheyShow();
    void readsTheCrosshair();
    void mapsOverTwoNames();
    void mapNeedsTwoNames();
    void everyControlHasAName();

private:
    void open(const std::string& of);
    void choose(const QString& name);
    [[nodiscard]] QString cell(const QTableWidget& table, int row, int column) const
    {
        return table.item(row, column)->text();
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PlotPanel> m_panel;
};

void PlotPanelTest::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_panel = std::make_unique<PlotPanel>(*m_workspace);
    connect(m_workspace.get(), &Workspace::outcomeChanged, m_panel.get(), [this] {
        if (const auto& outcome = m_workspace->shownOutcome()) {
            FigureContent content = figureContentOf(outcome->programs, outcome->experiment, outcome->curves);
            content.paths = outcome->paths;
            m_panel->view().showFigure(std::move(content));
        }
    });
    m_panel->resize(700, 600);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    open(text);
}

void PlotPanelTest::cleanup()
{
    m_panel.reset();
    m_workspace.reset();
}

void PlotPanelTest::open(const std::string& of)
{
    m_workspace->open(experimentOf(of, {{"no gates", {}}, {"z=clean", {"z=clean"}}}));
    QTRY_VERIFY(m_workspace->shownOutcome() && !m_workspace->isBusy());
}

void PlotPanelTest::choose(const QString& name)
{
    auto* swept = m_panel->findChild<QComboBox*>();
    const int position = swept->findText(QStringLiteral("along ") + name);
    QVERIFY(position >= 0);
    swept->setCurrentIndex(position);
    emit swept->activated(position);
    QTRY_VERIFY(!m_workspace->isBusy());
}

void PlotPanelTest::sweepsAParameter()
{
    m_panel->view().setCursor(1.0);
    choose(QStringLiteral("a"));
    const Curves& curves = *m_workspace->shownOutcome()->curves;
    QCOMPARE(curves.input, std::string("a"));
    // Where the crosshair was, x is held: dz/da = x²·u = u.
    QVERIFY(std::abs(curves.variants.front().gradient.mean.front() - 1.0) < 0.05);
    QCOMPARE(m_workspace->undoStack().undoText(), QStringLiteral("Sweep a"));
    m_workspace->undoStack().undo();
    QTRY_VERIFY(!m_workspace->isBusy());
    QCOMPARE(m_workspace->shownOutcome()->curves->input, std::string("x"));
    QCOMPARE(m_panel->findChild<QComboBox*>()->currentText(), QStringLiteral("along x"));
}

void PlotPanelTest::inputsAreHeldByNumber()
{
    QVERIFY(m_panel->findChildren<NumberBox*>().isEmpty());
    choose(QStringLiteral("a"));
    auto* box = m_panel->findChild<NumberBox*>();
    QVERIFY(box != nullptr && box->isVisible());
    emit box->edited(2.0);
    QTRY_VERIFY(!m_workspace->isBusy());
    QCOMPARE(m_workspace->experiment().settings.at("x"), 2.0);
    QCOMPARE(box->value(), 2.0);
    // dz/da = x²·u = 4u.
    const Statistics& gradient = m_workspace->shownOutcome()->curves->variants.front().gradient;
    QVERIFY(std::abs(gradient.mean.front() - 4.0) < 0.2);
}

void PlotPanelTest::switchesComputeWhatTheyShow()
{
    PlotView& plot = m_panel->view();
    QVERIFY(m_workspace->shownOutcome()->curves->variants.front().comparison.gradientOfMean.empty());
    FigureView view = plot.view();
    view.layers.setFlag(FigureLayer::difference, true);
    plot.setView(view);
    QTRY_VERIFY(!m_workspace->shownOutcome()->curves->variants.front().comparison.gradientOfMean.empty());

    Experiment shared = m_workspace->experiment();
    shared.noise = NoiseAlongSweep::shared;
    m_workspace->change(QStringLiteral("share"), shared);
    QTRY_VERIFY(!m_workspace->isBusy());
    QVERIFY(!m_workspace->shownOutcome()->paths);
    view.layers.setFlag(FigureLayer::paths, true);
    plot.setView(view);
    QTRY_VERIFY(m_workspace->shownOutcome()->paths);
}

void PlotPanelTest::readsTheCrosshair()
{
    auto* table = m_panel->findChild<CrosshairTable*>();
    QVERIFY(!table->isVisible());
    QAction* show = m_panel->menuActions().at(4);
    show->trigger();
    QVERIFY(table->isVisible());
    m_panel->view().setCursor(1.0);
    const auto tables = table->findChildren<QTableWidget*>();
    QCOMPARE(tables.size(), 2);
    const QTableWidget& variables = *tables[0];
    QTRY_COMPARE(variables.rowCount(), 2);
    QTRY_COMPARE(cell(variables, 0, 1), QStringLiteral("1"));
    QCOMPARE(cell(variables, 0, 0), QStringLiteral("x"));
    QCOMPARE(cell(variables, 1, 0), QStringLiteral("a"));
    // By a: u, of sample 0, twice.
    QVERIFY(std::abs(cell(variables, 1, 6).toDouble() - cell(variables, 1, 7).toDouble()) < 2e-5);
    QCOMPARE(tables[1]->rowCount(), 2);
    for (const QTableWidget* each : tables) {
        // Every row and column is within the table; both scroll together.
        const QTableWidgetItem* last = each->item(each->rowCount() - 1, each->columnCount() - 1);
        QTRY_VERIFY(each->viewport()->rect().contains(each->visualItemRect(last)));
    }

    m_workspace->selectVariant(1);
    // z=clean: the gradient is exact, the difference is not.
    QTRY_COMPARE(cell(variables, 0, 2), QStringLiteral("4"));
    QCOMPARE(cell(variables, 0, 4), QStringLiteral("0"));
    QVERIFY(cell(variables, 0, 7) != QStringLiteral("4"));
    QVERIFY(table->histogramText().contains(QStringLiteral("z=clean")));
}

void PlotPanelTest::mapsOverTwoNames()
{
    auto* map = m_panel->findChild<HeatMapDialog*>();
    m_panel->menuActions().at(5)->trigger();
    QVERIFY(map->isVisible());
    QTRY_VERIFY(map->maps().shown() != nullptr);
    const HeatMap& made = map->maps().shown()->map;
    QCOMPARE(made.request.across.name, std::string("x"));
    QCOMPARE(made.request.up.name, std::string("a"));
    // 2·a·x·u near the upper right corner.
    const std::size_t last = made.request.across.cells - 1;
    const double expected = 2.0 * made.request.up.at(last) * made.request.across.at(last);
    QVERIFY(std::abs(made.cell(last, last).value / expected - 1.0) < 0.05);
    QVERIFY(map->readingAt(last, last).contains(QStringLiteral("a = ")));
    map->close();
}

void PlotPanelTest::mapNeedsTwoNames()
{
    open("x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x*u\n");
    auto* map = m_panel->findChild<HeatMapDialog*>();
    map->show();
    const auto labels = map->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->text().contains(QStringLiteral("two names")) && label->isVisible();
    }));
    // Axes without a map would look like one.
    QVERIFY(!map->findChild<PlotCanvas*>()->isVisible());
    QVERIFY(!map->maps().isRunning());
    map->close();
}

void PlotPanelTest::everyControlHasAName()
{
    choose(QStringLiteral("a"));
    for (const QWidget* widget : m_panel->findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<const QToolButton*>(widget) != nullptr ||
                               qobject_cast<const QComboBox*>(widget) != nullptr ||
                               qobject_cast<const NumberBox*>(widget) != nullptr ||
                               qobject_cast<const QTableWidget*>(widget) != nullptr;
        QVERIFY(!isControl || !widget->accessibleName().isEmpty());
    }
}

QTEST_MAIN(PlotPanelTest)
#include "tst_plot_panel.moc"
