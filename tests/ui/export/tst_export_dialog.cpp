// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plot/synthetic_curves.h"
#include "ui/export/carried_experiment.h"
#include "ui/export/export_dialog.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QProgressDialog>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdlib>

using namespace sluice;

namespace {

QString shownTexts(const ExportDialog& dialog)
{
    QString texts;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        if (label->isVisible()) {
            texts += label->text() + QLatin1Char('\n');
        }
    }
    return texts;
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installFonts(); }

    void init()
    {
        m_dialog =
            std::make_unique<ExportDialog>(synthetic::figureOf(synthetic::origin()), QStringLiteral("{}"),
                                           FigureOptions{.width = 800, .height = 600, .dark = true});
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void cleanup() { m_dialog.reset(); }

    void startsWithTheGivenOptions()
    {
        QCOMPARE(m_dialog->options(), (FigureOptions{.width = 800, .height = 600, .dark = true}));
    }

    void writesWhatIsChosen()
    {
        const QTemporaryDir folder;
        auto* scale = m_dialog->findChild<QDoubleSpinBox*>(QStringLiteral("scale"));
        scale->setValue(1.5);
        QVERIFY(shownTexts(*m_dialog).contains(QStringLiteral("1200 × 900")));
        const QString path = folder.filePath(QStringLiteral("chosen.png"));
        QVERIFY(m_dialog->exportTo(path));
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(m_dialog->writtenPath(), path);
        const QImage image(path);
        QCOMPARE(image.size(), QSize(1200, 900));
        QCOMPARE(image.pixelColor(0, 0), darkTheme().panel);
        QCOMPARE(image.text(QStringLiteral("Sluice")), QStringLiteral("{}"));
    }

    void largePicturesCanBeCancelled()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("large.png"));
        FigureOptions options = m_dialog->options();
        options.scale = 16.0;
        m_dialog->setOptions(options);
        QTimer watch;
        int shown = 0;
        connect(&watch, &QTimer::timeout, m_dialog.get(), [&] {
            auto* progress = m_dialog->findChild<QProgressDialog*>();
            if (progress != nullptr && progress->isVisible()) {
                ++shown;
                QTest::mouseClick(progress->findChild<QPushButton*>(), Qt::LeftButton);
            }
        });
        watch.start(10);
        QVERIFY(!m_dialog->exportTo(path));
        QCOMPARE(shown, 1);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void picturesPaintedInPartsAreWhole()
    {
        // Some 19 million pixels, more than are painted at once.
        FigureOptions options = m_dialog->options();
        options.scale = 1.0;
        const QImage small = renderFigure(synthetic::figureOf(synthetic::origin()), options);
        options.scale = 6.3;
        const QImage large = renderFigure(synthetic::figureOf(synthetic::origin()), options);
        QVERIFY(qint64(large.width()) * large.height() > 16'000'000);
        const QImage shrunk = large.scaled(small.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        qint64 difference = 0;
        for (int y = 0; y < small.height(); ++y) {
            for (int x = 0; x < small.width(); ++x) {
                difference += std::abs(qGray(small.pixel(x, y)) - qGray(shrunk.pixel(x, y)));
            }
        }
        const qint64 pixels = qint64(small.width()) * small.height();
        QVERIFY2(difference < 4 * pixels, qPrintable(QString::number(double(difference) / double(pixels))));
        // Nowhere does a row break off: neighbours at the seam differ by no more than elsewhere in the
        // picture.
        const int seam = 16'000'000 / large.width();
        int broken = 0;
        for (int x = 0; x < large.width(); ++x) {
            broken += std::abs(qGray(large.pixel(x, seam - 1)) - qGray(large.pixel(x, seam))) > 60 ? 1 : 0;
        }
        QVERIFY2(broken < large.width() / 20, qPrintable(QString::number(broken)));
    }

    void previewFollows()
    {
        auto* preview = m_dialog->findChild<QLabel*>(QStringLiteral("preview"));
        QVERIFY(preview != nullptr);
        QCOMPARE(preview->pixmap().toImage().pixelColor(2, 2), darkTheme().panel);
        m_dialog->findChild<QComboBox*>(QStringLiteral("theme"))->setCurrentIndex(0);
        QCOMPARE(preview->pixmap().toImage().pixelColor(2, 2), lightTheme().panel);
        m_dialog->findChild<QCheckBox*>(QStringLiteral("transparent"))->setChecked(true);
        QCOMPARE(preview->pixmap().toImage().pixelColor(2, 2).alpha(), 0);
        QVERIFY(preview->pixmap().width() <= preview->width());
        QVERIFY(preview->pixmap().height() <= preview->height());
    }

    void saysWhatIsImpossible()
    {
        FigureOptions options = m_dialog->options();
        options.scale = 100.0;
        m_dialog->setOptions(options);
        QVERIFY(shownTexts(*m_dialog).contains(QStringLiteral("too large")));
        QVERIFY(!m_dialog->exportTo(QStringLiteral("/nowhere/at/all.png")));
        options.scale = 1.0;
        m_dialog->setOptions(options);
        QVERIFY(!shownTexts(*m_dialog).contains(QStringLiteral("too large")));
        QVERIFY(!m_dialog->exportTo(QStringLiteral("/nowhere/at/all.png")));
        QVERIFY(shownTexts(*m_dialog).contains(QStringLiteral("does not exist")));
        QVERIFY(m_dialog->isVisible());
    }

    void unitsKeepTheSize()
    {
        auto* unit = m_dialog->findChild<QComboBox*>(QStringLiteral("unit"));
        auto* width = m_dialog->findChild<QDoubleSpinBox*>(QStringLiteral("width"));
        auto* height = m_dialog->findChild<QDoubleSpinBox*>(QStringLiteral("height"));
        unit->setCurrentIndex(1);
        // 800 pixels of 1/96 inch are 211.7 mm.
        QCOMPARE(width->value(), 211.7);
        QCOMPARE(m_dialog->options().dpi, std::optional(300.0));
        QCOMPARE(m_dialog->options().scale, 3.125);
        width->setValue(85.0);
        height->setValue(60.0);
        QVERIFY(shownTexts(*m_dialog).contains(QStringLiteral("1004 × 709")));
        QVERIFY(shownTexts(*m_dialog).contains(QStringLiteral("85.0 × 60.0 mm")));
        const FigureOptions chosen = m_dialog->options();
        m_dialog->setOptions({});
        QCOMPARE(unit->currentIndex(), 0);
        m_dialog->setOptions(chosen);
        QCOMPARE(unit->currentIndex(), 1);
        QCOMPARE(width->value(), 85.0);
        unit->setCurrentIndex(2);
        QCOMPARE(height->value(), 2.362);
    }

    void copies()
    {
        m_dialog->findChild<QDoubleSpinBox*>(QStringLiteral("scale"))->setValue(0.5);
        m_dialog->copyImage();
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->hasImage());
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), QSize(400, 300));
        QCOMPARE(carriedExperiment(data->data(QStringLiteral("image/png"))),
                 std::optional(QStringLiteral("{}")));
        m_dialog->copySvg();
        data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(carriedExperiment(data->data(QStringLiteral("image/svg+xml"))),
                 std::optional(QStringLiteral("{}")));
        QVERIFY(data->text().contains(QStringLiteral("<svg")));
        QVERIFY(m_dialog->isVisible());
    }

    void partsBeyondTheCurvesNeedTheirOrigin()
    {
        const auto partNamed = [this](const QString& text) {
            const auto boxes = m_dialog->findChildren<QCheckBox*>();
            const auto found = std::ranges::find_if(
                boxes, [&](const QCheckBox* box) { return box->text().remove(QLatin1Char('&')) == text; });
            return found == boxes.end() ? nullptr : *found;
        };
        for (const char* name : {"Graph", "Histograms", "Derivation"}) {
            QVERIFY(!partNamed(QLatin1String(name))->isEnabled());
        }
        partNamed(QStringLiteral("Legend"))->setChecked(false);
        QVERIFY(!m_dialog->options().parts.testFlag(FigurePart::legend));
        for (QCheckBox* box : m_dialog->findChildren<QCheckBox*>()) {
            box->setChecked(false);
        }
        QVERIFY(shownTexts(*m_dialog).contains(QStringLiteral("without any part")));
        QVERIFY(!m_dialog->exportTo(QStringLiteral("/tmp/never-written.png")));
    }

private:
    std::unique_ptr<ExportDialog> m_dialog;
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
