// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/why_panel.h"

#include "ui/formula/formula_view.h"
#include "ui/panels/derivation_actions.h"
#include "ui/panels/derivation_formula.h"
#include "ui/panels/noise_shares.h"
#include "ui/panels/sentence_text.h"
#include "ui/panels/verdict_text.h"
#include "ui/workspace/attributions.h"
#include "ui/workspace/explanations.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sluice {

namespace {

/// What takes no longer comes without a word, in milliseconds.
constexpr int patience = 500;

/// Whether the formulas are so long that the sentences behind them would be overlooked.
bool isLong(const Derivation& derivation)
{
    constexpr std::size_t mostFactors = 12;
    std::size_t factors = derivation.paths.empty() ? derivation.factors.size() : 0;
    for (const Path& path : derivation.paths) {
        factors += path.factors.size();
    }
    return factors > mostFactors;
}

QLabel* createLabel(const QString& name)
{
    auto* label = new QLabel;
    label->setAccessibleName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void setInk(QLabel* label, const QColor& color)
{
    // A palette would be overruled by the style sheet of the application.
    const QString style = QStringLiteral("QLabel { color: %1; }").arg(color.name());
    if (label->styleSheet() != style) {
        label->setStyleSheet(style);
    }
}

} // namespace

WhyPanel::WhyPanel(const Explanations& explanations, Attributions& attributions, QWidget* parent)
    : Panel(tr("Why"), parent),
      m_explanations(explanations),
      m_attributions(attributions),
      m_theme(&lightTheme()),
      m_scroll(new QScrollArea),
      m_body(new QWidget),
      m_reasons(new QVBoxLayout),
      m_formulaColumn(new QVBoxLayout),
      m_sentenceColumn(new QVBoxLayout),
      m_verdict(createLabel(tr("Verdict"))),
      m_equality(createLabel(tr("Against the noise-free graph"))),
      m_state(createLabel(tr("State of the explanation"))),
      m_busy(new QLabel),
      m_stop(new QToolButton),
      m_patience(new QTimer(this)),
      m_cure(new QPushButton)
{
    setContentFlush();
    QFont bold = m_verdict->font();
    bold.setBold(true);
    m_verdict->setFont(bold);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_busy->setForegroundRole(QPalette::PlaceholderText);
    m_busy->setAccessibleName(tr("Progress of the explanation"));
    m_stop->setText(tr("Stop"));
    m_stop->setAutoRaise(true);
    m_stop->setToolTip(tr("Leave the question open until something changes"));
    m_stop->setAccessibleName(tr("Stop the explanation"));
    m_patience->setSingleShot(true);
    m_patience->setInterval(patience);
    addTool(m_busy);
    addTool(m_stop);
    addTool(createCopyButton());
    m_cure->setToolTip(tr("Show this gate as a variant beside the others"));
    m_formulaColumn->setSpacing(8);
    m_sentenceColumn->setSpacing(8);

    QWidget* content = createContent();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Why the gradient is noisy, or not"));
    content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    addContent(m_scroll);

    connect(&m_explanations, &Explanations::changed, this, &WhyPanel::refresh);
    connect(&m_attributions, &Attributions::changed, this, &WhyPanel::refreshShares);
    connect(m_sharesWatch, &QTimer::timeout, this, &WhyPanel::refreshShares);
    connect(m_stop, &QToolButton::clicked, this, &WhyPanel::stopWanted);
    connect(m_cure, &QPushButton::clicked, this, [this] { emit cureWanted(m_curePlace); });
    connect(m_patience, &QTimer::timeout, this, &WhyPanel::refreshProgress);
    connect(m_sharesButton, &QToolButton::clicked, this, [this] {
        if (m_attributions.isRunning()) {
            m_attributions.stop();
        } else {
            m_attributions.ask();
        }
    });
    refresh();
}

QWidget* WhyPanel::createCopyButton()
{
    auto* actions = new DerivationActions(m_explanations, this);
    auto* button = new QToolButton;
    button->setText(tr("Copy"));
    button->setToolTip(tr("Copy the derivation as LaTeX, as text or as Python"));
    button->setAccessibleName(tr("Copy the derivation"));
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->addActions(actions->actions());
    return button;
}

QWidget* WhyPanel::createContent()
{
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(8);
    body->addWidget(m_verdict);
    body->addWidget(m_equality);
    // Before the reasons, which may be long: what to do is seen without scrolling.
    body->addWidget(m_cure, 0, Qt::AlignLeft);
    body->addWidget(createShares());
    body->addLayout(m_reasons);
    m_reasons->setSpacing(8);
    m_reasons->addLayout(m_formulaColumn);
    m_reasons->addLayout(m_sentenceColumn);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(panelMargin, 0, panelMargin, panelMargin);
    column->setSpacing(8);
    column->addWidget(m_state);
    column->addWidget(m_body);
    column->addStretch();
    return content;
}

QWidget* WhyPanel::createShares()
{
    m_sharesArea = new QWidget;
    m_shares = new NoiseShares;
    m_sharesState = createLabel(tr("State of the attribution"));
    m_sharesState->setForegroundRole(QPalette::PlaceholderText);
    m_sharesButton = new QToolButton;
    m_sharesButton->setAutoRaise(true);
    m_sharesWatch = new QTimer(this);
    auto* column = new QVBoxLayout(m_sharesArea);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_shares);
    auto* row = new QHBoxLayout;
    row->addWidget(m_sharesState, 1);
    row->addWidget(m_sharesButton);
    column->addLayout(row);
    return m_sharesArea;
}

void WhyPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    m_attributions.setWanted(true);
}

void WhyPanel::hideEvent(QHideEvent* event)
{
    m_attributions.setWanted(false);
    Panel::hideEvent(event);
}

void WhyPanel::refreshShares()
{
    const auto answer = m_attributions.current();
    const bool hasShares = answer && answer->error.isEmpty();
    m_sharesArea->setVisible(answer || m_attributions.isFitting());
    m_shares->setVisible(hasShares);
    if (hasShares) {
        m_shares->setAttribution(answer->attribution);
    }
    const bool isRunning = m_attributions.isRunning();
    const bool isLong = isRunning && m_attributions.elapsed() >= patience;
    constexpr double hundred = 100.0;
    m_sharesState->setText(isLong ? tr("attributing the noise to its sources … %1 %")
                                        .arg(static_cast<int>(hundred * m_attributions.progress()))
                           : answer ? answer->error
                                    : QString());
    m_sharesState->setVisible(!m_sharesState->text().isEmpty());
    m_sharesButton->setText(isRunning ? tr("Cancel") : tr("Attribute the noise"));
    m_sharesButton->setToolTip(isRunning ? tr("End the attribution of the noise to its sources")
                                         : tr("Compute which source causes how much of the variance"));
    m_sharesButton->setAccessibleName(m_sharesButton->toolTip());
    m_sharesButton->setVisible(isRunning ? isLong : !answer);
    if (isRunning) {
        m_sharesWatch->start(100);
    } else {
        m_sharesWatch->stop();
    }
}

void WhyPanel::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_shares->setTheme(theme);
    for (FormulaView* view : m_formulas) {
        view->setTheme(theme);
    }
    refresh();
}

QString WhyPanel::verdict() const
{
    return m_verdict->text();
}

QStringList WhyPanel::sentences() const
{
    QStringList texts;
    for (const QLabel* label : m_sentences) {
        texts << label->text();
    }
    return texts;
}

QString WhyPanel::state() const
{
    const auto& shown = m_explanations.shown();
    if (m_explanations.isOutdated()) {
        return shown ? tr("Of the last expression without errors:") : tr("The expression has errors");
    }
    return shown && m_explanations.isCurrent() ? shown->error : QString();
}

