// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lifetimesview.h"

#include "gui/auditaxes.h"
#include "gui/lifetimebars.h"
#include "gui/tokenwords.h"
#include "models/tokencells.h"

#include <QKeyEvent>

#include <algorithm>
#include <tuple>

namespace tokendesk {

namespace {

constexpr double highestRow = 18;   ///< pixels
constexpr double shortestTime = 60; ///< seconds, from edge to edge

} // namespace

LifetimesView::LifetimesView(AuditScene &scene, QWidget *parent)
    : AuditPicture(scene, QStringLiteral("lifetimes"), tr("Lifetimes"), parent),
      m_bars(new LifetimeBars(keyAxis(), valueAxis())), m_now(new NowLine(this, tr("now"))),
      m_groups(new GroupMarks(this, valueAxis()))
{
    keyAxis()->setTicker(QSharedPointer<QCPAxisTicker>(new TimeTicker));
    valueAxis()->setRangeReversed(true);
    valueAxis()->setTickLabels(false);
    m_bars->setSelected([this](int item) { return this->scene().isSelected(m_rows[size_t(item)]); });
    connect(&scene, &AuditScene::selectionChanged, this, [this] {
        if (isVisible())
            replot(rpQueuedReplot);
    });
}

void LifetimesView::setOrder(Order order)
{
    if (m_order == order)
        return;
    m_order = order;
    outdate();
}

void LifetimesView::sortRows(const TokenSnapshot &tokens)
{
    std::vector<quint8> groupOf(m_order == Order::ByState || m_order == Order::ByKind ? tokens.size() : 0);
    if (m_order == Order::ByState) {
        for (const quint32 row : m_rows)
            groupOf[row] = static_cast<quint8>(scene().stateOf(row));
    } else if (m_order == Order::ByKind) {
        for (const quint32 row : m_rows)
            groupOf[row] = tokens.row(row).singleUse ? 1 : 0;
    }
    const auto key = [&](quint32 row) {
        return std::tuple(groupOf.empty() ? quint8(0) : groupOf[row], tokens.row(row).createdAt, row);
    };
    if (m_order != Order::AsTable)
        std::ranges::sort(m_rows, {}, key);

    std::vector<GroupMarks::Group> groups;
    if (!groupOf.empty()) {
        const QLocale locale;
        const int all = static_cast<int>(m_rows.size());
        for (int first = 0; first < all;) {
            const quint8 group = groupOf[m_rows[size_t(first)]];
            const auto next =
                std::find_if(m_rows.begin() + first, m_rows.end(), [&](quint32 row) { return groupOf[row] != group; });
            const int end = static_cast<int>(next - m_rows.begin());
            const QString word =
                m_order == Order::ByState ? stateWord(static_cast<TokenState>(group)) : kindWord(group == 1);
            //: A group of tokens and how many are in it: "Active (1,204)"
            groups.push_back({first, tr("%1 (%2)").arg(word, locale.toString(end - first))});
            first = end;
        }
    }
    m_groups->setGroups(std::move(groups), static_cast<int>(m_rows.size()));
}

void LifetimesView::rebuild()
{
    const TokenSnapshotPtr tokens = scene().tokens();
    m_rows = scene().shown();
    sortRows(*tokens);
    m_bars->setLifetimes(
        lifetimes(*tokens, m_rows, *scene().history(), scene().now(), scene().horizonMs(), scene().lastLook()));
    m_bars->setNow(scene().now());
    m_now->setNow(axisTime(scene().now()));
    if (m_moved)
        setRanges(keyAxis()->range(), valueAxis()->range());
    else
        showAll();
    updateSubtitle();
}

QCPRange LifetimesView::wholeTime() const
{
    const double now = axisTime(scene().now());
    bool found = false;
    QCPRange whole = m_bars->getKeyRange(found, QCP::sdBoth);
    if (!found)
        whole = QCPRange(now - 30 * 86'400.0, now);
    whole.upper = std::max(whole.upper, now);
    whole.lower = std::min(whole.lower, now);
    return whole;
}

void LifetimesView::showAll()
{
    m_moved = false;
    QCPRange time = wholeTime();
    // A token for a hundred years must not press all others into one line of pixels: what lies ahead is shown as far as
    // what lies behind.
    const double now = axisTime(scene().now());
    const double behind = std::max(now - time.lower, 3600.0);
    time.upper = std::min(time.upper, now + behind * 1.2);
    const double margin = std::max((time.upper - time.lower) * 0.04, shortestTime);
    setRanges(QCPRange(time.lower - margin, time.upper + margin), QCPRange(0, mostRows()));
}

double LifetimesView::mostRows() const
{
    return std::max(double(m_rows.size()), axisRect()->height() / highestRow);
}

void LifetimesView::setRanges(QCPRange time, QCPRange rows)
{
    const QCPRange whole = wholeTime();
    const double longest = std::max((whole.upper - whole.lower) * 1.5, 86'400.0);
    const double middle = time.center();
    const double length = std::clamp(time.size(), shortestTime, longest);
    time = QCPRange(middle - length / 2, middle + length / 2);
    // Never so far away that nothing is left to see.
    const double shift = std::clamp(time.center(), whole.lower, whole.upper) - time.center();
    keyAxis()->setRange(time.lower + shift, time.upper + shift);

    const double most = mostRows();
    const double fewest = std::max(1.0, axisRect()->height() / highestRow);
    const double height = std::clamp(rows.size(), std::min(fewest, most), most);
    double top = rows.lower;
    if (rows.size() != height)
        top = std::max(0.0, rows.center() - height / 2);
    top = std::clamp(top, 0.0, most - height);
    valueAxis()->setRange(top, top + height);
    updateSubtitle();
    replot(rpQueuedReplot);
    update();
}

void LifetimesView::zoom(double factor, const QPointF &at, Qt::KeyboardModifiers how)
{
    m_moved = true;
    QCPRange time = keyAxis()->range();
    QCPRange rows = valueAxis()->range();
    const double timeAt = keyAxis()->pixelToCoord(at.x());
    const double rowAt = valueAxis()->pixelToCoord(at.y());
    if (!how.testFlag(Qt::ShiftModifier))
        time = QCPRange(timeAt - (timeAt - time.lower) / factor, timeAt + (time.upper - timeAt) / factor);
    if (!how.testFlag(Qt::ControlModifier)) {
        // Rows that have their full height already need not come closer.
        const double height = std::clamp(rows.size() / factor, axisRect()->height() / highestRow, mostRows());
        const double share = (rowAt - rows.lower) / rows.size();
        rows = QCPRange(rowAt - share * height, rowAt + (1 - share) * height);
    }
    setRanges(time, rows);
}

void LifetimesView::pan(const QPointF &pixels)
{
    m_moved = true;
    const double time = keyAxis()->pixelToCoord(0) - keyAxis()->pixelToCoord(pixels.x());
    const double rows = valueAxis()->pixelToCoord(0) - valueAxis()->pixelToCoord(pixels.y());
    setRanges(keyAxis()->range() + time, valueAxis()->range() + rows);
}

void LifetimesView::resizeEvent(QResizeEvent *event)
{
    AuditPicture::resizeEvent(event);
    if (!m_moved)
        showAll();
    else
        setRanges(keyAxis()->range(), valueAxis()->range());
}

void LifetimesView::keyPressEvent(QKeyEvent *event)
{
    const QSize area = axisRect()->rect().size();
    switch (event->key()) {
    case Qt::Key_Left:
        return pan(QPointF(area.width() / 8.0, 0));
    case Qt::Key_Right:
        return pan(QPointF(-area.width() / 8.0, 0));
    default:
        return AuditPicture::keyPressEvent(event);
    }
}

void LifetimesView::reveal(int item)
{
    QCPRange rows = valueAxis()->range();
    if (item < rows.lower)
        rows = QCPRange(item, item + rows.size());
    else if (item + 1 > rows.upper)
        rows = QCPRange(item + 1 - rows.size(), item + 1);
    else
        return;
    m_moved = true;
    setRanges(keyAxis()->range(), rows);
}

void LifetimesView::restyle(const AuditColors &colors)
{
    m_bars->setColors(colors);
    m_now->setColors(colors.now, colors.ground);
    m_groups->setColors(colors.quiet, colors.text, colors.ground);
    valueAxis()->grid()->setVisible(false);
    keyAxis()->setLabel(tr("local time"));
}

bool LifetimesView::showsSingleBars() const
{
    return m_bars->showsSingleBars();
}

std::optional<quint32> LifetimesView::rowAt(const QPointF &position) const
{
    const int item = m_bars->rowAt(position);
    return item >= 0 ? std::optional(m_rows[size_t(item)]) : std::nullopt;
}

int LifetimesView::itemAtPoint(const QPointF &position) const
{
    return m_bars->rowAt(position);
}

QRectF LifetimesView::itemRect(int item) const
{
    return m_bars->rectOf(item);
}

QString LifetimesView::itemText(int item) const
{
    const quint32 row = m_rows[size_t(item)];
    return tokenInWords(*scene().tokens(), row, scene().stateOf(row), scene().now());
}

std::vector<quint32> LifetimesView::itemRows(int item) const
{
    return {m_rows[size_t(item)]};
}

int LifetimesView::itemOfRow(quint32 row) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), row);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::optional<std::vector<quint32>> LifetimesView::rowsIn(const QRectF &area) const
{
    std::vector<quint32> rows;
    if (area.isEmpty())
        return rows;
    const double top = valueAxis()->pixelToCoord(area.top());
    const double bottom = valueAxis()->pixelToCoord(area.bottom());
    const int first = std::max(0, static_cast<int>(std::floor(top)));
    const int last = std::min(itemsCount() - 1, static_cast<int>(std::floor(bottom)));
    for (int item = first; item <= last; ++item) {
        const QRectF bar = m_bars->rectOf(item);
        if (bar.right() >= area.left() && bar.left() <= area.right() && !bar.isEmpty())
            rows.push_back(m_rows[size_t(item)]);
    }
    return rows;
}

void LifetimesView::updateSubtitle()
{
    const QLocale locale;
    const int all = static_cast<int>(scene().tokens()->size());
    const int shown = itemsCount();
    if (shown == 0)
        return setSubtitle({});
    const QString count = shown == all ? tr("%Ln token(s)", nullptr, all)
                                       //: %1 tokens pass the filter, of %2
                                       : tr("%1 of %2 tokens").arg(locale.toString(shown), locale.toString(all));
    setSubtitle(showsSingleBars()
                    //: %1 is "143 tokens"
                    ? tr("%1, one bar a token, ticks are uses that were seen").arg(count)
                    //: %1 is "12,430 tokens"
                    : tr("%1, the stronger the colour the more of them; zoom in to tell them apart").arg(count));
}

QString LifetimesView::emptyText() const
{
    return tr("No token is shown.");
}

std::vector<LegendEntry> LifetimesView::legend() const
{
    std::vector<LegendEntry> entries = stateLegend(false);
    entries.push_back({[](QPainter &painter, const QRectF &swatch, const AuditColors &colors) {
                           painter.fillRect(QRectF(swatch.center().x(), swatch.top() - 1, 1, swatch.height() + 2),
                                            colors.text);
                       },
                       tr("Use seen")});
    entries.push_back({[](QPainter &painter, const QRectF &swatch, const AuditColors &colors) {
                           painter.setPen(QPen(colors.now, 1.5, Qt::DashLine));
                           painter.drawLine(QPointF(swatch.center().x(), swatch.top() - 3),
                                            QPointF(swatch.center().x(), swatch.bottom() + 3));
                       },
                       tr("Now")});
    return entries;
}

PictureNumbers LifetimesView::numbers() const
{
    static constexpr std::array columns{TokenTableModel::Name,     TokenTableModel::State,   TokenTableModel::Created,
                                        TokenTableModel::Expires,  TokenTableModel::Revoked, TokenTableModel::Uses,
                                        TokenTableModel::LastUsed, TokenTableModel::Id};
    PictureNumbers numbers;
    numbers.columns = {tr("Name"),    tr("State"), tr("Created"),   tr("Expires"),
                       tr("Revoked"), tr("Uses"),  tr("Last used"), tr("ID")};
    numbers.rows = itemsCount();
    std::vector<TokenState> states;
    states.reserve(m_rows.size());
    for (const quint32 row : m_rows)
        states.push_back(scene().stateOf(row));
    numbers.cell = [tokens = scene().tokens(), rows = m_rows, states, now = scene().now()](int item, int column) {
        const TokenCell cell{*tokens, rows[size_t(item)], states[size_t(item)], now};
        return cell.exported(columns[size_t(column)]);
    };
    return numbers;
}

} // namespace tokendesk
