// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCompleter>

#include <optional>

class QStandardItemModel;
class QTreeView;

namespace sluice {

class CodeEdit;

/// Offers names while one is typed into an editor, from its second letter on, or at once when asked to; each
/// with a line that says what it is.
class NameCompleter : public QCompleter
{
    Q_OBJECT

public:
    explicit NameCompleter(CodeEdit& edit);

    /// Shows what fits at the cursor, even where only one letter or none has been written.
    void offer();
    /// Whether a key is meant for the list that is shown, and not for the text.
    [[nodiscard]] bool takes(int key) const;

private:
    void followTyping();
    void showFor(const QString& written);
    [[nodiscard]] std::optional<QString> beginning() const;
    void insert(const QString& completion);

    CodeEdit& m_edit;
    QStandardItemModel* m_names = nullptr;
    QTreeView* m_list = nullptr;
};

} // namespace sluice
