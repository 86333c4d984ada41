// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/program_name.h"

namespace sluice {

QString programName()
{
    return QStringLiteral("Sluice " SLUICE_VERSION);
}

} // namespace sluice
