// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBitArray>
#include <QWidget>

namespace tokendesk {

/// The modules of a QR code (ISO/IEC 18004), without the quiet zone.
struct QrModules
{
    int size = 0;     ///< modules a side; 0: none
    QBitArray dark{}; ///< row by row

    [[nodiscard]] bool isDark(int row, int column) const { return dark.testBit(row * size + column); }
};

/// `bytes` at error correction level M; nothing where there are none, or more than a camera reads from a screen.
[[nodiscard]] QrModules qrModules(const QByteArray &bytes);

/// A QR code, black on white whatever the theme, with the quiet zone of four modules that readers need. Every module is
/// a whole number of the screen's pixels.
class QrCode : public QWidget
{
    Q_OBJECT
public:
    explicit QrCode(QWidget *parent = nullptr);

    /// Hidden where it cannot be drawn.
    void setBytes(const QByteArray &bytes);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int sideWithQuietZone() const;

    QrModules m_modules;
};

} // namespace tokendesk
