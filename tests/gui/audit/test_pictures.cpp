// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn against the data: where it is, what colour it has, what a mouse finds there.
#include "picturerig.h"

#include "gui/auditaxes.h"
#include "gui/expiryview.h"
#include "gui/idleview.h"
#include "gui/lifetimesview.h"
#include "gui/statecolors.h"
#include "gui/usesview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTableView>

using namespace tokendesk;

class TestPictures : public QObject
{
    Q_OBJECT

    static constexpr qint64 now = PictureRig::now;

    static TokenHistoryPtr historyOf(const std::vector<std::pair<qint64, int>> &usesByLook)
    {
        TokenHistoryBuilder builder;
        TokenRow row;
        row.id = testTokenId(1);
        row.createdAt = now - 40 * msPerDay;
        row.useCount = static_cast<quint32>(usesByLook.front().second);
        int before = 0;
        for (size_t look = 0; look < usesByLook.size(); ++look) {
            const auto [ms, uses] = usesByLook[look];
            builder.addLook({ms, ms});
            if (look == 0)
                builder.addToken(row, "Line 1");
            else if (uses != before)
                builder.addEvent(0, TokenEventKind::UseCount, before, uses);
            before = uses;
        }
        return builder.build();
    }

private Q_SLOTS:
    void everyBarIsFoundWhereItIsDrawnInItsStatesColour()
    {
        PictureRig rig;
        rig.show(tokensOfEveryState(now));
        const auto view = rig.picture<LifetimesView>();
        QVERIFY(view->showsSingleBars());
        for (quint32 row = 0; row < rig.model.tokens()->size(); ++row) {
            const QRectF bar = view->rectOf(row);
            QVERIFY(!bar.isEmpty());
            QCOMPARE(view->rowAt(bar.center()), std::optional(row));
        }
        const QColor base = view->palette().color(QPalette::Base);
        // The fourth token of the list is used up and the first is active: solid, or pale with an outline.
        QCOMPARE(PictureRig::colourAt(*view, view->rectOf(2).center() + QPointF(-20, 0)),
                 stateColor(TokenState::Active, base));
        const QRectF expired = view->rectOf(4);
        QCOMPARE(PictureRig::colourAt(*view, expired.center()), base);
        QCOMPARE(PictureRig::colourAt(*view, QPointF(expired.center().x(), expired.top())),
                 stateColor(TokenState::Expired, base));
    }

    void aBarReachesFromCreationToItsEnd()
    {
        PictureRig rig;
        std::vector<TestToken> tokens(2);
        tokens[0] = {1, QStringLiteral("ten days"), now - 10 * msPerDay, now, noInstant, noInstant, 0, false};
        tokens[1] = {
            2, QStringLiteral("five days"), now - 10 * msPerDay, now - 5 * msPerDay, noInstant, noInstant, 0, false};
        rig.show(tokens);
        const auto view = rig.picture<LifetimesView>();
        QVERIFY(std::abs(view->rectOf(0).width() / view->rectOf(1).width() - 2) < 0.05);
        QCOMPARE(view->rectOf(0).left(), view->rectOf(1).left());
    }

