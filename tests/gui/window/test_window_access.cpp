// SPDX-License-Identifier: GPL-3.0-or-later
// Keyboard, assistive technology, dark mode, right-to-left, small windows.
#include "core/relativetime.h"
#include "gui/accessiblescrollarea.h"
#include "gui/statecolors.h"
#include "gui/symbolicicon.h"
#include "gui/tokendelegate.h"
#include "windowfixture.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSet>
#include <QStatusBar>
#include <QToolButton>

using namespace tokendesk;
using Column = TokenTableModel::Column;

class TestWindowAccess : public QObject
{
    Q_OBJECT

    static QPalette darkPalette()
    {
        QPalette palette(QColor(0x35363A), QColor(0x2A2B2E));
        palette.setColor(QPalette::Base, QColor(0x1F2023));
        palette.setColor(QPalette::AlternateBase, QColor(0x26272A));
        return palette;
    }
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
    static int pixelsLike(const QImage &image, const QRect &where, const QColor &colour)
    {
        int found = 0;
        for (int y = where.top(); y <= where.bottom(); ++y) {
            for (int x = where.left(); x <= where.right(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                const int off = qAbs(pixel.red() - colour.red()) + qAbs(pixel.green() - colour.green()) +
                                qAbs(pixel.blue() - colour.blue());
                found += pixel.alpha() > 0 && off < 60 ? 1 : 0; // edges are blended
            }
        }
        return found;
    }
    static void stateIconsArePainted(const WindowFixture &f)
    {
        const TokenTableView *table = f.table();
        for (int row = 0; row < f.model()->rowCount(); ++row) {
            const QModelIndex index = f.model()->index(row, Column::State);
            const auto state = static_cast<TokenState>(index.data(TokenTableModel::StateRole).toInt());
            const QPalette palette = table->palette();
            const QColor ground = palette.color(row % 2 ? QPalette::AlternateBase : QPalette::Base);
            const QImage image = table->viewport()->grab().toImage();
            QVERIFY2(pixelsLike(image, table->visualRect(index), stateColor(state, ground)) > 8,
                     qPrintable(stateWord(state)));
        }
    }

private Q_SLOTS:
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QApplication::setPalette(QPalette());
    }

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
        QCOMPARE(f.names().first(), QStringLiteral("Bench unit 7"));
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
        auto *menu = f.window->findChild<QMenu *>(QStringLiteral("rowMenu"));
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->actions().contains(f.find<QAction>("actionRevoke")));
        menu->close();
        Q_EMIT f.table()->horizontalHeader()->customContextMenuRequested(QPoint(5, 5));
        menu = f.window->findChild<QMenu *>(QStringLiteral("headerMenu"));
        QVERIFY(menu && menu->isVisible());
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

    void stateIconsStandOutOnLightAndDark()
    {
        for (const QColor ground :
             {QColor(Qt::white), QColor(0xF5F5F5), QColor(0x1F2023), QColor(0x26272A), QColor(Qt::black)}) {
            for (const TokenState state : allTokenStates)
                QVERIFY2(contrastRatio(stateColor(state, ground), ground) >= 3.0, qPrintable(stateWord(state)));
        }
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    }

    void everySymbolIsPainted()
    {
        for (const char *name : {"token-new", "revoke", "refresh", "search", "key", "plug", "lock", "cloud-off",
                                 "warning", "info", "close", "hourglass"}) {
            const QImage image = symbolicIcon(QString::fromLatin1(name)).pixmap(16, 16).toImage();
            QVERIFY2(pixelsLike(image.convertToFormat(QImage::Format_ARGB32), image.rect(),
                                QGuiApplication::palette().color(QPalette::WindowText)) > 4,
                     name);
        }
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }

    void symbolsFollowADarkPalette()
    {
        const QIcon icon = symbolicIcon(QStringLiteral("lock"));
        QApplication::setPalette(darkPalette());
        const QImage image = icon.pixmap(16, 16).toImage();
        QVERIFY(pixelsLike(image, image.rect(), darkPalette().color(QPalette::WindowText)) > 4);
    }

    void theStateIsPaintedInLightDarkAndRightToLeft_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("light, right to left") << false << true;
        QTest::newRow("dark, right to left") << true << true;
    }
    void theStateIsPaintedInLightDarkAndRightToLeft()
    {
        QFETCH(bool, dark);
        QFETCH(bool, mirrored);
        if (dark)
            QApplication::setPalette(darkPalette());
        if (mirrored)
            QApplication::setLayoutDirection(Qt::RightToLeft);
        WindowFixture f;
        f.startConnected();
        stateIconsArePainted(f);
        const QRect state = f.table()->visualRect(f.model()->index(0, Column::State));
        const QRect uses = f.table()->visualRect(f.model()->index(0, Column::Uses));
        QCOMPARE(state.left() > uses.left(), mirrored);
    }

    void noRelativeTimeIsCutOffByDefault()
    {
        WindowFixture f;
        f.startConnected();
        const TokenTableView *table = f.table();
        for (const auto column : {TokenTableModel::Created, TokenTableModel::Expires, TokenTableModel::LastUsed}) {
            for (const QString &text : longRelativeTimes())
                QVERIFY2(table->columnWidth(column) >= TokenDelegate::cellWidth(table->fontMetrics(), column, text),
                         qPrintable(text));
        }
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

    void theDefaultColumnsFitIntoASmallWindow()
    {
        WindowFixture f;
        f.startConnected();
        f.server.everyError = Error{.kind = ErrorKind::Unauthorized};
        f.refresh();
        f.window->resize(800, 600);
        QTRY_COMPARE(f.window->size(), QSize(800, 600));
        QTRY_VERIFY(f.table()->horizontalHeader()->length() <= f.table()->viewport()->width()); // the details fold away
        for (QWidget *widget : f.window->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !f.table()->isAncestorOf(widget)) {
                const QRect place(widget->mapTo(f.window.get(), QPoint()), widget->size());
                QVERIFY2(f.window->rect().contains(place), qPrintable(widget->objectName()));
                QVERIFY2(widget->width() >= widget->minimumSizeHint().width(), qPrintable(widget->objectName()));
            }
        }
    }

    void inANarrowWindowButtonsGiveUpTheirWordsBeforeTheFilterItsWidth()
    {
        WindowFixture f;
        f.startConnected();
        auto *filter = f.find("filterField");
        auto *state = f.find("stateChoice");
        auto *label = f.find("stateChoiceLabel");
        const auto words = [&f](const char *button) {
            return f.find<QToolButton>(button)->toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
        };
        const auto areWide = [&] {
            return filter->width() >= filter->sizeHint().width() && state->width() >= state->sizeHint().width();
        };
        f.window->resize(1184, 720);
        QTRY_VERIFY(areWide());
        QVERIFY(label->isVisible() && words("refreshButton") && words("revokeButton") && words("newTokenButton"));

        QFont large = f.window->font();
        large.setPointSizeF(large.pointSizeF() * 1.5);
        f.window->setFont(large);
        f.window->resize(800, 600);
        QTRY_COMPARE(f.window->width(), 800);
        QTRY_VERIFY(areWide());
        QVERIFY(!label->isVisible());
        QVERIFY(!words("refreshButton"));
        for (const char *name : {"refreshButton", "revokeButton", "newTokenButton"}) {
            const auto *button = f.find<QToolButton>(name);
            QVERIFY2(button->width() >= button->sizeHint().width(), name);
            QVERIFY2(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty(), name);
        }

        f.window->resize(1600, 720);
        QTRY_VERIFY(label->isVisible() && words("refreshButton") && words("revokeButton") && words("newTokenButton"));
        QVERIFY(areWide());
        // Every width on the way, there and back.
        const int least = f.window->minimumSizeHint().width();
        for (int width = 1600; width >= least; width -= 7) {
            f.window->resize(width, 720);
            QCoreApplication::sendPostedEvents();
            QVERIFY2(filter->width() >= filter->sizeHint().width() || !words("newTokenButton"),
                     qPrintable(QString::number(width)));
        }
        QVERIFY(!words("newTokenButton"));
        for (int width = least; width <= 1600; width += 7) {
            f.window->resize(width, 720);
            QCoreApplication::sendPostedEvents();
        }
        QVERIFY(label->isVisible() && words("refreshButton") && words("revokeButton") && words("newTokenButton"));
    }
};

QTEST_MAIN(TestWindowAccess)
#include "test_window_access.moc"
