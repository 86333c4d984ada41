// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment.h"
#include "tests/ui/contrast.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QSet>
#include <QTest>

using namespace sluice;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void colorsCanBeRead_data()
    {
        QTest::addColumn<QColor>("color");
        QTest::addColumn<QColor>("background");
        for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
            const auto add = [&](const char* role, const QColor& color) {
                QTest::addRow("%s %s", qPrintable(theme->name), role) << color << theme->panel;
            };
            add("text", theme->text);
            add("secondary text", theme->secondaryText);
            add("accent", theme->accent);
            add("noise", theme->noise);
            add("noise-free", theme->noiseFree);
            add("stopped", theme->stopped);
            add("error", theme->error);
            // On the grounds on which other text than a theme's own stands.
            for (const QColor& tint : {theme->accent, theme->noise, theme->noiseFree}) {
                const QColor ground = theme->tinted(tint);
                const QByteArray tag = QStringLiteral("%1, tinted %2").arg(theme->name, tint.name()).toUtf8();
                for (const QColor& color :
                     {tint, theme->text, theme->secondaryText, theme->noise, theme->noiseFree}) {
                    QTest::addRow("%s on %s", qPrintable(color.name()), tag.constData()) << color << ground;
                }
            }
            for (int i = 0; i < theme->variants.size(); ++i) {
                add(qPrintable(QStringLiteral("variant %1").arg(i + 1)), theme->variantColor(i));
            }
        }
    }
    void colorsCanBeRead()
    {
        QFETCH(QColor, color);
        QFETCH(QColor, background);
        QVERIFY2(contrast(color, background) >= 4.5,
                 qPrintable(QString::number(contrast(color, background))));
    }

    void variantsAreToldByDashToo()
    {
        QSet<int> dashes;
        for (int i = 0; i < 5; ++i) {
            dashes.insert(static_cast<int>(Theme::variantDash(i)));
        }
        QCOMPARE(dashes.size(), 5);
        QCOMPARE(Theme::variantDash(0), Qt::SolidLine);
    }

    void thereIsAColorForEachChoice()
    {
        QCOMPARE(lightTheme().variants.size(), qsizetype(Variant::colorCount));
        QCOMPARE(darkTheme().variants.size(), qsizetype(Variant::colorCount));
    }

    void paletteHasTheThemesColors()
    {
        QCOMPARE(darkTheme().palette().color(QPalette::Window), QColor(0x1B1D21));
        QCOMPARE(lightTheme().palette().color(QPalette::Highlight), QColor(0x0072B2));
        QVERIFY(!darkTheme().styleSheet().contains(QLatin1Char('@')));
    }

    void fontsAreTheProgramsOwn()
    {
        installFonts();
        QCOMPARE(QFontInfo(QApplication::font()).family(), QStringLiteral("DejaVu Sans"));
        QVERIFY(QFontInfo(QFont(QStringLiteral("DejaVu Sans Mono"))).fixedPitch());
        QVERIFY(QFile::exists(QStringLiteral(":/fonts/DejaVuSans.ttf")));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
