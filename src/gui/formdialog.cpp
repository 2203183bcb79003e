// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/formdialog.h"

#include "gui/inlinemessage.h"
#include "gui/profilemark.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QResizeEvent>
#include <QScreen>

namespace tokendesk {

namespace {

constexpr int besideScreen = 32; ///< pixels of the screen that a dialog leaves free

} // namespace

FormDialog::FormDialog(QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    // An X11 window manager first puts a new window into a frame in the corner, then where it belongs. A resize in
    // between carries the corner along, and one dialog in eight stayed there: what changes so early is fitted a moment
    // later.
    m_settling.setSingleShot(true);
    m_settling.setInterval(150);
    connect(&m_settling, &QTimer::timeout, this, &FormDialog::fit);
}

// A field that has the focus while it is destroyed emits editingFinished, to a dialog that is half gone by then.
FormDialog::~FormDialog()
{
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
}

void FormDialog::setTextColumns(int columns)
{
    // The layout's own minimum is that of its labels at their narrowest: far too high.
    layout()->setSizeConstraint(QLayout::SetNoConstraint);
    const int available = screen() ? screen()->availableGeometry().width() - besideScreen : 600;
    const int wanted =
        qMin(available, qMax(fontMetrics().averageCharWidth() * columns, layout()->totalMinimumSize().width()));
    setMinimumWidth(wanted);
    setAccessibleName(windowTitle());
    resize(wanted, layout()->totalHeightForWidth(wanted));
}

void FormDialog::setVisible(bool visible)
{
    if (visible && !isVisible()) {
        ensurePolished();
        fit();
        m_settling.start();
    }
    QDialog::setVisible(visible);
}

void FormDialog::nameProfile(const std::optional<Profile> &profile)
{
    auto *box = qobject_cast<QBoxLayout *>(layout());
    if (profile && box)
        box->insertWidget(0, new ProfileMark(*profile, this));
}

bool FormDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && !m_settling.isActive())
        fit();
    return handled;
}

void FormDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && !m_settling.isActive())
        fit();
}

void FormDialog::fit()
{
    if (!layout())
        return;
    layout()->activate();
    // A button that comes later, in a language of long words, may need more than setTextColumns() found.
    const QSize available = screen() ? screen()->availableGeometry().size() : QSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    const int narrowest = qMin(available.width() - besideScreen, layout()->totalMinimumSize().width());
    if (narrowest > minimumWidth())
        setMinimumWidth(narrowest);
    const bool bends = layout()->hasHeightForWidth();
    const int most = available.height() - 40;
    const int wanted = qMin(most, bends ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height());
    const int least = bends ? layout()->totalMinimumHeightForWidth(width()) : layout()->totalMinimumSize().height();
    const bool chosenByPerson = m_fitted >= 0 && height() != m_fitted;
    setMinimumHeight(qMin(most, least));
    if (height() < wanted || !chosenByPerson) {
        resize(width(), wanted);
        m_fitted = height();
    }
}

void FormDialog::setHint(QLabel *label, const QString &text)
{
    const bool changed = label->text() != text;
    label->setText(text);
    label->setVisible(!text.isEmpty());
    if (changed && !text.isEmpty()) {
        QAccessibleEvent alert(label, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void FormDialog::makeHeading(QLabel *label)
{
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    label->setFont(font);
}

void FormDialog::showError(InlineMessage *message, const Error &error, const QString &more, Credential credential)
{
    const ErrorText text = describeError(error, credential);
    QString explanation = text.explanation;
    if (!more.isEmpty())
        explanation += (explanation.isEmpty() ? QString() : QStringLiteral(" ")) + more;
    message->say(Symbol::Failed, text.headline, explanation);
}

} // namespace tokendesk
