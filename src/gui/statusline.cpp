// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/statusline.h"

#include "core/relativetime.h"
#include "core/safetext.h"
#include "gui/cleartextmark.h"
#include "gui/elidedlabel.h"
#include "gui/symbolicicon.h"

#include <QAccessible>
#include <QEvent>
#include <QLayout>
#include <QLocale>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>

namespace tokendesk {

namespace {

constexpr int messageMs = 10'000;

/// There is always room for so much of who is signed in; more of it where the bar is long.
constexpr int signInColumns = 40;
constexpr double signInShare = 0.36;
/// So much more room than it takes brings the profile's name back: the bar's own spacing is not counted, and a name
/// that came and went by turns would never come to rest.
constexpr int comingBackColumns = 4;

ElidedLabel *part(const char *name, QStatusBar *bar, int leastColumns = 6, Qt::TextElideMode mode = Qt::ElideRight)
{
    auto *label = new ElidedLabel(bar, leastColumns, mode);
    label->setObjectName(QString::fromLatin1(name));
    label->setContentsMargins(0, 0, 0, 0);
    label->hide();
    return label;
}

} // namespace

StatusLine::StatusLine(QStatusBar *bar)
    : QObject(bar), m_bar(bar), m_counts(part("statusCounts", bar, 14)), m_selected(part("statusSelected", bar)),
      m_message(part("statusMessage", bar)), m_busyText(part("statusBusy", bar)), m_progress(new QProgressBar(bar)),
      m_cancel(new QToolButton(bar)), m_age(part("statusAge", bar, 13)),
      m_signIn(part("statusSignIn", bar, 18, Qt::ElideMiddle)), m_organization(part("statusOrganization", bar)),
      m_profile(part("statusProfile", bar)), m_host(part("statusHost", bar)), m_clearText(new ClearTextMark(bar))
{
    bar->setSizeGripEnabled(false);
    bar->installEventFilter(this);
    limitSignIn();
    bar->setContentsMargins(8, 0, 8, 0);
    m_progress->setObjectName(QStringLiteral("statusProgress"));
    m_progress->setAccessibleName(tr("Refreshing"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(96, 8);
    m_cancel->setObjectName(QStringLiteral("statusCancel"));
    m_cancel->setAccessibleName(tr("Cancel Refresh"));
    m_cancel->setToolTip(tr("Cancel Refresh"));
    m_cancel->setIcon(symbolicIcon(QStringLiteral("close")));
    m_cancel->setAutoRaise(true);
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    m_messageTime.setSingleShot(true);
    m_messageTime.setInterval(messageMs);
    connect(&m_messageTime, &QTimer::timeout, this, [this] {
        m_message->setLine({});
        arrange();
    });
    for (QWidget *left : {static_cast<QWidget *>(m_counts), static_cast<QWidget *>(m_selected)})
        bar->addWidget(left);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    bar->addWidget(m_message, 1);
    for (QWidget *right : std::initializer_list<QWidget *>{m_busyText, m_progress, m_cancel, m_age, m_signIn,
                                                           m_organization, m_profile, m_host, m_clearText})
        bar->addPermanentWidget(right);
    setBusy(false);
}

bool StatusLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar && event->type() == QEvent::Resize)
        limitSignIn();
    if (watched == m_bar && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        fitProfile();
    return QObject::eventFilter(watched, event);
}

/// A person's address may be long; the layout would take its room from everybody alike.
void StatusLine::limitSignIn()
{
    const int columns = m_signIn->fontMetrics().averageCharWidth() * signInColumns;
    m_signIn->setMaximumWidth(std::max(columns, static_cast<int>(m_bar->width() * signInShare)));
}

/// Better none than "Pl…": it is in the title of the window and in the corner of the menu bar too.
void StatusLine::fitProfile()
{
    int needed = m_bar->layout()->sizeHint().width();
    if (m_profile->isHidden())
        needed += m_profile->sizeHint().width() + comingBackColumns * m_profile->fontMetrics().averageCharWidth();
    m_profile->setVisible(!m_profile->text().isEmpty() && needed <= m_bar->width());
}

void StatusLine::arrange()
{
    const bool says = !m_message->text().isEmpty();
    m_counts->setVisible(!says && !m_counts->text().isEmpty());
    m_selected->setVisible(!says && !m_selected->text().isEmpty());
}

void StatusLine::setCounts(int shown, int total, int selected)
{
    QString counts;
    if (total >= 0 && shown == total)
        counts = tr("%Ln token(s)", nullptr, total);
    else if (total >= 0)
        //: %1 of %n tokens are shown, the others are filtered out
        counts = tr("%1 of %Ln token(s)", nullptr, total).arg(QLocale().toString(shown));
    m_counts->setLine(counts);
    m_selected->setLine(selected > 0 ? tr("%Ln selected", nullptr, selected) : QString());
    arrange();
}

void StatusLine::setConnection(const QString &organization, const QString &profile, const QString &host)
{
    m_organization->setLine(visibleText(organization, 80));
    m_profile->setLine(visibleText(profile, 80));
    m_host->setLine(visibleText(host, 80));
}

void StatusLine::setClearText(bool clearText)
{
    m_clearText->setVisible(clearText);
}

void StatusLine::setSignIn(const QString &text, const QString &more)
{
    m_signIn->setLine(text);
    m_signIn->setMore(more);
}

void StatusLine::setAge(qint64 ageMs, bool stale)
{
    if (ageMs < 0)
        return m_age->setLine({});
    QString age;
    if (ageMs < 2000)
        age = relativeTime(0, 0);
    else if (ageMs < 60'000)
        age = tr("%n s ago", "seconds", static_cast<int>(ageMs / 1000));
    else
        age = relativeTime(0, ageMs);
    //: %1 is "12 s ago" or "3 minutes ago"
    m_age->setLine(stale ? tr("Not up to date: loaded %1").arg(age) : tr("Refreshed %1").arg(age));
}

void StatusLine::setBusy(bool busy, qint64 rows, qint64 total)
{
    const QLocale locale;
    QString text;
    if (busy && total > 0)
        //: Rows loaded of all rows
        text = tr("Refreshing: %1 of %2").arg(locale.toString(rows), locale.toString(total));
    else if (busy)
        text = tr("Refreshing…");
    m_busyText->setLine(text);
    m_progress->setVisible(busy);
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    m_progress->setValue(total > 0 ? static_cast<int>(rows * 1000 / total) : 0);
    m_cancel->setVisible(busy);
}

void StatusLine::say(const QString &sentence)
{
    m_message->setLine(sentence);
    arrange();
    m_messageTime.start();
    QAccessibleEvent announce(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&announce);
}

} // namespace tokendesk
