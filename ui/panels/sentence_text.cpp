// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentence_text.h"

namespace sluice {

QString sentenceText(const Sentence& sentence)
{
    return QString::fromStdString(inEnglish(sentence));
}

} // namespace sluice
