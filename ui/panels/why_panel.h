// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"

#include <QList>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace sluice {

class Attributions;
class Explanations;
class FormulaView;
class NoiseShares;
struct ExplainedVariant;
struct Sentence;
struct Theme;

/// Why the selected variant's gradient is noisy, or not: the verdict, the chain rule with what each factor
/// reads, how much of its variance which source causes, and sentences.
class WhyPanel : public Panel
{
    Q_OBJECT

public:
    WhyPanel(const Explanations& explanations, Attributions& attributions, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Symbol and words, as they are shown.
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QStringList sentences() const;
    [[nodiscard]] const QList<FormulaView*>& formulas() const { return m_formulas; }

signals:
    /// Whoever explains should end.
    void stopWanted();
    /// A clean gate at this place should be tried, which is said to cure the variant that is explained.
    void cureWanted(const QString& place);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* createCopyButton();
    QWidget* createContent();
    QWidget* createShares();
    void refresh();
    [[nodiscard]] QString state() const;
    void showVerdict(const ExplainedVariant& variant);
    void showFormulas(const ExplainedVariant& variant);
    void showSentences(const ExplainedVariant& variant);
    void offerCure(const std::vector<Sentence>& sentences);
    void refreshShares();
    void refreshProgress();

    const Explanations& m_explanations;
    Attributions& m_attributions;
    const Theme* m_theme;
    /// What formulas and sentences were made from.
    std::shared_ptr<const ExplainedVariant> m_built;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_body = nullptr;
    /// Formulas and sentences, in the order that suits their length.
    QVBoxLayout* m_reasons = nullptr;
    QVBoxLayout* m_formulaColumn = nullptr;
    QVBoxLayout* m_sentenceColumn = nullptr;
    /// Which source causes how much, where there are several.
    QWidget* m_sharesArea = nullptr;
    NoiseShares* m_shares = nullptr;
    QLabel* m_sharesState = nullptr;
    QToolButton* m_sharesButton = nullptr;
    QTimer* m_sharesWatch = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_equality = nullptr;
    QLabel* m_state = nullptr;
    /// In the title line, so that nothing jumps when it comes and goes.
    QLabel* m_busy = nullptr;
    QToolButton* m_stop = nullptr;
    /// Until an explanation counts as long.
    QTimer* m_patience = nullptr;
    bool m_wasRunning = false;
    QList<FormulaView*> m_formulas;
    QList<QLabel*> m_sentences;
    /// Below the sentence that names a cure.
    QPushButton* m_cure = nullptr;
    QString m_curePlace;
};

} // namespace sluice
