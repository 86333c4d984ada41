// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panel.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
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
    : QFrame(parent),
      m_title(new QLabel(title)),
      m_detail(new QLabel),
      m_header(new QHBoxLayout),
      m_content(new QVBoxLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(title);

    m_detail->setFont(smaller(m_detail->font()));
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    // As long as a person likes, but it must not widen the panel.
    m_detail->setMinimumWidth(1);
    m_detail->hide();
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() - 1.5);
    font.setBold(true);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    m_title->setFont(font);
    m_title->setForegroundRole(QPalette::PlaceholderText);

    // Whether a panel has tools or not, its title stands as high as the others'.
    QToolButton tool;
    tool.setText(title);
    m_title->setMinimumHeight(tool.sizeHint().height());
    m_header->setSpacing(4);
    m_header->addWidget(m_title);
    m_header->addWidget(m_detail);
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

QString Panel::detail() const
{
    return m_detail->text();
}

void Panel::setDetail(const QString& detail)
{
    m_detail->setText(detail);
    m_detail->setToolTip(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(detail.isEmpty() ? title() : title() + QStringLiteral(", ") + detail);
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
