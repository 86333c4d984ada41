// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

namespace sluice {

/// Whether the desktop is dark: what its settings portal says, else what the palette was before the program
/// set its own.
class DesktopColors : public QObject
{
    Q_OBJECT

public:
    /// Before the first setPalette().
    explicit DesktopColors(QObject* parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_portalIsDark.value_or(m_paletteIsDark); }
    /// The portal's number for its colour scheme: 1 is dark, 2 light, and 0 no preference.
    void setPortalScheme(uint scheme);

signals:
    void changed();

private:
    bool m_paletteIsDark = false;
    std::optional<bool> m_portalIsDark;
};

} // namespace sluice
