// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/auditpage.h"

#include "gui/auditcards.h"
#include "gui/auditdesk.h"
#include "gui/expiryview.h"
#include "gui/findingspanel.h"
#include "gui/idleview.h"
#include "gui/lifetimesview.h"
#include "gui/pictureframe.h"
#include "gui/reviewpanel.h"
#include "gui/thresholdspopup.h"
#include "gui/usesview.h"

#include "core/errortext.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace tokendesk {

AuditPage::AuditPage(AuditDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_scroll(new QScrollArea(this)), m_grid(new QGridLayout),
      m_cards(new AuditCardRow(this)), m_thresholds(new ThresholdsPopup(this))
{
    setObjectName(QStringLiteral("auditPage"));
    auto *lifetimes = new LifetimesView(desk.scene(), this);
    auto *uses = new UsesView(desk.scene(), this);
    m_idleView = new IdleView(desk.scene(), this);
    m_lifetimes = frame(lifetimes);
    m_uses = frame(uses);
    m_idle = frame(m_idleView);
    m_expiry = frame(new ExpiryView(desk.scene(), this));
    m_findings = new FindingsPanel(desk.scene(), desk.findings(), this);
    m_review = new ReviewPanel(desk.scene(), this);

    auto *order = new QComboBox(this);
    order->setObjectName(QStringLiteral("lifetimesOrder"));
    order->setAccessibleName(tr("Order of the lifetimes"));
    order->addItem(tr("as in the table"), static_cast<int>(LifetimesView::Order::AsTable));
    order->addItem(tr("by creation"), static_cast<int>(LifetimesView::Order::ByCreation));
    order->addItem(tr("grouped by state"), static_cast<int>(LifetimesView::Order::ByState));
    order->addItem(tr("grouped by kind"), static_cast<int>(LifetimesView::Order::ByKind));
    connect(order, &QComboBox::currentIndexChanged, lifetimes, [lifetimes, order] {
        lifetimes->setOrder(static_cast<LifetimesView::Order>(order->currentData().toInt()));
    });
    m_lifetimes->addControl(order);
    auto *period = new QComboBox(this);
    period->setObjectName(QStringLiteral("usesPeriod"));
    period->setAccessibleName(tr("Period of the bars"));
    for (const UsePeriod one : {UsePeriod::Hour, UsePeriod::Day, UsePeriod::Week, UsePeriod::Month})
        period->addItem(usePeriodWord(one), static_cast<int>(one));
    period->setCurrentIndex(period->findData(static_cast<int>(uses->period())));
    connect(period, &QComboBox::currentIndexChanged, uses,
            [uses, period] { uses->setPeriod(static_cast<UsePeriod>(period->currentData().toInt())); });
    m_uses->addControl(period);

    auto *content = new QWidget;
    content->setLayout(m_grid);
    m_grid->setContentsMargins(8, 8, 8, 8);
    m_grid->setSpacing(8);
    m_scroll->setObjectName(QStringLiteral("auditScroll"));
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(bottomBar());

    connect(m_cards, &AuditCardRow::chosen, this, &AuditPage::filterChosen);
    connect(m_findings, &FindingsPanel::revokeRequested, this, &AuditPage::revokeRequested);
    connect(m_findings, &FindingsPanel::said, this, &AuditPage::said);
    connect(m_findings, &FindingsPanel::hideRequested, &desk.keeper(), &HistoryKeeper::setFindingHidden);
    connect(m_review, &ReviewPanel::markRequested, this, &AuditPage::markReviewed);
    connect(m_review, &ReviewPanel::filterRequested, this,
            [this] { Q_EMIT filterChosen(StateChoice::All, changedSinceReviewMark); });
    connect(m_thresholds, &ThresholdsPopup::thresholdsMoved, &desk, &AuditDesk::setThresholds);
    connect(&desk, &AuditDesk::auditChanged, this, &AuditPage::showAudit);
    connect(&desk, &AuditDesk::thresholdsChanged, this, &AuditPage::showAudit);
    connect(&desk.keeper(), &HistoryKeeper::historyChanged, this, &AuditPage::showAudit);
    connect(&desk.travel(), &TimeTravel::momentChanged, this, &AuditPage::showAudit);
    setFocusProxy(lifetimes);
    reflow();
    showAudit();
}

PictureFrame *AuditPage::frame(AuditPicture *picture)
{
    connect(picture, &AuditPicture::said, this, &AuditPage::said);
    connect(picture, &AuditPicture::menuRequested, this,
            [this, picture](const QPoint &position) { Q_EMIT menuRequested(position, picture); });
    return new PictureFrame(picture, this);
}

QWidget *AuditPage::bottomBar()
{
    auto *bar = new QWidget(this);
    auto *thresholds = new QPushButton(tr("Thr&esholds…"), bar);
    thresholds->setObjectName(QStringLiteral("thresholds"));
    thresholds->setAccessibleName(tr("Thresholds…"));
    connect(thresholds, &QPushButton::clicked, this, [this, thresholds] {
        m_thresholds->setThresholds(m_desk.thresholds());
        m_thresholds->adjustSize();
        const QSize size = m_thresholds->sizeHint();
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        // The button stands at the end of its line.
        const QPoint corner(mirrored ? 0 : thresholds->width() - size.width(), -size.height() - 4);
        m_thresholds->move(thresholds->mapToGlobal(corner));
        m_thresholds->show();
        m_thresholds->setFocus();
    });
    auto *report = new QPushButton(tr("Re&port…"), bar);
    report->setObjectName(QStringLiteral("report"));
    report->setAccessibleName(tr("Report…"));
    connect(report, &QPushButton::clicked, this, &AuditPage::reportRequested);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(new TimeTravelBar(m_desk.travel(), bar), 1);
    layout->addWidget(thresholds);
    layout->addWidget(report);
    return bar;
}

void AuditPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    reflow();
}

