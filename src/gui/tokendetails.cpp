// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokendetails.h"

#include "core/eventtexts.h"
#include "core/relativetime.h"
#include "core/safetext.h"
#include "core/tokenvisit.h"
#include "gui/auditdesk.h"
#include "gui/auditpanel.h"
#include "gui/elidedlabel.h"
#include "gui/lifeline.h"
#include "gui/usesview.h"
#include "models/tokencells.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tokendesk {

namespace {

/// More are in the history, and nobody reads them in a pane.
constexpr size_t mostEvents = 60;

QLabel *plainLabel(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText); // names come from the server
    label->setWordWrap(true);
    QSizePolicy policy = label->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored); // the pane is as wide as it is, whatever word comes
    label->setSizePolicy(policy);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus);
    return label;
}

} // namespace

TokenDetails::TokenDetails(AuditDesk &desk, QWidget *parent) : QScrollArea(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("tokenDetails"));
    setAccessibleName(tr("Details of the selected tokens"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(220);
    auto *content = new QWidget;
    const auto heading = [content](const QString &words) {
        auto *label = new QLabel(words, content);
        makePanelTitle(label);
        return label;
    };
    m_name = plainLabel(content, "detailsName");
    QFont large = m_name->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_name->setFont(large);
    m_state = plainLabel(content, "detailsState");
    m_about = new QWidget(content);
    m_fields = new QFormLayout(m_about);
    m_fields->setContentsMargins({});
    m_fields->setHorizontalSpacing(12);
    m_fields->setVerticalSpacing(4);
    m_fields->setRowWrapPolicy(QFormLayout::DontWrapRows);
    auto *idWord = new QLabel(tr("ID"), m_about);
    idWord->setForegroundRole(QPalette::PlaceholderText);
    m_id = new ElidedLabel(m_about);
    m_id->setObjectName(QStringLiteral("detailsId"));
    m_id->setMargin(0);
    m_id->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_fields->addRow(idWord, m_id);
    auto *copy = new QToolButton(content);
    copy->setObjectName(QStringLiteral("detailsCopyId"));
    copy->setText(tr("Copy ID"));
    copy->setAccessibleName(tr("Copy ID"));
    copy->setFocusPolicy(Qt::StrongFocus);
    connect(copy, &QToolButton::clicked, this, &TokenDetails::copyIdRequested);
    m_copyId = copy;
    m_lifeTitle = heading(tr("Lifetime"));
    m_life = new LifeLine(content);
    m_usesTitle = heading(tr("Devices provisioned per week"));
    m_uses = new UsesView(desk.scene(), content);
    m_uses->setObjectName(QStringLiteral("detailsUses"));
    m_uses->setPeriod(UsePeriod::Week);
    m_uses->setMinimumWidth(80);
    m_uses->setFixedHeight(fontMetrics().height() * 9);
    connect(m_uses, &AuditPicture::said, this, &TokenDetails::said);
    m_findingsTitle = heading(tr("Findings"));
    m_findings = plainLabel(content, "detailsFindings");
    m_eventsTitle = heading(tr("Events"));
    m_events = plainLabel(content, "detailsEvents");

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(4);
    layout->addWidget(m_name);
    layout->addWidget(m_state);
    layout->addSpacing(8);
    layout->addWidget(m_about);
    layout->addWidget(m_copyId, 0, Qt::AlignLeading);
    for (const auto &[title, body] : std::initializer_list<std::pair<QWidget *, QWidget *>>{
             {m_lifeTitle, m_life}, {m_findingsTitle, m_findings}, {m_usesTitle, m_uses}, {m_eventsTitle, m_events}}) {
        layout->addSpacing(12);
        layout->addWidget(title);
        layout->addWidget(body);
    }
    layout->addStretch();
    setWidget(content);
    connect(&desk.scene(), &AuditScene::selectionChanged, this, &TokenDetails::outdate);
    connect(&desk.scene(), &AuditScene::statesChanged, this, &TokenDetails::outdate);
    // Of several tokens neither events nor findings are told.
    const auto outdateOne = [this] {
        if (m_desk.scene().selectedCount() == 1)
            outdate();
    };
    connect(&desk.scene(), &AuditScene::historyChanged, this, outdateOne);
    connect(&desk, &AuditDesk::auditChanged, this, outdateOne);
    update();
}

QSize TokenDetails::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 46, 400};
}

