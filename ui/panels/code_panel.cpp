// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/code_panel.h"

#include "core/code/check_bundle.h"
#include "ui/panels/code_edit.h"
#include "ui/panels/python_highlighter.h"
#include "ui/phrase_text.h"
#include "ui/theme.h"
#include "ui/workspace/whole_file.h"
#include "ui/workspace/written_codes.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <exception>
#include <string_view>
#include <utility>

namespace sluice {

namespace {

QComboBox* createChoice(const QString& name, const QString& toolTip)
{
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setToolTip(toolTip);
    box->setMinimumContentsLength(8);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

void choose(QComboBox& box, int value)
{
    const QSignalBlocker quiet(&box);
    box.setCurrentIndex(box.findData(value));
}

} // namespace

CodePanel::CodePanel(WrittenCodes& codes, QWidget* parent)
    : Panel(tr("Code"), parent),
      m_codes(codes),
      m_theme(&lightTheme()),
      m_code(new CodeEdit),
      m_highlighter(new PythonHighlighter(m_code->document())),
      m_state(new QLabel)
{
    setContentFlush();
    createTools();
    addContent(createChoices(), 0);
    m_code->setReadOnly(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setFont(smaller(monospaceFont()));
    m_code->setAccessibleName(tr("The selected variant as code"));
    addContent(m_code);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setContentsMargins(panelMargin, 0, panelMargin, 4);
    m_state->setAccessibleName(tr("State of the code"));
    addContent(m_state, 0);

    connect(&m_codes, &WrittenCodes::changed, this, &CodePanel::refresh);
    refresh();
}

QWidget* CodePanel::createChoices()
{
    m_target = createChoice(tr("Framework"), tr("The framework that the code is for"));
    const std::array<std::pair<CodeTarget, QString>, 5> targets{{
        {CodeTarget::tensorflow1, tr("TensorFlow 1")},
        {CodeTarget::tensorflow, tr("TensorFlow")},
        {CodeTarget::keras, tr("Keras")},
        {CodeTarget::pytorch, tr("PyTorch")},
        {CodeTarget::jax, tr("JAX")},
    }};
    for (const auto& [target, name] : targets) {
        m_target->addItem(name, static_cast<int>(target));
    }
    m_form = createChoice(tr("Form"), tr("How a place whose forward and backward differ is written"));
    m_form->addItem(tr("exact"), static_cast<int>(CodeForm::exact));
    m_form->setItemData(0, tr("By the framework's own mechanism: the forward value is the intended one"),
                        Qt::ToolTipRole);
    m_form->addItem(tr("stop gradient"), static_cast<int>(CodeForm::stopGradient));
    m_form->setItemData(1, tr("As a sum, as people write it by hand: it may round"), Qt::ToolTipRole);
    connect(m_target, &QComboBox::activated, this, [this](int index) {
        m_codes.setTarget(static_cast<CodeTarget>(m_target->itemData(index).toInt()));
    });
    connect(m_form, &QComboBox::activated, this,
            [this](int index) { m_codes.setForm(static_cast<CodeForm>(m_form->itemData(index).toInt())); });
    auto* choices = new QWidget;
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(panelMargin, 0, panelMargin, 0);
    row->setSpacing(8);
    row->addWidget(m_target, 1);
    row->addWidget(m_form, 1);
    return choices;
}

void CodePanel::createTools()
{
    const auto create = [this](const QString& text, const QString& toolTip) {
        auto* button = new QToolButton;
        button->setText(text);
        button->setAutoRaise(true);
        button->setToolTip(toolTip);
        button->setAccessibleName(toolTip);
        addTool(button);
        return button;
    };
    m_copy = create(tr("Copy"), tr("Copy the code to the clipboard"));
    m_save = create(tr("Save…"), tr("Write the code to a file"));
    m_check = create(tr("With check…"),
                     tr("Write the code with its draws, the expected numbers and a script that compares"));
    connect(m_copy, &QToolButton::clicked, this, &CodePanel::copy);
    connect(m_save, &QToolButton::clicked, this, &CodePanel::askForPath);
    connect(m_check, &QToolButton::clicked, this, &CodePanel::askForFolder);
}

void CodePanel::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_code->setTheme(theme);
    m_highlighter->setTheme(theme);
    refresh();
}

void CodePanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    m_codes.setWanted(true);
}

void CodePanel::hideEvent(QHideEvent* event)
{
    m_codes.setWanted(false);
    Panel::hideEvent(event);
}

QString CodePanel::stateText() const
{
    const auto& shown = m_codes.shown();
    if (m_codes.isCurrent()) {
        return shown->error;
    }
    return shown ? tr("The code is of an earlier experiment") : QString();
}

void CodePanel::refreshChoices()
{
    choose(*m_target, static_cast<int>(m_codes.target()));
    choose(*m_form, static_cast<int>(m_codes.form()));
}

void CodePanel::refresh()
{
    refreshChoices();
    const auto& shown = m_codes.shown();
    if (shown) {
        m_code->showText(shown->text);
    }
    const bool hasCode = shown && shown->error.isEmpty() && m_codes.isCurrent();
    for (QToolButton* button : {m_copy, m_save, m_check}) {
        button->setEnabled(hasCode);
    }
    say(stateText(), m_codes.isCurrent());
}

void CodePanel::say(const QString& message, bool isError)
{
    m_state->setText(message);
    m_state->setVisible(!message.isEmpty());
    // A palette would be overruled by the style sheet of the application.
    const QColor ink = isError ? m_theme->error : m_theme->secondaryText;
    m_state->setStyleSheet(QStringLiteral("QLabel { color: %1; }").arg(ink.name()));
}

void CodePanel::copy()
{
    QGuiApplication::clipboard()->setText(m_codes.shown()->text);
    say(tr("Copied"));
}

QString CodePanel::folder() const
{
    return QFileInfo(m_folder).isDir() ? m_folder : QDir::currentPath();
}

void CodePanel::askForPath()
{
    const std::string_view target = nameOf(m_codes.target());
    const QString name = QStringLiteral("sluice_%1.py")
                             .arg(QString::fromUtf8(target.data(), static_cast<qsizetype>(target.size())));
    const QString path = QFileDialog::getSaveFileName(this, tr("Save code"), QDir(folder()).filePath(name),
                                                      tr("Python (*.py)"));
    if (!path.isEmpty() && saveTo(path)) {
        m_folder = QFileInfo(path).absolutePath();
    }
}

void CodePanel::askForFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Export code with check"), folder());
    if (!path.isEmpty() && saveWithCheckTo(path)) {
        m_folder = path;
    }
}

