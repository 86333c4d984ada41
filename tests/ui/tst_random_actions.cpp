// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Does what nobody would think of: thousands of random actions, in any order. Nothing may crash or warn, and
// undoing it all must lead back to where it began. SLUICE_RANDOM_ACTIONS sets how many there are.
#include "core/experiment/examples.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/variant_texts.h"
#include "core/gradient/rewrite.h"
#include "ui/graph/graph_view.h"
#include "ui/main_window.h"
#include "ui/panels/code_edit.h"
#include "ui/panels/expression_editor.h"
#include "ui/panels/range_slider.h"
#include "ui/plot/plot_view.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <array>
#include <functional>
#include <random>

using namespace sluice;

namespace {

constexpr int actionsInAll = 2000;
constexpr std::array<unsigned, 4> seeds{1, 2, 3, 4};

QStringList& warnings()
{
    static QStringList all;
    return all;
}

void noteWarning(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    // The platform without a screen says so of itself.
    const bool isOfThePlatform = message.contains(QLatin1String("This plugin does not support"));
    if (type != QtDebugMsg && type != QtInfoMsg && !isOfThePlatform) {
        warnings() << message;
    }
}

Experiment smallExperiment(const std::string& name)
{
    Experiment experiment = example(name).value();
    experiment.points = 21;
    experiment.samples = 50;
    return experiment;
}

/// Chooses and does actions in a window.
class RandomUser
{
public:
    RandomUser(MainWindow& window, const QString& folder, unsigned seed)
        : m_window(window), m_folder(folder), m_random(seed)
    {
        // What asks or tells something gets an answer, and a menu that is open is closed again.
        QObject::connect(&m_answering, &QTimer::timeout, &m_window, [this] { answer(); });
        m_answering.start(0);
    }

    void act();
    /// What the last action was.
    [[nodiscard]] const QString& last() const { return m_last; }

private:
    int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_random); }
    template <class List>
    auto& anyOf(List& list)
    {
        return list[static_cast<typename List::size_type>(number(0, static_cast<int>(list.size()) - 1))];
    }
    template <class Widget>
    QList<Widget*> visible()
    {
        QList<Widget*> all;
        for (Widget* widget : m_window.findChildren<Widget*>()) {
            if (widget->isVisible() && widget->isEnabled()) {
                all << widget;
            }
        }
        return all;
    }

    void answer();
    void drag();
    void setGate();
    void type();
    void undoOrRedo();
    void chooseFromMenu();
    void openSomething();
    void resize();
    void pressKey();
    void click();
    void turnWheel();

    MainWindow& m_window;
    QString m_folder;
    std::mt19937 m_random;
    QTimer m_answering;
    QString m_last;
};

void RandomUser::act()
{
    struct Kind
    {
        const char* name;
        int weight;
        void (RandomUser::*act)();
    };
    static constexpr std::array<Kind, 10> kinds{{{"drag", 5, &RandomUser::drag},
                                                 {"gate", 5, &RandomUser::setGate},
                                                 {"type", 8, &RandomUser::type},
                                                 {"undo or redo", 5, &RandomUser::undoOrRedo},
                                                 {"menu", 6, &RandomUser::chooseFromMenu},
                                                 {"open", 1, &RandomUser::openSomething},
                                                 {"resize", 1, &RandomUser::resize},
                                                 {"key", 6, &RandomUser::pressKey},
                                                 {"click", 6, &RandomUser::click},
                                                 {"wheel", 2, &RandomUser::turnWheel}}};
    int all = 0;
    for (const Kind& kind : kinds) {
        all += kind.weight;
    }
    int chosen = number(0, all - 1);
    const Kind* kind = kinds.data();
    while (chosen >= kind->weight) {
        chosen -= kind->weight;
        ++kind;
    }
    m_last = QLatin1String(kind->name);
    (this->*kind->act)();
    QCoreApplication::processEvents();
}

void RandomUser::answer()
{
    if (QWidget* popup = QApplication::activePopupWidget()) {
        popup->close();
    } else if (QWidget* modal = QApplication::activeModalWidget()) {
        modal->close();
    }
}

