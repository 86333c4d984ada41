// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/open_window.h"
#include "ui/window/example_sentences.h"
#include "ui/window/examples_gallery.h"

#include <QImage>
#include <QListWidget>
#include <QSet>

using namespace sluice;

class ExamplesGalleryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { OpenWindow::prepareApplication(); }
    void everyExampleHasASentence();
    void drawsEveryExample_data();
    void drawsEveryExample();
    void opensByKeyboard();
    void closesWhileItDraws();
};

void ExamplesGalleryTest::everyExampleHasASentence()
{
    for (const std::string& each : exampleNames()) {
        const QString sentence = exampleSentence(QString::fromStdString(each));
        QVERIFY2(sentence.endsWith('.'), each.c_str());
        QVERIFY2(sentence.size() < 100, each.c_str());
    }
    QVERIFY(exampleSentence("no example").isEmpty());
}

void ExamplesGalleryTest::drawsEveryExample_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ExamplesGalleryTest::drawsEveryExample()
{
    QFETCH(bool, isDark);
    const Theme& theme = isDark ? darkTheme() : lightTheme();
    ExamplesGallery gallery(theme);
    gallery.show();
    const auto names = exampleNames();
    auto& list = *gallery.findChild<QListWidget*>();
    QCOMPARE(list.count(), static_cast<int>(names.size()));
    QTRY_COMPARE_WITH_TIMEOUT(gallery.pictures(), static_cast<int>(names.size()), 30000);
    for (int row = 0; row < list.count(); ++row) {
        const QImage picture = list.item(row)->icon().pixmap(list.iconSize()).toImage();
        QCOMPARE(picture.pixelColor(0, 0), theme.panel);
        // The first variant's colour, pure in its line.
        bool hasCurve = false;
        for (int y = 0; y < picture.height() && !hasCurve; ++y) {
            for (int x = 0; x < picture.width() && !hasCurve; ++x) {
                hasCurve = picture.pixelColor(x, y) == theme.variantColor(0);
            }
        }
        QVERIFY2(hasCurve, qPrintable(list.item(row)->text()));
    }
}

void ExamplesGalleryTest::opensByKeyboard()
{
    ExamplesGallery gallery(lightTheme());
    gallery.show();
    auto* list = gallery.findChild<QListWidget*>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Right);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(gallery.chosen(), QString::fromStdString(exampleNames()[1]));
    QVERIFY(!gallery.isVisible());
}

void ExamplesGalleryTest::closesWhileItDraws()
{
    for (int i = 0; i < 5; ++i) {
        ExamplesGallery gallery(lightTheme());
        gallery.show();
        gallery.reject();
        QVERIFY(gallery.chosen().isEmpty());
    }
}

QTEST_MAIN(ExamplesGalleryTest)
#include "tst_examples_gallery.moc"