bool CodePanel::trying(const std::function<void()>& write)
{
    try {
        write();
    } catch (const std::exception& error) {
        say(messageOf(error), true);
        return false;
    }
    return true;
}

bool CodePanel::saveTo(const QString& path)
{
    const auto shown = m_codes.shown();
    if (!shown || shown->text.isEmpty() || !trying([&] { writeWhole(path, shown->text.toUtf8()); })) {
        return false;
    }
    say(tr("Saved as %1").arg(QFileInfo(path).fileName()));
    return true;
}

bool CodePanel::saveWithCheckTo(const QString& folder)
{
    const auto shown = m_codes.shown();
    if (!shown || shown->text.isEmpty()) {
        return false;
    }
    QStringList names;
    const bool isWritten = trying([&] {
        std::vector<FileContents> files;
        for (const BundledFile& file : checkBundle(*shown->program, shown->experiment, shown->request)) {
            names << QString::fromStdString(file.name);
            files.push_back({QDir(folder).filePath(names.back()), QByteArray::fromStdString(file.contents)});
        }
        writeTogether(files);
    });
    if (isWritten) {
        say(tr("Written to %1: %2").arg(QDir(folder).dirName(), names.join(QStringLiteral(", "))));
    }
    return isWritten;
}

} // namespace sluice
