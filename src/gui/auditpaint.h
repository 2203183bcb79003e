// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenstatus.h"

#include <QPainter>
#include <QPalette>

namespace tokendesk {

/// The colours of one picture, from a palette: each stands out from the ground by at least 3:1 where it carries
/// meaning.
struct AuditColors
{
    explicit AuditColors(const QPalette &palette);

    QColor ground;
    QColor text;
    QColor quiet;     ///< text of less weight, still readable
    QColor grid;      ///< lines that only guide the eye
    QColor amount;    ///< bars that show a number
    QColor now;       ///< the line that says "now"
    QColor selection; ///< behind what is selected
    QColor alarm;     ///< the corner to clean up, anomalies
    QColor unseen;    ///< where nobody looked
};

/// A bar or a point of a state: by colour and by shape, so that people who do not tell the colours apart still tell the
/// states apart. Active: solid. Expiring: striped. Used up: pale, with an outline. Expired: only an outline. Revoked:
/// crossed, with a stop at its end. A bar below five pixels has only its colour.
void paintStateBar(QPainter &painter, const QRectF &bar, TokenState state, const QColor &ground);
/// Centred on `centre`. Active: disc. Expiring: diamond. Used up: square. Expired: ring. Revoked: cross.
void paintStatePoint(QPainter &painter, const QPointF &centre, double radius, TokenState state, const QColor &ground,
                     double opacity = 1.0);
/// A bar that shows an amount; `estimated`: striped, because its share in this period is not certain.
void paintAmountBar(QPainter &painter, const QRectF &bar, const AuditColors &colors, bool estimated);
/// Where nobody looked.
void paintUnseen(QPainter &painter, const QRectF &band, const AuditColors &colors);

} // namespace tokendesk
