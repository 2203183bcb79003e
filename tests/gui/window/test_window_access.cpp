// SPDX-License-Identifier: GPL-3.0-or-later
// Keyboard and assistive technology.
#include "gui/accessiblescrollarea.h"
#include "windowfixture.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSet>

using namespace tokendesk;
using Column = TokenTableModel::Column;

class TestWindowAccess : public QObject
{
    Q_OBJECT

    /// Every visible widget that takes the focus says its name.
    static QStringList namelessWidgets(QWidget *window)
    {
        QStringList nameless;
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            // Parts of a table and of a spin box speak through these.
            if (widget->objectName() == QStringLiteral("qt_scrollarea_viewport") ||
                widget->objectName() == QStringLiteral("qt_spinbox_lineedit"))
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            if (!spoken || spoken->text(QAccessible::Name).isEmpty())
                nameless << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        }
        return nameless;
    }

private Q_SLOTS:
    void everyControlHasAName()
    {
        WindowFixture f;
        f.server.tokens.push_back(f.server.tokens.front()); // a notice, with its close button
        f.start();
        QCOMPARE(namelessWidgets(f.window.get()).join(u';'), QString());
        f.openSession();
        QTRY_VERIFY(f.isListShown());
        QCOMPARE(namelessWidgets(f.window.get()).join(u';'), QString());
        f.server.everyError = Error{.kind = ErrorKind::Unauthorized};
        f.refresh();
        QTRY_VERIFY(!f.buttonText("bannerButton").isEmpty());
        QCOMPARE(namelessWidgets(f.window.get()).join(u';'), QString());
        for (const char *dialog : {"actionPreferences", "actionAbout", "actionDisconnect"}) {
            f.trigger(dialog);
            QCOMPARE(namelessWidgets(f.window.get()).join(u';'), QString());
            for (auto *open : f.window->findChildren<QDialog *>())
                open->close();
        }
    }

    void theNamesJourneysRelyOnAreThere()
    {
        WindowFixture f;
        f.startConnected();
        const auto spoken = [](QWidget *widget) {
            return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
        };
        QCOMPARE(spoken(f.window.get()), QStringLiteral("Production – Token Desk"));
        QCOMPARE(spoken(f.find("profileButton")), QStringLiteral("Profile: Production"));
        QCOMPARE(spoken(f.table()), QStringLiteral("Provisioning tokens"));
        QCOMPARE(spoken(f.find("filterField")), QStringLiteral("Filter"));
        // On Linux a combo box speaks its value as its name (Qt 6.4); what it is for comes from its label.
        const auto labels = QAccessible::queryAccessibleInterface(f.find("stateChoice"))->relations(QAccessible::Label);
        QCOMPARE(labels.size(), 1);
        QCOMPARE(labels[0].first->text(QAccessible::Name), QStringLiteral("State:"));
        QCOMPARE(spoken(f.find("newTokenButton")), QStringLiteral("New Token…"));
        QCOMPARE(spoken(f.find("revokeButton")), QStringLiteral("Revoke…"));
        QCOMPARE(spoken(f.find("refreshButton")), QStringLiteral("Refresh"));
    }

    void aScreenReaderComesToTheProfileSwitcher()
    {
        WindowFixture f;
        f.startConnected();
        const std::function<bool(QAccessibleInterface *)> holds = [&](QAccessibleInterface *node) {
            if (node->object() == f.find("profileButton"))
                return true;
            for (int index = 0; node->role() != QAccessible::Table && index < node->childCount(); ++index) {
                if (QAccessibleInterface *child = node->child(index); child && holds(child))
                    return true;
            }
            return false;
        };
        QVERIFY(holds(QAccessible::queryAccessibleInterface(f.window.get())));
    }

    void everyActionIsInAMenuAndNoMenuItemIsEmpty()
    {
        WindowFixture f;
        f.startConnected();
        QSet<QAction *> reachable;
        std::function<void(const QList<QAction *> &)> walk = [&](const QList<QAction *> &actions) {
            for (QAction *action : actions) {
                if (action->isSeparator())
                    continue;
                QVERIFY(!action->text().isEmpty());
                reachable.insert(action);
                if (action->menu()) {
                    QVERIFY2(!action->menu()->isEmpty(), qPrintable(action->text()));
                    walk(action->menu()->actions());
                }
            }
        };
        walk(f.window->findChild<QMenuBar *>()->actions());
        for (QAction *action : f.window->findChildren<QAction *>(QRegularExpression(QStringLiteral("^action"))))
            QVERIFY2(reachable.contains(action), qPrintable(action->objectName()));
    }

    void theWholeWayByKeyboard()
    {
        WindowFixture f;
        f.startConnected();
        const auto key = [&](Qt::Key which, Qt::KeyboardModifiers with = {}) {
            QTest::keyClick(f.window->focusWidget() ? f.window->focusWidget() : f.window.get(), which, with);
        };
        key(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(f.find("filterField")->hasFocus());
        QTest::keyClicks(f.find("filterField"), QStringLiteral("line"));
        key(Qt::Key_Delete); // edits; it must not revoke
        QVERIFY(f.revokeDialogs.empty());
        key(Qt::Key_Down);
        QVERIFY(f.table()->hasFocus());
        QCOMPARE(f.selectedNames(), QStringList{f.names().at(0)});
        key(Qt::Key_Down);
        QCOMPARE(f.selectedNames(), QStringList{f.names().at(1)});
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(f.selectedNames().size(), 2);
        key(Qt::Key_Delete);
        QCOMPARE(f.revokeDialogs.size(), size_t(1));
        QCOMPARE(f.revokeDialogs[0].size(), size_t(2));
        key(Qt::Key_C, Qt::ControlModifier); // the row, not the cell
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Line 2 gateways\t")));
        key(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(f.newTokenDialogs, 1);
        const int lists = f.server.count(QStringLiteral("list"));
        key(Qt::Key_F5);
        QTRY_COMPARE(f.server.count(QStringLiteral("list")), lists + 1);
        // Esc in the filter clears, once more leads back to the table.
        key(Qt::Key_F, Qt::ControlModifier);
        key(Qt::Key_Escape);
        QVERIFY(f.find("filterField")->hasFocus());
        QCOMPARE(f.model()->rowCount(), 7);
        key(Qt::Key_Escape);
        QVERIFY(f.table()->hasFocus());
    }

    void theWindowOpensWithTheKeyboardWhereTheWorkIs()
    {
        WindowFixture f;
        f.start();
        QTRY_VERIFY(f.window->isActiveWindow());
        QVERIFY(f.find("pageButton")->hasFocus()); // Connect…
        f.openSession();
        QTRY_VERIFY(f.isListShown());
        QVERIFY(f.table()->hasFocus());
    }

    void theKeyboardStaysOnAPageWhoseButtonComesAndGoes()
    {
        WindowFixture f;
        f.start();
        f.server.hold = true;
        f.openSession();
        QVERIFY(!f.find("pageButton")->isVisible()); // what is over at once needs no words
        QTRY_COMPARE(f.buttonText("pageButton"), QStringLiteral("Cancel"));
        QVERIFY(f.find("pageButton")->hasFocus());
        QTest::keyClick(f.window->focusWidget(), Qt::Key_Space);
        f.server.release();
        QTRY_COMPARE(f.says("pageHeadline"), QStringLiteral("Loading was cancelled."));
        QVERIFY(f.find("pageButton")->hasFocus());
        QTest::keyClick(f.window->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(f.isListShown());
        QVERIFY(f.table()->hasFocus());
    }

    void whoWorksElsewhereIsNotTakenAlong()
    {
        WindowFixture f;
        f.start();
        f.find("stateChoice")->setFocus();
        f.openSession();
        QTRY_VERIFY(f.isListShown());
        QVERIFY(f.find("stateChoice")->hasFocus());
    }

    void typingInTheListFilters()
    {
        WindowFixture f;
        f.startConnected();
        auto *field = f.find<QLineEdit>("filterField");
        const auto key = [&](Qt::Key which) { QTest::keyClick(f.window->focusWidget(), which); };
        f.table()->setFocus();
        QTest::keyClicks(f.table(), QStringLiteral("p"));
        QVERIFY(field->hasFocus());
        QCOMPARE(field->text(), QStringLiteral("p"));
        QTest::keyClicks(field, QStringLiteral("ilot"));
        QCOMPARE(f.names(), QStringList{QStringLiteral("Pilot site")});
        // From the list again it is another word, as after Ctrl+F.
        key(Qt::Key_Down);
        QVERIFY(f.table()->hasFocus());
        key(Qt::Key_Space); // selects, as it always does
        QVERIFY(f.table()->hasFocus());
        QTest::keyClicks(f.table(), QStringLiteral("l"));
        QCOMPARE(field->text(), QStringLiteral("l"));
        QVERIFY(!field->hasSelectedText());
        // Keys that are no letters do what they did.
        f.table()->setFocus();
        QTest::keyClick(f.table(), Qt::Key_Escape);
        QTest::keyClick(f.table(), Qt::Key_Backspace);
        QTest::keyClick(f.table(), Qt::Key_Tab);
        QVERIFY(!field->hasFocus());
        QCOMPARE(field->text(), QStringLiteral("l"));
    }

    /// The filter hid the row that was current, and Qt made another one current: whichever.
    void downFromTheFilterLeadsToTheFirstThatItFound()
    {
        WindowFixture f;
        f.startConnected();
        f.find("filterField")->setFocus();
        QTest::keyClicks(f.find("filterField"), QStringLiteral("line"));
        QVERIFY(f.names().size() > 1);
        const QModelIndex last = f.model()->index(f.model()->rowCount() - 1, 0);
        f.table()->selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
        QTest::keyClick(f.find("filterField"), Qt::Key_Down);
        QCOMPARE(f.selectedNames(), QStringList{f.names().at(0)});
    }

    void tabReachesEveryControlAndComesAround()
    {
        WindowFixture f;
        f.startConnected();
        f.select(QStringLiteral("Pilot site"));
        QTRY_VERIFY(f.find("detailsCopyId")->isVisible());
        f.find("profileButton")->setFocus();
        QStringList visited;
        for (int i = 0; i < 13; ++i) {
            visited << f.window->focusWidget()->objectName();
            QTest::keyClick(f.window->focusWidget(), Qt::Key_Tab);
            if (f.window->focusWidget()->objectName() == visited.first())
                break;
        }
        QCOMPARE(visited, (QStringList{QStringLiteral("profileButton"), QStringLiteral("newTokenButton"),
                                       QStringLiteral("revokeButton"), QStringLiteral("refreshButton"),
                                       QStringLiteral("filterField"), QStringLiteral("stateChoice"),
                                       QStringLiteral("tokensButton"), QStringLiteral("auditButton"),
                                       QStringLiteral("tokenTable"), QStringLiteral("tokenDetails"),
                                       QStringLiteral("detailsCopyId"), QStringLiteral("detailsUses")}));
    }

    void sortingWorksFromTheMenu()
    {
        WindowFixture f;
        f.startConnected();
        auto *menu = f.find<QMenu>("menuSort");
        Q_EMIT menu->aboutToShow();
        menu->findChild<QAction *>(QStringLiteral("sortBy_name"))->trigger();
        QCOMPARE(f.table()->horizontalHeader()->sortIndicatorSection(), int(Column::Name));
        Q_EMIT menu->aboutToShow();
        menu->findChild<QAction *>(QStringLiteral("sortAscending"))->trigger();
        QCOMPARE(f.names().constFirst(), QStringLiteral("Bench unit 7"));
    }

    void noTwoEntriesOfAMenuShareALetter()
    {
        WindowFixture f;
        f.start();
        for (const QMenu *menu : f.window->findChildren<QMenu *>()) {
            QStringList letters;
            for (const QAction *action : menu->actions()) {
                const qsizetype at = action->text().indexOf(QLatin1Char('&'));
                if (at >= 0)
                    letters << action->text().mid(at + 1, 1).toLower();
            }
            QVERIFY2(letters.removeDuplicates() == 0, qPrintable(menu->title() + letters.join(QLatin1Char(' '))));
        }
    }

    void theLogOpensFromTheHelpMenu()
    {
        WindowFixture f;
        f.start();
        f.trigger("actionLog");
        QCOMPARE(f.logDialogs, 1);
    }

    void theContextMenusOpenWhereTheyAreAskedFor()
    {
        WindowFixture f;
        f.startConnected();
        f.select(QStringLiteral("Pilot site"));
        QContextMenuEvent byKeyboard(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(f.table()->viewport(), &byKeyboard);
        auto *menu = f.find<QMenu>("rowMenu");
        QVERIFY(menu->isVisible());
        QVERIFY(menu->actions().contains(f.find<QAction>("actionRevoke")));
        menu->close();
        Q_EMIT f.table()->horizontalHeader()->customContextMenuRequested(QPoint(5, 5));
        menu = f.find<QMenu>("headerMenu");
        QVERIFY(menu->isVisible());
        QVERIFY(menu->findChild<QAction *>(QStringLiteral("resetColumns")));
        menu->close();
    }

    void focusFollowsFromTheListToThePageAndBack()
    {
        WindowFixture f;
        f.startConnected();
        f.table()->setFocus();
        f.server.tokens.clear();
        f.refresh();
        QTRY_VERIFY(!f.isListShown());
        QVERIFY(f.find("pageButton")->hasFocus());
        f.server.tokens = tokensOfEveryState(f.clock.nowMs());
        f.refresh();
        QTRY_VERIFY(f.isListShown());
        QVERIFY(f.table()->hasFocus());
        QVERIFY(f.table()->currentIndex().isValid());
    }

    /// The accessibility bus asks for children that it remembers; a scroll bar may be gone since.
    void aScrollAreaIsAskedForAChildThatIsGone()
    {
        installAccessibleScrollAreas();
        QScrollArea area;
        area.setObjectName(QStringLiteral("area"));
        area.setAccessibleName(QStringLiteral("Area"));
        auto *content = new QLabel(QStringLiteral("content"));
        area.setWidget(content);
        area.show();
        QAccessibleInterface *described = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(described);
        QCOMPARE(described->text(QAccessible::Name), QStringLiteral("Area"));
        QVERIFY(described->childCount() > 0);
        for (int child = 0; child < described->childCount(); ++child)
            QVERIFY(described->child(child));
        for (const int gone : {described->childCount(), described->childCount() + 1, 1000, -1})
            QVERIFY(!described->child(gone));
        const auto *inside = QAccessible::queryAccessibleInterface(content);
        QCOMPARE(described->indexOfChild(inside->parent()), 0);
    }
};

QTEST_MAIN(TestWindowAccess)
#include "test_window_access.moc"
