// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replyerror.h"
#include "core/safetext.h"

#include <QTest>

using namespace tokendesk;

class TestReplyError : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStatusHasItsKind_data();
    void everyStatusHasItsKind();
    void theEnvelopeSaysWhy();
    void whatIsNoEnvelopeIsLeftOut();
    void htmlIsSaid();
    void longMessagesAreCut();
    void onlyARefusalIsADefiniteOutcome_data();
    void onlyARefusalIsADefiniteOutcome();
};

void TestReplyError::everyStatusHasItsKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const std::initializer_list<std::pair<int, ErrorKind>> table{{301, ErrorKind::Redirected},
                                                                 {307, ErrorKind::Redirected},
                                                                 {400, ErrorKind::Validation},
                                                                 {401, ErrorKind::Unauthorized},
                                                                 {403, ErrorKind::Forbidden},
                                                                 {404, ErrorKind::NotFound},
                                                                 {407, ErrorKind::ProxyAuthentication},
                                                                 {408, ErrorKind::Timeout},
                                                                 {409, ErrorKind::Conflict},
                                                                 {413, ErrorKind::Validation},
                                                                 {422, ErrorKind::Validation},
                                                                 {429, ErrorKind::RateLimited},
                                                                 {500, ErrorKind::Server},
                                                                 {502, ErrorKind::Server},
                                                                 {503, ErrorKind::Server},
                                                                 {599, ErrorKind::Server},
                                                                 {101, ErrorKind::Protocol},
                                                                 {600, ErrorKind::Protocol}};
    for (const auto &[status, kind] : table)
        QTest::addRow("%d", status) << status << kind;
}

void TestReplyError::everyStatusHasItsKind()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QCOMPARE(kindOfStatus(status), kind);
}

void TestReplyError::theEnvelopeSaysWhy()
{
    Error error;
    readErrorEnvelope(
        R"({"success":false,"error":{"code":"VALIDATION_ERROR","message":"name is required","details":"x"}})",
        "application/json", error);
    QCOMPARE(error.serverCode, QStringLiteral("VALIDATION_ERROR"));
    QCOMPARE(error.serverMessage, QStringLiteral("name is required"));
    QVERIFY(error.detail.isEmpty());
}

void TestReplyError::whatIsNoEnvelopeIsLeftOut()
{
    for (const char *body :
         {"", "null", "[1]", "{\"error\":\"x\"}", "{\"error\":{\"code\":5,\"message\":{}}}", "{\"error\":", "\xff"}) {
        Error error;
        readErrorEnvelope(body, "application/json", error);
        QCOMPARE(error, Error());
    }
}

void TestReplyError::htmlIsSaid()
{
    Error byBody;
    readErrorEnvelope("\n <html><body>Bad gateway</body></html>", {}, byBody);
    QCOMPARE(byBody.detail, QStringLiteral("HTML came instead of JSON"));
    Error byType;
    readErrorEnvelope("Bad gateway", "Text/HTML; charset=utf-8", byType);
    QCOMPARE(byType.detail, QStringLiteral("HTML came instead of JSON"));
}

void TestReplyError::longMessagesAreCut()
{
    Error error;
    readErrorEnvelope("{\"error\":{\"message\":\"" + QByteArray(5000, 'x') + "\",\"code\":\"" + QByteArray(5000, 'C') +
                          "\"}}",
                      {}, error);
    QCOMPARE(error.serverMessage.size(), 2000);
    QCOMPARE(error.serverCode.size(), 100);
    // Not through the middle of a character.
    const QString pairs = QStringLiteral("x") + QString::fromUtf8("\U0001F600").repeated(1000);
    QCOMPARE(boundedServerText(pairs).size(), 1999);
}

void TestReplyError::onlyARefusalIsADefiniteOutcome_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("unknown");
    const QString none;
    const QString code = QStringLiteral("INTERNAL");
    QTest::newRow("closed") << ErrorKind::Network << none << true;
    QTest::newRow("timeout") << ErrorKind::Timeout << none << true;
    QTest::newRow("undecodable") << ErrorKind::Protocol << none << true;
    QTest::newRow("too large") << ErrorKind::TooLarge << none << true;
    QTest::newRow("5xx without an envelope") << ErrorKind::Server << none << true;
    QTest::newRow("5xx with an envelope") << ErrorKind::Server << code << false;
    QTest::newRow("400") << ErrorKind::Validation << none << false;
    QTest::newRow("401") << ErrorKind::Unauthorized << none << false;
    QTest::newRow("403") << ErrorKind::Forbidden << none << false;
    QTest::newRow("404") << ErrorKind::NotFound << none << false;
    QTest::newRow("409") << ErrorKind::Conflict << none << false;
    QTest::newRow("429") << ErrorKind::RateLimited << none << false;
    QTest::newRow("redirect") << ErrorKind::Redirected << none << false;
}

void TestReplyError::onlyARefusalIsADefiniteOutcome()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    QFETCH(bool, unknown);
    const Error error = asOutcome({.kind = kind, .serverCode = code});
    QCOMPARE(error.kind, unknown ? ErrorKind::OutcomeUnknown : kind);
    if (unknown)
        QCOMPARE(error.cause, kind);
}

QTEST_GUILESS_MAIN(TestReplyError)
#include "testreplyerror.moc"
