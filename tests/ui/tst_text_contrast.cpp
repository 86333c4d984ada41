// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/contrast.h"
#include "tests/ui/every_view.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>

using namespace sluice;

namespace {

/// The ground that a widget stands on: its own where it fills it, else that of what it is in.
QColor groundOf(const QWidget& widget)
{
    const QWidget* each = &widget;
    while (!each->isWindow() && !each->autoFillBackground()) {
        each = each->parentWidget();
    }
    return each->palette().color(each->backgroundRole());
}

} // namespace

/// Whether all text of the window and its dialogs stands out from its ground.
class TextContrastTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { OpenWindow::prepareApplication(); }
    void textCanBeRead_data();
    void textCanBeRead();
    void checkedBoxesAreSeen_data() { textCanBeRead_data(); }
    void checkedBoxesAreSeen();
};

void TextContrastTest::textCanBeRead_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << "Light";
    QTest::newRow("dark") << "Dark";
}

void TextContrastTest::textCanBeRead()
{
    QFETCH(QString, theme);
    constexpr double least = 4.5;
    const auto open = everyViewsWindow();
    QVERIFY(open != nullptr);
    open->action(theme)->trigger();
    int count = 0;
    QStringList faint;
    const auto check = [&](const QColor& color, const QColor& ground, const QString& where) {
        ++count;
        const double found = contrast(color, ground);
        if (found < least) {
            faint << QStringLiteral("%1: %2 on %3 is %4").arg(where, color.name(), ground.name()).arg(found);
        }
    };
    forEachViewOf(*open, [&](QWidget& view) {
        for (const QWidget* each : view.findChildren<QWidget*>()) {
            if (!each->isVisible()) {
                continue;
            }
            const QString where = describe(*each);
            check(each->palette().color(each->foregroundRole()), groundOf(*each), where);
            if (const auto* edit = qobject_cast<const QPlainTextEdit*>(each)) {
                for (QTextBlock block = edit->document()->begin(); block.isValid(); block = block.next()) {
                    for (const auto& range : block.layout()->formats()) {
                        if (range.format.hasProperty(QTextFormat::ForegroundBrush)) {
                            check(range.format.foreground().color(), edit->palette().color(QPalette::Base),
                                  where + ' ' + block.text());
                        }
                    }
                }
            }
            if (const auto* list = qobject_cast<const QAbstractItemView*>(each);
                list != nullptr && list->model() != nullptr) {
                for (int column = 0; column < list->model()->columnCount(); ++column) {
                    for (int row = 0; row < list->model()->rowCount(); ++row) {
                        const QVariant color = list->model()->index(row, column).data(Qt::ForegroundRole);
                        if (color.isValid()) {
                            check(color.value<QBrush>().color(), list->palette().color(QPalette::Base),
                                  where);
                        }
                    }
                }
            }
        }
    });
    faint.removeDuplicates();
    QVERIFY2(faint.isEmpty(), qPrintable(faint.join('\n')));
    QVERIFY(count > 300);
}

/// Whether a checked box differs from its ground all around.
void TextContrastTest::checkedBoxesAreSeen()
{
    QFETCH(QString, theme);
    const Theme& colors = theme == QStringLiteral("Dark") ? darkTheme() : lightTheme();
    const QPalette before = QApplication::palette();
    QApplication::setPalette(colors.palette());
    qApp->setStyleSheet(colors.styleSheet());
    QCheckBox box;
    box.setChecked(true);
    const QImage image = box.grab().toImage();
    qApp->setStyleSheet({});
    QApplication::setPalette(before);
    const QColor ground = image.pixelColor(image.width() - 1, 0);
    int seen = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            seen += contrast(image.pixelColor(x, y), ground) >= 3.0 ? 1 : 0;
        }
    }
    constexpr int outline = 4 * 11;
    QVERIFY2(seen >= outline, qPrintable(QString::number(seen)));
}

QTEST_MAIN(TextContrastTest)
#include "tst_text_contrast.moc"
