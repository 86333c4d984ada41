// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/desktop_colors.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>

namespace sluice {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settingsInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearanceGroup = QStringLiteral("org.freedesktop.appearance");
const QString schemeKey = QStringLiteral("color-scheme");

} // namespace

/// Hears from the portal: its slot is called by name, as the bus demands.
class SettingsPortal : public QObject
{
    Q_OBJECT

public:
    explicit SettingsPortal(DesktopColors& colors) : QObject(&colors), m_colors(colors) { ask(); }

private slots:
    void takeSetting(const QString& group, const QString& key, const QDBusVariant& value)
    {
        if (group != appearanceGroup || key != schemeKey) {
            return;
        }
        // Read() wraps its answer twice, the signal once.
        QVariant scheme = value.variant();
        while (scheme.userType() == qMetaTypeId<QDBusVariant>()) {
            scheme = scheme.value<QDBusVariant>().variant();
        }
        m_colors.setPortalScheme(scheme.toUInt());
    }

private:
    void ask()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected()) {
            return;
        }
        bus.connect(service, portalPath, settingsInterface, QStringLiteral("SettingChanged"), this,
                    SLOT(takeSetting(QString, QString, QDBusVariant)));
        QDBusMessage question =
            QDBusMessage::createMethodCall(service, portalPath, settingsInterface, QStringLiteral("Read"));
        question << appearanceGroup << schemeKey;
        // The window doesn't wait: where there is no portal, it may take long to say so.
        auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
            const QDBusPendingReply<QDBusVariant> reply = *answer;
            if (!reply.isError()) {
                takeSetting(appearanceGroup, schemeKey, reply.value());
            }
            answer->deleteLater();
        });
    }

    DesktopColors& m_colors;
};

DesktopColors::DesktopColors(QObject* parent) : QObject(parent)
{
    const QPalette palette = QGuiApplication::palette();
    m_paletteIsDark =
        palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
    new SettingsPortal(*this);
}

void DesktopColors::setPortalScheme(uint scheme)
{
    const bool before = isDark();
    m_portalIsDark = scheme == 0 ? std::nullopt : std::optional(scheme == 1);
    if (isDark() != before) {
        emit changed();
    }
}

} // namespace sluice

#include "desktop_colors.moc"
