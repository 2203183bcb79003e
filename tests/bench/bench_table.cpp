// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "gui/tokentableview.h"
#include "models/tokentablemodel.h"

#include <QApplication>
#include <QStyledItemDelegate>

using namespace tokendesk;

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const bench::Options options = bench::parseOptions(QApplication::arguments());

    TokenSnapshotBuilder builder;
    const int count = options.tokens > 0 ? options.tokens : 100'000;
    for (int i = 0; i < count; ++i) {
        TokenRow row;
        row.id = QUuid::createUuidV5(QUuid(), QByteArray::number(i));
        row.useCount = quint32(i % 100);
        builder.add(row, QByteArrayLiteral("Token ").append(QByteArray::number(i)).toStdString());
    }
    const TokenSnapshotPtr tokens = builder.finish(nameCollator(QLocale(QLocale::English)));
    TokenTableModel model;
    model.setTokens(tokens, diffTokens(TokenSnapshot(), *tokens));
    TokenTableView ours;
    QTableView peer;
    QStyledItemDelegate plain;
    peer.setItemDelegate(&plain);
    ours.setTokenModel(&model);
    peer.setModel(&model);
    for (QTableView *view : {static_cast<QTableView *>(&ours), &peer}) {
        view->resize(1200, 900);
        view->show();
    }
    QApplication::processEvents();
    const bench::Sides page = bench::interleaved(
        options.rounds(15), [&] { return bench::timeMs([&] { ours.viewport()->repaint(); }); },
        [&] { return bench::timeMs([&] { peer.viewport()->repaint(); }); });
    bench::report(QStringLiteral("a page painted"), page, "ms", 0.5);
    return 0;
}
