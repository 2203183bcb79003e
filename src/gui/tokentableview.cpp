// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokentableview.h"

#include "gui/roworder.h"
#include "gui/tokendelegate.h"
#include "models/tokentablemodel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace tokendesk {

namespace {

/// Stands its titles where the cells stand their text: styles give a header less margin, and no way to ask for more.
class TokenHeader final : public QHeaderView
{
public:
    explicit TokenHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent) {}

    void setSelectionModel(QItemSelectionModel *selection) override
    {
        // Only its own, in which nothing is ever selected. With the table's it asks each cell of a column whether it is
        // selected before it paints the title.
        if (selection && selection->parent() == this)
            QHeaderView::setSelectionModel(selection);
    }

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
    const QItemSelectionModel *given = selectionModel();
    m_selection = new TokenSelection(*model, this);
    setSelectionModel(m_selection);
    delete given;
    keepRowOrderFromHeaders(*this);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TokenTableView::tellSight);
    tellSight();
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
    const int current = currentIndex().row();
    place.selected = current >= place.top && current < place.top + rowsInSight() &&
                     m_selection->contains(m_tokens->snapshotRow(current));
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
    const int inSight = rowsInSight();
    const int top = verticalScrollBar()->value();
    if (row < top || row >= top + inSight)
        verticalScrollBar()->setValue(row - inSight / 2);
}

void TokenTableView::keyboardSearch(const QString &text)
{
    if (!text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint() && !c.isSpace(); }))
        Q_EMIT typed(text);
}

void TokenTableView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        position = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    Q_EMIT menuRequested(position);
    event->accept();
}

QModelIndex TokenTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if ((action == MoveHome || action == MoveEnd) && currentIndex().isValid())
        return currentIndex().siblingAtRow(action == MoveHome ? 0 : m_tokens->rowCount() - 1);
    return QTableView::moveCursor(action, modifiers);
}

void TokenTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateFrame();
}

void TokenTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    // For a screen reader QTableView makes a list of every cell, nine million of a million tokens, to tell of the
    // first.
    const auto first = [](const QItemSelection &selection) {
        const QModelIndex cell = selection.value(0).topLeft();
        return QItemSelection(cell, cell);
    };
    QTableView::selectionChanged(first(selected), first(deselected));
    setDirtyRegion(visualRegionForSelection(selected) + visualRegionForSelection(deselected));
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

void TokenTableView::paintEvent(QPaintEvent *event)
{
    // As QTableView does it, but asking once a row whether it is selected instead of once a cell, where each question
    // goes through all ranges; and without what this table does not have: grid, spans, row heights.
    const QPoint offset = dirtyRegionOffset();
    const QRect dirty = event->region().boundingRect().translated(offset);
    const int height = verticalHeader()->defaultSectionSize();
    const int first = qMax(0, rowAt(dirty.top()));
    const int rows = m_tokens ? m_tokens->rowCount() : 0;
    if (first >= rows)
        return;
    const int top = rowViewportPosition(first);
    const int last = qMin(rows - 1, first + (dirty.bottom() - top) / height);

    struct Column
    {
        int logical;
        int left;
        int width;
        QStyleOptionViewItem::ViewItemPosition position;
    };
    std::vector<Column> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual)
        if (const int logical = horizontalHeader()->logicalIndex(visual); !isColumnHidden(logical))
            columns.push_back(
                {logical, columnViewportPosition(logical), columnWidth(logical), QStyleOptionViewItem::Middle});
    if (columns.empty())
        return;
    columns.front().position = QStyleOptionViewItem::Beginning;
    columns.back().position = columns.size() == 1 ? QStyleOptionViewItem::OnlyOne : QStyleOptionViewItem::End;
    const QRect line(qMin(columns.front().left, columns.back().left), 0, horizontalHeader()->length(), height);

    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.state &= ~QStyle::State_HasFocus;
    const QStyle::State state = option.state;
    for (int row = first; row <= last; ++row) {
        const int y = top + (row - first) * height + offset.y();
        option.state = state;
        option.state.setFlag(QStyle::State_Selected, m_selection->contains(m_tokens->snapshotRow(row)));
        option.features.setFlag(QStyleOptionViewItem::Alternate, row % 2 != 0);
        option.rect = line.translated(offset.x(), y);
        style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
        for (const Column &column : columns) {
            option.rect = QRect(column.left + offset.x(), y, column.width, height);
            if (option.rect.right() < dirty.left() || option.rect.left() > dirty.right())
                continue;
            option.viewItemPosition = column.position;
            m_delegate->paint(&painter, option, m_tokens->index(row, column.logical));
        }
    }
}

void TokenTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    tellSight();
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
    tellSight();
}

int TokenTableView::rowsInSight() const
{
    return qMax(1, viewport()->height() / qMax(1, verticalHeader()->defaultSectionSize()));
}

void TokenTableView::tellSight()
{
    const int top = verticalScrollBar()->value(); // rows, for the table scrolls by item
    if (m_selection)
        m_selection->setSight(top, top + rowsInSight());
}

} // namespace tokendesk
