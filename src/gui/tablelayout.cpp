// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tablelayout.h"

#include "core/relativetime.h"
#include "gui/looksettings.h"
#include "gui/tokendelegate.h"
#include "gui/tokentableview.h"
#include "models/tokencells.h"

#include <QActionGroup>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

namespace tokendesk {

namespace {

constexpr QLatin1String orderKey("table/order");
constexpr QLatin1String hiddenKey("table/hidden");
constexpr QLatin1String widthsKey("table/widths");
constexpr QLatin1String fitsNameKey("table/nameTakesTheRest");
constexpr QLatin1String sortKey("table/sort");

constexpr int narrowest = 48;
constexpr int widest = 2000;

QString columnKey(int column)
{
    switch (static_cast<TokenTableModel::Column>(column)) {
    case TokenTableModel::State:
        return QStringLiteral("state");
    case TokenTableModel::Name:
        return QStringLiteral("name");
    case TokenTableModel::Kind:
        return QStringLiteral("kind");
    case TokenTableModel::Uses:
        return QStringLiteral("uses");
    case TokenTableModel::Created:
        return QStringLiteral("created");
    case TokenTableModel::Expires:
        return QStringLiteral("expires");
    case TokenTableModel::LastUsed:
        return QStringLiteral("lastUsed");
    case TokenTableModel::Revoked:
        return QStringLiteral("revoked");
    case TokenTableModel::Id:
        return QStringLiteral("id");
    case TokenTableModel::ColumnCount:
        break;
    }
    return {};
}

int columnOf(const QString &key)
{
    for (int column = 0; column < TokenTableModel::ColumnCount; ++column) {
        if (columnKey(column) == key)
            return column;
    }
    return -1;
}

bool hiddenByDefault(int column)
{
    return column == TokenTableModel::Revoked || column == TokenTableModel::Id;
}

} // namespace

TableLayout::TableLayout(TokenTableView &view, TokenTableModel &model, LookSettings &look, QObject *parent)
    : QObject(parent), m_view(view), m_model(model), m_look(look)
{
    QHeaderView *header = m_view.horizontalHeader();
    header->setMinimumSectionSize(narrowest);
    m_view.installEventFilter(this);
    m_view.viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_arranging)
            m_fitsName = false;
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] { applySort(); });
}

void TableLayout::restore()
{
    const QScopedValueRollback arranging(m_arranging, true);
    applyDefaults();
    QHeaderView *header = m_view.horizontalHeader();
    int visual = 0;
    for (const QString &key : m_look.value(orderKey).toStringList()) {
        const int column = columnOf(key);
        if (column >= 0 && header->visualIndex(column) >= visual)
            header->moveSection(header->visualIndex(column), visual++);
    }
    if (m_look.contains(hiddenKey)) {
        const QStringList hidden = m_look.value(hiddenKey).toStringList();
        for (int column = 0; column < TokenTableModel::ColumnCount; ++column)
            m_view.setColumnHidden(column, hidden.contains(columnKey(column)));
        if (shownColumns() == 0)
            m_view.showColumn(TokenTableModel::Name);
    }
    m_fitsName = m_look.value(fitsNameKey, true).toBool();
    m_hasWidths = false;
    if (m_view.isVisible())
        restoreWidths();

    // "previous column, column, direction"
    const QStringList sort = m_look.value(sortKey).toStringList();
    int previous = TokenTableModel::Name;
    int column = TokenTableModel::Created;
    Qt::SortOrder order = Qt::DescendingOrder;
    if (sort.size() == 3 && columnOf(sort[0]) >= 0 && columnOf(sort[1]) >= 0) {
        previous = columnOf(sort[0]);
        column = columnOf(sort[1]);
        order = sort[2] == QLatin1String("descending") ? Qt::DescendingOrder : Qt::AscendingOrder;
    }
    m_sort = previous;
    m_model.sort(previous, Qt::AscendingOrder);
    sortBy(column, order);
}

void TableLayout::restoreWidths()
{
    const QScopedValueRollback arranging(m_arranging, true);
    m_hasWidths = true;
    applyDefaultWidths();
    // Widths that nobody chose are those of the font and the words of then.
    const QVariantMap widths = m_fitsName ? QVariantMap() : m_look.value(widthsKey).toMap();
    for (auto it = widths.begin(); it != widths.end(); ++it) {
        const int width = it.value().toInt();
        if (columnOf(it.key()) >= 0 && width >= narrowest && width <= widest)
            m_view.setColumnWidth(columnOf(it.key()), width);
    }
    fitName();
}

void TableLayout::save()
{
    const QHeaderView *header = m_view.horizontalHeader();
    QStringList order;
    QStringList hidden;
    QVariantMap widths;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        order << columnKey(column);
        if (m_view.isColumnHidden(column))
            hidden << columnKey(column);
        else
            widths.insert(columnKey(column), m_view.columnWidth(column));
    }
    m_look.setValue(orderKey, order);
    m_look.setValue(hiddenKey, hidden);
    if (m_hasWidths)
        m_look.setValue(widthsKey, widths);
    m_look.setValue(fitsNameKey, m_fitsName);
    const bool descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    m_look.setValue(sortKey, QStringList{columnKey(m_previousSort), columnKey(m_sort),
                                         descending ? QStringLiteral("descending") : QStringLiteral("ascending")});
}

void TableLayout::reset()
{
    const QScopedValueRollback arranging(m_arranging, true);
    applyDefaults();
    m_hasWidths = true;
    applyDefaultWidths();
    m_fitsName = true;
    fitName();
}