void AuditPage::reflow()
{
    const int character = fontMetrics().averageCharWidth();
    const int columns = width() >= character * 160 ? 2 : 1;
    m_cards->setColumns(width() >= character * 150 ? 6 : 3);
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_cards, m_lifetimes, m_uses, m_idle, m_expiry, m_findings, m_review})
        m_grid->removeWidget(widget);
    const int line = fontMetrics().height();
    m_lifetimes->setMinimumHeight(line * 22);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_uses, m_idle, m_expiry})
        widget->setMinimumHeight(line * 14);
    m_findings->setMinimumHeight(line * 14);
    m_grid->addWidget(m_cards, 0, 0, 1, columns);
    if (columns == 2) {
        m_grid->addWidget(m_lifetimes, 1, 0, 2, 1);
        m_grid->addWidget(m_uses, 1, 1);
        m_grid->addWidget(m_idle, 2, 1);
        m_grid->addWidget(m_findings, 3, 0, 2, 1);
        m_grid->addWidget(m_expiry, 3, 1);
        m_grid->addWidget(m_review, 4, 1);
    } else {
        int row = 1;
        for (QWidget *widget :
             std::initializer_list<QWidget *>{m_lifetimes, m_findings, m_uses, m_idle, m_expiry, m_review})
            m_grid->addWidget(widget, row++, 0);
    }
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void AuditPage::setFilter(const TokenFilter &filter)
{
    m_cards->setFilter(filter);
}

void AuditPage::showAudit()
{
    const AuditPtr &audit = m_desk.audit();
    const bool now = !m_desk.travel().moment();
    m_cards->setNumbers(audit->cards, m_desk.thresholds());
    m_idleView->setStaleDays(m_desk.thresholds().staleDays);
    m_findings->updateTexts();
    m_findings->setActive(now);
    m_review->show(audit->digest, m_desk.keeper().reviews(), m_desk.scene().now());
    m_review->setActive(now);
}

void AuditPage::markReviewed(const QString &note)
{
    m_desk.keeper().markReviewed(note, this, [this](const Result<void> &done) {
        if (done)
            Q_EMIT said(tr("Marked as reviewed."));
        else
            Q_EMIT said(describeError(done.error()).headline);
        showAudit();
    });
}

std::vector<AuditPicture *> AuditPage::pictures() const
{
    return {m_lifetimes->picture(), m_uses->picture(), m_expiry->picture(), m_idle->picture()};
}

QStringList AuditPage::reviewLines() const
{
    return m_review->lines();
}

} // namespace tokendesk