void RandomUser::drag()
{
    const QList<RangeSlider*> sliders = visible<RangeSlider>();
    if (sliders.isEmpty()) {
        return;
    }
    RangeSlider* slider = anyOf(sliders);
    const auto handle = number(0, 1) == 0 ? RangeSlider::Handle::low : RangeSlider::Handle::high;
    const QPointF start = slider->handlePosition(handle);
    QTest::mousePress(slider, Qt::LeftButton, {}, start.toPoint());
    for (int move = number(0, 4); move > 0; --move) {
        QTest::mouseMove(slider, QPoint(number(-20, slider->width() + 20), number(0, slider->height())));
    }
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(number(0, slider->width()), 1));
}

void RandomUser::setGate()
{
    const auto& program = m_window.workspace().program();
    auto* graph = m_window.findChild<GraphView*>();
    if (!program || program->places.empty()) {
        return;
    }
    const std::vector<Edge> edges = edgesOf(*program);
    const bool onEdge = !edges.empty() && number(0, 1) == 0;
    graph->activate(QString::fromStdString(onEdge ? anyOf(edges).name : anyOf(program->places).name));
}

void RandomUser::type()
{
    static const QStringList fragments{QStringLiteral("w = x*u\n"),
                                       QStringLiteral("z"),
                                       QStringLiteral("sq"),
                                       QStringLiteral("0"),
                                       QStringLiteral("1e"),
                                       QStringLiteral("("),
                                       QStringLiteral(")"),
                                       QStringLiteral("\n"),
                                       QStringLiteral(" "),
                                       QStringLiteral("#"),
                                       QStringLiteral("normal(0, 1)"),
                                       QStringLiteral("stop_gradient("),
                                       QStringLiteral("for i in range(9):\n    z = z*u\n")};
    auto* edit = m_window.findChild<ExpressionEditor*>()->editor();
    edit->setFocus();
    QTextCursor cursor = edit->textCursor();
    if (number(0, 2) == 0) {
        cursor.setPosition(number(0, edit->document()->characterCount() - 1),
                           number(0, 3) == 0 ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
        edit->setTextCursor(cursor);
    }
    if (number(0, 3) == 0) {
        QTest::keyClick(edit, number(0, 1) == 0 ? Qt::Key_Backspace : Qt::Key_Delete);
        return;
    }
    for (const QChar character : anyOf(fragments)) {
        if (character == QLatin1Char('\n')) {
            QTest::keyClick(edit, Qt::Key_Return);
        } else {
            QTest::keyClick(edit, character.toLatin1());
        }
    }
}

void RandomUser::undoOrRedo()
{
    QUndoStack& stack = m_window.workspace().undoStack();
    const bool back = number(0, 2) > 0;
    for (int times = number(1, 4); times > 0; --times) {
        if (back) {
            stack.undo();
        } else {
            stack.redo();
        }
    }
}

void RandomUser::chooseFromMenu()
{
    // The last of the window is no action of the game, and a picture of the desktop's dialogs no part of it.
    static const QStringList leftOut{QStringLiteral("Quit"), QStringLiteral("Open"), QStringLiteral("Save"),
                                     QStringLiteral("About Sluice")};
    QList<QAction*> choices;
    for (QMenu* menu : m_window.findChildren<QMenu*>()) {
        for (QAction* action : menu->actions()) {
            const QString text = action->text().remove(QLatin1Char('&'));
            const bool hasDialog = text.contains(QChar(0x2026));
            if (action->isEnabled() && !action->isSeparator() && action->menu() == nullptr && !hasDialog &&
                !leftOut.contains(text)) {
                choices << action;
            }
        }
    }
    if (choices.isEmpty()) {
        return;
    }
    QAction* action = anyOf(choices);
    m_last = QStringLiteral("menu: %1").arg(action->text());
    action->trigger();
}

void RandomUser::openSomething()
{
    static const std::vector<std::string> names{"origin", "noisy-layer", "three-texts"};
    const QString path = m_folder + QStringLiteral("/some.py");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    // Contents tell an experiment, whatever the file is called.
    const Experiment experiment = smallExperiment(anyOf(names));
    file.write((hasOwnTexts(experiment) ? toJson(experiment) : experiment.text).c_str());
    file.close();
    m_last = QStringLiteral("open");
    m_window.findChild<Document*>()->openFile(path);
}

void RandomUser::resize()
{
    m_window.resize(number(640, 1700), number(400, 1100));
}

void RandomUser::pressKey()
{
    static constexpr std::array keys{Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Space, Qt::Key_Return,
                                     Qt::Key_Escape, Qt::Key_Left,    Qt::Key_Right, Qt::Key_Up,
                                     Qt::Key_Down,   Qt::Key_Home,    Qt::Key_End,   Qt::Key_PageUp,
                                     Qt::Key_Delete, Qt::Key_Plus,    Qt::Key_Minus};
    QWidget* target = m_window.focusWidget() != nullptr ? m_window.focusWidget() : &m_window;
    QTest::keyClick(target, keys.at(static_cast<std::size_t>(number(0, static_cast<int>(keys.size()) - 1))),
                    number(0, 5) == 0 ? Qt::ShiftModifier : Qt::NoModifier);
}

void RandomUser::click()
{
    const QList<QWidget*> widgets = visible<QWidget>();
    QWidget* widget = anyOf(widgets);
    if (widget->width() < 1 || widget->height() < 1 || qobject_cast<QMenuBar*>(widget) != nullptr) {
        return;
    }
    m_last = QStringLiteral("click on %1 %2")
                 .arg(QLatin1String(widget->metaObject()->className()), widget->accessibleName());
    const QPoint position(number(0, widget->width() - 1), number(0, widget->height() - 1));
    const Qt::MouseButton button = number(0, 5) == 0 ? Qt::RightButton : Qt::LeftButton;
    if (number(0, 5) == 0) {
        QTest::mouseDClick(widget, button, {}, position);
    } else {
        QTest::mouseClick(widget, button, {}, position);
    }
}

void RandomUser::turnWheel()
{
    const QList<QWidget*> widgets = visible<QWidget>();
    QWidget* widget = anyOf(widgets);
    const QPointF position(number(0, widget->width()), number(0, widget->height()));
    QWheelEvent event(position, widget->mapToGlobal(position), QPoint(), QPoint(0, 120 * number(-3, 3)),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

class RandomActionsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void leadBackToTheStart_data();
    void leadBackToTheStart();
};

void RandomActionsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setStyle("Fusion");
    installFonts();
    qInstallMessageHandler(noteWarning);
}

void RandomActionsTest::cleanupTestCase()
{
    qInstallMessageHandler(nullptr);
}

void RandomActionsTest::leadBackToTheStart_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : seeds) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void RandomActionsTest::leadBackToTheStart()
{
    QFETCH(unsigned, seed);
    warnings().clear();
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("SLUICE_RANDOM_ACTIONS", &isNumber);
    const int count = (isNumber ? wanted : actionsInAll) / static_cast<int>(seeds.size());
    const QTemporaryDir folder;
    MainWindow window(smallExperiment("origin"), "origin");
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    Workspace& workspace = window.workspace();
    RandomUser user(window, folder.path(), seed);
    Experiment start = workspace.experiment();
    for (int step = 0; step < count; ++step) {
        user.act();
        if (workspace.undoStack().count() == 0) {
            start = workspace.experiment();
        }
        QVERIFY2(
            warnings().isEmpty(),
            qPrintable(QStringLiteral("step %1, %2: %3").arg(step).arg(user.last(), warnings().join('\n'))));
    }
    while (workspace.undoStack().canUndo()) {
        workspace.undoStack().undo();
    }
    QCOMPARE(workspace.experiment().text, start.text);
    QVERIFY(workspace.experiment() == start);
}

QTEST_MAIN(RandomActionsTest)
#include "tst_random_actions.moc"
