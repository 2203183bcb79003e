// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the table draws, looked at pixel by pixel: light and dark, left-to-right and right-to-left, at several scales.
#include "core/relativetime.h"
#include "gui/statecolors.h"
#include "gui/tokendelegate.h"
#include "gui/tokentableview.h"
#include "models/tokencells.h"
#include "models/tokentablemodel.h"
#include "support/tokens.h"

#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QTest>
#include <QtMath>

using namespace tokendesk;
using Column = TokenTableModel::Column;

namespace {

constexpr qint64 now = 1772366400000;

int distance(const QColor &a, const QColor &b)
{
    return qAbs(a.red() - b.red()) + qAbs(a.green() - b.green()) + qAbs(a.blue() - b.blue());
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x35363A), QColor(0x2A2B2E));
    palette.setColor(QPalette::Base, QColor(0x1F2023));
    palette.setColor(QPalette::AlternateBase, QColor(0x26272A));
    return palette;
}

/// A picture of the table, asked in the table's own pixels.
struct Picture
{
    QImage image;
    qreal ratio;

    [[nodiscard]] QColor at(QPoint point) const
    {
        return image.pixelColor(qFloor((point.x() + 0.5) * ratio), qFloor((point.y() + 0.5) * ratio));
    }
    /// The rectangle around all pixels within `where` for which `is(colour)` is true; empty where there is none.
    template <class Is>
    [[nodiscard]] QRectF around(const QRect &where, Is is) const
    {
        QRect found;
        const QRect device = QRectF(where.x() * ratio, where.y() * ratio, where.width() * ratio, where.height() * ratio)
                                 .toRect()
                                 .intersected(image.rect());
        for (int y = device.top(); y <= device.bottom(); ++y)
            for (int x = device.left(); x <= device.right(); ++x)
                if (is(image.pixelColor(x, y)))
                    found |= QRect(x, y, 1, 1);
        return {found.x() / ratio, found.y() / ratio, found.width() / ratio, found.height() / ratio};
    }
    [[nodiscard]] QRectF ink(const QRect &where, const QColor &ground) const
    {
        return around(where, [&](const QColor &colour) { return distance(colour, ground) > 60; });
    }
    [[nodiscard]] QRectF colour(const QRect &where, const QColor &wanted) const
    {
        return around(where, [&](const QColor &colour) { return distance(colour, wanted) < 40; });
    }
};

struct Rig
{
    TokenTableModel model;
    TokenTableView view;
    std::vector<TestToken> tokens = tokensOfEveryState(now);

    explicit Rig(bool dark, bool rightToLeft)
    {
        tokens[2].name = QString(200, u'W');
        if (dark)
            view.setPalette(darkPalette());
        view.setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        model.setNow(now);
        const auto snapshot = snapshotOf(tokens);
        model.setTokens(snapshot, diffTokens(TokenSnapshot(), *snapshot));
        view.setTokenModel(&model);
        view.resize(1150, 300);
        for (int column = 0; column < Column::ColumnCount; ++column)
            view.setColumnWidth(column, 120);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.clearFocus();
    }
    [[nodiscard]] Picture picture(qreal ratio)
    {
        QImage image((view.viewport()->size() * ratio), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::magenta); // so that what is not painted shows
        view.viewport()->render(&image);
        return {image, ratio};
    }
    [[nodiscard]] QRect cell(int row, int column) const { return view.visualRect(model.index(row, column)); }
    [[nodiscard]] bool rightToLeft() const { return view.layoutDirection() == Qt::RightToLeft; }
    [[nodiscard]] QColor ground(int row) const
    {
        return view.palette().color(QPalette::Inactive, row % 2 ? QPalette::AlternateBase : QPalette::Base);
    }
    [[nodiscard]] QColor text() const { return view.palette().color(QPalette::Inactive, QPalette::Text); }
    /// How far the part of a cell that begins at `from` is from the cell's leading side.
    [[nodiscard]] double leading(const QRect &cell, const QRectF &part) const
    {
        return rightToLeft() ? cell.right() + 1 - part.right() : part.left() - cell.left();
    }
    [[nodiscard]] double trailing(const QRect &cell, const QRectF &part) const
    {
        return rightToLeft() ? part.left() - cell.left() : cell.right() + 1 - part.right();
    }
};

} // namespace

class TestTablePaint : public QObject
{
    Q_OBJECT

