// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicalls.h"
#include "support/simulator/simulatorprocess.h"

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QString tokensPath = u"/api/provisioning-tokens"_s;
} // namespace

/// Every fault the simulator knows, and what the api makes of it.
class TestApiFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everyFaultOfAListIsItsOwnError_data();
    void everyFaultOfAListIsItsOwnError();
    void faultsThatAreNoneAreRead_data();
    void faultsThatAreNoneAreRead();
    void everyFaultOfACreateIsToldRight_data();
    void everyFaultOfACreateIsToldRight();
    void everyFaultOfARevokeIsToldRight_data();
    void everyFaultOfARevokeIsToldRight();
    void aBombIsNotInflatedBeyondTheCap_data();
    void aBombIsNotInflatedBeyondTheCap();
    void aWaitIsTakenFromRetryAfter_data();
    void aWaitIsTakenFromRetryAfter();

private:
    [[nodiscard]] ApiConfig config(const SimulatorProcess &server) const
    {
        ApiConfig config;
        config.baseUrl = server.url();
        const QByteArray bearer = server.bearer();
        config.bearer = [bearer] { return Secret(QByteArrayView(bearer)); };
        config.clock = &m_clock;
        config.deadline = 20s;
        config.listDeadline = 20s;
        config.locale = QLocale(QLocale::English);
        return config;
    }
    /// Short where the deadline is what the test waits for.
    [[nodiscard]] ApiConfig config(bool waitsForDeadline) const
    {
        ApiConfig made = config(m_simulator);
        if (waitsForDeadline)
            made.deadline = made.listDeadline = 600ms;
        return made;
    }
    /// Bytes that the simulator has sent, to anyone.
    [[nodiscard]] qint64 sentSoFar() { return m_simulator.control("GET", "").object().value(u"sent"_s).toInteger(-1); }
    [[nodiscard]] QUuid liveToken()
    {
        auto made = ApiCalls(config(m_simulator)).create({u"To be revoked"_s, 30, false});
        return made ? made->id : QUuid();
    }
    void verifyHoldsNoSecret(const Error &error) const
    {
        const QString all = error.serverCode + error.serverMessage + error.detail + error.requestId;
        QVERIFY(!all.contains(QString::fromLatin1(m_simulator.bearer())));
        QVERIFY(!all.contains(u"apt_"_s));
    }

    SystemClock m_clock;
    SimulatorProcess m_simulator;
};

void TestApiFaults::initTestCase()
{
    QVERIFY2(m_simulator.start({u"--tokens"_s, u"40"_s}), qPrintable(m_simulator.errorString()));
}

void TestApiFaults::cleanup()
{
    QVERIFY(m_simulator.clearFaults());
    m_simulator.control("DELETE", "/requests");
}

void TestApiFaults::everyFaultOfAListIsItsOwnError_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QJsonValue>("argument");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail"); // empty: not looked at
    const auto add = [](const char *fault, const QJsonValue &argument, ErrorKind kind, const char *detail = "") {
        QTest::addRow("%s %s", fault, qPrintable(argument.toVariant().toString()))
            << QString::fromLatin1(fault) << argument << kind << QString::fromLatin1(detail);
    };
    const QJsonValue none(QJsonValue::Undefined);
    add("hang", none, ErrorKind::Timeout);
    add("hang-mid-body", none, ErrorKind::Timeout);
    add("drip", none, ErrorKind::Timeout);
    add("close-before-reply", none, ErrorKind::Network);
    add("close-mid-body", none, ErrorKind::Network, "the answer was cut off");
    add("bad-gzip", u"corrupt"_s, ErrorKind::Protocol, "the compressed answer is damaged");
    add("bad-gzip", u"truncated"_s, ErrorKind::Protocol, "the compressed answer is damaged");
    add("bad-gzip", u"plain"_s, ErrorKind::Protocol, "the compressed answer is damaged");
    add("truncated-json", none, ErrorKind::Protocol);
    add("deep-json", none, ErrorKind::Protocol);
    add("invalid-utf8", 3, ErrorKind::Protocol, "the text is not UTF-8");
    add("wrong-type", u"use_count,4"_s, ErrorKind::Protocol);
    add("missing-field", u"created_at,4"_s, ErrorKind::Protocol, "row 5, field created_at: it is missing");
    add("missing-field", u"success"_s, ErrorKind::Protocol, "field success: it is missing");
    add("missing-field", u"data"_s, ErrorKind::Protocol, "field data: it is missing");
    add("null-name", 6, ErrorKind::Protocol, "row 7, field name: null instead of text");
    add("zoneless-date", 2, ErrorKind::Protocol, "row 3, field created_at: the time has no zone");
    add("impossible-number", u"18446744073709551616,2"_s, ErrorKind::Protocol,
        "row 3, field use_count: not a whole number from 0 to 4294967295");
    add("impossible-number", u"-1,0"_s, ErrorKind::Protocol,
        "row 1, field use_count: not a whole number from 0 to 4294967295");
    add("impossible-number", u"1.5,0"_s, ErrorKind::Protocol,
        "row 1, field use_count: not a whole number from 0 to 4294967295");
    add("html-502", none, ErrorKind::Server, "HTML came instead of JSON");
    add("empty-204", none, ErrorKind::Protocol, "the answer is empty");
    add("expired-401", none, ErrorKind::Unauthorized);
    add("forbidden-403", none, ErrorKind::Forbidden);
    add("not-found-404", none, ErrorKind::NotFound);
    add("conflict-409", none, ErrorKind::Conflict);
    add("server-error", 500, ErrorKind::Server);
    add("server-error", 503, ErrorKind::Server);
    add("redirect", u"http://192.0.2.1:8080/x?y=z"_s, ErrorKind::Redirected, "http://192.0.2.1");
}

