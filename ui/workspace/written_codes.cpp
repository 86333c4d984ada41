// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/written_codes.h"

#include "ui/phrase_text.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>

#include <exception>
#include <utility>

namespace sluice {

namespace {

/// In milliseconds.
constexpr int pause = 60;

bool isSameRequest(const CodeRequest& one, const CodeRequest& other)
{
    return one.target == other.target && one.form == other.form && one.variant == other.variant;
}

bool isSameQuestion(const WrittenCode& one, const WrittenCode& other)
{
    return one.program == other.program && areComputedAlike(one.experiment, other.experiment) &&
           isSameRequest(one.request, other.request);
}

/// Nothing where it was stopped.
std::shared_ptr<const WrittenCode> write(WrittenCode question, const std::stop_token& stop)
{
    try {
        const auto code = codeOf(*question.program, question.experiment, question.request, stop);
        if (!code) {
            return nullptr;
        }
        question.text = QString::fromStdString(*code);
    } catch (const std::exception& exception) {
        question.error = messageOf(exception);
    }
    return std::make_shared<const WrittenCode>(std::move(question));
}

} // namespace

WrittenCodes::WrittenCodes(const Workspace& workspace, const Explanations& explanations, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_explanations(explanations)
{
    qRegisterMetaType<std::shared_ptr<const WrittenCode>>();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &WrittenCodes::ask);
    for (const auto signal :
         {&Workspace::outcomeChanged, &Workspace::selectionChanged, &Workspace::experimentChanged}) {
        connect(&m_workspace, signal, &m_pause, qOverload<>(&QTimer::start));
    }
    connect(&m_explanations, &Explanations::answered, &m_pause, qOverload<>(&QTimer::start));
    connect(this, &WrittenCodes::written, this, &WrittenCodes::accept, Qt::QueuedConnection);
}

WrittenCodes::~WrittenCodes()
{
    m_task.stop();
}

void WrittenCodes::setWanted(bool wanted)
{
    m_isWanted = wanted;
    if (wanted) {
        m_pause.start();
    }
}

void WrittenCodes::setTarget(CodeTarget target)
{
    m_target = target;
    m_form = usualForm(target);
    ask();
}

void WrittenCodes::setForm(CodeForm form)
{
    m_form = form;
    ask();
}

bool WrittenCodes::isCurrent() const
{
    const auto asked = question();
    return m_shown && asked && isSameQuestion(*m_shown, *asked) && !m_workspace.hasFailed();
}

std::optional<WrittenCode> WrittenCodes::question() const
{
    const std::size_t selected = m_workspace.selectedVariant();
    const Experiment& experiment = m_workspace.experiment();
    if (!m_workspace.isProgramCurrent() || selected >= experiment.variants.size()) {
        return std::nullopt;
    }
    WrittenCode question;
    LoneVariant lone = m_workspace.selectedAlone();
    question.program = std::move(lone.program);
    question.experiment = std::move(lone.experiment);
    question.request.target = m_target;
    question.request.form = m_form;
    if (const QString version = QCoreApplication::applicationVersion(); !version.isEmpty()) {
        question.request.madeBy += ' ' + version.toStdString();
    }
    const auto& explained = m_explanations.shown();
    if (explained && m_explanations.isCurrent() && explained->error.isEmpty() &&
        areComputedAlike(explained->experiment, question.experiment)) {
        for (const Sentence& sentence : explained->explanation.sentences) {
            question.request.remarks.push_back(inEnglish(sentence));
        }
    }
    return question;
}

void WrittenCodes::ask()
{
    const auto wanted = question();
    const bool isAsked = wanted && m_asked && isSameQuestion(*m_asked, *wanted) &&
                         m_asked->request.remarks == wanted->request.remarks;
    if (!m_isWanted || !wanted || isAsked) {
        emit changed();
        return;
    }
    m_asked = wanted;
    m_task.start([this, question = *wanted](const std::stop_token& stop) {
        if (auto code = write(question, stop)) {
            emit written(std::move(code));
        }
    });
    emit changed();
}

void WrittenCodes::accept(const std::shared_ptr<const WrittenCode>& code)
{
    if (m_asked && isSameQuestion(*code, *m_asked)) {
        m_shown = code;
        emit changed();
    }
}

} // namespace sluice
