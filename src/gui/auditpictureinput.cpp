// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keyboard do to a picture.
#include "gui/auditpicture.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

#include <cmath>

namespace tokendesk {

namespace {

constexpr double zoomStep = 1.35;
constexpr int itemsPerPage = 10;

} // namespace

void AuditPicture::choose(int item, Qt::KeyboardModifiers modifiers)
{
    const bool toggle = modifiers.testFlag(Qt::ControlModifier);
    if (item >= 0)
        m_scene.pick(itemRows(item), toggle ? AuditScene::Pick::Toggle : AuditScene::Pick::Replace);
    else if (!toggle)
        m_scene.pick({});
}

void AuditPicture::keyPressEvent(QKeyEvent *event)
{
    const int last = itemsCount() - 1;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int target = m_focused;
    switch (event->key()) {
    case Qt::Key_Right:
        target += mirrored ? -1 : 1;
        break;
    case Qt::Key_Left:
        target += mirrored ? 1 : -1;
        break;
    case Qt::Key_Down:
        ++target;
        break;
    case Qt::Key_Up:
        --target;
        break;
    case Qt::Key_PageDown:
        target += itemsPerPage;
        break;
    case Qt::Key_PageUp:
        target -= itemsPerPage;
        break;
    case Qt::Key_Home:
        target = 0;
        break;
    case Qt::Key_End:
        target = last;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focused >= 0)
            choose(m_focused, event->modifiers());
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // where plus needs Shift
    case Qt::Key_Minus:
        if (!canZoom())
            return event->ignore();
        zoom(event->key() == Qt::Key_Minus ? 1 / zoomStep : zoomStep, QRectF(axisRect()->rect()).center(),
             event->modifiers());
        return;
    case Qt::Key_0:
        if (!canZoom())
            return event->ignore();
        return showAll();
    default:
        return QCustomPlot::keyPressEvent(event);
    }
    if (last >= 0)
        setFocusedItem(std::clamp(target, 0, last));
}

void AuditPicture::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRectF item = m_focused >= 0 ? itemRect(m_focused) : QRectF();
        position = mapToGlobal((item.isEmpty() ? QRectF(rect()) : item).center().toPoint());
    } else if (const int item = itemAtPoint(event->pos()); item >= 0) {
        // As in a table: the menu is for what lies under the mouse, unless that is selected with others already.
        const std::vector<quint32> rows = itemRows(item);
        if (std::none_of(rows.begin(), rows.end(), [this](quint32 row) { return m_scene.isSelected(row); }))
            choose(item, {});
    }
    Q_EMIT menuRequested(position);
    event->accept();
}

void AuditPicture::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_drag = Drag::Pressed;
    m_pressedAt = event->pos();
    m_draggedTo = event->pos();
    event->accept();
}

void AuditPicture::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None)
        return event->ignore();
    if (m_drag == Drag::Pressed) {
        if ((event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
            return;
        const bool band = event->modifiers().testFlag(Qt::ShiftModifier) && rowsIn(QRectF()).has_value();
        m_drag = band ? Drag::Banding : Drag::Panning;
        if (!band && canZoom())
            setCursor(Qt::ClosedHandCursor);
        QToolTip::hideText();
    }
    if (m_drag == Drag::Panning && canZoom())
        pan(event->pos() - m_draggedTo);
    m_draggedTo = event->pos();
    update();
}

void AuditPicture::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_drag == Drag::None)
        return event->ignore();
    const Drag drag = m_drag;
    endDrag();
    if (drag == Drag::Pressed) {
        const int item = itemAtPoint(event->pos());
        m_focused = item;
        rememberFocus();
        announce();
        choose(item, event->modifiers());
    } else if (drag == Drag::Banding) {
        const bool add = event->modifiers().testFlag(Qt::ControlModifier);
        if (const auto rows = rowsIn(QRectF(m_pressedAt, event->pos()).normalized().adjusted(0, 0, 1, 1)))
            m_scene.pick(*rows, add ? AuditScene::Pick::Add : AuditScene::Pick::Replace);
    }
    update();
}

void AuditPicture::mouseDoubleClickEvent(QMouseEvent *event)
{
    // The second press of two quick clicks is a press.
    mousePressEvent(event);
}

void AuditPicture::endDrag()
{
    m_drag = Drag::None;
    unsetCursor();
}

void AuditPicture::wheelEvent(QWheelEvent *event)
{
    // A page of pictures scrolls under the wheel; a picture takes it once it has been clicked, or with Ctrl.
    const int turned = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (!canZoom() || turned == 0 || !(hasFocus() || event->modifiers().testFlag(Qt::ControlModifier)))
        return event->ignore();
    zoom(std::pow(zoomStep, turned / 120.0), event->position(), event->modifiers());
    event->accept();
}

} // namespace tokendesk
