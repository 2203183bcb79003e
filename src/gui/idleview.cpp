// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/idleview.h"

#include "gui/idlepoints.h"
#include "gui/statecolors.h"
#include "gui/tokenwords.h"

#include "core/safetext.h"

#include <algorithm>

namespace tokendesk {

namespace {

constexpr double largestPoint = 12; ///< pixels, with what is around it

} // namespace

IdleView::IdleView(AuditScene &scene, QWidget *parent)
    : AuditPicture(scene, QStringLiteral("idle"), tr("Age against idle time"), parent),
      m_points(new IdlePoints(keyAxis(), valueAxis()))
{
    keyAxis()->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTickerText));
    valueAxis()->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTickerText));
    m_points->setSelected([this](quint32 row) { return this->scene().isSelected(row); });
    connect(&scene, &AuditScene::selectionChanged, this, [this] {
        if (isVisible())
            replot(rpQueuedReplot);
    });
}

void IdleView::setStaleDays(int days)
{
    if (m_staleDays == days)
        return;
    m_staleDays = days;
    Q_EMIT legendChanged();
    outdate();
}

void IdleView::rebuild()
{
    std::vector<IdlePoints::Point> points;
    for (const AgePoint &point : agePoints(*scene().tokens(), scene().shown(), scene().now()))
        points.push_back({point, scene().stateOf(point.row)});
    // The arrow keys begin where there is something to clean up.
    std::stable_sort(points.begin(), points.end(), [](const IdlePoints::Point &a, const IdlePoints::Point &b) {
        return a.at.idleDays > b.at.idleDays;
    });
    m_points->setPoints(std::move(points), m_staleDays);
    updateRanges();
    if (itemsCount() == 0)
        return setSubtitle({});
    const auto stale = std::count_if(m_points->points().begin(), m_points->points().end(),
                                     [this](const auto &point) { return point.at.idleDays >= m_staleDays; });
    const QString count = tr("%Ln live token(s)", nullptr, itemsCount());
    setSubtitle(m_points->showsSinglePoints()
                    //: %1 is "12 live tokens", %2 a number of them
                    ? tr("%1, sized by uses; %2 in the corner to clean up").arg(count, QLocale().toString(int(stale)))
                    //: %1 is "12,000 live tokens", %2 a number of them
                    : tr("%1, the stronger the colour the more of them; %2 in the corner to clean up")
                          .arg(count, QLocale().toString(int(stale))));
}

void IdleView::updateRanges()
{
    bool found = false;
    const double age = std::max(1.0, m_points->getKeyRange(found, QCP::sdBoth).upper);
    const double idle =
        std::max({1.0, m_points->getValueRange(found, QCP::sdBoth, {}).upper, axisDays(m_staleDays) * 1.1});
    // Room for half a point on every side.
    const double across = age * largestPoint / std::max(60, axisRect()->width());
    const double along = idle * largestPoint / std::max(60, axisRect()->height());
    keyAxis()->setRange(-across, std::max(age, axisDays(m_staleDays)) + 2 * across);
    valueAxis()->setRange(-along, idle + 2 * along);
    for (QCPAxis *axis : {keyAxis(), valueAxis()}) {
        auto *ticker = static_cast<QCPAxisTickerText *>(axis->ticker().data());
        ticker->clear();
        const double pixels = (axis == keyAxis() ? axisRect()->width() : axisRect()->height()) / axis->range().size();
        const double room = axis == keyAxis() ? fontMetrics().averageCharWidth() * 7 : fontMetrics().height();
        double last = std::numeric_limits<double>::lowest();
        for (const int days : {0, 1, 7, 30, 90, 180, 365, 730, 1095, 1825, 3650, 7300, 18250, 36500}) {
            const double place = axisDays(days) * pixels;
            if (place - last < room)
                continue;
            last = place;
            ticker->addTick(axisDays(days), QLocale().toString(days));
        }
    }
}

void IdleView::resizeEvent(QResizeEvent *event)
{
    AuditPicture::resizeEvent(event);
    updateRanges();
    replot(rpQueuedReplot);
}