void TokenDetails::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    outdate();
}

void TokenDetails::outdate()
{
    m_outdated = true;
    if (m_queued || !isVisible())
        return;
    m_queued = true;
    // After the table has been painted.
    QTimer::singleShot(0, this, [this] {
        m_queued = false;
        update();
    });
}

void TokenDetails::update()
{
    if (!m_outdated)
        return;
    m_outdated = false;
    const std::vector<quint32> &rows = m_desk.scene().selected();
    const bool one = rows.size() == 1;
    const bool any = !rows.empty();
    m_latestFindings.drop();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_copyId, m_lifeTitle, m_life, m_findingsTitle, m_findings,
                                                            m_eventsTitle, m_events})
        widget->setVisible(one);
    m_about->setVisible(any);
    m_usesTitle->setVisible(any);
    m_uses->setVisible(any);
    m_state->setVisible(rows.size() < 2);
    m_used = 0;
    if (one)
        showOne(rows.front());
    else if (any)
        showSeveral(rows);
    for (size_t row = m_used; row < m_pool.size(); ++row)
        m_fields->setRowVisible(static_cast<int>(row), false);
    m_fields->setRowVisible(m_id, one);
    if (!any) {
        m_name->setText(tr("No token is selected"));
        m_state->setText(tr("Select tokens in the list to see their fields, lifetime, use, events and findings here."));
    }
}

void TokenDetails::addField(const QString &word, const QString &value, const QString &more)
{
    // Labels are kept: to make them, and to lay out new ones, takes longer than all the counting.
    if (m_used == m_pool.size()) {
        auto *label = new QLabel(m_about);
        label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        label->setForegroundRole(QPalette::PlaceholderText);
        auto *text = plainLabel(m_about, "detailsField");
        m_fields->insertRow(static_cast<int>(m_used), label, text);
        m_pool.emplace_back(label, text);
    }
    const auto &[label, text] = m_pool[m_used];
    label->setText(word);
    text->setText(more.isEmpty() ? value : value + QLatin1Char('\n') + more);
    //: a field and its value, read aloud: "Uses: 12"
    text->setAccessibleName(tr("%1: %2").arg(word, text->text()));
    m_fields->setRowVisible(static_cast<int>(m_used++), true);
}

void TokenDetails::showOne(quint32 row)
{
    AuditScene &scene = m_desk.scene();
    const TokenSnapshotPtr tokens = scene.tokens();
    const TokenRow &token = tokens->row(row);
    const QLocale locale;
    const qint64 now = scene.now();
    const TokenState state = scene.stateOf(row);
    m_name->setText(visibleText(tokens->name(row)));
    m_state->setText(stateWord(state) + QStringLiteral(". ") + stateExplanation(state));
    const auto addTime = [&](const QString &word, qint64 instant) {
        if (instant == noInstant)
            return addField(word, relativeTime(instant, now));
        QString exact = exactTime(instant, locale);
        addField(word, relativeTime(instant, now), exact.replace(QStringLiteral("; "), QStringLiteral("\n")));
    };
    const TokenCell cell{*tokens, row, state, now};
    addField(tr("Kind"), cell.text(TokenTableModel::Kind, locale));
    addField(tr("Uses"), locale.toString(token.useCount));
    addTime(tr("Created"), token.createdAt);
    addTime(tr("Expires"), token.expiresAt);
    addTime(tr("Last used"), token.lastUsedAt);
    if (token.revokedAt != noInstant)
        addTime(tr("Revoked"), token.revokedAt);
    m_id->setLine(token.id.toString(QUuid::WithoutBraces));

    const std::array<quint32, 1> only{row};
    m_life->setLife(lifetimes(*tokens, only, *scene.history(), now, scene.horizonMs(), scene.lastLook()), now);
    showFindings(row);

    std::vector<EventText> events = eventTexts(token, *scene.history(), now, locale, scene.lastLook());
    std::erase_if(events, [](const EventText &event) { return event.gap; }); // the picture above shows them
    QStringList lines;
    const size_t shown = std::min(events.size(), mostEvents);
    for (size_t index = 0; index < shown; ++index) {
        const EventText &event = events[events.size() - 1 - index]; // the latest first
        //: %1 is a date and time, %2 what happened then
        lines << tr("%1: %2").arg(instantRangeText(event.fromMs, event.toMs, locale), event.text);
    }
    if (shown < events.size())
        lines << tr("… and %Ln before that", nullptr, static_cast<int>(events.size() - shown));
    m_events->setText(lines.join(QStringLiteral("\n")));
}

