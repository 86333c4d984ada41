// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panel.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sluice {

namespace {

constexpr int spaceInside = 8;

} // namespace

QFont monospaceFont()
{
    QFont font(QStringLiteral("DejaVu Sans Mono"));
    if (!QFontInfo(font).fixedPitch()) {
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    }
    font.setPointSizeF(QGuiApplication::font().pointSizeF());
    return font;
}

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() - 1.0);
    return font;
}

Panel::Panel(const QString& title, QWidget* parent)
    : QFrame(parent), m_title(new QLabel(title)), m_header(new QHBoxLayout), m_content(new QVBoxLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(title);

    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() - 1.5);
    font.setBold(true);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    m_title->setFont(font);
    m_title->setForegroundRole(QPalette::PlaceholderText);

    m_header->setSpacing(4);
    m_header->addWidget(m_title);
    m_header->addStretch();
    m_content->setSpacing(spaceInside);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(panelMargin, spaceInside, panelMargin, spaceInside);
    layout->setSpacing(spaceInside - 2);
    layout->addLayout(m_header);
    layout->addLayout(m_content, 1);
}

QString Panel::title() const
{
    return m_title->text();
}

void Panel::setTitle(const QString& title)
{
    m_title->setText(title);
    // A title that may be as long as a person's names must not widen the panel.
    m_title->setMinimumWidth(1);
    m_title->setToolTip(title);
    setAccessibleName(title);
}

void Panel::setTitleVisible(bool visible)
{
    m_title->setVisible(visible);
}

void Panel::addTool(QWidget* tool)
{
    m_header->addWidget(tool);
}

void Panel::addContent(QWidget* content, int stretch)
{
    m_content->addWidget(content, stretch);
}

void Panel::setContentFlush()
{
    layout()->setContentsMargins(0, spaceInside, 0, 0);
    m_header->setContentsMargins(panelMargin, 0, panelMargin, 0);
}

} // namespace sluice
