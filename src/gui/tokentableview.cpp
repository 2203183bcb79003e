// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokentableview.h"

#include "gui/tokendelegate.h"
#include "models/tokentablemodel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace tokendesk {

namespace {

/// Stands its titles where the cells stand their text: styles give a header less margin, and no way to ask for more.
class TokenHeader final : public QHeaderView
{
public:
    explicit TokenHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent) {}

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override
    {
        QHeaderView::initStyleOptionForIndex(option, logicalIndex);
        const int given = style()->pixelMetric(QStyle::PM_HeaderMargin, option, this);
        const int blank = qMax(1, fontMetrics().horizontalAdvance(QLatin1Char(' ')));
        const QString margin((qMax(0, TokenDelegate::cellMargin - given) + blank / 2) / blank, QLatin1Char(' '));
        option->text = margin + option->text + margin;
    }
};

} // namespace

TokenTableView::TokenTableView(QWidget *parent) : QTableView(parent), m_delegate(new TokenDelegate(this))
{
    setHorizontalHeader(new TokenHeader(this));
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false); // Tab leaves the table, as everywhere else
    setCornerButtonEnabled(false);
    // Asking every row for its height takes seconds with 100,000 rows.
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setObjectName(QStringLiteral("tokenTableHeader"));
    horizontalHeader()->setAccessibleName(tr("Columns"));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        Q_EMIT headerMenuRequested(horizontalHeader()->viewport()->mapToGlobal(position));
    });
    applyRowHeight();
}

void TokenTableView::setTokenModel(TokenTableModel *model)
{
    m_tokens = model;
    setModel(model);
    // After the view's own handlers, which were connected first. A table with rows but without a current index crashes
    // under a screen reader (Qt 6.4), and leaves the keyboard nowhere to start.
    connect(model, &QAbstractItemModel::rowsInserted, this, &TokenTableView::ensureCurrent);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TokenTableView::ensureCurrent);
    connect(model, &QAbstractItemModel::layoutChanged, this, &TokenTableView::ensureCurrent);
    connect(model, &QAbstractItemModel::modelReset, this, &TokenTableView::ensureCurrent);
    ensureCurrent();
}

void TokenTableView::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    m_delegate->setStale(stale);
    viewport()->update();
}

TokenTableView::Place TokenTableView::currentPlace() const
{
    Place place;
    if (!m_tokens || m_tokens->rowCount() == 0)
        return place;
    place.top = verticalScrollBar()->value(); // rows, for the table scrolls by item
    const int inSight = viewport()->height() / qMax(1, verticalHeader()->defaultSectionSize());
    const int current = currentIndex().row();
    place.selected = current >= place.top && current < place.top + inSight && selectionModel()->isRowSelected(current);
    const int row = place.selected ? current : place.top;
    place.row = m_tokens->index(row, TokenTableModel::Name);
    place.offset = row - place.top;
    return place;
}

void TokenTableView::restorePlace(const Place &place, AtTop atTop)
{
    ensureCurrent();
    updateFrame();
    // Scroll bars learn about new rows only with the next layout.
    doItemsLayout();
    const bool follow = atTop == AtTop::Follow && place.selected && place.row.isValid();
    if (place.top == 0 && !follow)
        verticalScrollBar()->setValue(0);
    else if (place.row.isValid())
        verticalScrollBar()->setValue(place.row.row() - place.offset);
    else
        verticalScrollBar()->setValue(place.top);
    viewport()->update();
}

void TokenTableView::ensureCurrent()
{
    if (!m_tokens || m_tokens->rowCount() == 0 || currentIndex().isValid())
        return;
    int visual = 0;
    while (visual < horizontalHeader()->count() - 1 && isColumnHidden(horizontalHeader()->logicalIndex(visual)))
        ++visual;
    const int column = qMax(0, horizontalHeader()->logicalIndex(visual));
    const int row = qBound(0, verticalScrollBar()->value(), m_tokens->rowCount() - 1);
    selectionModel()->setCurrentIndex(m_tokens->index(row, column), QItemSelectionModel::NoUpdate);
}

void TokenTableView::showRow(int row)
{
    const int column = currentIndex().isValid() ? currentIndex().column() : int(TokenTableModel::Name);
    const QModelIndex index = m_tokens->index(row, column);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    doItemsLayout();
    // Not scrollTo(), which would move sideways too.
    const int inSight = qMax(1, viewport()->height() / qMax(1, verticalHeader()->defaultSectionSize()));
    const int top = verticalScrollBar()->value();
    if (row < top || row >= top + inSight)
        verticalScrollBar()->setValue(row - inSight / 2);
}

int TokenTableView::selectedCount() const
{
    // Counting ranges, not rows: "select all" of 100,000 rows is one range.
    int count = 0;
    const QItemSelection selection = selectionModel() ? selectionModel()->selection() : QItemSelection();
    for (const QItemSelectionRange &range : selection) {
        if (range.left() == 0)
            count += range.height();
    }
    return count;
}

std::vector<int> TokenTableView::selectedRowsInOrder() const
{
    std::vector<int> rows;
    const QItemSelection selection = selectionModel() ? selectionModel()->selection() : QItemSelection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); range.left() == 0 && row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void TokenTableView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        position = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    Q_EMIT menuRequested(position);
    event->accept();
}

void TokenTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateFrame();
}

void TokenTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionAltered();
}

void TokenTableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    updateFrame();
}

void TokenTableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    updateFrame();
}

void TokenTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyRowHeight();
}

void TokenTableView::updateFrame()
{
    const int row = hasFocus() ? currentIndex().row() : -1;
    if (row == m_delegate->framedRow())
        return;
    m_delegate->setFramedRow(row);
    viewport()->update();
}

void TokenTableView::applyRowHeight()
{
    const int height = TokenDelegate::rowHeight(fontMetrics());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

} // namespace tokendesk