void TestApiFaults::everyFaultOfAListIsItsOwnError()
{
    QFETCH(QString, fault);
    QFETCH(QJsonValue, argument);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, detail);
    ApiCalls api(config(kind == ErrorKind::Timeout));
    QVERIFY(m_simulator.fault(fault, argument, {}, {}, -1));
    const auto listed = api.list();
    COMPARE_KIND(listed, kind);
    if (!detail.isEmpty())
        QCOMPARE(listed.error().detail, detail);
    QVERIFY(!listed.error().requestId.isEmpty());
    verifyHoldsNoSecret(listed.error());
    QVERIFY(m_simulator.clearFaults());
    const auto after = api.list();
    QVERIFY2(after.has_value(), qPrintable(wordsOf(after)));
}

void TestApiFaults::faultsThatAreNoneAreRead_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<quint32>("duplicates");
    QTest::newRow("unknown-fields") << u"unknown-fields"_s << 0U;
    QTest::newRow("hostile-names") << u"hostile-names"_s << 0U;
    QTest::newRow("duplicate-ids") << u"duplicate-ids"_s << 1U;
}

void TestApiFaults::faultsThatAreNoneAreRead()
{
    QFETCH(QString, fault);
    QFETCH(quint32, duplicates);
    QVERIFY(m_simulator.fault(fault));
    const auto listed = ApiCalls(config(m_simulator)).list();
    QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
    QCOMPARE(listed->tokens->duplicatesDropped(), duplicates);
    QCOMPARE(qsizetype(listed->tokens->size() + duplicates), m_simulator.tokens().size());
}

namespace {

void addChangeFaults()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QJsonValue>("argument");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ErrorKind>("cause"); // of OutcomeUnknown
    const QJsonValue none(QJsonValue::Undefined);
    const auto add = [](const char *fault, const QJsonValue &argument, ErrorKind kind, ErrorKind cause = {}) {
        QTest::addRow("%s %s", fault, qPrintable(argument.toVariant().toString()))
            << QString::fromLatin1(fault) << argument << kind << cause;
    };
    const auto unknown = ErrorKind::OutcomeUnknown;
    add("hang", none, unknown, ErrorKind::Timeout);
    add("hang-mid-body", none, unknown, ErrorKind::Timeout);
    add("close-mid-body", none, unknown, ErrorKind::Network);
    add("bad-gzip", u"corrupt"_s, unknown, ErrorKind::Protocol);
    add("truncated-json", none, unknown, ErrorKind::Protocol);
    add("deep-json", none, unknown, ErrorKind::Protocol);
    add("missing-field", u"id"_s, unknown, ErrorKind::Protocol);
    add("missing-field", u"success"_s, unknown, ErrorKind::Protocol);
    add("bomb", 16, unknown, ErrorKind::TooLarge);
    add("html-502", none, unknown, ErrorKind::Server);
    add("empty-204", none, unknown, ErrorKind::Protocol);
    add("expired-401", none, ErrorKind::Unauthorized);
    add("forbidden-403", none, ErrorKind::Forbidden);
    add("not-found-404", none, ErrorKind::NotFound);
    add("conflict-409", none, ErrorKind::Conflict);
    add("rate-limited", none, ErrorKind::RateLimited);
    add("server-error", 500, ErrorKind::Server); // an envelope with a code: a refusal
    add("redirect", u"http://192.0.2.1/"_s, ErrorKind::Redirected);
}

} // namespace

