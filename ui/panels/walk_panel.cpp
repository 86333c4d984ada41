// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/walk_panel.h"

#include "ui/local_number.h"
#include "ui/panels/sentence_text.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace sluice {

namespace {

constexpr int cellPadding = 4;
constexpr int columns = 4;

QString shortText(double value, int digits = 6)
{
    return readableNumber(value, digits);
}

/// A dash where nothing is known.
QString shortText(const std::optional<double>& value)
{
    return value ? shortText(*value) : QStringLiteral("–");
}

QString nameText(const std::string& name)
{
    return QString::fromStdString(name);
}

} // namespace

WalkPanel::WalkPanel(Explanations& explanations, QWidget* parent)
    : Panel(tr("Point"), parent),
      m_explanations(explanations),
      m_theme(&lightTheme()),
      m_headline(new QLabel),
      m_sentences(new QLabel),
      m_sample(new QSpinBox),
      m_table(new QTableWidget)
{
    setContentFlush();
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(panelMargin, 0, panelMargin, 0);
    column->setSpacing(8);
    for (QLabel* label : {m_headline, m_sentences}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
    }
    m_headline->setAccessibleName(tr("The point and what was computed there"));
    m_sentences->setAccessibleName(tr("What happened at the point"));
    addContent(head, 0);

    m_sample->setPrefix(tr("sample "));
    m_sample->setAccessibleName(tr("Sample"));
    m_sample->setToolTip(tr("Which of the point's samples is walked through"));
    m_sample->setKeyboardTracking(false);
    addTool(m_sample);

    m_table->setColumnCount(columns);
    m_table->setAccessibleName(tr("The sample node by node"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setMinimumSectionSize(24);
    auto* body = new QWidget;
    auto* bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(panelMargin - cellPadding, 0, 0, 0);
    bodyLayout->addWidget(m_table);
    addContent(body);

    connect(&m_explanations, &Explanations::walked, this, &WalkPanel::take, Qt::QueuedConnection);
    connect(&m_explanations, &Explanations::changed, this, &WalkPanel::walkOn);
    connect(m_sample, &QSpinBox::valueChanged, this, [this](int sample) {
        if (m_walked) {
            m_explanations.walk(m_walked->walk.at, m_walked->point, static_cast<std::size_t>(sample));
        }
    });
    fill();
}

void WalkPanel::setTheme(const Theme& theme)
{
    m_theme = &theme;
    fill();
}

void WalkPanel::take(const std::shared_ptr<const WalkedPoint>& walked)
{
    m_walked = walked;
    const QSignalBlocker quiet(m_sample);
    const std::size_t samples = std::max<std::size_t>(walked->variant->experiment.samples, 1);
    constexpr std::size_t most = std::numeric_limits<int>::max();
    m_sample->setRange(0, static_cast<int>(std::min(samples - 1, most)));
    m_sample->setValue(static_cast<int>(walked->sample));
    fill();
}

void WalkPanel::walkOn()
{
    if (m_walked && m_explanations.isCurrent() && m_explanations.shown() != m_walked->variant) {
        m_explanations.walk(m_walked->walk.at, m_walked->point, m_walked->sample);
    }
}

QString WalkPanel::headline() const
{
    if (!m_walked) {
        return tr("Click a point in the plots, or press Enter at the crosshair, to walk through one of its "
                  "samples.");
    }
    if (!m_walked->error.isEmpty()) {
        return m_walked->error;
    }
    const ExplainedVariant& variant = *m_walked->variant;
    const PointWalk& walk = m_walked->walk;
    const std::string input = variant.experiment.withRespectTo.value_or(variant.program->withRespectTo);
    const std::string output = variant.experiment.output.value_or(variant.program->outputName);
    return tr("“%1” at %2 = %3: %4 = %5, d%4/d%2 = %6")
        .arg(nameText(variant.explanation.name), nameText(input), shortText(walk.at), nameText(output),
             shortText(walk.value), shortText(walk.gradient));
}

QString WalkPanel::sentences() const
{
    QStringList lines;
    if (m_walked && m_walked->error.isEmpty()) {
        for (const Sentence& sentence : m_walked->walk.sentences) {
            lines << sentenceText(sentence);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

void WalkPanel::addHeading(const QString& text)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto* item = new QTableWidgetItem(text);
    QFont bold = font();
    bold.setBold(true);
    item->setFont(bold);
    item->setForeground(m_theme->secondaryText);
    item->setFlags(Qt::ItemIsEnabled);
    m_table->setItem(row, 0, item);
    m_table->setSpan(row, 0, 1, columns);
}

void WalkPanel::addColumnNames(const QStringList& names)
{
    addRow(names, false);
    for (int column = 0; column < names.size(); ++column) {
        QTableWidgetItem* item = m_table->item(m_table->rowCount() - 1, column);
        item->setFont(smaller(font()));
        item->setForeground(m_theme->secondaryText);
    }
}

void WalkPanel::addRow(const QStringList& cells, bool isTrouble)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    for (int column = 0; column < cells.size(); ++column) {
        const bool isName = column == 0;
        const QString text = isName && isTrouble ? QStringLiteral("✕ ") + cells[column] : cells[column];
        auto* item = new QTableWidgetItem(text);
        item->setFont(smaller(monospaceFont()));
        item->setForeground(isTrouble ? m_theme->error : m_theme->text);
        item->setTextAlignment(isName ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
}

void WalkPanel::addNodes()
{
    const PointWalk& walk = m_walked->walk;
    const QString output =
        nameText(m_walked->variant->experiment.output.value_or(m_walked->variant->program->outputName));
    addHeading(tr("Forward"));
    addColumnNames({tr("node"), tr("value"), tr("∂%1/∂node").arg(output), {}});
    for (const WalkedNode& node : walk.nodes) {
        const bool isTrouble = walk.trouble && walk.trouble->isForward && walk.trouble->node == node.name;
        addRow({nameText(node.name), shortText(node.value), shortText(node.upstream), {}}, isTrouble);
    }
}

void WalkPanel::addFactors()
{
    const PointWalk& walk = m_walked->walk;
    const std::vector<Factor>& factors = m_walked->variant->explanation.derivation.factors;
    addHeading(tr("Backward"));
    addColumnNames({tr("local derivative"), tr("value"), tr("upstream"), tr("flows on")});
    for (const WalkedFactor& walked : walk.factors) {
        const Factor& factor = factors[walked.factor];
        const bool isTrouble = walk.trouble && !walk.trouble->isForward && walk.trouble->factor &&
                               *walk.trouble->factor == walked.factor;
        addRow({QStringLiteral("∂%1/∂%2").arg(nameText(factor.of), nameText(factor.by)),
                shortText(walked.local), shortText(walked.upstream), shortText(walked.flow)},
               isTrouble);
    }
}

void WalkPanel::fill()
{
    m_headline->setText(headline());
    const QString text = sentences();
    m_sentences->setText(text);
    m_sentences->setVisible(!text.isEmpty());
    const bool hasWalk = m_walked && m_walked->error.isEmpty();
    // A palette would be overruled by the style sheet of the application.
    const bool isTroubled = hasWalk && m_walked->walk.trouble;
    const QColor ink = isTroubled ? m_theme->error : m_theme->text;
    m_sentences->setStyleSheet(QStringLiteral("QLabel { color: %1; }").arg(ink.name()));
    m_table->clearSpans();
    m_table->setRowCount(0);
    m_table->setVisible(hasWalk);
    m_sample->setVisible(hasWalk);
    if (hasWalk) {
        addNodes();
        addFactors();
        m_table->resizeColumnsToContents();
    }
}

} // namespace sluice
