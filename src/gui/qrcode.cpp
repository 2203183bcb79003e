// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/qrcode.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace tokendesk {

namespace {

constexpr int quietZone = 4;
constexpr int largestVersion = 20;
constexpr int comfortableSide = 200;
constexpr int smallestModule = 3; ///< in device-independent pixels: what a camera at arm's length still tells apart

} // namespace

QrModules qrModules(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code || code->version > largestVersion)
        return {};
    QrModules modules{code->width, QBitArray(code->width * code->width)};
    for (int i = 0; i < modules.dark.size(); ++i)
        modules.dark.setBit(i, (code->data[i] & 1) != 0);
    return modules;
}

QrCode::QrCode(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void QrCode::setBytes(const QByteArray &bytes)
{
    m_modules = qrModules(bytes);
    setVisible(m_modules.size > 0);
    updateGeometry();
    update();
}

int QrCode::sideWithQuietZone() const
{
    return m_modules.size + 2 * quietZone;
}

QSize QrCode::sizeHint() const
{
    const int module = qMax(smallestModule, comfortableSide / sideWithQuietZone());
    return QSize(1, 1) * (module * sideWithQuietZone());
}

QSize QrCode::minimumSizeHint() const
{
    return sizeHint();
}

void QrCode::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (m_modules.size == 0)
        return;
    // In device pixels: at a scale of 1.25 a module would otherwise be blurred, or of two sizes.
    const qreal ratio = devicePixelRatioF();
    const int available = static_cast<int>(qMin(width(), height()) * ratio);
    const int module = qMax(1, available / sideWithQuietZone());
    const int margin = (available - module * m_modules.size) / 2;
    painter.scale(1 / ratio, 1 / ratio);
    for (int row = 0; row < m_modules.size; ++row) {
        for (int column = 0; column < m_modules.size; ++column) {
            if (m_modules.isDark(row, column))
                painter.fillRect(margin + column * module, margin + row * module, module, module, Qt::black);
        }
    }
}

} // namespace tokendesk
