// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/python_highlighter.h"

namespace sluice {

/// Light colouring of the expression language: what stands out is what the program is about, noise and gates.
class ExpressionHighlighter : public PythonHighlighter
{
    Q_OBJECT

public:
    using PythonHighlighter::PythonHighlighter;

protected:
    [[nodiscard]] Word kindOf(const QString& word) const override;
};

} // namespace sluice
