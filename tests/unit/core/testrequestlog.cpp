// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requestlog.h"

#include <QSet>
#include <QTest>

#include <thread>

using namespace tokendesk;

class TestRequestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineSaysWhatHappenedInColumns()
    {
        const QString text = RequestLog::text({.startedAtMs = 1'767'323'045'006,
                                               .method = QStringLiteral("GET"),
                                               .path = QStringLiteral("/organization"),
                                               .status = 200,
                                               .requestId = QStringLiteral("7f3a"),
                                               .milliseconds = 15,
                                               .bytes = 1234,
                                               .outcome = QStringLiteral("ok")});
        QCOMPARE(text.simplified(), QStringLiteral("2026-01-02T03:04:05.006Z GET 200 15 1234 ok /organization 7f3a"));
        QCOMPARE(RequestLog::heading().indexOf(QStringLiteral("outcome")), text.indexOf(QStringLiteral("ok ")));
        const QString none = RequestLog::text({.method = QStringLiteral("POST"), .outcome = QStringLiteral("network")});
        QCOMPARE(none.simplified(), QStringLiteral("1970-01-01T00:00:00.000Z POST - 0 0 network - -"));
    }

    void placeholdersStayText()
    {
        const QString text = RequestLog::text({.method = QStringLiteral("%8"),
                                               .path = QStringLiteral("/%1/%2"),
                                               .requestId = QStringLiteral("%3"),
                                               .outcome = QStringLiteral("%7")});
        QVERIFY2(text.contains(QStringLiteral("%8 ")) && text.contains(QStringLiteral("%7 ")) &&
                     text.endsWith(QStringLiteral("/%1/%2  %3")),
                 qPrintable(text));
    }

    void theOldestGoWhenThereAreTooMany()
    {
        RequestLog log(3);
        for (int i = 0; i < 10; ++i)
            log.add({.status = i});
        const RequestLog::News all = log.since(0);
        QCOMPARE(all.seen, quint64(10));
        QCOMPARE(all.lines.size(), size_t(3));
        QCOMPARE(all.lines.front().status, 7);
        QCOMPARE(all.lines.back().status, 9);
    }

    void onlyWhatIsNewIsTold()
    {
        RequestLog log(3);
        QCOMPARE(log.since(0).lines.size(), size_t(0));
        log.add({.status = 1});
        const RequestLog::News first = log.since(0);
        QCOMPARE(first.lines.size(), size_t(1));
        QCOMPARE(log.since(first.seen).lines.size(), size_t(0));
        log.add({.status = 2});
        const RequestLog::News second = log.since(first.seen);
        QCOMPARE(second.lines.size(), size_t(1));
        QCOMPARE(second.lines.front().status, 2);
        QCOMPARE(log.since(99).lines.size(), size_t(0));
    }

    void aQueryIsCutOffAndHostileTextMadeVisible()
    {
        RequestLog log;
        log.add({.path = QStringLiteral("/token?code=hidden"), .requestId = QStringLiteral("a\nb\u202E")});
        log.add({.path = QString(100'000, u'x')});
        const auto lines = log.since(0).lines;
        QCOMPARE(lines.at(0).path, QStringLiteral("/token"));
        QVERIFY(!lines.at(0).requestId.contains(QLatin1Char('\n')) && !lines.at(0).requestId.contains(QChar(0x202E)));
        QVERIFY(lines.at(1).path.size() <= 200);
    }

    void everyKindHasItsWord()
    {
        QSet<QString> words{outcomeWord(nullptr)};
        for (int kind = 0; kind <= int(ErrorKind::KeychainFailed); ++kind) {
            const Error error{.kind = ErrorKind(kind), .cause = ErrorKind::Timeout};
            words << outcomeWord(&error);
        }
        QCOMPARE(words.size(), int(ErrorKind::KeychainFailed) + 2);
        QVERIFY(words.contains(QStringLiteral("outcome-unknown/timeout")));
    }

    void manyThreadsMayWriteAndRead()
    {
        RequestLog log(50);
        {
            std::vector<std::jthread> threads;
            for (int thread = 0; thread < 4; ++thread) {
                threads.emplace_back([&log] {
                    for (int i = 0; i < 500; ++i) {
                        log.add({.path = QStringLiteral("/x"), .status = i});
                        static_cast<void>(log.since(0));
                    }
                });
            }
        }
        QCOMPARE(log.since(0).seen, quint64(2000));
        QCOMPARE(log.since(0).lines.size(), size_t(50));
    }
};

QTEST_APPLESS_MAIN(TestRequestLog)
#include "testrequestlog.moc"