    void groupsHaveTheirNameAndTheirTokensTogether()
    {
        PictureRig rig;
        rig.show(hourlyTokens(now, 70)); // every seventh is revoked
        const auto view = rig.picture<LifetimesView>();
        QVERIFY(view->groupMarks().groups().empty());
        view->setOrder(LifetimesView::Order::ByState);
        PictureRig::settle(*view);
        const auto &groups = view->groupMarks().groups();
        QVERIFY(groups.size() >= 2);
        QCOMPARE(groups.front().first, 0);
        int counted = 0;
        for (size_t group = 0; group < groups.size(); ++group) {
            const int end = group + 1 < groups.size() ? groups[group + 1].first : view->itemsCount();
            const TokenState state = rig.scene.stateOf(view->itemRows(groups[group].first).front());
            QCOMPARE(groups[group].name,
                     QStringLiteral("%1 (%2)").arg(stateWord(state)).arg(end - groups[group].first));
            qint64 before = 0;
            for (int item = groups[group].first; item < end; ++item, ++counted) {
                const quint32 row = view->itemRows(item).front();
                QCOMPARE(rig.scene.stateOf(row), state);
                QVERIFY(rig.model.tokens()->row(row).createdAt >= before); // each by creation
                before = rig.model.tokens()->row(row).createdAt;
            }
        }
        QCOMPARE(counted, view->itemsCount());

        view->setOrder(LifetimesView::Order::ByKind);
        PictureRig::settle(*view);
        QCOMPARE(view->groupMarks().groups().size(), size_t(1));
        QCOMPARE(view->groupMarks().groups().front().name, QStringLiteral("Reusable (70)"));
    }

    /// The name of a group stays in sight while any of it is, and gives way where there is no room.
    void theNameOfAGroupScrollsAlong()
    {
        PictureRig rig;
        rig.show(hourlyTokens(now, 700));
        const auto view = rig.picture<LifetimesView>();
        view->setOrder(LifetimesView::Order::ByState);
        PictureRig::settle(*view);
        const QRectF area = view->axisRect()->rect();
        view->zoom(8, QPointF(area.left() + 10, area.top()), Qt::ShiftModifier);
        view->pan(QPointF(0, -60));
        PictureRig::settle(*view);
        const QRectF name = view->groupMarks().nameRect(0);
        QVERIFY(area.contains(name));
        QVERIFY(name.top() - area.top() < 3);
        QVERIFY(view->groupMarks().nameRect(view->groupMarks().groups().size() - 1).isEmpty()); // far below
    }

