// SPDX-License-Identifier: GPL-3.0-or-later
//
// Mouse and keys over a selection of more ranges than Qt's own selection model could carry: what the view asks of it.
#include "gui/tokentableview.h"
#include "models/tokentablemodel.h"
#include "support/tokens.h"

#include <QPaintEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000;

class Rig
{
public:
    Rig()
    {
        std::vector<TestToken> tokens;
        for (int number = 0; number < 6000; ++number) {
            TestToken token;
            token.number = number;
            token.name = number % 10 == 3 ? QStringLiteral("Pilot") : QStringLiteral("Line");
            token.createdAt = now - number;
            tokens.push_back(token);
        }
        const auto snapshot = snapshotOf(tokens);
        model.setNow(now);
        view.setTokenModel(&model);
        model.setTokens(snapshot, diffTokens(TokenSnapshot(), *snapshot));
        view.resize(700, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        // 600 ranges of one row each.
        filter(QStringLiteral("pilot"));
        view.selectAll();
        filter({});
        QCOMPARE(view.selection().count(), 600);
    }
    void filter(const QString &text)
    {
        view.keepingPlace(TokenTableView::AtTop::Stay, [&] { model.setFilter(TokenFilter(text)); });
    }
    /// Scrolls there first.
    void click(int row, Qt::MouseButton button, Qt::KeyboardModifiers modifiers = {})
    {
        view.verticalScrollBar()->setValue(row - 2);
        QTest::mouseClick(view.viewport(), button, modifiers, view.visualRect(model.index(row, 1)).center());
    }
    [[nodiscard]] bool isSelected(int row) const { return view.selection().contains(model.snapshotRow(row)); }

    TokenTableModel model;
    TokenTableView view;
};

/// What is painted anew.
class Painted : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
    QRegion region;
};

} // namespace

class TestTableSelection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRightClickOnASelectedRowFarDownKeepsAllForItsMenu()
    {
        Rig rig;
        rig.click(5003, Qt::RightButton);
        QCOMPARE(rig.view.selection().count(), 600);
        rig.click(5004, Qt::RightButton); // which is not selected
        QCOMPARE(rig.view.selection().positions(), std::vector<int>{5004});
    }

    void aCtrlClickFarDownTurnsOneRowAround()
    {
        Rig rig;
        rig.click(5003, Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(rig.view.selection().count(), 599);
        QVERIFY(!rig.isSelected(5003));
        rig.click(5104, Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(rig.view.selection().count(), 600);
        QVERIFY(rig.isSelected(5104));
        rig.click(5104, Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(rig.view.selection().count(), 599);
    }

    void shiftSelectsOnTop_data()
    {
        QTest::addColumn<bool>("ctrl");
        QTest::newRow("from a row that was clicked") << false;
        QTest::newRow("from a row that was added") << true;
    }
    void shiftSelectsOnTop()
    {
        QFETCH(bool, ctrl);
        Rig rig;
        rig.click(5004, Qt::LeftButton, ctrl ? Qt::ControlModifier : Qt::NoModifier);
        rig.click(5024, Qt::LeftButton, Qt::ShiftModifier);
        QCOMPARE(rig.view.selection().count(), ctrl ? 600 + 21 - 2 : 21);
        for (int row = 5004; row <= 5024; ++row)
            QVERIFY(rig.isSelected(row));
        QTest::keyClick(&rig.view, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(!rig.isSelected(5024));
        QCOMPARE(rig.view.selection().count(), ctrl ? 600 + 20 - 2 : 20);
    }

    void homeAndEndLeadToTheFirstAndTheLastRowAndShiftSelectsAllBetween()
    {
        Rig rig;
        rig.click(5004, Qt::LeftButton);
        const int column = rig.view.currentIndex().column();
        QTest::keyClick(&rig.view, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(rig.view.selection().count(), 6000 - 5004);
        QTest::keyClick(&rig.view, Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(rig.view.selection().count(), 5005);
        QVERIFY(!rig.isSelected(5005));
        QTest::keyClick(&rig.view, Qt::Key_End);
        QCOMPARE(rig.view.selection().positions(), std::vector<int>{5999});
        QTest::keyClick(&rig.view, Qt::Key_Home);
        QCOMPARE(rig.view.selection().positions(), std::vector<int>{0});
        QCOMPARE(rig.view.currentIndex().column(), column);
    }

    void aClickAnywhereLeavesThatRowAlone()
    {
        Rig rig;
        rig.click(3001, Qt::LeftButton);
        QCOMPARE(rig.view.selection().positions(), std::vector<int>{3001});
    }

    void everythingCanBeSelectedAndNothing()
    {
        Rig rig;
        QTest::keyClick(&rig.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(rig.view.selection().count(), 6000);
        rig.view.clearSelection();
        QCOMPARE(rig.view.selection().count(), 0);
    }

    void everyRowThatChangesIsPaintedAnew()
    {
        Rig rig;
        rig.view.clearSelection();
        QCoreApplication::processEvents();
        Painted painted;
        rig.view.viewport()->installEventFilter(&painted);
        for (const auto command : {QItemSelectionModel::Select, QItemSelectionModel::Deselect}) {
            painted.region = {};
            QItemSelection rows(rig.model.index(1, 0), rig.model.index(3, TokenTableModel::ColumnCount - 1));
            rows.append(
                QItemSelectionRange(rig.model.index(7, 0), rig.model.index(8, TokenTableModel::ColumnCount - 1)));
            rig.view.selectionModel()->select(rows, command);
            const auto wholeRow = [&](int row) {
                return rig.view.visualRect(rig.model.index(row, TokenTableModel::Name));
            };
            for (const int row : {1, 2, 3, 7, 8})
                QTRY_VERIFY((QRegion(wholeRow(row)) - painted.region).isEmpty());
        }
    }

    void whatIsPaintedIsWhatIsSelected()
    {
        Rig rig;
        const QColor highlight = rig.view.palette().color(QPalette::Inactive, QPalette::Highlight);
        for (const int top : {0, 2500, 5900}) {
            rig.view.verticalScrollBar()->setValue(top);
            const QImage image = rig.view.viewport()->grab().toImage();
            for (int row = top; row < top + 10; ++row) {
                const QRect cell = rig.view.visualRect(rig.model.index(row, TokenTableModel::Kind));
                const QColor ground = image.pixelColor(cell.left() + 2, cell.center().y());
                QCOMPARE(ground == highlight ||
                             ground == rig.view.palette().color(QPalette::Active, QPalette::Highlight),
                         row % 10 == 3);
            }
        }
    }
};

QTEST_MAIN(TestTableSelection)
#include "test_table_selection.moc"
