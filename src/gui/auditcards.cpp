// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/auditcards.h"

#include "gui/auditpaint.h"
#include "gui/auditpanel.h"
#include "gui/statecolors.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOptionButton>

namespace tokendesk {

namespace {

constexpr int margin = 12;

struct Words
{
    QString second;
    QString explanation;
};

Words wordsFor(AuditCard card, const CardNumbers &numbers, const AuditThresholds &thresholds)
{
    const int second = static_cast<int>(std::clamp<qint64>(numbers.second, 0, 1'000'000'000));
    switch (card) {
    case AuditCard::Active:
        return {AuditCardRow::tr("%Ln new this week", nullptr, second),
                AuditCardRow::tr("Can enrol a device, and will for a while")};
    case AuditCard::Expiring:
        return {AuditCardRow::tr("within %Ln day(s)", nullptr, thresholds.expiryHorizonDays),
                numbers.count == 0 ? AuditCardRow::tr("Live, and expires soon")
                                   : AuditCardRow::tr("The first one expires within %Ln day(s)", nullptr, second)};
    case AuditCard::NeverUsed:
        return {AuditCardRow::tr("for %Ln day(s) or more", nullptr, thresholds.neverUsedDays),
                numbers.count == 0 ? AuditCardRow::tr("Live, and not used since its creation")
                                   : AuditCardRow::tr("One of them for %Ln day(s)", nullptr, second)};
    case AuditCard::Stale:
        return {AuditCardRow::tr("unused for %Ln day(s)", nullptr, thresholds.staleDays),
                numbers.count == 0 ? AuditCardRow::tr("Live and reusable, and not used for a long time")
                                   : AuditCardRow::tr("One of them for %Ln day(s)", nullptr, second)};
    case AuditCard::ReusableForever:
        return {AuditCardRow::tr("no expiry"),
                AuditCardRow::tr("Live and reusable, and never expires; %Ln use(s) in all", nullptr, second)};
    case AuditCard::Anomalies:
        return {numbers.count > 0 ? AuditCardRow::tr("look now") : AuditCardRow::tr("nothing odd"),
                AuditCardRow::tr("Used after its end, a single-use token used again, uses that fell, or a revocation "
                                 "that vanished")};
    }
    Q_UNREACHABLE();
}

} // namespace

QString auditCardWord(AuditCard card)
{
    switch (card) {
    case AuditCard::Active:
        return AuditCardRow::tr("Active");
    case AuditCard::Expiring:
        return AuditCardRow::tr("Expiring");
    case AuditCard::NeverUsed:
        return AuditCardRow::tr("Never used");
    case AuditCard::Stale:
        return AuditCardRow::tr("Stale");
    case AuditCard::ReusableForever:
        return AuditCardRow::tr("Forever, reusable");
    case AuditCard::Anomalies:
        return AuditCardRow::tr("Anomalies");
    }
    Q_UNREACHABLE();
}

QString marksWord(quint32 marks)
{
    for (const AuditCard card : allAuditCards) {
        if (marks != 0 && cardMarks(card) == marks)
            return auditCardWord(card);
    }
    for (const FindingRule rule : allFindingRules) {
        if (markOf(rule) == marks)
            return findingRuleWord(rule);
    }
    if (marks == changedSinceReviewMark)
        return AuditCardRow::tr("Changed since the last review");
    return AuditCardRow::tr("Needs attention");
}

AuditCardButton::AuditCardButton(AuditCard card, QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("card%1").arg(static_cast<int>(card)));
    setText(auditCardWord(card));
    setAccessibleName(text());
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AuditCardButton::setNumbers(const QString &number, const QString &second)
{
    m_number = number;
    m_second = second;
    //: a card: "Stale: 143"
    setAccessibleName(tr("%1: %2").arg(text(), number));
    setAccessibleDescription(second);
    updateGeometry();
    update();
}

QFont AuditCardButton::largeFont() const
{
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.7);
    large.setBold(true);
    return large;
}

QFont AuditCardButton::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.9);
    return small;
}

