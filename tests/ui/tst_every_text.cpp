// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/every_view.h"
#include "ui/language.h"
#include "ui/window/menu_actions.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRawFont>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabBar>
#include <QTextDocumentFragment>

#include <functional>

using namespace sluice;

namespace {

/// What somebody reads, and where it stands.
struct Text
{
    QString where;
    QString text;
};

QString plain(const QString& text)
{
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

/// The texts of headers and cells, and their tool tips.
QStringList textsOf(const QAbstractItemModel& model)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column) {
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole}) {
            texts << model.headerData(column, Qt::Horizontal, role).toString();
            for (int row = 0; row < model.rowCount(); ++row) {
                texts << model.index(row, column).data(role).toString();
            }
        }
    }
    return texts;
}

/// All that a widget itself says, to the eye or to a screen reader. What is typed into it is the user's.
QStringList textsOf(const QWidget& widget)
{
    QStringList texts{widget.toolTip(),
                      widget.whatsThis(),
                      widget.statusTip(),
                      widget.accessibleName(),
                      widget.accessibleDescription(),
                      widget.isWindow() ? widget.windowTitle() : QString()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        texts << label->text();
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        texts << button->text();
    } else if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
        texts << edit->placeholderText();
    } else if (const auto* group = qobject_cast<const QGroupBox*>(&widget)) {
        texts << group->title();
    } else if (const auto* spin = qobject_cast<const QSpinBox*>(&widget)) {
        texts << spin->prefix() << spin->suffix() << spin->specialValueText();
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            texts << tabs->tabText(i) << tabs->tabToolTip(i);
        }
    } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        texts << textsOf(*box->model());
    } else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget)) {
        const bool isHeader = qobject_cast<const QHeaderView*>(view) != nullptr;
        texts << (view->model() != nullptr && !isHeader ? textsOf(*view->model()) : QStringList());
    }
    return texts;
}

QList<Text> textsIn(const QWidget& root)
{
    QList<Text> texts;
    QList<const QWidget*> widgets{&root};
    for (const QWidget* each : root.findChildren<QWidget*>()) {
        widgets << each;
    }
    for (const QWidget* each : widgets) {
        for (const QString& text : textsOf(*each)) {
            texts << Text{describe(*each), plain(text)};
        }
    }
    for (const QAction* each : root.findChildren<QAction*>()) {
        for (const QString& text : {each->text(), each->toolTip(), each->whatsThis()}) {
            texts << Text{QStringLiteral("action ") + each->text(), withoutAccessKey(plain(text))};
        }
    }
    return texts;
}

/// Names of programs, formats and keys, of what the language has, and of what the example's text names.
const QSet<QString>& namesInAnyLanguage()
{
    static const QSet<QString> names{"Sluice",
                                     "Qt",
                                     "PNG",
                                     "SVG",
                                     "PDF",
                                     "CSV",
                                     "TensorFlow",
                                     "tensorflow",
                                     "Keras",
                                     "PyTorch",
                                     "JAX",
                                     "Python",
                                     "LaTeX",
                                     "English",
                                     "GNU",
                                     "NaN",
                                     "None",
                                     "Ctrl",
                                     "Shift",
                                     "Alt",
                                     "Return",
                                     "Ins",
                                     "Del",
                                     "Up",
                                     "Down",
                                     "Left",
                                     "Right",
                                     "stop",
                                     "clean",
                                     "surrogate",
                                     "stop_gradient",
                                     "custom_gradient",
                                     "where",
                                     "sqrt",
                                     "uniform",
                                     "normal",
                                     "yu",
                                     "dz",
                                     "dx",
                                     "origin",
                                     "Ioffe",
                                     "float",
                                     "no",
                                     "gates",
                                     "SNR",
                                     "RMSE",
                                     "rand_like",
                                     "low",
                                     "high",
                                     "loss",
                                     "JSON",
                                     "Backspace",
                                     "Enter",
                                     "Home"};
    return names;
}

} // namespace