void TestApiFaults::everyFaultOfACreateIsToldRight_data()
{
    addChangeFaults();
    const QJsonValue none(QJsonValue::Undefined);
    QTest::newRow("close-before-reply") << u"close-before-reply"_s << none << ErrorKind::OutcomeUnknown
                                        << ErrorKind::Network;
    QTest::newRow("applied-reply-lost") << u"applied-reply-lost"_s << none << ErrorKind::OutcomeUnknown
                                        << ErrorKind::Network;
    QTest::newRow("missing token") << u"missing-field"_s << QJsonValue(u"token"_s) << ErrorKind::OutcomeUnknown
                                   << ErrorKind::Protocol;
}

void TestApiFaults::everyFaultOfACreateIsToldRight()
{
    QFETCH(QString, fault);
    QFETCH(QJsonValue, argument);
    QFETCH(ErrorKind, kind);
    QFETCH(ErrorKind, cause);
    for (const bool keptAlive : {false, true}) {
        m_simulator.control("DELETE", "/requests");
        ApiCalls api(config(cause == ErrorKind::Timeout));
        if (keptAlive)
            QVERIFY(api.organization().has_value());
        QVERIFY(m_simulator.fault(fault, argument, u"POST"_s, {}, -1));
        const auto made = api.create({u"One and only"_s, 30, false});
        COMPARE_KIND(made, kind);
        if (kind == ErrorKind::OutcomeUnknown)
            QCOMPARE(made.error().cause, cause);
        verifyHoldsNoSecret(made.error());
        QTest::qWait(100); // for a second one
        QCOMPARE(m_simulator.count(u"POST"_s, tokensPath), 1);
        QVERIFY(m_simulator.clearFaults());
    }
}

void TestApiFaults::everyFaultOfARevokeIsToldRight_data()
{
    addChangeFaults();
}

void TestApiFaults::everyFaultOfARevokeIsToldRight()
{
    QFETCH(QString, fault);
    QFETCH(QJsonValue, argument);
    QFETCH(ErrorKind, kind);
    QFETCH(ErrorKind, cause);
    const QUuid id = liveToken();
    QVERIFY(!id.isNull());
    ApiCalls api(config(cause == ErrorKind::Timeout));
    QVERIFY(m_simulator.fault(fault, argument, u"DELETE"_s, {}, -1));
    const auto revoked = api.revoke(id);
    COMPARE_KIND(revoked, kind);
    if (kind == ErrorKind::OutcomeUnknown)
        QCOMPARE(revoked.error().cause, cause);
    verifyHoldsNoSecret(revoked.error());
}

void TestApiFaults::aBombIsNotInflatedBeyondTheCap_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QJsonValue>("argument");
    QTest::newRow("blanks") << u"bomb"_s << QJsonValue(64);
    QTest::newRow("rows, at an honest ratio") << u"bomb"_s << QJsonValue(u"32,rows"_s);
    QTest::newRow("endless") << u"oversized"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("endless in chunks") << u"oversized"_s << QJsonValue(u"chunked"_s);
}

void TestApiFaults::aBombIsNotInflatedBeyondTheCap()
{
    QFETCH(QString, fault);
    QFETCH(QJsonValue, argument);
    ApiConfig small = config(m_simulator);
    small.maxListBytes = [] { return qint64(8 << 20); };
    QVERIFY(m_simulator.fault(fault, argument));
    const qint64 sentBefore = sentSoFar();
    COMPARE_KIND(ApiCalls(small).list(), ErrorKind::TooLarge);
    // What Qt reads ahead counts too, and what lies in the buffers of both kernels.
    const qint64 sent = sentSoFar() - sentBefore;
    QVERIFY2(sent < 40 << 20, qPrintable(QString::number(sent)));
}

void TestApiFaults::aWaitIsTakenFromRetryAfter_data()
{
    QTest::addColumn<QJsonValue>("argument");
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("most");
    QTest::newRow("seconds") << QJsonValue(90) << qint64(90'000) << qint64(90'000);
    QTest::newRow("date") << QJsonValue(u"date:90"_s) << qint64(88'000) << qint64(92'000);
    QTest::newRow("years") << QJsonValue(u"999999999999"_s) << qint64(86'400'000) << qint64(86'400'000);
    QTest::newRow("nonsense") << QJsonValue(u"whenever"_s) << qint64(-1) << qint64(-1);
}

void TestApiFaults::aWaitIsTakenFromRetryAfter()
{
    QFETCH(QJsonValue, argument);
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    QVERIFY(m_simulator.fault(u"rate-limited"_s, argument));
    const auto listed = ApiCalls(config(m_simulator)).list();
    COMPARE_KIND(listed, ErrorKind::RateLimited);
    const qint64 wait = listed.error().retryAfterMs.value_or(-1);
    QVERIFY2(wait >= least && wait <= most, qPrintable(QString::number(wait)));
}

QTEST_GUILESS_MAIN(TestApiFaults)
#include "test_faults.moc"
