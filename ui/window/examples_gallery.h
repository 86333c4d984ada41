// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/example_curves.h"

#include <QDialog>

class QListWidget;

namespace sluice {

struct Theme;

/// The examples as pictures that the program itself draws, each with a sentence on what it shows.
class ExamplesGallery : public QDialog
{
    Q_OBJECT

public:
    explicit ExamplesGallery(const Theme& theme, QWidget* parent = nullptr);

    /// The name of the example to open; empty where none was chosen.
    [[nodiscard]] QString chosen() const { return m_chosen; }
    [[nodiscard]] int pictures() const { return m_pictures; }

private:
    void fill();
    void showPicture(int position, const Outcome& outcome);
    void choose();

    const Theme& m_theme;
    QListWidget* m_list = nullptr;
    QString m_chosen;
    /// How many have been drawn.
    int m_pictures = 0;
    /// Last, so that it has ended before what it reports to goes.
    ExampleCurves m_curves;
};

} // namespace sluice
