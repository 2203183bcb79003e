// SPDX-License-Identifier: GPL-3.0-or-later
// Another list has come, and the picture on screen is still the one of before: whatever happens to it first.
#include "gui/expiryview.h"
#include "gui/idleview.h"
#include "gui/lifetimesview.h"
#include "gui/usesview.h"
#include "picturerig.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QWheelEvent>

using namespace tokendesk;

namespace {

std::unique_ptr<AuditPicture> pictureNamed(PictureRig &rig, const QString &name)
{
    if (name == QStringLiteral("lifetimes"))
        return rig.picture<LifetimesView>();
    if (name == QStringLiteral("idle"))
        return rig.picture<IdleView>();
    if (name == QStringLiteral("expiry"))
        return rig.picture<ExpiryView>();
    return rig.picture<UsesView>();
}

void happens(const QString &what, AuditPicture &picture, const QPoint &at)
{
    const QPointF global = picture.mapToGlobal(QPointF(at));
    if (what == QStringLiteral("resize")) {
        picture.resize(picture.size() + QSize(40, 40));
    } else if (what == QStringLiteral("click")) {
        QTest::mouseClick(&picture, Qt::LeftButton, {}, at);
    } else if (what == QStringLiteral("key")) {
        QTest::keyClick(&picture, Qt::Key_Up);
    } else if (what == QStringLiteral("enter")) {
        QTest::keyClick(&picture, Qt::Key_Return);
    } else if (what == QStringLiteral("tooltip")) {
        QHelpEvent help(QEvent::ToolTip, at, global.toPoint());
        QApplication::sendEvent(&picture, &help);
    } else if (what == QStringLiteral("menu")) {
        QContextMenuEvent menu(QContextMenuEvent::Mouse, at, global.toPoint());
        QApplication::sendEvent(&picture, &menu);
    } else if (what == QStringLiteral("wheel")) {
        QWheelEvent wheel(at, global, {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&picture, &wheel);
    } else if (what == QStringLiteral("focus")) {
        QFocusEvent focus(QEvent::FocusIn, Qt::TabFocusReason);
        QApplication::sendEvent(&picture, &focus);
    } else if (what == QStringLiteral("replot")) {
        picture.replot(QCustomPlot::rpImmediateRefresh);
    } else {
        picture.setFocusedItem(2);
    }
}

} // namespace

class TestPicturesBehind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHappensFirstMeetsTheNewList_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("what");
        for (const char *name : {"lifetimes", "uses", "idle", "expiry"}) {
            for (const char *what :
                 {"resize", "click", "key", "enter", "tooltip", "menu", "wheel", "focus", "replot", "focused item"})
                QTest::addRow("%s, %s", name, what) << QString::fromLatin1(name) << QString::fromLatin1(what);
        }
    }
    void whatHappensFirstMeetsTheNewList()
    {
        QFETCH(QString, name);
        QFETCH(QString, what);
        PictureRig rig;
        rig.show(hourlyTokens(PictureRig::now, 400));
        const auto picture = pictureNamed(rig, name);
        picture->setFocusedItem(picture->itemsCount() - 1);
        const QPoint at = picture->itemsCount() > 0 ? picture->itemRect(picture->itemsCount() - 1).center().toPoint()
                                                    : picture->rect().center();
        rig.show(hourlyTokens(PictureRig::now, 3));
        happens(what, *picture, at);
        for (int item = 0; item < picture->itemsCount(); ++item) {
            QVERIFY(!picture->itemText(item).isEmpty());
            for (const quint32 row : picture->itemRows(item))
                QVERIFY(row < 3);
        }
        QVERIFY(picture->focusedItem() < picture->itemsCount());
        for (const quint32 row : rig.scene.selected())
            QVERIFY(row < 3);
        if (name == QStringLiteral("lifetimes"))
            QCOMPARE(picture->itemsCount(), 3);
    }

    void theKeyboardStaysOnItsToken_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"lifetimes", "idle"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void theKeyboardStaysOnItsToken()
    {
        QFETCH(QString, name);
        PictureRig rig;
        std::vector<TestToken> tokens = hourlyTokens(PictureRig::now, 40);
        rig.show(tokens);
        const auto picture = pictureNamed(rig, name);
        const auto shown = [&] {
            return rig.model.tokens()->row(picture->itemRows(picture->focusedItem()).front()).id;
        };
        picture->setFocusedItem(5);
        const QUuid focused = shown();
        // Newer and older ones come, so that it has another place in each order; then another order.
        std::vector<TestToken> more = hourlyTokens(PictureRig::now - 1'800'000, 60);
        for (TestToken &token : more)
            token.number += 1000;
        tokens.insert(tokens.begin(), more.begin(), more.end());
        rig.show(tokens);
        PictureRig::settle(*picture);
        QVERIFY(picture->focusedItem() != 5);
        QCOMPARE(shown(), focused);
        rig.model.sort(TokenTableModel::Created, Qt::AscendingOrder);
        PictureRig::settle(*picture);
        QCOMPARE(shown(), focused);
        // Where it is gone, on what has its place.
        std::erase_if(tokens, [&](const TestToken &token) { return testTokenId(token.number) == focused; });
        const int place = picture->focusedItem();
        rig.show(tokens);
        PictureRig::settle(*picture);
        QCOMPARE(picture->focusedItem(), place);
    }
};

QTEST_MAIN(TestPicturesBehind)
#include "test_pictures_behind.moc"
