// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/png_encoding.h"

#include <QBuffer>

#include <chrono>
#include <future>
#include <stop_token>
#include <utility>

namespace sluice {

namespace {

/// Keeps nothing more once it is stopped. The writer still comes to its end: Qt's loses memory where writing
/// fails.
class StoppableBuffer : public QBuffer
{
public:
    explicit StoppableBuffer(std::stop_token stop) : m_stop(std::move(stop)) {}

protected:
    qint64 writeData(const char* data, qint64 length) override
    {
        return m_stop.stop_requested() ? length : QBuffer::writeData(data, length);
    }

private:
    std::stop_token m_stop;
};

/// Empty where it fails.
QByteArray encoded(const QImage& image, const std::stop_token& stop)
{
    StoppableBuffer buffer(stop);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

} // namespace

QByteArray encodedPng(const QImage& image, const KeepOn& keepOn)
{
    std::stop_source ending;
    QByteArray bytes;
    if (keepOn) {
        constexpr auto pause = std::chrono::milliseconds(20);
        auto answer = std::async(std::launch::async, encoded, std::cref(image), ending.get_token());
        while (answer.wait_for(pause) != std::future_status::ready) {
            if (!keepOn()) {
                ending.request_stop();
            }
        }
        bytes = answer.get();
    } else {
        bytes = encoded(image, {});
    }
    if (bytes.isEmpty() && !ending.stop_requested()) {
        throw ExportError(ExportError::tr("The picture could not be made into a PNG.").toStdString());
    }
    return ending.stop_requested() ? QByteArray() : bytes;
}

} // namespace sluice
