// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/open_window.h"
#include "ui/export/export_dialog.h"
#include "ui/panels/analysis_tabs.h"
#include "ui/panels/crosshair_table.h"
#include "ui/panels/heat_map_dialog.h"
#include "ui/panels/loss_dialog.h"
#include "ui/plot/plot_view.h"
#include "ui/window/action_finder.h"
#include "ui/window/examples_gallery.h"

#include <QMenuBar>

#include <functional>
#include <memory>

namespace sluice {

/// Where a widget is, for messages.
inline QString describe(const QWidget& widget)
{
    QString path;
    for (const QWidget* each = &widget; each != nullptr; each = each->parentWidget()) {
        const QString name = each->objectName().isEmpty() ? each->accessibleName() : each->objectName();
        path.prepend(QStringLiteral("/%1(%2)").arg(QLatin1String(each->metaObject()->className()), name));
    }
    return path;
}

/// The window, computed, with all that can be shown beside it.
inline std::unique_ptr<OpenWindow> everyViewsWindow()
{
    auto open = std::make_unique<OpenWindow>();
    const bool isReady = QTest::qWaitForWindowExposed(&open->window()) &&
                         QTest::qWaitFor([&open] { return open->isAnswered(); });
    open->widget<CrosshairTable>().show();
    return isReady ? std::move(open) : nullptr;
}

/// The window with each of its tabs in front, then every dialog.
inline void forEachViewOf(const OpenWindow& open, const std::function<void(QWidget&)>& check)
{
    auto& tabs = open.widget<AnalysisTabs>();
    for (int i = 0; i < tabs.count(); ++i) {
        tabs.setCurrentIndex(i);
        QCoreApplication::processEvents();
        check(open.window());
    }
    ExamplesGallery gallery(lightTheme());
    ActionFinder finder(*open.window().menuBar());
    LossDialog loss(open.workspace());
    ExportDialog exported(open.widget<PlotView>().figure(), {}, {});
    HeatMapDialog map(open.workspace());
    for (QWidget* dialog : std::initializer_list<QWidget*>{&gallery, &finder, &loss, &exported, &map}) {
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        check(*dialog);
        dialog->hide();
    }
}

/// A test of which each function begins with that window.
class EveryViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { OpenWindow::prepareApplication(); }
    void init()
    {
        openWindow();
        QVERIFY(m_open != nullptr);
    }
    void cleanup() { m_open.reset(); }

protected:
    void openWindow() { m_open = everyViewsWindow(); }
    void forEachView(const std::function<void(QWidget&)>& check) { forEachViewOf(*m_open, check); }

    std::unique_ptr<OpenWindow> m_open;
};

} // namespace sluice