    void aClickSelectsInTheTableAndCtrlClickAdds()
    {
        PictureRig rig;
        rig.show(tokensOfEveryState(now));
        const auto view = rig.picture<LifetimesView>();
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->rectOf(1).center().toPoint());
        QCOMPARE(rig.selectedIds(), std::vector{testTokenId(2)});
        QTest::mouseClick(view.get(), Qt::LeftButton, Qt::ControlModifier, view->rectOf(4).center().toPoint());
        QCOMPARE(rig.selectedIds(), (std::vector{testTokenId(2), testTokenId(5)}));
        QTest::mouseClick(view.get(), Qt::LeftButton, Qt::ControlModifier, view->rectOf(1).center().toPoint());
        QCOMPARE(rig.selectedIds(), std::vector{testTokenId(5)});
    }

    void anotherOrderSelectsNothingNewAndAFilterOnlyWhereItHidesASelectedToken()
    {
        PictureRig rig;
        rig.show(tokensOfEveryState(now));
        rig.scene.pick({1, 2});
        QCoreApplication::processEvents();
        QSignalSpy changed(&rig.scene, &AuditScene::selectionChanged);
        rig.model.sort(TokenTableModel::Name, Qt::DescendingOrder);
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 0);
        QCOMPARE(rig.scene.selectedCount(), 2);
        QVERIFY(rig.scene.isSelected(1));
        QVERIFY(rig.scene.isSelected(2));
        rig.model.setFilter(TokenFilter(rig.model.tokens()->name(1)));
        QCoreApplication::processEvents();
        QVERIFY(changed.size() > 0);
        QCOMPARE(rig.scene.selected(), std::vector<quint32>{1});

        rig.model.setFilter({}); // Qt's selection model may announce the same selection once more
        QCoreApplication::processEvents();
        changed.clear();
        QCOMPARE(rig.scene.selected(), std::vector<quint32>{1});
        rig.show({tokensOfEveryState(now)[1]}); // its row is another one now
        QCoreApplication::processEvents();
        QVERIFY(changed.size() > 0);
        QCOMPARE(rig.scene.selected(), std::vector<quint32>{0});
    }

    void aRubberBandSelectsTheBarsItTouches()
    {
        PictureRig rig;
        rig.show(tokensOfEveryState(now));
        const auto view = rig.picture<LifetimesView>();
        const QPoint from = view->rectOf(1).center().toPoint();
        const QPoint to = view->rectOf(3).center().toPoint();
        QTest::mousePress(view.get(), Qt::LeftButton, Qt::ShiftModifier, from);
        for (const QPoint &at : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             Qt::ShiftModifier);
            QApplication::sendEvent(view.get(), &move);
        }
        QTest::mouseRelease(view.get(), Qt::LeftButton, Qt::ShiftModifier, to);
        QVERIFY(rig.scene.isSelected(1));
        QVERIFY(rig.scene.isSelected(3));
        QVERIFY(!rig.scene.isSelected(0));
    }

    void whatIsSelectedInTheTableIsMarkedInThePicture()
    {
        PictureRig rig;
        rig.show(tokensOfEveryState(now));
        const auto view = rig.picture<LifetimesView>();
        const QRectF bar = view->rectOf(2);
        const QPointF beside(view->axisRect()->left() + 2, bar.center().y());
        const QColor before = PictureRig::colourAt(*view, beside);
        rig.select(2);
        QVERIFY(PictureRig::colourAt(*view, beside) != before);
        QVERIFY(PictureRig::colourAt(*view, QPointF(beside.x(), view->rectOf(5).center().y())) == before);
    }

    void theKeyboardWalksThroughBarsAndSaysWhatTheyAre()
    {
        PictureRig rig;
        rig.show(tokensOfEveryState(now));
        const auto view = rig.picture<LifetimesView>();
        QTest::keyClick(view.get(), Qt::Key_Home);
        QVERIFY(view->accessibleName().contains(QStringLiteral("Line 10 robots")));
        QTest::keyClick(view.get(), Qt::Key_Down);
        QVERIFY(view->accessibleName().contains(QStringLiteral("Line 2 gateways")));
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(rig.selectedIds(), std::vector{testTokenId(2)});
    }

    void theNumbersAreATableThatCanBeCopied()
    {
        PictureRig rig;
        rig.show({{1, QStringLiteral("=SUM(A1)"), now - msPerDay, noInstant, noInstant, noInstant, 3, false}});
        const auto view = rig.picture<LifetimesView>();
        QTest::keyClick(view.get(), Qt::Key_T, Qt::ControlModifier);
        auto *dialog = view->findChild<NumbersDialog *>();
        QVERIFY(dialog);
        const auto *table = dialog->findChild<QTableView *>(QStringLiteral("numbersTable"));
        QCOMPARE(table->model()->rowCount(), 1);
        dialog->copy();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(QStringLiteral("'=SUM(A1)")));
        QCOMPARE(copied.count(QLatin1Char('\n')), 2);
    }

    void zoomAndPanKeepWhatIsUnderTheMouse()
    {
        PictureRig rig;
        rig.show(hourlyTokens(now, 2000));
        const auto view = rig.picture<LifetimesView>();
        QVERIFY(!view->showsSingleBars());
        const QPointF at = QRectF(view->axisRect()->rect()).center();
        const auto before = view->rowAt(at);
        for (int step = 0; step < 12; ++step)
            view->zoom(1.6, at, {});
        QVERIFY(view->showsSingleBars());
        QCOMPARE(view->rowAt(at), before);
        view->showAll();
        QVERIFY(!view->showsSingleBars());
    }

    void aCrowdIsDrawnAsDensityThatIsTrueToIt()
    {
        PictureRig rig;
        rig.show(hourlyTokens(now, 20'000));
        const auto view = rig.picture<LifetimesView>();
        QVERIFY(!view->showsSingleBars());
        const QColor base = view->palette().color(QPalette::Base);
        const QRect area = view->axisRect()->rect();
        // The newest ones are on top and live now; nothing lived at the time of the oldest one up there.
        const quint32 top = *view->rowAt(QPointF(area.center().x(), area.top() + 3));
        QVERIFY(PictureRig::colourAt(*view, view->rectOf(top).center()) != base);
        QCOMPARE(PictureRig::colourAt(*view, QPointF(area.left() + 60.5, area.top() + 3)), base);
        rig.select(int(top));
        QVERIFY(PictureRig::colourAt(*view, QPointF(area.left() + 60.5, area.top() + 3)) != base);
    }

    void anyListHasAPicture_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<qint64>("apart");
        QTest::addColumn<qint64>("life");
        QTest::newRow("none") << 0 << qint64(0) << qint64(0);
        QTest::newRow("one") << 1 << msPerDay << msPerDay;
        QTest::newRow("all in one second") << 40 << qint64(1) << qint64(20);
        QTest::newRow("a hundred years") << 3 << msPerDay << 36'525 * msPerDay;
        QTest::newRow("100,000") << 100'000 << qint64(60'000) << 30 * msPerDay;
    }
    void anyListHasAPicture()
    {
        QFETCH(int, count);
        QFETCH(qint64, apart);
        QFETCH(qint64, life);
        PictureRig rig;
        std::vector<TestToken> tokens;
        for (int i = 0; i < count; ++i)
            tokens.push_back({1 + i, QStringLiteral("Token %1").arg(i), now - 1000 - i * apart,
                              now - 1000 - i * apart + life, noInstant, noInstant, 0, false});
        rig.show(tokens);
        const auto lives = rig.picture<LifetimesView>();
        const auto idle = rig.picture<IdleView>();
        const auto expiry = rig.picture<ExpiryView>();
        QCOMPARE(lives->itemsCount(), count);
        for (AuditPicture *picture : {static_cast<AuditPicture *>(lives.get()), static_cast<AuditPicture *>(idle.get()),
                                      static_cast<AuditPicture *>(expiry.get())}) {
            QVERIFY(!picture->image({400, 300}, 1, picture->palette()).isNull());
            for (const int item : {0, picture->itemsCount() / 2, picture->itemsCount() - 1}) {
                if (item < 0 || item >= picture->itemsCount())
                    continue;
                QVERIFY(!picture->itemText(item).isEmpty());
                picture->setFocusedItem(item);
                QVERIFY2(!picture->itemRect(item).isEmpty(), qPrintable(picture->objectName()));
            }
        }
    }

    void usesSaySurelyAndPerhapsApartAndGapsAreNoZeroes()
    {
        PictureRig rig;
        rig.show({{1, QStringLiteral("Line 1"), now - 40 * msPerDay, noInstant, noInstant, noInstant, 30, false}});
        // Looked at day by day for a while, then not for ten days, in which 8 were used.
        std::vector<std::pair<qint64, int>> looks;
        for (int day = 30; day >= 20; --day)
            looks.push_back({now - day * msPerDay, 10 + (30 - day)});
        looks.push_back({now - 10 * msPerDay, 28});
        looks.push_back({now, 30});
        rig.scene.setHistory(historyOf(looks));
        const auto view = rig.picture<UsesView>();
        QTRY_VERIFY(!view->isBehind());
        QCOMPARE(view->series().beforeHistory, quint64(10));
        double known = 0;
        double spread = 0;
        int unseen = -1;
        int filled = -1;
        for (int item = 0; item < view->itemsCount(); ++item) {
            const UseBucket &bucket = view->series().buckets[size_t(item)];
            known += bucket.known;
            spread += bucket.spread;
            if (!bucket.looked)
                unseen = item;
            else if (bucket.known + bucket.spread >= 1)
                filled = item;
        }
        QVERIFY(std::abs(known + spread - 20) < 0.01);
        QVERIFY(unseen >= 0 && filled >= 0);
        QCOMPARE(view->itemAtPoint(view->itemRect(filled).center()), filled);
        QVERIFY(view->itemText(unseen) != view->itemText(filled));
        QVERIFY(view->subtitle().contains(QStringLiteral("10")));
        QCOMPARE(view->numbers().rows, view->itemsCount());
        const QRectF gap = view->itemRect(unseen);
        QVERIFY(gap.height() > view->axisRect()->height() * 0.9); // a band, not a bar
    }

    void theExpiryCalendarCountsAndItsBarsSelect()
    {
        PictureRig rig;
        std::vector<TestToken> tokens;
        for (int i = 0; i < 12; ++i)
            tokens.push_back({1 + i, QStringLiteral("Token %1").arg(i), now - msPerDay,
                              i < 5 ? noInstant : now + (i < 8 ? 3 : 9) * msPerDay, noInstant, noInstant, 0, false});
        tokens.push_back(
            {99, QStringLiteral("gone"), now - 9 * msPerDay, now - msPerDay, noInstant, noInstant, 0, false});
        rig.show(tokens);
        const auto view = rig.picture<ExpiryView>();
        QCOMPARE(view->calendar().never, 5U);
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->itemRect(view->neverItem()).center().toPoint());
        QCOMPARE(rig.scene.selectedCount(), 5);
        int sum = 0;
        double tallest = 0;
        for (int item = 0; item < view->itemsCount(); ++item) {
            const int count = int(view->itemRows(item).size());
            sum += count;
            if (count > 0)
                tallest = std::max(tallest, view->itemRect(item).height() / count);
        }
        QCOMPARE(sum, 12); // dead ones expire no more
        // Heights are in proportion to counts.
        QVERIFY(std::abs(view->itemRect(view->neverItem()).height() / 5 - tallest) < 1.5);
    }

    void oldAndIdleTokensLieInTheCornerToCleanUp()
    {
        PictureRig rig;
        rig.show(
            {{1, QStringLiteral("busy"), now - 400 * msPerDay, noInstant, now - msPerDay, noInstant, 90, false},
             {2, QStringLiteral("stale"), now - 400 * msPerDay, noInstant, now - 200 * msPerDay, noInstant, 4, false},
             {3, QStringLiteral("young"), now - 3 * msPerDay, noInstant, noInstant, noInstant, 0, false}});
        const auto view = rig.picture<IdleView>();
        QVERIFY(!view->corner().contains(view->rectOf(0).center()));
        QVERIFY(view->corner().contains(view->rectOf(1).center()));
        QVERIFY(!view->corner().contains(view->rectOf(2).center()));
        QVERIFY(view->rectOf(0).width() > view->rectOf(1).width());
        view->setStaleDays(300);
        PictureRig::settle(*view);
        QVERIFY(!view->corner().contains(view->rectOf(1).center()));
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->rectOf(1).center().toPoint());
        QCOMPARE(rig.selectedIds(), std::vector{testTokenId(2)});
    }

    void coloursStandOutInLightAndDark()
    {
        for (const QColor &ground : {QColor(Qt::white), QColor(0x20, 0x22, 0x26)}) {
            QPalette palette(ground);
            palette.setColor(QPalette::Base, ground);
            palette.setColor(QPalette::Text, ground == QColor(Qt::white) ? Qt::black : Qt::white);
            const AuditColors colors(palette);
            QVERIFY(contrastRatio(colors.amount, ground) >= 3);
            QVERIFY(contrastRatio(colors.now, ground) >= 3);
            QVERIFY(contrastRatio(colors.quiet, ground) >= 4.5);
        }
    }

    void namesOfTheServersAreHarmlessInEveryWord()
    {
        PictureRig rig;
        rig.show(
            {{1, QStringLiteral("<b>x</b>\u202Eevil"), now - msPerDay, noInstant, noInstant, noInstant, 0, false}});
        const auto view = rig.picture<LifetimesView>();
        QVERIFY(!view->itemText(0).contains(QChar(0x202E)));
        QVERIFY(view->itemText(0).contains(QStringLiteral("<b>"))); // shown as it is, never as markup
    }
};

QTEST_MAIN(TestPictures)
#include "test_pictures.moc"
