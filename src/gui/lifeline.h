// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auditpictures.h"

#include <QWidget>

namespace tokendesk {

/// One token's life, drawn: from its creation to its end, with the uses that were seen, and now.
class LifeLine final : public QWidget
{
    Q_OBJECT
public:
    explicit LifeLine(QWidget *parent = nullptr);
    /// `life`: of one token.
    void setLife(Lifetimes life, qint64 now);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Lifetimes m_life;
    qint64 m_now = 0;
};

} // namespace tokendesk