/// All that the window and its dialogs say: is it in the user's language, has it signs that the font has, and
/// room?
class EveryTextTest : public EveryViewTest
{
    Q_OBJECT

private slots:
    void everyTextIsRussian();
    void numbersAreRussian();
    void everySignIsInTheFont();
    void windowFitsASmallScreen_data();
    void windowFitsASmallScreen();
};

void EveryTextTest::everyTextIsRussian()
{
    m_open.reset();
    const Translation translation(*std::ranges::find(languages(), QStringLiteral("ru"), &Language::code));
    openWindow();
    // Words of two letters and more: a single one is a variable or a key.
    static const QRegularExpression word(QStringLiteral("[A-Za-z_][A-Za-z_]+"));
    QStringList english;
    int count = 0;
    forEachView([&](QWidget& view) {
        for (const Text& each : textsIn(view)) {
            ++count;
            QString text = each.text;
            for (const std::string& file : exampleNames()) {
                text.remove(QString::fromStdString(file));
            }
            for (auto found = word.globalMatch(text); found.hasNext();) {
                const QString name = found.next().captured();
                if (!namesInAnyLanguage().contains(name)) {
                    english << QStringLiteral("%1: “%2” in “%3”").arg(each.where, name, each.text);
                }
            }
        }
    });
    english.removeDuplicates();
    // A failure's message has no room for all.
    for (const QString& each : english) {
        qWarning("%s", qPrintable(each));
    }
    QVERIFY(english.isEmpty());
    QVERIFY(count > 1000);
}

/// In what is no expression: the actions and the dialog of exports.
void EveryTextTest::numbersAreRussian()
{
    m_open.reset();
    const Translation translation(*std::ranges::find(languages(), QStringLiteral("ru"), &Language::code));
    openWindow();
    static const QRegularExpression point(QStringLiteral(R"(\d\.\d)"));
    static const QRegularExpression comma(QStringLiteral(R"(\d,\d)"));
    int count = 0;
    forEachView([&](QWidget& view) {
        QStringList texts;
        for (const QAction* each : view.findChildren<QAction*>()) {
            texts << each->text() << each->shortcut().toString(QKeySequence::NativeText);
        }
        if (qobject_cast<ExportDialog*>(&view) != nullptr) {
            for (const QLabel* each : view.findChildren<QLabel*>()) {
                texts << each->text();
            }
        }
        for (const QString& each : texts) {
            QVERIFY2(!each.contains(point) && !each.contains("Return"), qPrintable(each));
            count += each.contains(comma) ? 1 : 0;
        }
    });
    QVERIFY(count > 0);
}

/// Another machine may have no other font than the one that the program brings.
void EveryTextTest::everySignIsInTheFont()
{
    const QRawFont font = QRawFont::fromFont(QApplication::font());
    QStringList missing;
    forEachView([&](QWidget& view) {
        for (const Text& each : textsIn(view)) {
            for (const uint sign : each.text.toUcs4()) {
                if (sign >= U' ' && !font.supportsCharacter(sign)) {
                    missing << QStringLiteral("%1: U+%2").arg(each.where).arg(sign, 0, 16);
                }
            }
        }
        for (const QAction* each : view.findChildren<QAction*>()) {
            for (const uint sign : each->iconText().toUcs4()) {
                QVERIFY2(font.supportsCharacter(sign), qPrintable(each->iconText()));
            }
        }
    });
    missing.removeDuplicates();
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
}

void EveryTextTest::windowFitsASmallScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Russian") << "ru";
}

void EveryTextTest::windowFitsASmallScreen()
{
    QFETCH(QString, language);
    m_open.reset();
    const Translation translation(*std::ranges::find(languages(), language, &Language::code));
    openWindow();
    const QSize screen(1024, 640);
    m_open->window().resize(screen);
    QTRY_COMPARE(m_open->window().size(), screen);
}

QTEST_MAIN(EveryTextTest)
#include "tst_every_text.moc"