    static void everyWay()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("rightToLeft");
        QTest::addColumn<qreal>("ratio");
        for (const bool dark : {false, true})
            for (const bool rightToLeft : {false, true})
                for (const qreal ratio : {1.0, 1.25, 2.0})
                    QTest::addRow("%s, %s, %g", dark ? "dark" : "light",
                                  rightToLeft ? "right-to-left" : "left-to-right", ratio)
                        << dark << rightToLeft << ratio;
    }

private Q_SLOTS:
    void anIconOfItsColourLeadsTheWordOfAState_data() { everyWay(); }
    void anIconOfItsColourLeadsTheWordOfAState()
    {
        QFETCH(bool, dark);
        QFETCH(bool, rightToLeft);
        QFETCH(qreal, ratio);
        Rig rig(dark, rightToLeft);
        const Picture picture = rig.picture(ratio);
        for (int row = 0; row < rig.model.rowCount(); ++row) {
            const QRect cell = rig.cell(row, Column::State);
            const auto state = rig.model.stateOf(rig.model.snapshotRow(row));
            QRect icon(cell.left() + 8, cell.top(), 16, cell.height());
            if (rightToLeft)
                icon.moveRight(cell.right() - 8);
            // Grey is what the edges of letters are, too.
            const QRectF coloured = picture.colour(icon.adjusted(-5, 0, 5, 0), stateColor(state, rig.ground(row)));
            QVERIFY2(coloured.width() >= 8 && coloured.width() <= 17, qPrintable(QString::number(coloured.width())));
            QVERIFY(QRectF(icon).adjusted(-1, 0, 1, 0).contains(coloured));
            // In the middle of the row, and the word behind it.
            QVERIFY(qAbs(coloured.center().y() - QRectF(cell).center().y()) <= 2.5);
            const QRectF word =
                picture.ink(rightToLeft ? cell.adjusted(0, 0, -27, 0) : cell.adjusted(27, 0, 0, 0), rig.ground(row));
            QVERIFY(word.width() > 15);
            QVERIFY(rig.leading(cell, word) >= 29 && rig.leading(cell, word) <= 33);
        }
    }

    void textStandsWhereAPlainDrawTextWouldPutIt_data() { everyWay(); }
    void textStandsWhereAPlainDrawTextWouldPutIt()
    {
        QFETCH(bool, dark);
        QFETCH(bool, rightToLeft);
        QFETCH(qreal, ratio);
        Rig rig(dark, rightToLeft);
        const Picture picture = rig.picture(ratio);
        Picture plain{QImage(picture.image.size(), picture.image.format()), ratio};
        plain.image.setDevicePixelRatio(ratio);
        for (const int column : {int(Column::Name), int(Column::Kind), int(Column::Created)}) {
            for (const int row : {0, 1, 3}) {
                const QRect cell = rig.cell(row, column);
                plain.image.fill(rig.ground(row));
                QPainter painter(&plain.image);
                painter.setFont(rig.view.font());
                painter.setPen(rig.text());
                painter.drawText(cell.adjusted(8, 0, -8, 0),
                                 Qt::AlignVCenter | Qt::TextSingleLine | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft),
                                 rig.model.index(row, column).data().toString());
                painter.end();
                const QRectF wanted = plain.ink(cell, rig.ground(row));
                const QRectF found = picture.ink(cell, rig.ground(row));
                QVERIFY(wanted.width() > 10);
                for (const double off : {wanted.left() - found.left(), wanted.right() - found.right(),
                                         wanted.top() - found.top(), wanted.bottom() - found.bottom()})
                    QVERIFY2(qAbs(off) <= 1.3, qPrintable(QStringLiteral("off by %1").arg(off)));
            }
        }
    }

    /// Advances are fractions of a pixel, and QFontMetrics rounds them.
    void aCellAsWideAsItsWordShowsTheWholeWord()
    {
        QFont font;
        font.setHintingPreference(QFont::PreferNoHinting);
        for (int pixels = 9; pixels < 30; ++pixels) {
            font.setPixelSize(pixels);
            const QFontMetrics metrics(font);
            const int around = TokenDelegate::cellWidth(metrics, Column::State, {});
            for (const QString &word : cellWords(Column::State) + longRelativeTimes()) {
                const int room = TokenDelegate::cellWidth(metrics, Column::State, word) - around;
                QCOMPARE(metrics.elidedText(word, Qt::ElideRight, room), word);
            }
        }
    }

    void aNameThatIsTooLongEndsWithAnEllipsisInsideItsCell_data() { everyWay(); }
    void aNameThatIsTooLongEndsWithAnEllipsisInsideItsCell()
    {
        QFETCH(bool, dark);
        QFETCH(bool, rightToLeft);
        QFETCH(qreal, ratio);
        Rig rig(dark, rightToLeft);
        const Picture picture = rig.picture(ratio);
        const QRect cell = rig.cell(2, Column::Name);
        const QRectF ink = picture.ink(cell, rig.ground(2));
        QVERIFY2(ink.left() >= cell.left() + 7 && ink.right() <= cell.right() + 1 - 7, "nothing in the margins");
        QVERIFY(ink.width() > 80);
        // Dots at the end of the text, so nothing above its lower third; a name in Latin letters ends on the right.
        const QRect end(qFloor(ink.right()) - 5, cell.top(), 6, cell.height());
        const QRectF dots = picture.ink(end, rig.ground(2));
        QVERIFY(dots.top() > ink.top() + ink.height() * 0.6);
    }

    void aBarTellsFewUsesFromMany_data() { everyWay(); }
    void aBarTellsFewUsesFromMany()
    {
        QFETCH(bool, dark);
        QFETCH(bool, rightToLeft);
        QFETCH(qreal, ratio);
        Rig rig(dark, rightToLeft);
        const Picture picture = rig.picture(ratio);
        const auto bar = [&](int row) {
            return picture.colour(rig.cell(row, Column::Uses), amountColor(rig.ground(row)));
        };
        // 120, 17, 3 and no uses: by the square root.
        const double most = bar(6).width();
        QVERIFY(most > 40);
        QVERIFY(qAbs(bar(0).width() - most * std::sqrt(17.0 / 120)) <= 1.6);
        QVERIFY(qAbs(bar(1).width() - most * std::sqrt(3.0 / 120)) <= 1.6);
        QVERIFY(bar(2).isEmpty());
        // All end at the number, which stands at the trailing side.
        QVERIFY(qAbs(rig.trailing(rig.cell(0, Column::Uses), bar(0)) -
                     rig.trailing(rig.cell(6, Column::Uses), bar(6))) <= 1.1);
        const QRect cell = rig.cell(2, Column::Uses);
        const QRectF number = picture.ink(cell, rig.ground(2));
        QVERIFY(!number.isEmpty());
        QVERIFY2(rig.trailing(cell, number) >= 7 && rig.trailing(cell, number) <= 10,
                 qPrintable(QString::number(rig.trailing(cell, number))));
    }

    void neverIsMuted_data() { everyWay(); }
    void neverIsMuted()
    {
        QFETCH(bool, dark);
        QFETCH(bool, rightToLeft);
        QFETCH(qreal, ratio);
        Rig rig(dark, rightToLeft);
        const Picture picture = rig.picture(ratio);
        const auto strongest = [&](int row) {
            int contrast = 0;
            const QRect cell = rig.cell(row, Column::LastUsed);
            const QRectF box = picture.around(cell, [&](const QColor &colour) {
                contrast = qMax(contrast, distance(colour, rig.ground(row)));
                return distance(colour, rig.ground(row)) > 60;
            });
            return box.isEmpty() ? 0 : contrast;
        };
        QVERIFY(strongest(2) > 100);
        QVERIFY(strongest(2) < strongest(1) * 0.85);
    }

    void aSelectedRowIsHighlightedFromEndToEndAndNoOther_data() { everyWay(); }
    void aSelectedRowIsHighlightedFromEndToEndAndNoOther()
    {
        QFETCH(bool, dark);
        QFETCH(bool, rightToLeft);
        QFETCH(qreal, ratio);
        Rig rig(dark, rightToLeft);
        rig.view.selectionModel()->select(rig.model.index(3, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const Picture picture = rig.picture(ratio);
        const QColor highlight = rig.view.palette().color(QPalette::Inactive, QPalette::Highlight);
        const QColor highlighted = rig.view.palette().color(QPalette::Inactive, QPalette::HighlightedText);
        for (int column = 0; column < Column::ColumnCount; ++column) {
            const QRect cell = rig.cell(3, column);
            for (const int x : {cell.left() + 2, cell.right() - 2})
                QVERIFY(distance(picture.at({x, cell.center().y()}), highlight) < 12);
            QVERIFY(!picture.colour(cell, highlighted).isEmpty());
        }
        for (const int row : {2, 4}) {
            const QRect cell = rig.cell(row, Column::Kind);
            QCOMPARE(picture.at({cell.left() + 2, cell.center().y()}), rig.ground(row));
            QVERIFY(picture.colour(cell, highlight).isEmpty() || distance(highlight, rig.text()) < 80);
        }
    }

    void theCurrentRowIsFramedAsAWholeWhileTheTableHasTheFocus_data() { everyWay(); }
    void theCurrentRowIsFramedAsAWholeWhileTheTableHasTheFocus()
    {
        QFETCH(bool, dark);
        QFETCH(bool, rightToLeft);
        QFETCH(qreal, ratio);
        Rig rig(dark, rightToLeft);
        rig.view.selectionModel()->setCurrentIndex(rig.model.index(4, 0), QItemSelectionModel::NoUpdate);
        const auto framed = [&] {
            const Picture picture = rig.picture(ratio);
            const QColor ground = rig.view.palette().color(QPalette::Active, QPalette::Base);
            int sides = 0;
            const QRect first = rig.cell(4, rightToLeft ? Column::Id : Column::State);
            const QRect last = rig.cell(4, rightToLeft ? Column::State : Column::Id);
            for (int column = 0; column < Column::ColumnCount; ++column) {
                const QRect cell = rig.cell(4, column);
                for (const int y : {cell.top(), cell.bottom()})
                    sides += distance(picture.at({cell.left() + 3, y}), ground) > 40 ? 1 : 0;
            }
            sides += distance(picture.at({first.left(), first.center().y()}), ground) > 40 ? 1 : 0;
            sides += distance(picture.at({last.right(), last.center().y()}), ground) > 40 ? 1 : 0;
            // Not around each cell.
            const QRect middle = rig.cell(4, Column::Created);
            sides += distance(picture.at({middle.left(), middle.center().y()}), ground) > 40 ? 100 : 0;
            return sides;
        };
        QCOMPARE(framed(), 0);
        rig.view.setFocus();
        QTRY_VERIFY(rig.view.hasFocus());
        QCOMPARE(framed(), 2 * Column::ColumnCount + 2);
    }

    void movedHiddenAndScrolledColumnsAreDrawnWhereTheirHeadersStand()
    {
        for (const bool rightToLeft : {false, true}) {
            Rig rig(false, rightToLeft);
            QHeaderView *header = rig.view.horizontalHeader();
            header->moveSection(header->visualIndex(Column::Uses), 0);
            rig.view.hideColumn(Column::Created);
            rig.view.setColumnWidth(Column::Name, 400);
            rig.view.horizontalScrollBar()->setValue(rig.view.horizontalScrollBar()->maximum() / 2);
            rig.view.verticalHeader()->setDefaultSectionSize(60); // so that not all rows fit
            rig.view.verticalScrollBar()->setValue(2);
            const Picture picture = rig.picture(1);
            const QRect name = rig.cell(3, Column::Name).intersected(rig.view.viewport()->rect());
            QVERIFY(!picture.ink(name, rig.ground(3)).isEmpty());
            const QRect state = rig.cell(4, Column::State);
            const QColor expired = stateColor(TokenState::Expired, rig.ground(4));
            if (rig.view.viewport()->rect().contains(state))
                QVERIFY(!picture.colour(state, expired).isEmpty());
            QVERIFY(picture.colour(picture.image.rect(), Qt::magenta).isEmpty());
        }
    }

    void textFollowsTheFontAndTheStaleListIsGrey()
    {
        Rig rig(false, false);
        const QRect cell = rig.cell(0, Column::Name);
        const double before = rig.picture(1).ink(cell, rig.ground(0)).width();
        const auto darkest = [&] {
            int contrast = 0;
            const Picture picture = rig.picture(1);
            [[maybe_unused]] const QRectF box = picture.around(cell, [&](const QColor &colour) {
                contrast = qMax(contrast, distance(colour, rig.ground(0)));
                return false;
            });
            return contrast;
        };
        const int fresh = darkest();
        rig.view.setStale(true);
        QVERIFY(darkest() < fresh * 0.85);
        rig.view.setStale(false);
        QCOMPARE(darkest(), fresh);
        QFont larger = rig.view.font();
        larger.setPointSizeF(larger.pointSizeF() * 0.8);
        rig.view.setFont(larger);
        QVERIFY(rig.picture(1).ink(cell, rig.ground(0)).width() < before * 0.95);
    }
};

QTEST_MAIN(TestTablePaint)
#include "test_table_paint.moc"
