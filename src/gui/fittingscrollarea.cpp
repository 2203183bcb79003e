// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/fittingscrollarea.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

namespace tokendesk {

FittingScrollArea::FittingScrollArea(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus); // the focus in it scrolls it
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int FittingScrollArea::heightForWidth(int width) const
{
    const int frame = 2 * frameWidth();
    if (!widget() || !widget()->layout())
        return frame;
    const QLayout *layout = widget()->layout();
    const int inner = width - frame;
    return frame +
           (layout->hasHeightForWidth() ? layout->totalHeightForWidth(inner) : layout->totalSizeHint().height());
}

QSize FittingScrollArea::sizeHint() const
{
    return widget() ? widget()->sizeHint() + QSize(2 * frameWidth(), 2 * frameWidth()) : QScrollArea::sizeHint();
}

QSize FittingScrollArea::minimumSizeHint() const
{
    const int lines = fontMetrics().height() * 4;
    const int bar = verticalScrollBar()->sizeHint().width();
    return {(widget() ? widget()->minimumSizeHint().width() : 0) + bar, lines};
}

bool FittingScrollArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry(); // more or fewer words in it: the dialog has to follow
        chooseBar();
    }
    return QScrollArea::eventFilter(watched, event);
}

void FittingScrollArea::resizeEvent(QResizeEvent *event)
{
    chooseBar();
    QScrollArea::resizeEvent(event);
}

void FittingScrollArea::chooseBar()
{
    // Beside a scroll bar the words need more lines, which is why QScrollArea would keep one that is needed no longer.
    const bool fits = heightForWidth(width()) <= height();
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

} // namespace tokendesk
