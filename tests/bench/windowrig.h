// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/mainwindow.h"
#include "gui/tokentableview.h"
#include "models/tokentablemodel.h"
#include "session/connector.h"
#include "session/profilestore.h"
#include "session/session.h"
#include "support/fakeclock.h"
#include "support/fakecredentialstore.h"
#include "support/fakehistorykeeper.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace tokendesk::bench {

inline constexpr int pageWidth = 1200;
inline constexpr int pageHeight = 900;

/// Delivers what is posted, layouts and repaints among it, and what other threads work out for the window, until
/// nothing is left.
void settle();

/// The real window over lists that are handed to it, with eight columns and a page of 1200 x 900. It begins with one
/// token.
class WindowRig
{
public:
    WindowRig();

    void show(const TokenSnapshotPtr &tokens);
    /// A refresh as it reaches the gui thread: list and difference come ready from the worker.
    void takeList(const TokenSnapshotPtr &tokens, const TokenDiff &diff);
    /// The next refresh is asked for; its answer is takeList().
    void ask();
    void type(const QString &text) { m_filter->setText(text); }
    void choose(StateChoice choice) { m_choice->setCurrentIndex(m_choice->findData(int(choice))); }
    void sortBy(int column, Qt::SortOrder order);
    /// The page of the audit in place of the table.
    void showAudit(bool shown);
    [[nodiscard]] TokenTableView &table() { return *m_table; }
    [[nodiscard]] TokenTableModel &model() { return *m_model; }
    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] FakeClock &clock() { return m_clock; }

private:
    FakeClock m_clock;
    FakeCredentialStore m_store;
    QTemporaryDir m_folder;
    QSettings m_settings;
    FakeHistoryKeeper m_history;
    Session m_session;
    Connector m_connector;
    ProfileStore m_profiles;
    TokenService::ListReply m_reply;
    TokenSnapshotPtr m_tokens;
    std::unique_ptr<MainWindow> m_window;
    TokenTableView *m_table;
    TokenTableModel *m_model;
    QLineEdit *m_filter;
    QComboBox *m_choice;
};

/// What everything is held against: the same page painted with Qt's default delegate.
class PlainPage
{
public:
    explicit PlainPage(const TokenSnapshotPtr &tokens);
    void repaint() { m_table.viewport()->repaint(); }
    [[nodiscard]] QTableView &table() { return m_table; }

private:
    TokenTableModel m_model;
    QTableView m_table;
};

/// A refresh as it is without a difference: the model is reset, then selection, current row and scroll position are put
/// back. It sorts as ours does; Qt's default delegate.
class ResetTable
{
public:
    ResetTable(const TokenSnapshotPtr &tokens, int sortedBy, Qt::SortOrder order);
    void takeList(const TokenSnapshotPtr &tokens);
    [[nodiscard]] QTableView &table() { return m_table; }

private:
    /// The cheapest of resets: filled anew without anybody listening.
    class Model final : public TokenTableModel
    {
    public:
        void replace(const TokenSnapshotPtr &tokens);
    };
    Model m_model;
    QTableView m_table;
};

} // namespace tokendesk::bench