void TableLayout::applyDefaults()
{
    QHeaderView *header = m_view.horizontalHeader();
    for (int column = 0; column < TokenTableModel::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        m_view.setColumnHidden(column, hiddenByDefault(column));
    }
}

void TableLayout::applyDefaultWidths()
{
    for (int column = 0; column < TokenTableModel::ColumnCount; ++column)
        m_view.setColumnWidth(column, defaultWidth(column));
}

int TableLayout::defaultWidth(int column) const
{
    // In characters of the person's own font.
    int characters = 12;
    QStringList words = cellWords(static_cast<TokenTableModel::Column>(column));
    switch (static_cast<TokenTableModel::Column>(column)) {
    case TokenTableModel::State:
        characters = 13;
        break;
    case TokenTableModel::Name:
        characters = 28;
        break;
    case TokenTableModel::Kind:
        characters = 12;
        break;
    case TokenTableModel::Uses:
        characters = 13;
        break;
    case TokenTableModel::Id:
        characters = 42;
        break;
    case TokenTableModel::Created:
    case TokenTableModel::Expires:
    case TokenTableModel::LastUsed:
    case TokenTableModel::Revoked:
        words = longRelativeTimes();
        break;
    case TokenTableModel::ColumnCount:
        break;
    }
    const QFontMetrics metrics = m_view.fontMetrics();
    int width = qMax(metrics.averageCharWidth() * characters + 8, m_view.horizontalHeader()->sectionSizeHint(column));
    // Some languages have longer words.
    for (const QString &word : words)
        width = qMax(width, TokenDelegate::cellWidth(metrics, column, word));
    return width;
}

void TableLayout::fitName()
{
    if (!m_fitsName || !m_hasWidths || m_view.isColumnHidden(TokenTableModel::Name) || m_view.viewport()->width() <= 0)
        return;
    const QScopedValueRollback arranging(m_arranging, true);
    const QHeaderView *header = m_view.horizontalHeader();
    const int others = header->length() - m_view.columnWidth(TokenTableModel::Name);
    const int room = m_view.viewport()->width() - others;
    const int least = m_view.fontMetrics().averageCharWidth() * 18;
    m_view.setColumnWidth(TokenTableModel::Name, qBound(least, room, widest));
}

bool TableLayout::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_view && event->type() == QEvent::Show && !m_hasWidths)
        restoreWidths();
    else if (watched != &m_view && event->type() == QEvent::Resize)
        fitName();
    return QObject::eventFilter(watched, event);
}

int TableLayout::shownColumns() const
{
    int shown = 0;
    for (int column = 0; column < TokenTableModel::ColumnCount; ++column)
        shown += m_view.isColumnHidden(column) ? 0 : 1;
    return shown;
}

void TableLayout::setColumnShown(int column, bool shown)
{
    const QScopedValueRollback arranging(m_arranging, true);
    if (!shown && shownColumns() <= 1)
        return; // a table without columns would look like one without tokens
    m_view.setColumnHidden(column, !shown);
    if (shown && m_view.columnWidth(column) < narrowest)
        m_view.setColumnWidth(column, defaultWidth(column));
    fitName();
}

void TableLayout::sortBy(int column, Qt::SortOrder order)
{
    QHeaderView *header = m_view.horizontalHeader();
    if (header->sortIndicatorSection() == column && header->sortIndicatorOrder() == order)
        applySort();
    else
        header->setSortIndicator(column, order); // comes back through sortIndicatorChanged
}

void TableLayout::applySort()
{
    const QHeaderView *header = m_view.horizontalHeader();
    const int column = header->sortIndicatorSection();
    if (column < 0 || column >= TokenTableModel::ColumnCount)
        return;
    if (column != m_sort)
        m_previousSort = m_sort;
    m_sort = column;
    m_view.keepingPlace(TokenTableView::AtTop::Stay,
                        [this, header] { m_model.sort(m_sort, header->sortIndicatorOrder()); });
}

void TableLayout::fillColumnsMenu(QMenu *menu)
{
    menu->clear();
    for (int column = 0; column < TokenTableModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setObjectName(QStringLiteral("showColumn_") + columnKey(column));
        action->setCheckable(true);
        action->setChecked(!m_view.isColumnHidden(column));
        action->setEnabled(m_view.isColumnHidden(column) || shownColumns() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnShown(column, on); });
    }
    menu->addSeparator();
    QAction *resetColumns = menu->addAction(tr("&Reset Columns"));
    resetColumns->setObjectName(QStringLiteral("resetColumns"));
    connect(resetColumns, &QAction::triggered, this, &TableLayout::reset);
}

void TableLayout::fillSortMenu(QMenu *menu)
{
    menu->clear();
    const QHeaderView *header = m_view.horizontalHeader();
    const Qt::SortOrder order = header->sortIndicatorOrder();
    auto *columns = new QActionGroup(menu);
    for (int column = 0; column < TokenTableModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setObjectName(QStringLiteral("sortBy_") + columnKey(column));
        action->setCheckable(true);
        action->setChecked(column == m_sort);
        columns->addAction(action);
        connect(action, &QAction::triggered, this, [this, column, order] { sortBy(column, order); });
    }
    menu->addSeparator();
    auto *directions = new QActionGroup(menu);
    const auto addDirection = [&](const QString &text, const QString &name, Qt::SortOrder direction) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(order == direction);
        directions->addAction(action);
        connect(action, &QAction::triggered, this, [this, direction] { sortBy(m_sort, direction); });
    };
    addDirection(tr("&Ascending"), QStringLiteral("sortAscending"), Qt::AscendingOrder);
    addDirection(tr("&Descending"), QStringLiteral("sortDescending"), Qt::DescendingOrder);
}

} // namespace tokendesk
