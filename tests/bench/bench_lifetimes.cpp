// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "gui/auditscene.h"
#include "gui/lifetimesview.h"
#include "gui/tokentableview.h"

#include <QApplication>
#include <QStyledItemDelegate>

using namespace tokendesk;

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const bench::Options options = bench::parseOptions(QApplication::arguments());
    constexpr qint64 now = 1772366400000; // 2026-03-01T12:00:00Z
    const int count = options.tokens > 0 ? options.tokens : 100'000;

    TokenSnapshotBuilder builder;
    for (int i = 0; i < count; ++i) {
        TokenRow row;
        row.id = QUuid::createUuidV5(QUuid(), QByteArray::number(i));
        row.createdAt = now - i * 600'000LL;
        row.expiresAt = i % 11 == 0 ? noInstant : row.createdAt + (5 + i % 170) * msPerDay;
        row.useCount = quint32(i % 100);
        if (i % 7 == 0)
            row.revokedAt = row.createdAt + msPerDay;
        builder.add(row, QByteArrayLiteral("Token ").append(QByteArray::number(i)).toStdString());
    }
    const TokenSnapshotPtr tokens = builder.finish(nameCollator(QLocale(QLocale::English)));
    TokenTableModel model;
    model.setNow(now);
    TokenTableView table;
    table.setTokenModel(&model);
    model.setTokens(tokens, diffTokens(TokenSnapshot(), *tokens));
    AuditScene scene(model, table.selection());
    LifetimesView view(scene);
    QTableView peer;
    QStyledItemDelegate plain;
    peer.setItemDelegate(&plain);
    peer.setModel(&model);
    for (QWidget *widget : {static_cast<QWidget *>(&view), static_cast<QWidget *>(&peer)}) {
        widget->resize(1200, 900);
        widget->show();
    }
    QApplication::processEvents();
    view.bringUpToDate();

    bool closer = false;
    const auto frame = [&] {
        return bench::timeMs([&] {
            // A little, so that all of them stay in sight.
            view.zoom(closer ? 1.02 : 1 / 1.02, QPointF(600, 400), Qt::ControlModifier);
            view.pan(QPointF(closer ? 3 : -3, 0));
            closer = !closer;
            view.replot(QCustomPlot::rpImmediateRefresh);
        });
    };
    const auto repaint = [&] { return bench::timeMs([&] { peer.viewport()->repaint(); }); };
    const bench::Sides sides = bench::interleaved(options.rounds(15), frame, repaint);
    const QString row = QStringLiteral("Lifetimes view, %1 bars, a pan or zoom frame").arg(count);
    bench::report(row + QStringLiteral(" against a frame of 16.7 ms"), {sides.ours, 16.7}, "ms", 1);
    bench::report(row + QStringLiteral(" against a table repaint"), sides, "ms", 3);
    return 0;
}
