// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

class QMimeData;

namespace sluice {

/// What the clipboard or a drag holds that an experiment can be read from: a picture that carries one, else
/// text. Nothing where it holds neither.
[[nodiscard]] std::optional<QByteArray> transferredExperiment(const QMimeData& data);

} // namespace sluice
