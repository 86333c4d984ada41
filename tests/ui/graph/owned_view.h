// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/graph/sample_program.h"
#include "ui/graph/graph_view.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

namespace sluice {

/// A view with an owner that does what the view asks for.
class OwnedView : public GraphView
{
public:
    explicit OwnedView(std::string_view text = originText)
        : m_program(std::make_shared<const Program>(programOf(text)))
    {
        resize(600, 300);
        showGraph(m_program, gates, effects);
        connect(this, &GraphView::gateChosen, this,
                [this](const QString& target, std::optional<GateKind> kind) {
                    std::erase_if(gates, [&](const std::string& gate) {
                        return targetOf(*parseGate(gate)) == target.toStdString();
                    });
                    if (kind) {
                        gates.push_back(target.toStdString() + '=' + std::string(nameOf(*kind)));
                    }
                    showGraph(m_program, gates, effects);
                });
    }

    [[nodiscard]] bool appear()
    {
        show();
        activateWindow();
        setFocus();
        return QTest::qWaitForWindowActive(this);
    }

    void click(const QString& target)
    {
        QTest::mouseClick(viewport(), Qt::LeftButton, {}, positionOf(target).value());
    }

    [[nodiscard]] QString written() const
    {
        QStringList texts;
        for (const std::string& gate : gates) {
            texts << QString::fromStdString(gate);
        }
        return texts.join(QLatin1Char(' '));
    }

    void showText(std::string_view text)
    {
        m_program = std::make_shared<const Program>(programOf(text));
        showGraph(m_program, gates, effects);
    }

    void refresh() { showGraph(m_program, gates, effects); }

    std::vector<std::string> gates;
    std::vector<GateEffect> effects;

private:
    std::shared_ptr<const Program> m_program;
};

} // namespace sluice
