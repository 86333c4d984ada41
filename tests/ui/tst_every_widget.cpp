// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/every_view.h"
#include "ui/language.h"
#include "ui/panels/code_edit.h"
#include "ui/panels/panel.h"
#include "ui/window/focus_ring.h"
#include "ui/window/menu_actions.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QRawFont>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextLayout>

#include <functional>
#include <set>

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

/// What has its own focus and is reached by Tab.
bool isTabStop(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() &&
           (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.focusProxy() == nullptr;
}

/// The inside of a box for numbers or choices goes by the box's name.
bool isPart(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    return qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
           qobject_cast<const QComboBox*>(parent) != nullptr;
}

QRect placeOf(const QWidget& widget)
{
    return {widget.mapToGlobal(QPoint(0, 0)), widget.size()};
}

/// Whether a reader who has come to `from` goes back to get to `to`: up, though not into the next column, or
/// left in the same line.
bool goesBack(const QRect& from, const QRect& to)
{
    const bool isAbove = to.bottom() <= from.top() && to.left() < from.right();
    const bool isInLine = to.top() < from.bottom() && from.top() < to.bottom();
    return isAbove || (isInLine && to.right() <= from.left());
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

/// All widgets of the window and its dialogs, whatever they are: can they be named, reached and read?
class EveryWidgetTest : public QObject
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
    void controlsHaveNames();
    void tabGoesAsOneReads();
    void tabReachesEveryControl();
    void shortcutsAreUnique();
    void everyTextIsRussian();
    void numbersAreRussian();
    void everySignIsInTheFont();
    void windowFitsASmallScreen_data();
    void windowFitsASmallScreen();
    void focusIsSeen();

private:
    void openWindow() { m_open = everyViewsWindow(); }
    void forEachView(const std::function<void(QWidget&)>& check) { forEachViewOf(*m_open, check); }

    std::unique_ptr<OpenWindow> m_open;
};

void EveryWidgetTest::controlsHaveNames()
{
    int count = 0;
    QStringList nameless;
    forEachView([&](QWidget& view) {
        for (const QWidget* each : view.findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(each);
            if (isTabStop(*each) && !isPart(*each)) {
                ++count;
                if (each->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty())) {
                    nameless << describe(*each);
                }
            }
        }
    });
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join('\n')));
    QVERIFY(count > 100);
}

/// Within a panel, and within a dialog: from top to bottom, in a line from left to right.
void EveryWidgetTest::tabGoesAsOneReads()
{
    QStringList jumps;
    forEachView([&jumps](QWidget& view) {
        QList<QWidget*> areas{&view};
        if (qobject_cast<QMainWindow*>(&view) != nullptr) {
            areas.clear();
            for (Panel* panel : view.findChildren<Panel*>()) {
                areas << panel;
            }
        }
        for (const QWidget* area : areas) {
            const QWidget* last = nullptr;
            // All of the window's widgets stand in one ring.
            for (const QWidget* each = area->nextInFocusChain(); each != area;
                 each = each->nextInFocusChain()) {
                if (!area->isAncestorOf(each) || !isTabStop(*each) || isPart(*each)) {
                    continue;
                }
                if (last != nullptr && goesBack(placeOf(*last), placeOf(*each))) {
                    jumps << QStringLiteral("%1 comes after %2").arg(describe(*each), describe(*last));
                }
                last = each;
            }
        }
    });
    jumps.removeDuplicates();
    QVERIFY2(jumps.isEmpty(), qPrintable(jumps.join('\n')));
}

void EveryWidgetTest::tabReachesEveryControl()
{
    QStringList missed;
    forEachView([&missed](QWidget& view) {
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        std::set<const QWidget*> reached;
        const QWidget* first = nullptr;
        constexpr int most = 400;
        for (int i = 0; i < most; ++i) {
            QWidget* here = view.focusWidget() != nullptr ? view.focusWidget() : &view;
            // In the editor of the expression Tab writes.
            const auto* edit = qobject_cast<CodeEdit*>(here);
            const bool isWriting = edit != nullptr && !edit->isReadOnly();
            QTest::keyClick(here, Qt::Key_Tab, isWriting ? Qt::ControlModifier : Qt::NoModifier);
            // A slider has several handles.
            if (view.focusWidget() == first && view.focusWidget() != here) {
                break;
            }
            first = first == nullptr ? view.focusWidget() : first;
            reached.insert(view.focusWidget());
        }
        for (const QWidget* each : view.findChildren<QWidget*>()) {
            // One of several that exclude each other is reached by Tab, the others by arrows.
            const auto* button = qobject_cast<const QAbstractButton*>(each);
            const bool isChoice = button != nullptr && button->autoExclusive() && !button->isChecked();
            if (isTabStop(*each) && !isPart(*each) && !isChoice && !reached.contains(each)) {
                missed << describe(*each);
            }
        }
    });
    missed.removeDuplicates();
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join('\n')));
}

void EveryWidgetTest::shortcutsAreUnique()
{
    QStringList shortcuts;
    for (const QAction* each : m_open->window().findChildren<QAction*>()) {
        for (const QKeySequence& keys : each->shortcuts()) {
            if (each->shortcutContext() != Qt::WidgetShortcut) {
                shortcuts << keys.toString();
            }
        }
    }
    QVERIFY(shortcuts.size() > 20);
    QCOMPARE(shortcuts.removeDuplicates(), 0);
}

void EveryWidgetTest::everyTextIsRussian()
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
void EveryWidgetTest::numbersAreRussian()
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
void EveryWidgetTest::everySignIsInTheFont()
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

void EveryWidgetTest::windowFitsASmallScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Russian") << "ru";
}

void EveryWidgetTest::windowFitsASmallScreen()
{
    QFETCH(QString, language);
    m_open.reset();
    const Translation translation(*std::ranges::find(languages(), language, &Language::code));
    openWindow();
    const QSize screen(1024, 640);
    m_open->window().resize(screen);
    QTRY_COMPARE(m_open->window().size(), screen);
}

/// Each stop of Tab has the ring around it, or around a part of it.
void EveryWidgetTest::focusIsSeen()
{
    QWidget& window = m_open->window();
    const FocusRing& ring = m_open->widget<FocusRing>();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    // What was shown last is still to be laid out.
    QCoreApplication::processEvents();
    QTest::mouseClick(&m_open->widget<PlotView>(), Qt::LeftButton);
    QVERIFY(ring.area().isEmpty());
    int stops = 0;
    for (; stops < 60; ++stops) {
        QWidget* here = window.focusWidget();
        const auto* edit = qobject_cast<CodeEdit*>(here);
        const bool isWriting = edit != nullptr && !edit->isReadOnly();
        QTest::keyClick(here, Qt::Key_Tab, isWriting ? Qt::ControlModifier : Qt::NoModifier);
        const QWidget& control = *window.focusWidget();
        const QRect place(control.mapTo(&window, QPoint(0, 0)), control.size());
        QTRY_VERIFY2(!ring.area().isEmpty(), qPrintable(describe(control)));
        QVERIFY2(place.contains(ring.area()), qPrintable(describe(control)));
    }
}

QTEST_MAIN(EveryWidgetTest)
#include "tst_every_widget.moc"
