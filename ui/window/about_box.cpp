// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/about_box.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace sluice {

namespace {

struct AboutText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::AboutText)
};

} // namespace

void showAbout(QWidget& window)
{
    QMessageBox::about(
        &window, AboutText::tr("About Sluice"),
        AboutText::tr("<h3>Sluice %1</h3><p>What gradient does a graph really have when its forward and its "
                      "backward expression differ, and why?</p><p>© The Sluice authors. Free software under "
                      "the GNU General Public License, version 3 or later.</p>")
            .arg(QCoreApplication::applicationVersion()));
}

} // namespace sluice