QSize AuditCardButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    const QFontMetrics large(largeFont());
    const QFontMetrics small(smallFont());
    const int width = qMax(metrics.horizontalAdvance(text()), small.horizontalAdvance(m_second)) + 2 * margin;
    return {qMax(width, 104), large.height() + metrics.height() + small.height() + 18};
}

QSize AuditCardButton::minimumSizeHint() const
{
    return {90, sizeHint().height()};
}

void AuditCardButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor base = palette().color(QPalette::Base);
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isChecked() ? QPen(readableOn(accent, palette().color(QPalette::Window)), 2)
                               : QPen(panelLine(palette()), 1));
    const double share = isDown() ? 0.25 : isChecked() ? 0.16 : underMouse() && isEnabled() ? 0.08 : 0;
    painter.setBrush(blended(accent, base, share));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);

    const AuditColors colors(palette());
    const Qt::Alignment begin = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    QRect line = rect().adjusted(margin, 8, -margin, 0);
    const auto write = [&](const QFont &writtenIn, const QColor &colour, const QString &words) {
        const QFontMetrics metrics(writtenIn);
        line.setHeight(metrics.height());
        painter.setFont(writtenIn);
        painter.setPen(colour);
        painter.drawText(line, int(begin), metrics.elidedText(words, Qt::ElideRight, line.width()));
        line.moveTop(line.bottom() + 1);
    };
    write(largeFont(), colors.text, m_number);
    write(font(), colors.text, text());
    write(smallFont(), colors.quiet, m_second);
    if (!hasFocus())
        return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.rect = rect().adjusted(3, 3, -3, -3);
    option.backgroundColor = base;
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

void AuditCardButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void AuditCardButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

AuditCardRow::AuditCardRow(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setSpacing(8);
    for (const AuditCard card : allAuditCards) {
        auto *button = new AuditCardButton(card, this);
        m_buttons[size_t(card)] = button;
        // Not clicked(): assistive technology toggles without a click.
        connect(button, &QAbstractButton::toggled, this, [this, card](bool on) { choose(card, on); });
    }
    setColumns(static_cast<int>(allAuditCards.size()));
}

void AuditCardRow::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (const AuditCard card : allAuditCards) {
        QWidget *button = m_buttons[size_t(card)];
        m_grid->removeWidget(button);
        m_grid->addWidget(button, static_cast<int>(card) / columns, static_cast<int>(card) % columns);
    }
}

void AuditCardRow::setNumbers(const AuditCards &cards, const AuditThresholds &thresholds)
{
    for (const AuditCard card : allAuditCards) {
        const CardNumbers &numbers = cards[size_t(card)];
        const Words words = wordsFor(card, numbers, thresholds);
        m_buttons[size_t(card)]->setNumbers(QLocale().toString(numbers.count), words.second);
        m_buttons[size_t(card)]->setToolTip(words.explanation);
    }
}

void AuditCardRow::setFilter(const TokenFilter &filter)
{
    for (const AuditCard card : allAuditCards) {
        const quint32 marks = cardMarks(card);
        const bool on = marks != 0 ? filter.marks() == marks && filter.choice() == StateChoice::All
                                   : filter.marks() == 0 && filter.choice() == StateChoice::Active;
        const QSignalBlocker quiet(m_buttons[size_t(card)]);
        m_buttons[size_t(card)]->setChecked(on);
    }
}

void AuditCardRow::choose(AuditCard card, bool on)
{
    if (!on)
        Q_EMIT chosen(StateChoice::All, 0);
    else if (const quint32 marks = cardMarks(card))
        Q_EMIT chosen(StateChoice::All, marks);
    else
        Q_EMIT chosen(StateChoice::Active, 0);
}

} // namespace tokendesk