void TokenDetails::showFindings(quint32 row)
{
    m_findings->setText(tr("Looking…"));
    AuditScene &scene = m_desk.scene();
    const qint64 now = scene.now();
    m_latestFindings.run(
        this,
        [tokens = scene.tokens(), row, history = scene.history(), thresholds = m_desk.thresholds(), now,
         lastLook = scene.lastLook()] { return findingsOf(*tokens, row, *history, thresholds, now, lastLook); },
        [this, now](const std::vector<Finding> &findings) { fillFindings(findings, now); });
}

void TokenDetails::fillFindings(const std::vector<Finding> &findings, qint64 now)
{
    QStringList lines;
    for (const Finding &finding : findings)
        //: %1 is "High", %2 a sentence
        lines << tr("%1: %2").arg(severityWord(severityOf(finding.rule)), findingReason(finding, now));
    m_findings->setText(lines.isEmpty() ? tr("Nothing that needs attention.") : lines.join(QLatin1Char('\n')));
}

void TokenDetails::showSeveral(const std::vector<quint32> &rows)
{
    AuditScene &scene = m_desk.scene();
    const TokenSnapshotPtr tokens = scene.tokens();
    const QLocale locale;
    const qint64 now = scene.now();
    std::array<int, allTokenStates.size()> counts{};
    quint64 uses = 0;
    qint64 oldest = std::numeric_limits<qint64>::max();
    qint64 newest = std::numeric_limits<qint64>::min();
    qint64 lastUse = noInstant;
    qint64 nextEnd = std::numeric_limits<qint64>::max();
    visitTokens(*tokens, rows, [&](quint32 row, const TokenRow &token) {
        const TokenState state = scene.stateOf(row);
        ++counts[size_t(state)];
        uses += token.useCount;
        oldest = std::min(oldest, token.createdAt);
        newest = std::max(newest, token.createdAt);
        lastUse = std::max(lastUse, token.lastUsedAt);
        if (isLive(state) && token.expiresAt != noInstant)
            nextEnd = std::min(nextEnd, token.expiresAt);
    });
    m_name->setText(tr("%Ln token(s) selected", nullptr, static_cast<int>(rows.size())));
    for (const TokenState state : allTokenStates) {
        if (counts[size_t(state)] > 0)
            addField(stateWord(state), locale.toString(counts[size_t(state)]));
    }
    addField(tr("Uses in all"), locale.toString(uses));
    addField(tr("Oldest"), relativeTime(oldest, now));
    addField(tr("Newest"), relativeTime(newest, now));
    addField(tr("Last used"), relativeTime(lastUse, now));
    if (nextEnd != std::numeric_limits<qint64>::max())
        addField(tr("Next to expire"), relativeTime(nextEnd, now));
}

} // namespace tokendesk
