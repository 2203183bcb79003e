// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace tokendesk {

/// One line of plain text that gives way: too long, it is cut with "…" and the whole is in the tooltip. `text()` and
/// what assistive technology reads stay whole.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    /// `leastColumns`: so many average characters are left of a longer line at least.
    explicit ElidedLabel(QWidget *parent = nullptr, int leastColumns = 6, Qt::TextElideMode mode = Qt::ElideRight);
    /// Our own words with visibleText() parts in them.
    void setLine(const QString &text);
    /// More than the line says, for the tooltip. Our own words with visibleText() parts in them.
    void setMore(const QString &more);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();

    const int m_leastColumns;
    const Qt::TextElideMode m_mode;
    QString m_more;
};

} // namespace tokendesk
