// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sluice {

/// What this program is, in a dialog over the window.
void showAbout(QWidget& window);

} // namespace sluice
