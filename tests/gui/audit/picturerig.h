// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/auditpicture.h"
#include "gui/tokentableview.h"
#include "support/tokens.h"

#include <QTest>

namespace tokendesk {

/// A table with its selection, and the scene that pictures look at. The table is never shown.
class PictureRig
{
public:
    /// 2026-03-01T12:00:00Z.
    static constexpr qint64 now = 1772366400000;

    PictureRig() { model.setNow(now); }

    void show(const std::vector<TestToken> &tokens)
    {
        const TokenSnapshotPtr snapshot = snapshotOf(tokens);
        model.setTokens(snapshot, diffTokens(*model.tokens(), *snapshot));
    }

    /// The picture on screen, up to date.
    template <class Picture>
    std::unique_ptr<Picture> picture(QSize size = {700, 400})
    {
        auto made = std::make_unique<Picture>(scene);
        made->resize(size);
        made->show();
        settle(*made);
        return made;
    }
    static void settle(AuditPicture &picture)
    {
        QVERIFY(QTest::qWaitForWindowExposed(&picture));
        picture.bringUpToDate();
        picture.replot(QCustomPlot::rpImmediateRefresh);
    }
    static QColor colourAt(AuditPicture &picture, const QPointF &at)
    {
        picture.replot(QCustomPlot::rpImmediateRefresh);
        return picture.grab().toImage().pixelColor(at.toPoint());
    }
    /// As a click on the table's row does.
    void select(int row)
    {
        table.selectionModel()->select(model.index(row, 0),
                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    std::vector<QUuid> selectedIds() const
    {
        std::vector<QUuid> ids;
        for (const int row : table.selection().positions())
            ids.push_back(*model.tokenId(row));
        return ids;
    }

    TokenTableModel model;
    TokenTableView table;
    AuditScene scene{model, selection()};

private:
    TokenSelection &selection()
    {
        table.setTokenModel(&model);
        return table.selection();
    }
};

/// `count` tokens, one created every hour, each for ten days; every seventh was revoked after one.
inline std::vector<TestToken> hourlyTokens(qint64 now, int count)
{
    std::vector<TestToken> tokens;
    for (int i = 0; i < count; ++i) {
        TestToken token;
        token.number = 1 + i;
        token.name = QStringLiteral("Token %1").arg(i);
        token.createdAt = now - (i + 1) * 3'600'000LL;
        token.expiresAt = token.createdAt + 10 * msPerDay;
        if (i % 7 == 0)
            token.revokedAt = std::min(now, token.createdAt + msPerDay);
        tokens.push_back(token);
    }
    return tokens;
}

} // namespace tokendesk
