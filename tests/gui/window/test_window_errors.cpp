// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>

using namespace tokendesk;

Q_DECLARE_METATYPE(tokendesk::ErrorKind)

class TestWindowErrors : public QObject
{
    Q_OBJECT

    static void fail(WindowFixture &f, const Error &error)
    {
        f.server.everyError = error;
        f.refresh();
    }

private Q_SLOTS:
    void theBannerOffersTheNextStep_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("button");
        const QString again = QStringLiteral("Try Again");
        const QString token = QStringLiteral("New Access Token…");
        const QString check = QStringLiteral("Check Connection…");
        QTest::newRow("network") << ErrorKind::Network << again;
        QTest::newRow("timeout") << ErrorKind::Timeout << again;
        QTest::newRow("tls") << ErrorKind::Tls << check;
        QTest::newRow("redirected") << ErrorKind::Redirected << check;
        QTest::newRow("401") << ErrorKind::Unauthorized << token;
        QTest::newRow("403") << ErrorKind::Forbidden << token;
        QTest::newRow("404") << ErrorKind::NotFound << check;
        QTest::newRow("409") << ErrorKind::Conflict << QStringLiteral("Reload");
        QTest::newRow("422") << ErrorKind::Validation << QString();
        QTest::newRow("429") << ErrorKind::RateLimited << again;
        QTest::newRow("5xx") << ErrorKind::Server << again;
        QTest::newRow("protocol") << ErrorKind::Protocol << again;
        QTest::newRow("too large") << ErrorKind::TooLarge << check;
        QTest::newRow("clear text") << ErrorKind::ClearTextRefused << check;
    }
    void theBannerOffersTheNextStep()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(QString, button);
        WindowFixture f;
        f.startConnected();
        fail(f, {.kind = kind});
        QTRY_VERIFY(!f.says("bannerHeadline").isEmpty());
        QCOMPARE(f.says("bannerHeadline"), describeError({.kind = kind}).headline);
        QVERIFY(f.says("bannerExplanation").contains(QStringLiteral("loaded just now")));
        QCOMPARE(f.buttonText("bannerButton"), button);
        QVERIFY(f.isListShown());
        QCOMPARE(f.model()->rowCount(), 7);
    }

    void theBannerGoesWhenTheServerIsBack()
    {
        WindowFixture f;
        f.startConnected();
        fail(f, {.kind = ErrorKind::Network});
        QTRY_VERIFY(!f.says("bannerHeadline").isEmpty());
        f.server.everyError.reset();
        f.click("bannerButton");
        QTRY_COMPARE(f.says("bannerHeadline"), QString());
        QVERIFY(!f.table()->isStale());
    }

    void after401TheListStaysGreyAndDatedWithOneButtonAndNothingIsSentAgain()
    {
        WindowFixture f;
        f.startConnected();
        f.select(QStringLiteral("Pilot site"));
        fail(f, {.kind = ErrorKind::Unauthorized, .httpStatus = 401});
        QTRY_COMPARE(f.buttonText("bannerButton"), QStringLiteral("New Access Token…"));
        QVERIFY(f.table()->isStale());
        QVERIFY(f.says("statusAge").startsWith(QStringLiteral("Not up to date")));
        QCOMPARE(f.selectedNames(), QStringList{QStringLiteral("Pilot site")});
        QVERIFY(!f.isEnabled("actionNewToken"));
        QVERIFY(!f.isEnabled("actionRevoke"));
        QVERIFY(f.isEnabled("actionCopyRow"));

        const auto sent = f.server.requests.size();
        f.click("bannerButton");
        QCOMPARE(f.connectDialogs.back().reason, ConnectReason::NewAccessToken);
        QVERIFY(f.connectDialogs.back().profile == WindowFixture::profile());
        QCOMPARE(f.server.requests.size(), sent);

        f.server.everyError.reset();
        f.connector->connectTo(WindowFixture::profile(), Secret("another"), f.window.get(),
                               [](const Result<void> &) {});
        f.connected(WindowFixture::profile());
        QTRY_VERIFY(!f.table()->isStale());
        QCOMPARE(f.selectedNames(), QStringList{QStringLiteral("Pilot site")});
        QVERIFY(f.isEnabled("actionNewToken"));
    }

    void a429CountsDownAndThenReadsAgainByItself()
    {
        WindowFixture f;
        f.startConnected();
        fail(f, {.kind = ErrorKind::RateLimited, .httpStatus = 429, .retryAfterMs = 12'000});
        QTRY_VERIFY(f.says("bannerExplanation").contains(QStringLiteral("12 ")));
        QVERIFY(!f.find<QAbstractButton>("bannerButton")->isEnabled());
        const int before = f.server.count(QStringLiteral("list"));
        f.clock.advance(5000);
        QTRY_VERIFY(f.says("bannerExplanation").contains(QStringLiteral("7 ")));
        QCOMPARE(f.server.count(QStringLiteral("list")), before);
        f.server.everyError.reset();
        f.clock.advance(7000);
        QTRY_COMPARE(f.server.count(QStringLiteral("list")), before + 1);
        QTRY_COMPARE(f.says("bannerHeadline"), QString());
    }

    void detailsAreCopiedWithWhatHappened()
    {
        WindowFixture f;
        f.startConnected();
        fail(f, {.kind = ErrorKind::Server, .httpStatus = 503, .requestId = QStringLiteral("req-17")});
        QTRY_VERIFY(!f.says("bannerHeadline").isEmpty());
        f.click("bannerCopyDetails");
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(QStringLiteral("The server has a problem.")));
        QVERIFY(copied.contains(QStringLiteral("503")));
        QVERIFY(copied.contains(QStringLiteral("req-17")));
        QCOMPARE(f.says("statusMessage"), QStringLiteral("Details copied."));
    }

    void aListThatNeverCameIsAPageWithTheNextStep_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("button");
        QTest::newRow("network") << ErrorKind::Network << QStringLiteral("Try Again");
        QTest::newRow("403") << ErrorKind::Forbidden << QStringLiteral("New Access Token…");
        QTest::newRow("401") << ErrorKind::Unauthorized << QStringLiteral("New Access Token…");
        QTest::newRow("tls") << ErrorKind::Tls << QStringLiteral("Check Connection…");
        QTest::newRow("422, which has no next step") << ErrorKind::Validation << QStringLiteral("Try Again");
    }
    void aListThatNeverCameIsAPageWithTheNextStep()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(QString, button);
        WindowFixture f;
        f.start();
        f.server.everyError = Error{.kind = kind};
        f.openSession();
        QTRY_COMPARE(f.says("pageHeadline"), describeError({.kind = kind}).headline);
        QCOMPARE(f.buttonText("pageButton"), button);
        QCOMPARE(f.says("bannerHeadline"), QString()); // said once
        QVERIFY(!f.isListShown());
    }

    void tryingAgainLoadsTheList()
    {
        WindowFixture f;
        f.start();
        f.server.everyError = Error{.kind = ErrorKind::Network};
        f.openSession();
        QTRY_COMPARE(f.buttonText("pageButton"), QStringLiteral("Try Again"));
        f.server.everyError.reset();
        f.click("pageButton");
        QTRY_VERIFY(f.isListShown());
    }

    void loadingIsShownOnlyAfterAWhileAndCanBeCancelled()
    {
        WindowFixture f;
        f.start();
        f.server.hold = true;
        f.openSession();
        QCOMPARE(f.says("pageHeadline"), QString());
        QVERIFY(!f.isListShown());
        QTRY_COMPARE(f.says("pageHeadline"), QStringLiteral("Loading tokens…"));
        Q_EMIT f.session->loadProgress(42'000, 100'000);
        QLocale locale;
        QCOMPARE(f.says("pageExplanation"),
                 QStringLiteral("%1 of %2").arg(locale.toString(42'000), locale.toString(100'000)));
        QCOMPARE(f.buttonText("pageButton"), QStringLiteral("Cancel"));
        f.click("pageButton");
        f.server.release();
        QTRY_COMPARE(f.says("pageHeadline"), QStringLiteral("Loading was cancelled."));
        f.click("pageButton");
        QTRY_VERIFY(f.isListShown());
    }

    void aLongRefreshIsSaidInTheStatusBarAndCanBeCancelled()
    {
        WindowFixture f;
        f.startConnected();
        f.server.hold = true;
        f.trigger("actionRefresh");
        QCOMPARE(f.says("statusBusy"), QString());
        QTRY_COMPARE(f.says("statusBusy"), QStringLiteral("Refreshing…"));
        QVERIFY(f.isListShown());
        f.click("statusCancel");
        f.server.release();
        QTRY_COMPARE(f.says("statusBusy"), QString());
        QCOMPARE(f.says("bannerHeadline"), QString());
        QVERIFY(!f.table()->isStale());
    }

    void anEmptyOrganizationOffersTheFirstToken()
    {
        WindowFixture f;
        f.server.tokens.clear();
        f.startConnected();
        QCOMPARE(f.says("pageHeadline"), QStringLiteral("No tokens yet"));
        f.click("pageButton");
        QCOMPARE(f.newTokenDialogs, 1);
    }

    void rowsTheServerSentTwiceAreSaidUntilClosed()
    {
        WindowFixture f;
        f.server.tokens.push_back(f.server.tokens.front());
        f.startConnected();
        QVERIFY(f.says("bannerHeadline").contains(QStringLiteral("more than once")));
        QCOMPARE(f.model()->rowCount(), 7);
        QCOMPARE(f.buttonText("bannerButton"), QString());
        f.click("bannerClose");
        QCOMPARE(f.says("bannerHeadline"), QString());
        f.refresh();
        QTest::qWait(50);
        QCOMPARE(f.says("bannerHeadline"), QString());
    }

    void aHostileServerMessageIsShownAsPlainText()
    {
        WindowFixture f;
        f.startConnected();
        fail(f, {.kind = ErrorKind::Forbidden,
                 .httpStatus = 403,
                 .serverMessage = QStringLiteral("<a href='https://evil.example'>click</a>\u202E\n")});
        QTRY_VERIFY(!f.says("bannerExplanation").isEmpty());
        auto *label = f.find<QLabel>("bannerExplanation");
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!label->text().contains(QChar(0x202E)));
        QVERIFY(label->text().contains(QStringLiteral("<a href=")));
    }
};

QTEST_MAIN(TestWindowErrors)
#include "test_window_errors.moc"
