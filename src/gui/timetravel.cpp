// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timetravel.h"

#include "gui/statecolors.h"
#include "gui/symbolicicon.h"

#include <QAccessible>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace tokendesk {

namespace {

QString momentText(qint64 serverMs)
{
    const QLocale locale;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(serverMs);
    //: %1 is a date, %2 a time of day
    return TimeTravelBar::tr("%1, %2").arg(locale.toString(time.date(), QLocale::LongFormat),
                                           locale.toString(time.time(), QLocale::ShortFormat));
}

QToolButton *stepButton(QWidget *parent, const char *name, const char *symbol, const QString &words)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(symbolicIcon(QString::fromLatin1(symbol)));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(words);
    button->setAccessibleName(words);
    return button;
}

} // namespace

TimeTravel::TimeTravel(QObject *parent) : QObject(parent), m_history(TokenHistoryBuilder().build()) {}

void TimeTravel::setHistory(const TokenHistoryPtr &history)
{
    const bool atNow = m_wanted == looks();
    const qint64 wantedMs = atNow ? 0 : m_history->looks()[m_wanted].serverMs;
    m_history = history;
    // Looks that are dropped or added move the others: the one that is shown is found again by its time.
    m_wanted = looks();
    for (quint32 look = 0; look < looks() && !atNow; ++look) {
        if (history->looks()[look].serverMs == wantedMs)
            m_wanted = look;
    }
    if (m_moment)
        m_moment->look = m_wanted;
    Q_EMIT wantedChanged();
    if (!atNow && m_wanted == looks()) {
        m_latest.drop();
        arrive(std::nullopt);
    }
}

void TimeTravel::goTo(quint32 look)
{
    look = std::min(look, looks());
    if (look == m_wanted)
        return;
    m_wanted = look;
    Q_EMIT wantedChanged();
    if (look == looks()) {
        m_latest.drop();
        return arrive(std::nullopt);
    }
    m_latest.run(
        this,
        [history = m_history, look] {
            return PastMoment{tokensAt(*history, look, nameCollator(QLocale())), look, history->looks()[look].serverMs};
        },
        [this](const PastMoment &moment) {
            PastMoment arrived = moment;
            arrived.look = m_wanted; // its number may have moved meanwhile
            arrive(std::move(arrived));
        });
}

void TimeTravel::arrive(std::optional<PastMoment> moment)
{
    if (!moment && !m_moment)
        return;
    m_moment = std::move(moment);
    Q_EMIT momentChanged();
}

TimeTravelBar::TimeTravelBar(TimeTravel &travel, QWidget *parent)
    : QWidget(parent), m_travel(travel), m_previous(stepButton(this, "previousLook", "previous", tr("One look back"))),
      m_slider(new QSlider(Qt::Horizontal, this)), m_next(stepButton(this, "nextLook", "next", tr("One look forward"))),
      m_when(new QLabel(this)), m_now(new QPushButton(tr("Back to &Now"), this))
{
    setObjectName(QStringLiteral("timeTravel"));
    if (layoutDirection() == Qt::RightToLeft) {
        m_previous->setIcon(symbolicIcon(QStringLiteral("next")));
        m_next->setIcon(symbolicIcon(QStringLiteral("previous")));
    }
    auto *label = new QLabel(tr("M&oment:"), this);
    label->setBuddy(m_slider);
    m_slider->setObjectName(QStringLiteral("lookSlider"));
    m_slider->setAccessibleName(tr("Moment of the history"));
    m_slider->setMinimumWidth(80);
    m_when->setObjectName(QStringLiteral("lookTime"));
    m_when->setTextFormat(Qt::PlainText);
    m_now->setObjectName(QStringLiteral("backToNow"));
    m_now->setAccessibleName(tr("Back to Now"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_previous);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_next);
    layout->addSpacing(4);
    layout->addWidget(m_when);
    layout->addWidget(m_now);
    connect(m_slider, &QSlider::valueChanged, &travel,
            [&travel](int look) { travel.goTo(static_cast<quint32>(look)); });
    connect(m_previous, &QToolButton::clicked, &travel, [&travel] { travel.goTo(travel.wanted() - 1); });
    connect(m_next, &QToolButton::clicked, &travel, [&travel] { travel.goTo(travel.wanted() + 1); });
    connect(m_now, &QPushButton::clicked, &travel, &TimeTravel::returnToNow);
    connect(&travel, &TimeTravel::wantedChanged, this, &TimeTravelBar::update);
    update();
}

void TimeTravelBar::update()
{
    const quint32 looks = m_travel.looks();
    const quint32 look = m_travel.wanted();
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, static_cast<int>(looks)); // the last place is now
    m_slider->setValue(static_cast<int>(look));
    const QLocale locale;
    QString text;
    if (looks == 0)
        text = tr("no history yet");
    else if (look == looks)
        //: the moment that is shown
        text = tr("now");
    else
        //: %1 is a date and time, %2 the number of a look, %3 how many looks there are
        text = tr("%1 (look %2 of %3)")
                   .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(m_travel.history()->looks()[look].serverMs),
                                        QLocale::ShortFormat),
                        locale.toString(look + 1), locale.toString(looks));
    m_when->setText(text);
    m_slider->setAccessibleDescription(text);
    m_slider->setEnabled(looks > 0);
    m_previous->setEnabled(look > 0);
    m_next->setEnabled(look < looks);
    m_now->setVisible(look < looks);
}

MomentMark::MomentMark(QWidget *framed) : QWidget(framed)
{
    setObjectName(QStringLiteral("momentMark"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    framed->installEventFilter(this);
    setGeometry(framed->rect());
    hide();
}

QColor MomentMark::colour(const QPalette &palette)
{
    return readableOn(QColor::fromRgb(0xFFE69F00), palette.color(QPalette::Window));
}

bool MomentMark::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(static_cast<QWidget *>(watched)->rect());
    else if (event->type() == QEvent::ChildAdded || event->type() == QEvent::LayoutRequest)
        raise();
    return QWidget::eventFilter(watched, event);
}

void MomentMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor line = colour(palette());
    QColor veil = line;
    veil.setAlphaF(0.06F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(line, 4));
    painter.drawRect(rect().adjusted(2, 2, -2, -2));
}

MomentBanner::MomentBanner(QWidget *parent) : QWidget(parent), m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("momentBanner"));
    m_text->setObjectName(QStringLiteral("momentText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *back = new QPushButton(tr("&Back to Now"), this);
    back->setObjectName(QStringLiteral("bannerBackToNow"));
    back->setAccessibleName(tr("Back to Now"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(back);
    connect(back, &QPushButton::clicked, this, &MomentBanner::returnRequested);
    hide();
}

void MomentBanner::show(const PastMoment &moment)
{
    //: %1 is a date and time
    m_text->setText(tr("You are looking at the past: %1, as it was seen then. Nothing can be changed here.")
                        .arg(momentText(moment.serverMs)));
    setAccessibleName(m_text->text());
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MomentBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), blended(MomentMark::colour(palette()), palette().color(QPalette::Window), 0.35));
}

} // namespace tokendesk
