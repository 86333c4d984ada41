// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/examples.h"
#include "core/experiment/experiment_file.h"
#include "ui/export/carried_experiment.h"
#include "ui/export/export_actions.h"
#include "ui/export/export_dialog.h"
#include "ui/main_window.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QImage>
#include <QMessageBox>
#include <QMimeData>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace sluice;

/// What leaves the window, as files and on the clipboard, and what is dropped on it.
class WindowExportsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void exportsData_data();
    void exportsData();
    void exportsAPicture_data();
    void exportsAPicture();
    void copiesThePicture();
    void copiesTheDerivation_data();
    void copiesTheDerivation();
    void opensADroppedPicture();
    void anOpenedPictureGivesTheSamePicture_data();
    void anOpenedPictureGivesTheSamePicture();
    void refusesADroppedFolder();

private:
    Workspace& workspace() { return m_window->workspace(); }
    [[nodiscard]] QAction* action(const QString& text) const;
    [[nodiscard]] QByteArray copiedPicture() const;
    void drop(const QString& path);

    std::unique_ptr<MainWindow> m_window;
};

void WindowExportsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setStyle("Fusion");
    installFonts();
}

void WindowExportsTest::init()
{
    Experiment experiment = example("origin").value();
    experiment.points = 41;
    experiment.samples = 100;
    m_window = std::make_unique<MainWindow>(experiment, "origin");
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY(action("Copy picture")->isEnabled() && !workspace().isBusy());
}

QAction* WindowExportsTest::action(const QString& text) const
{
    const auto actions = m_window->findChildren<QAction*>();
    const auto found =
        std::ranges::find_if(actions, [&](const QAction* each) { return each->text().remove('&') == text; });
    return found != actions.end() ? *found : nullptr;
}

QByteArray WindowExportsTest::copiedPicture() const
{
    action("Copy picture")->trigger();
    return QGuiApplication::clipboard()->mimeData()->data("image/png");
}

void WindowExportsTest::drop(const QString& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint middle = m_window->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropping(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &dropping);
    QVERIFY(dropping.isAccepted());
}

void WindowExportsTest::exportsData_data()
{
    QTest::addColumn<ExportActions::DataFormat>("format");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("csv") << ExportActions::DataFormat::csv << QByteArray("variant,x,value_mean,");
    QTest::newRow("json") << ExportActions::DataFormat::json
                          << QByteArray("{\"input\":\"x\",\"output\":\"z\",");
}

void WindowExportsTest::exportsData()
{
    QFETCH(ExportActions::DataFormat, format);
    QFETCH(QByteArray, begins);
    const QTemporaryDir folder;
    const QString path = folder.filePath("data");
    auto* actions = m_window->findChild<ExportActions*>();
    workspace().setHidden(1, true);
    actions->writeData(path, format);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray data = file.readAll();
    QVERIFY2(data.startsWith(begins), data.left(100));
    QVERIFY(data.contains("z=clean"));
    // What is hidden isn't shown; only the experiment speaks of it.
    QVERIFY(format == ExportActions::DataFormat::json || !data.contains("yu=clean"));
    QVERIFY_THROWS_EXCEPTION(FileError, actions->writeData(folder.filePath("no/such/folder"), format));
}

void WindowExportsTest::exportsAPicture_data()
{
    QTest::addColumn<FigureOptions>("options");
    QTest::addColumn<QSize>("size");
    QTest::newRow("plain") << FigureOptions{.width = 800, .height = 600, .dpi = {}} << QSize(800, 600);
    QTest::newRow("scaled") << FigureOptions{.width = 640, .height = 480, .scale = 2.0, .dpi = {}}
                            << QSize(1280, 960);
}

void WindowExportsTest::exportsAPicture()
{
    QFETCH(FigureOptions, options);
    QFETCH(QSize, size);
    const QTemporaryDir folder;
    const QString path = folder.filePath("picture.png");
    bool wasOpen = false;
    // The dialog has an event loop of its own; this runs in it.
    QTimer::singleShot(0, this, [&] {
        auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget());
        wasOpen = dialog != nullptr;
        if (dialog != nullptr) {
            dialog->setOptions(options);
            dialog->exportTo(path);
        }
    });
    action("Export picture…")->trigger();
    QVERIFY(wasOpen);
    const QImage picture(path);
    QCOMPARE(picture.size(), size);
    QVERIFY(picture.text("Sluice").contains("tf.random_uniform"));
}