void IdleView::restyle(const AuditColors &colors)
{
    m_points->setColors(colors);
    keyAxis()->setLabel(tr("days since creation"));
    valueAxis()->setLabel(tr("days idle"));
}

int IdleView::itemsCount() const
{
    return static_cast<int>(m_points->points().size());
}

QRectF IdleView::corner() const
{
    return m_points->corner();
}

QString IdleView::itemText(int item) const
{
    const IdlePoints::Point &point = m_points->points()[size_t(item)];
    return tokenInWords(*scene().tokens(), point.at.row, point.state, scene().now());
}

QRectF IdleView::itemRect(int item) const
{
    return m_points->rectOf(item);
}

int IdleView::itemAtPoint(const QPointF &position) const
{
    return m_points->pointAt(position);
}

std::vector<quint32> IdleView::itemRows(int item) const
{
    return {m_points->points()[size_t(item)].at.row};
}

int IdleView::itemOfRow(quint32 row) const
{
    const auto &points = m_points->points();
    const auto found =
        std::find_if(points.begin(), points.end(), [row](const auto &point) { return point.at.row == row; });
    return found == points.end() ? -1 : static_cast<int>(found - points.begin());
}

std::optional<std::vector<quint32>> IdleView::rowsIn(const QRectF &area) const
{
    std::vector<quint32> rows;
    for (int item = 0; item < itemsCount() && !area.isEmpty(); ++item) {
        if (area.contains(m_points->rectOf(item).center()))
            rows.push_back(m_points->points()[size_t(item)].at.row);
    }
    return rows;
}

QString IdleView::emptyText() const
{
    return tr("No live token is shown.");
}

std::vector<LegendEntry> IdleView::legend() const
{
    std::vector<LegendEntry> entries;
    for (const TokenState state : {TokenState::Active, TokenState::Expiring})
        entries.push_back({[state](QPainter &painter, const QRectF &swatch, const AuditColors &colors) {
                               paintStatePoint(painter, swatch.center(), 4.5, state, colors.ground);
                           },
                           stateWord(state)});
    entries.push_back({[](QPainter &painter, const QRectF &swatch, const AuditColors &colors) {
                           paintStatePoint(painter, swatch.center() - QPointF(7, 0), IdlePoints::radiusFor(0),
                                           TokenState::Active, colors.ground);
                           paintStatePoint(painter, swatch.center() + QPointF(5, 0), IdlePoints::radiusFor(40),
                                           TokenState::Active, colors.ground);
                       },
                       tr("Few and many uses")});
    entries.push_back({[](QPainter &painter, const QRectF &swatch, const AuditColors &colors) {
                           const QColor line = stateColor(TokenState::Revoked, colors.ground);
                           QColor fill = line;
                           fill.setAlphaF(0.13F);
                           painter.setPen(QPen(line, 1, Qt::DashLine));
                           painter.setBrush(fill);
                           painter.drawRect(swatch.adjusted(0, 0, -1, -1));
                       },
                       tr("Idle for %Ln day(s) or more: clean up", nullptr, m_staleDays)});
    return entries;
}

PictureNumbers IdleView::numbers() const
{
    PictureNumbers numbers;
    numbers.columns = {tr("Name"), tr("State"), tr("Age (days)"), tr("Idle (days)"), tr("Uses")};
    numbers.rows = itemsCount();
    numbers.cell = [points = m_points->points(), tokens = scene().tokens()](int item, int column) {
        const IdlePoints::Point &point = points[size_t(item)];
        const QLocale locale;
        switch (column) {
        case 0:
            return visibleText(tokens->name(point.at.row));
        case 1:
            return stateWord(point.state);
        case 2:
            return locale.toString(point.at.ageDays, 'f', 1);
        case 3:
            return locale.toString(point.at.idleDays, 'f', 1);
        default:
            return locale.toString(point.at.uses);
        }
    };
    return numbers;
}

} // namespace tokendesk