void WhyPanel::refresh()
{
    const auto& shown = m_explanations.shown();
    const bool isUsable = shown && shown->error.isEmpty();
    const QString text = state();
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    refreshProgress();
    m_body->setVisible(isUsable);
    if (isUsable && shown != m_built) {
        m_built = shown;
        showFormulas(*shown);
        showSentences(*shown);
        m_reasons->setDirection(isLong(shown->explanation.derivation) ? QBoxLayout::BottomToTop
                                                                      : QBoxLayout::TopToBottom);
    }
    if (isUsable) {
        showVerdict(*shown);
    }
    refreshShares();
}

void WhyPanel::refreshProgress()
{
    const bool isOpen = !m_explanations.isCurrent() && !m_explanations.isOutdated();
    const bool isRunning = m_explanations.isRunning();
    const auto& shown = m_explanations.shown();
    const bool isShown = shown && shown->error.isEmpty();
    m_busy->setText(!isOpen     ? QString()
                    : isRunning ? tr("looking for a proof …")
                    : isShown   ? tr("of what was there before")
                                : tr("not explained"));
    if (isRunning && !m_wasRunning) {
        m_patience->start();
    }
    m_wasRunning = isRunning;
    // Most answers come so soon that a button would only flash.
    m_stop->setVisible(isRunning && !m_patience->isActive());
}

void WhyPanel::showVerdict(const ExplainedVariant& variant)
{
    const Verdict& verdict = variant.explanation.verdict;
    m_verdict->setText(verdictSentence(verdict));
    setInk(m_verdict, verdictColor(verdict.noiseFree, verdict.isDisconnected, *m_theme));
    m_equality->setText(equalitySentence(verdict));
    setInk(m_equality, m_theme->secondaryText);
}

void WhyPanel::showFormulas(const ExplainedVariant& variant)
{
    const Program& program = *variant.program;
    const std::string output = variant.experiment.output.value_or(program.outputName);
    const std::string input = variant.experiment.withRespectTo.value_or(program.withRespectTo);
    std::vector<TypesetFormula> formulas = derivationFormulas(
        variant.explanation.derivation, QString::fromStdString(output), QString::fromStdString(input));
    while (m_formulas.size() > static_cast<qsizetype>(formulas.size())) {
        delete m_formulas.takeLast();
    }
    while (m_formulas.size() < static_cast<qsizetype>(formulas.size())) {
        auto* view = new FormulaView;
        view->setTheme(*m_theme);
        m_formulas << view;
        m_formulaColumn->addWidget(view);
    }
    for (qsizetype i = 0; i < m_formulas.size(); ++i) {
        m_formulas[i]->setFormula(std::move(formulas[static_cast<std::size_t>(i)]));
    }
}

void WhyPanel::showSentences(const ExplainedVariant& variant)
{
    const std::vector<Sentence>& sentences = variant.explanation.sentences;
    while (m_sentences.size() > static_cast<qsizetype>(sentences.size())) {
        delete m_sentences.takeLast();
    }
    while (m_sentences.size() < static_cast<qsizetype>(sentences.size())) {
        m_sentences << createLabel(tr("Explanation"));
        m_sentenceColumn->addWidget(m_sentences.back());
    }
    for (qsizetype i = 0; i < m_sentences.size(); ++i) {
        m_sentences[i]->setText(sentenceText(sentences[static_cast<std::size_t>(i)]));
    }
    offerCure(sentences);
}

void WhyPanel::offerCure(const std::vector<Sentence>& sentences)
{
    const auto cure = std::ranges::find(sentences, Statement::gateCures, &Sentence::statement);
    m_cure->setVisible(cure != sentences.end());
    if (cure == sentences.end()) {
        return;
    }
    m_curePlace = QString::fromStdString(cure->texts.front());
    m_cure->setText(tr("Try %1").arg(m_curePlace + QStringLiteral("=clean")));
    m_cure->setAccessibleName(m_cure->text());
    m_cure->setMinimumWidth(m_cure->fontMetrics().horizontalAdvance(m_cure->text()) + 2 * panelMargin);
}

} // namespace sluice