void WindowExportsTest::copiesThePicture()
{
    action("Copy picture")->trigger();
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const auto carried = carriedExperiment(data->data("image/png"));
    QVERIFY(carried && carried->contains("tf.random_uniform"));
    QVERIFY(data->hasImage());
    action("Copy picture as SVG")->trigger();
    data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->data("image/svg+xml").contains("<svg"));
}

void WindowExportsTest::copiesTheDerivation_data()
{
    QTest::addColumn<QString>("actionText");
    QTest::addColumn<QString>("contains");
    QTest::newRow("latex") << "Copy derivation as LaTeX"
                           << "\\frac{\\mathrm{d}z}{\\mathrm{d}x}";
    QTest::newRow("unicode") << "Copy derivation as text"
                             << "dz/dx = ∂z/∂yu";
    QTest::newRow("python") << "Copy derivation as Python"
                            << "dz_dyu = 1/(2*sqrt(yu))";
}

void WindowExportsTest::copiesTheDerivation()
{
    QFETCH(QString, actionText);
    QFETCH(QString, contains);
    QTRY_VERIFY_WITH_TIMEOUT(action(actionText)->isEnabled(), 30000);
    action(actionText)->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(contains), qPrintable(text));
}

void WindowExportsTest::opensADroppedPicture()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("dropped.svg");
    Experiment experiment;
    experiment.text = "x = input(0, 1)\nz = 3*x\n";
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<svg>" + svgMetadata(QString::fromStdString(toJson(experiment))) + "</svg>");
    }
    drop(path);
    QTRY_COMPARE(workspace().experiment(), experiment);
    QVERIFY(m_window->windowTitle().contains("dropped.svg"));
}

void WindowExportsTest::anOpenedPictureGivesTheSamePicture_data()
{
    QTest::addColumn<std::size_t>("selected");
    QTest::addColumn<bool>("isThirdHidden");
    QTest::addColumn<PlotChoices>("plots");
    QTest::newRow("another variant") << std::size_t{1} << true << PlotChoices{};
    QTest::newRow("bias") << std::size_t{0} << false << PlotChoices{.reading = GradientReading::bias};
    QTest::newRow("bias against the gradient of the mean")
        << std::size_t{1} << false
        << PlotChoices{.reading = GradientReading::bias, .target = GradientTarget::gradientOfMean};
    QTest::newRow("other layers") << std::size_t{0} << false
                                  << PlotChoices{.bands = false, .noiseFree = false, .difference = true};
    QTest::newRow("sample paths") << std::size_t{0} << false << PlotChoices{.bands = false, .paths = true};
}

void WindowExportsTest::anOpenedPictureGivesTheSamePicture()
{
    QFETCH(const std::size_t, selected);
    QFETCH(const bool, isThirdHidden);
    QFETCH(const PlotChoices, plots);
    Experiment shared = workspace().experiment();
    shared.noise = NoiseAlongSweep::shared;
    workspace().change("Share draws", shared);
    QTRY_VERIFY(!workspace().isBusy());
    const QByteArray usual = copiedPicture();
    workspace().selectVariant(selected);
    workspace().setHidden(2, isThirdHidden);
    workspace().setPlots(plots);
    QTRY_VERIFY(!workspace().isBusy());
    const ExperimentView view = workspace().view();
    const Experiment experiment = workspace().experiment();
    const QByteArray picture = copiedPicture();
    QVERIFY(!picture.isEmpty() && picture != usual);

    const QTemporaryDir folder;
    const QString path = folder.filePath("picture.png");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(picture) == picture.size());
    file.close();
    m_window = std::make_unique<MainWindow>(example("noisy-layer").value(), "another");
    m_window->show();
    drop(path);
    QTRY_COMPARE(workspace().experiment(), experiment);
    QVERIFY(workspace().view() == view);
    QTRY_VERIFY(action("Copy picture")->isEnabled() && !workspace().isBusy());
    QVERIFY(copiedPicture() == picture);
}

void WindowExportsTest::refusesADroppedFolder()
{
    const Experiment before = workspace().experiment();
    const QTemporaryDir folder;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(folder.path())});
    QString message;
    QTimer answering;
    connect(&answering, &QTimer::timeout, this, [&] {
        if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
            message = box->text();
            box->accept();
        }
    });
    answering.start(20);
    // Only what was dragged in is dropped.
    const QPoint middle = m_window->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enter);
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY(!message.isEmpty());
    QVERIFY2(message.contains("can't be opened"), qPrintable(message));
    QCOMPARE(workspace().experiment(), before);
}

QTEST_MAIN(WindowExportsTest)
#include "tst_window_exports.moc"
