// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plot/synthetic_curves.h"
#include "ui/export/export_dialog.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

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
        auto* scale = m_dialog->findChild<QDoubleSpinBox*>();
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

    void previewFollows()
    {
        auto* preview = m_dialog->findChild<QLabel*>(QStringLiteral("preview"));
        QVERIFY(preview != nullptr);
        QCOMPARE(preview->pixmap().toImage().pixelColor(2, 2), darkTheme().panel);
        m_dialog->findChild<QComboBox*>()->setCurrentIndex(0);
        QCOMPARE(preview->pixmap().toImage().pixelColor(2, 2), lightTheme().panel);
        m_dialog->findChild<QCheckBox*>()->setChecked(true);
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

private:
    std::unique_ptr<ExportDialog> m_dialog;
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
