// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person waits for in the token table, in the real window, each against a repaint of the same page by Qt's
// default delegate; and what the table costs at rest. `--tokens N` measures one size only, instead of 100,000 and
// 1,000,000.
#include "bench/bench.h"
#include "samplelist.h"
#include "windowrig.h"

#include <QApplication>
#include <QItemSelectionModel>
#include <QScrollBar>

#include <map>
#include <memory>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace tokendesk;
using namespace tokendesk::bench;

namespace {

using Column = TokenTableModel::Column;

/// Bytes on the heap; 0 where the C library does not tell.
double heapBytes()
{
#ifdef __GLIBC__
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks + info.hblkhd);
#else
    return 0;
#endif
}

QString columnName(int column)
{
    return TokenTableModel().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().toLower();
}

/// One size of list: the window, and everything measured in it by name.
class Size
{
public:
    Size(int count, Options options, PlainPage &plain)
        : m_rounds(options.rounds(count > 100'000 ? 5 : 11)), m_only(options.only), m_count(count), m_plain(plain)
    {
        m_list = std::make_unique<SampleList>(count, m_rig.clock().nowMs());
        m_tokens = m_list->snapshot();
        m_rig.show(m_tokens);
    }

    void run(bool large)
    {
        page();
        sorts(large ? 10 : 1.2, 0.5);
        keystrokes(large ? 5 : 0.8);
        time(large ? 5 : 0.8);
        selections(large ? 10 : 1.2);
        refresh();
    }
    [[nodiscard]] const std::map<QString, double> &measured() const { return m_measured; }

private:
    /// `prepare` is not measured. Ours against a repaint, in turns.
    template <class Prepare, class Work>
    void against(const QString &what, double bar, Prepare prepare, Work work)
    {
        if (!what.contains(m_only))
            return;
        const Sides sides = interleaved(
            m_rounds,
            [&] {
                prepare();
                settle();
                return cpuMs([&] {
                    work();
                    settle();
                });
            },
            [&] { return cpuMs([&] { m_plain.repaint(); }); });
        report(QStringLiteral("%1, %L2 tokens, in repaints").arg(what).arg(m_count), sides, "ms", bar);
        m_measured[what] = sides.ours;
    }

    void page()
    {
        int row = 0;
        const auto scroll = [&] {
            row = (row + 997) % (m_count - 100);
            m_rig.table().verticalScrollBar()->setValue(row);
            m_plain.table().verticalScrollBar()->setValue(row);
            settle();
        };
        const auto sides = [&](bool scrolls) {
            return interleaved(
                2 * m_rounds,
                [&] {
                    if (scrolls)
                        scroll();
                    return cpuMs([&] { m_rig.table().viewport()->repaint(); });
                },
                [&] { return cpuMs([&] { m_plain.repaint(); }); });
        };
        report(QStringLiteral("A visible page painted, %L1 tokens").arg(m_count), sides(false), "ms", 0.5);
        report(QStringLiteral("A page painted that was scrolled to, %L1 tokens").arg(m_count), sides(true), "ms", 0.5);
        m_rig.table().verticalScrollBar()->setValue(0);
        m_plain.table().verticalScrollBar()->setValue(0);
        settle();
    }

    void sorts(double bar, double cachedBar)
    {
        for (int column = 0; column < Column::ColumnCount; ++column) {
            const int other = column == Column::Uses ? Column::Name : Column::Uses;
            // Enough other orders in between that none is remembered.
            const auto forget = [&] {
                for (const int between : {int(Column::Created), int(Column::Expires), int(Column::LastUsed), other}) {
                    m_rig.sortBy(between, Qt::AscendingOrder);
                    m_rig.sortBy(between, Qt::DescendingOrder);
                }
            };
            against(QStringLiteral("Sort by %1").arg(columnName(column)), bar, forget,
                    [&] { m_rig.sortBy(column, Qt::AscendingOrder); });
        }
        for (const int column : {int(Column::Name), int(Column::LastUsed)}) {
            m_rig.sortBy(column, Qt::AscendingOrder);
            m_rig.sortBy(column, Qt::DescendingOrder);
            against(
                QStringLiteral("Sort by %1, order cached").arg(columnName(column)), m_count > 100'000 ? bar : cachedBar,
                [&] { m_rig.sortBy(column, Qt::AscendingOrder); }, [&] { m_rig.sortBy(column, Qt::DescendingOrder); });
        }
        m_rig.sortBy(Column::Created, Qt::DescendingOrder);
    }

    void keystrokes(double bar)
    {
        struct Step
        {
            const char *from;
            const char *to;
        };
        const QString id = m_tokens->row(17).id.toString(QUuid::WithoutBraces);
        const QByteArray fragment = id.mid(4, 9).toUtf8();
        for (const Step step : {Step{"", "k"}, Step{"k", "ki"}, Step{"kios", "kiosk"}, Step{"", "e"}, Step{"", "l"},
                                Step{"munch", "münch"}, Step{"", "prüfstand"}, Step{"nothing lik", "nothing like"},
                                Step{"hall", "hall 3"}, Step{"", "1"}, Step{"1", "12"}, Step{"be", "bee"},
                                Step{"", fragment.constData()}, Step{"kiosk", ""}, Step{"e", ""}, Step{"zzz", ""}}) {
            against(
                QStringLiteral("Keystroke \"%1\" to %2")
                    .arg(QString::fromUtf8(step.from), step.to == fragment.constData()
                                                           ? QStringLiteral("a part of an id")
                                                           : QStringLiteral("\"%1\"").arg(QString::fromUtf8(step.to))),
                bar, [&] { m_rig.type(QString::fromUtf8(step.from)); },
                [&] { m_rig.type(QString::fromUtf8(step.to)); });
        }
        for (const StateChoice choice : {StateChoice::Active, StateChoice::NeverUsed, StateChoice::Expired}) {
            m_rig.type({});
            against(
                QStringLiteral("Choice of %1").arg(stateChoiceWord(choice).toLower()), bar,
                [&] { m_rig.choose(StateChoice::All); }, [&] { m_rig.choose(choice); });
            m_rig.choose(StateChoice::All);
        }
        m_rig.sortBy(Column::Name, Qt::AscendingOrder);
        against(
            QStringLiteral("Keystroke \"\" to \"gate\", sorted by name"), bar, [&] { m_rig.type({}); },
            [&] { m_rig.type(QStringLiteral("gate")); });
        against(
            QStringLiteral("Keystroke \"gate\" to \"\", sorted by name"), bar,
            [&] { m_rig.type(QStringLiteral("gate")); }, [&] { m_rig.type({}); });
        m_rig.sortBy(Column::Created, Qt::DescendingOrder);
    }

    void time(double bar)
    {
        // Days go by, so that states change; seconds, so that ages do.
        qint64 now = m_rig.clock().nowMs();
        const auto setNow = [&](qint64 to) {
            m_rig.table().keepingPlace(TokenTableView::AtTop::Stay, [&] { m_rig.model().setNow(to); });
        };
        against(
            QStringLiteral("Fifteen seconds pass"), bar, [] {}, [&] { setNow(now += 15'000); });
        against(
            QStringLiteral("Six hours pass"), bar, [] {}, [&] { setNow(now += 6 * 3'600'000); });
        m_rig.sortBy(Column::State, Qt::AscendingOrder);
        against(
            QStringLiteral("Six hours pass, sorted by state"), bar, [] {}, [&] { setNow(now += 6 * 3'600'000); });
        m_rig.sortBy(Column::Created, Qt::DescendingOrder);
        setNow(m_rig.clock().nowMs());
    }

    void selections(double bar)
    {
        QTableView &table = m_rig.table();
        const auto clear = [&] { table.clearSelection(); };
        const auto allButOne = [&] {
            table.selectAll();
            table.selectionModel()->select(m_rig.model().index(m_count / 2, 0),
                                           QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
        };
        against(QStringLiteral("Select all"), bar, clear, [&] { table.selectAll(); });
        against(
            QStringLiteral("Sort with all selected"), bar,
            [&] {
                m_rig.sortBy(Column::Uses, Qt::AscendingOrder);
                table.selectAll();
            },
            [&] { m_rig.sortBy(Column::Created, Qt::DescendingOrder); });
        against(
            QStringLiteral("Sort with all but one selected"), bar,
            [&] {
                m_rig.sortBy(Column::Uses, Qt::AscendingOrder);
                allButOne();
            },
            [&] { m_rig.sortBy(Column::Created, Qt::DescendingOrder); });
        against(
            // The table's own 0.8, and the pane that tells of what is selected is laid out and painted anew.
            QStringLiteral("Keystroke with all but one selected"), 1.25 * bar,
            [&] {
                m_rig.type({});
                allButOne();
            },
            [&] { m_rig.type(QStringLiteral("line")); });
        // What a filter found, among its neighbours again: twenty thousand ranges, two hundred thousand of a million
        // tokens.
        const auto scatter = [&] {
            m_rig.sortBy(Column::Created, Qt::DescendingOrder);
            m_rig.type(QStringLiteral("line"));
            table.selectAll();
        };
        const auto scattered = [&] {
            scatter();
            m_rig.type({});
        };
        const auto click = [&](QItemSelectionModel::SelectionFlags how) {
            table.selectionModel()->select(m_rig.model().index(7, 0), how | QItemSelectionModel::Rows);
        };
        against(QStringLiteral("Filter cleared with every row it showed selected"), bar, scatter,
                [&] { m_rig.type({}); });
        against(QStringLiteral("Sort with a scattered selection"), bar, scattered,
                [&] { m_rig.sortBy(Column::Uses, Qt::AscendingOrder); });
        against(QStringLiteral("Ctrl+click with a scattered selection"), bar, scattered,
                [&] { click(QItemSelectionModel::Toggle); });
        against(QStringLiteral("Click with a scattered selection"), bar, scattered,
                [&] { click(QItemSelectionModel::ClearAndSelect); });
        m_rig.sortBy(Column::Created, Qt::DescendingOrder);
        clear();
        settle();
    }

    void refresh()
    {
        // There and back, so that every round finds what the one before found.
        const TokenSnapshotPtr before = m_tokens;
        m_list->advance(m_count / 1000, m_count / 2000);
        const TokenSnapshotPtr after = m_list->snapshot();
        const TokenDiff there = diffTokens(*before, *after);
        const TokenDiff back = diffTokens(*after, *before);

        for (const int column : {int(Column::Created), int(Column::LastUsed), int(Column::Name)}) {
            const QString what = QStringLiteral("Refresh, sorted by %1").arg(columnName(column));
            if (!what.contains(m_only))
                continue;
            const auto order = Qt::DescendingOrder;
            m_rig.sortBy(Column::Name, Qt::AscendingOrder);
            m_rig.sortBy(column, order);
            ResetTable reset(before, column, order);
            for (QTableView *table : {static_cast<QTableView *>(&m_rig.table()), &reset.table()}) {
                QItemSelection some;
                for (int i = 0; i < 200; ++i) {
                    const int row = int(qint64(m_count) * i / 250) + (i * i) % 89;
                    some.select(table->model()->index(row, 0), table->model()->index(row, Column::ColumnCount - 1));
                }
                table->selectionModel()->setCurrentIndex(table->model()->index(m_count / 2, 0),
                                                         QItemSelectionModel::NoUpdate);
                table->selectionModel()->select(some, QItemSelectionModel::ClearAndSelect);
                table->verticalScrollBar()->setValue(m_count / 2);
            }
            settle();
            const Sides sides = interleaved(
                m_rounds,
                [&] {
                    m_rig.ask();
                    settle();
                    const double spent = cpuMs([&] {
                        m_rig.takeList(after, there);
                        settle();
                    });
                    m_rig.ask();
                    m_rig.takeList(before, back);
                    settle();
                    return spent;
                },
                [&] {
                    const double spent = cpuMs([&] {
                        reset.takeList(after);
                        settle();
                    });
                    reset.takeList(before);
                    settle();
                    return spent;
                });
            report(
                QStringLiteral("%1, %L2 tokens, against reset and restore with Qt's delegate").arg(what).arg(m_count),
                sides, "ms", m_count > 100'000 ? 1 : 0.5);
            m_measured[what] = sides.ours;
        }
        m_rig.sortBy(Column::Created, Qt::DescendingOrder);
        m_rig.table().clearSelection();
        m_rig.showAudit(true);
        const auto take = [&](const TokenSnapshotPtr &tokens, const TokenDiff &diff) {
            if (m_rig.model().tokens() == tokens)
                return;
            m_rig.ask();
            m_rig.takeList(tokens, diff);
        };
        against(
            QStringLiteral("Refresh with the audit in sight"), m_count > 100'000 ? 60 : 6, [&] { take(before, back); },
            [&] { take(after, there); });
        take(before, back);
        m_rig.showAudit(false);
    }

    int m_rounds;
    QString m_only;
    int m_count;
    PlainPage &m_plain;
    WindowRig m_rig;
    std::unique_ptr<SampleList> m_list;
    TokenSnapshotPtr m_tokens;
    std::map<QString, double> m_measured;
};

/// What a list costs at rest, the window itself apart: snapshot, order, filter, header and every order remembered.
void memory(int count)
{
    WindowRig rig;
    // The first token brings the table and the pane beside it on screen, whose pictures are the window's own.
    rig.show(SampleList(1, rig.clock().nowMs()).snapshot());
    settle();
    const double before = heapBytes();
    rig.show(SampleList(count, rig.clock().nowMs()).snapshot());
    for (const int column : {int(Column::Name), int(Column::Uses), int(Column::Created), int(Column::LastUsed)})
        rig.sortBy(column, Qt::AscendingOrder);
    rig.type(QStringLiteral("e"));
    settle();
    if (const double used = heapBytes() - before; used > 0)
        report(QStringLiteral("Memory at rest, %L1 tokens, a token").arg(count), {used / count, 200}, "bytes", 1.0);
}

void run(int count, bool large, const Options &options, std::map<QString, double> &measured)
{
    // The repaint that everything is held against is one of 100,000 rows.
    PlainPage plain(SampleList(100'000, FakeClock().nowMs()).snapshot());
    memory(count);
    Size size(count, options, plain);
    size.run(large);
    measured = size.measured();
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const Options options = parseOptions(QApplication::arguments());
    std::map<QString, double> small;
    std::map<QString, double> large;
    if (options.tokens > 0) {
        run(options.tokens, options.tokens > 100'000, options, small);
        return 0;
    }
    run(100'000, false, options, small);
    if (options.quick)
        return 0;
    run(1'000'000, true, options, large);
    for (const auto &[what, ms] : large)
        report(QStringLiteral("%1, 1,000,000 tokens against 100,000").arg(what), {ms, small[what]}, "ms", 8);
    return 0;
}
