// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/whole_file.h"

namespace sluice {

/// What can't be exported, in words for the user.
class ExportError : public FileError
{
    Q_DECLARE_TR_FUNCTIONS(sluice::ExportError)

public:
    using FileError::FileError;
};

} // namespace sluice
