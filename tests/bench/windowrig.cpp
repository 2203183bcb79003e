// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrig.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QThreadPool>

#include <numeric>

namespace tokendesk::bench {

namespace {

using Column = TokenTableModel::Column;

/// Keeps what it is asked for until the rig answers.
class HeldService final : public TokenService
{
public:
    explicit HeldService(ListReply &held) : m_held(held) {}
    void list(TokenSnapshotPtr, ListProgress, ListReply reply) override { m_held = std::move(reply); }
    void create(CreateRequest, CreateReply) override {}
    void revoke(QUuid, RevokeReply) override {}
    void organization(OrganizationReply) override {}
    void cancelReads() override {}

private:
    ListReply &m_held;
};

void showEightColumns(QTableView &table)
{
    // State, name, kind, uses, created, expires, last used and the id, as wide as the page.
    for (int column = 0; column < Column::ColumnCount; ++column) {
        table.setColumnHidden(column, column == Column::Revoked);
        table.setColumnWidth(column, column == Column::Name || column == Column::Id ? 270 : 110);
    }
}

TokenDiff everythingIn(const TokenSnapshot &tokens)
{
    TokenDiff diff;
    diff.added.resize(tokens.size());
    std::iota(diff.added.begin(), diff.added.end(), 0U);
    return diff;
}

/// With Qt's own delegate, and otherwise as ours.
void showPlainly(QTableView &table, TokenTableModel &model)
{
    table.setModel(&model);
    table.setAlternatingRowColors(true);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(24);
    showEightColumns(table);
    table.show();
    table.resize(pageWidth, pageHeight);
    settle();
    table.resize(table.size() + QSize(pageWidth, pageHeight) - table.viewport()->size());
    settle();
}

} // namespace

void settle()
{
    for (int i = 0; i < 2; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QThreadPool::globalInstance()->waitForDone();
    }
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

WindowRig::WindowRig()
    : m_settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat), m_session(m_clock),
      m_connector(
          m_store, m_session,
          [this](const Profile &, const Connector::Sources &) { return std::make_unique<HeldService>(m_reply); }),
      m_profiles(m_settings), m_window(std::make_unique<MainWindow>(m_session, m_connector, m_profiles, WindowDialogs{},
                                                                    m_clock, m_settings, m_history)),
      m_table(m_window->findChild<TokenTableView *>()), m_model(m_window->findChild<TokenTableModel *>()),
      m_filter(m_window->findChild<QLineEdit *>(QStringLiteral("filterField"))),
      m_choice(m_window->findChild<QComboBox *>(QStringLiteral("stateChoice")))
{
    m_session.open({QUuid::createUuid(), QStringLiteral("Bench"), QUrl(QStringLiteral("https://localhost/api"))},
                   std::make_unique<HeldService>(m_reply));
    m_session.setPollInterval(std::chrono::hours(24));
    m_window->show();
    // One token, so that the table is there to be measured.
    TokenSnapshotBuilder builder;
    builder.add({}, "One");
    m_tokens = builder.finish(nameCollator(QLocale(QLocale::English)));
    takeList(m_tokens, everythingIn(*m_tokens));
    showEightColumns(*m_table);
    settle();
}

void WindowRig::show(const TokenSnapshotPtr &tokens)
{
    ask();
    takeList(tokens, diffTokens(*m_tokens, *tokens));
    settle();
    m_window->resize(m_window->size() + QSize(pageWidth, pageHeight) - m_table->viewport()->size());
    settle();
    showEightColumns(*m_table);
    settle();
}

void WindowRig::ask()
{
    m_session.refresh();
}

void WindowRig::takeList(const TokenSnapshotPtr &tokens, const TokenDiff &diff)
{
    TokenListing listing;
    listing.tokens = m_tokens = tokens;
    listing.diff = diff;
    listing.stamp = {m_clock.nowMs(), m_clock.nowMs()};
    const auto reply = std::exchange(m_reply, {});
    reply(std::move(listing));
}

void WindowRig::sortBy(int column, Qt::SortOrder order)
{
    m_table->horizontalHeader()->setSortIndicator(column, order);
}

void WindowRig::showAudit(bool shown)
{
    m_window->findChild<QAction *>(shown ? QStringLiteral("actionViewAudit") : QStringLiteral("actionViewTokens"))
        ->trigger();
}

PlainPage::PlainPage(const TokenSnapshotPtr &tokens)
{
    m_model.setNow(FakeClock().nowMs());
    m_model.setTokens(tokens, everythingIn(*tokens));
    showPlainly(m_table, m_model);
}

void ResetTable::Model::replace(const TokenSnapshotPtr &tokens)
{
    TokenDiff away;
    away.newRowOf.assign(this->tokens()->size(), TokenDiff::gone);
    beginResetModel();
    {
        const QSignalBlocker blocker(this);
        setTokens(std::make_shared<TokenSnapshot>(), away);
        setTokens(tokens, everythingIn(*tokens));
    }
    endResetModel();
}

ResetTable::ResetTable(const TokenSnapshotPtr &tokens, int sortedBy, Qt::SortOrder order)
{
    m_model.setNow(FakeClock().nowMs());
    m_model.sort(Column::Name, Qt::AscendingOrder);
    m_model.sort(sortedBy, order);
    m_model.replace(tokens);
    showPlainly(m_table, m_model);
}

void ResetTable::takeList(const TokenSnapshotPtr &tokens)
{
    std::vector<QUuid> selected;
    for (const QModelIndex &index : m_table.selectionModel()->selectedRows())
        selected.push_back(*m_model.tokenId(index.row()));
    const auto current = m_model.tokenId(m_table.currentIndex().row());
    const auto top = m_model.tokenId(m_table.verticalScrollBar()->value());

    m_model.replace(tokens);

    std::vector<int> shownAt(tokens->size(), -1);
    for (int row = 0; row < m_model.rowCount(); ++row)
        shownAt[m_model.snapshotRow(row)] = row;
    const auto rowOf = [&](const QUuid &id) {
        const auto row = tokens->rowOf(id);
        return row ? shownAt[*row] : -1;
    };
    QItemSelection selection;
    for (const QUuid &id : selected)
        if (const int row = rowOf(id); row >= 0)
            selection.append(QItemSelectionRange(m_model.index(row, 0), m_model.index(row, Column::ColumnCount - 1)));
    m_table.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (current)
        m_table.selectionModel()->setCurrentIndex(m_model.index(rowOf(*current), 0), QItemSelectionModel::NoUpdate);
    m_table.doItemsLayout();
    if (top)
        m_table.verticalScrollBar()->setValue(rowOf(*top));
}

} // namespace tokendesk::bench
