// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicalls.h"
#include "support/simulator/simulatorprocess.h"

#include <QSslCertificate>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QString tokensPath = u"/api/provisioning-tokens"_s;
constexpr qint64 slackMs = 300'000; ///< between two clocks of this machine
} // namespace

/// The api against the simulator: every question, every fault.
class TestApiAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void theWholeListComes();
    void aSecondListIsComparedWithTheFirst();
    void pagesBecomeOneList();
    void aServerThatIgnoresTheOffsetIsFoundOut();
    void anEmptyOrganizationHasAnEmptyList();
    void aCreatedTokensSecretComesAsTheServerMadeIt();
    void aTokenIsRevokedOnce();
    void theOrganizationIsNamed();
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
    void aStrangersCertificateIsRefusedAndNothingSent();
    void aTrustedCertificateIsTaken();

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

void TestApiAnswers::initTestCase()
{
    QVERIFY2(m_simulator.start({u"--tokens"_s, u"40"_s}), qPrintable(m_simulator.errorString()));
}

void TestApiAnswers::cleanup()
{
    QVERIFY(m_simulator.clearFaults());
    m_simulator.control("DELETE", "/requests");
}

void TestApiAnswers::theWholeListComes()
{
    ApiCalls api(config(m_simulator));
    QList<std::pair<qint64, qint64>> progress;
    const auto listed = api.list({}, [&](qint64 rows, qint64 total) { progress << std::pair(rows, total); });
    QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
    const QJsonArray kept = m_simulator.tokens();
    QCOMPARE(qsizetype(listed->tokens->size()), kept.size());
    for (quint32 row = 0; row < listed->tokens->size(); ++row) {
        const QJsonValue there = kept[row];
        QCOMPARE(listed->tokens->row(row).id.toString(QUuid::WithoutBraces), there["id"_L1].toString());
        QCOMPARE(listed->tokens->name(row), there["name"_L1].toString());
        QCOMPARE(listed->tokens->row(row).useCount, quint32(there["use_count"_L1].toInt()));
        QCOMPARE(listed->tokens->row(row).revokedAt == noInstant, there["revoked_at"_L1].isNull());
    }
    QCOMPARE(listed->diff.added.size(), size_t(listed->tokens->size()));
    QCOMPARE(progress, (QList<std::pair<qint64, qint64>>{{kept.size(), 0}}));
    QVERIFY(listed->stamp.serverDateMs.has_value());
    QVERIFY(qAbs(*listed->stamp.serverDateMs - listed->stamp.receivedAtMs) < slackMs);
    QVERIFY(qAbs(m_clock.nowMs() - listed->stamp.receivedAtMs) < slackMs);
}

void TestApiAnswers::aSecondListIsComparedWithTheFirst()
{
    ApiCalls api(config(m_simulator));
    const auto first = api.list();
    QVERIFY(first.has_value());
    const auto made = api.create({u"Between two lists"_s, 30, false});
    QVERIFY2(made.has_value(), qPrintable(wordsOf(made)));
    const auto second = api.list(first->tokens);
    QVERIFY(second.has_value());
    QCOMPARE(second->diff.added.size(), 1U);
    QVERIFY(second->diff.removed.empty() && second->diff.changed.empty());
    QCOMPARE(second->tokens->row(second->diff.added.front()).id, made->id);
}

void TestApiAnswers::pagesBecomeOneList()
{
    SimulatorProcess paged;
    QVERIFY2(paged.start({u"--tokens"_s, u"50"_s, u"--page-size"_s, u"7"_s}), qPrintable(paged.errorString()));
    ApiCalls api(config(paged));
    QList<std::pair<qint64, qint64>> progress;
    const auto listed = api.list({}, [&](qint64 rows, qint64 total) { progress << std::pair(rows, total); });
    QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
    QCOMPARE(listed->tokens->size(), 50U);
    QCOMPARE(listed->tokens->duplicatesDropped(), 0U);
    QCOMPARE(progress.size(), 8);
    QCOMPARE(progress.first(), std::pair(qint64(7), qint64(50)));
    QCOMPARE(progress.last(), std::pair(qint64(50), qint64(50)));
    QCOMPARE(paged.count(u"GET"_s, tokensPath), 8);
    const QJsonArray kept = paged.tokens();
    for (quint32 row = 0; row < 50; ++row)
        QCOMPARE(listed->tokens->row(row).id.toString(QUuid::WithoutBraces), kept[row]["id"_L1].toString());

    // The cap counts all pages.
    ApiConfig small = config(paged);
    small.maxListBytes = 6000;
    COMPARE_KIND(ApiCalls(small).list(), ErrorKind::TooLarge);
    // An error on a later page names the row of the list, not of the page.
    QVERIFY(paged.fault(u"delay"_s, 1));
    QVERIFY(paged.fault(u"null-name"_s, 2, u"GET"_s, {}, -1));
    const auto bad = api.list();
    COMPARE_KIND(bad, ErrorKind::Protocol);
    QCOMPARE(bad.error().detail, u"row 3, field name: null instead of text"_s);
}

void TestApiAnswers::aServerThatIgnoresTheOffsetIsFoundOut()
{
    SimulatorProcess paged;
    QVERIFY2(paged.start({u"--tokens"_s, u"50"_s, u"--page-size"_s, u"20"_s, u"--ignore-offset"_s}), qPrintable(paged.errorString()));
    const auto listed = ApiCalls(config(paged)).list();
    COMPARE_KIND(listed, ErrorKind::Protocol);
    QCOMPARE(listed.error().detail, u"the server ignores the offset"_s);
    QCOMPARE(paged.count(u"GET"_s, tokensPath), 2);
}

void TestApiAnswers::anEmptyOrganizationHasAnEmptyList()
{
    SimulatorProcess empty;
    QVERIFY2(empty.start({u"--tokens"_s, u"0"_s}), qPrintable(empty.errorString()));
    const auto listed = ApiCalls(config(empty)).list();
    QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
    QCOMPARE(listed->tokens->size(), 0U);
}

void TestApiAnswers::aCreatedTokensSecretComesAsTheServerMadeIt()
{
    const auto made = ApiCalls(config(m_simulator)).create({u"Line \"7\" \u00c4"_s, std::nullopt, true});
    QVERIFY2(made.has_value(), qPrintable(wordsOf(made)));
    QCOMPARE(made->name, u"Line \"7\" \u00c4"_s);
    QVERIFY(made->singleUse);
    QCOMPARE(made->expiresAt, noInstant);
    const QJsonValue kept = m_simulator.tokens().first();
    QCOMPARE(made->id.toString(QUuid::WithoutBraces), kept["id"_L1].toString());
    QVERIFY(made->token.equals(kept["token"_L1].toString().toUtf8()));
    QVERIFY(made->setupCommand.toText().contains(kept["token"_L1].toString()));
}

void TestApiAnswers::aTokenIsRevokedOnce()
{
    const QUuid id = liveToken();
    QVERIFY(!id.isNull());
    ApiCalls api(config(m_simulator));
    const auto revoked = api.revoke(id);
    QVERIFY2(revoked.has_value(), qPrintable(wordsOf(revoked)));
    QCOMPARE(revoked->id, id);
    QVERIFY(qAbs(revoked->revokedAt - m_clock.nowMs()) < slackMs);
    const auto again = api.revoke(id);
    COMPARE_KIND(again, ErrorKind::Validation);
    QCOMPARE(again.error().serverCode, u"VALIDATION_ERROR"_s);
    COMPARE_KIND(api.revoke(QUuid::createUuid()), ErrorKind::NotFound);
}

void TestApiAnswers::theOrganizationIsNamed()
{
    const auto organization = ApiCalls(config(m_simulator)).organization();
    QVERIFY2(organization.has_value(), qPrintable(wordsOf(organization)));
    QCOMPARE(organization->name, u"Acme Manufacturing"_s);
}

void TestApiAnswers::everyFaultOfAListIsItsOwnError_data()
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
    add("impossible-number", u"18446744073709551616,2"_s, ErrorKind::Protocol, "row 3, field use_count: not a whole number from 0 to 4294967295");
    add("impossible-number", u"-1,0"_s, ErrorKind::Protocol, "row 1, field use_count: not a whole number from 0 to 4294967295");
    add("impossible-number", u"1.5,0"_s, ErrorKind::Protocol, "row 1, field use_count: not a whole number from 0 to 4294967295");
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

void TestApiAnswers::everyFaultOfAListIsItsOwnError()
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

void TestApiAnswers::faultsThatAreNoneAreRead_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<quint32>("duplicates");
    QTest::newRow("unknown-fields") << u"unknown-fields"_s << 0U;
    QTest::newRow("hostile-names") << u"hostile-names"_s << 0U;
    QTest::newRow("duplicate-ids") << u"duplicate-ids"_s << 1U;
}

void TestApiAnswers::faultsThatAreNoneAreRead()
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

void TestApiAnswers::everyFaultOfACreateIsToldRight_data()
{
    addChangeFaults();
    const QJsonValue none(QJsonValue::Undefined);
    QTest::newRow("close-before-reply") << u"close-before-reply"_s << none << ErrorKind::OutcomeUnknown << ErrorKind::Network;
    QTest::newRow("applied-reply-lost") << u"applied-reply-lost"_s << none << ErrorKind::OutcomeUnknown << ErrorKind::Network;
    QTest::newRow("missing token") << u"missing-field"_s << QJsonValue(u"token"_s) << ErrorKind::OutcomeUnknown << ErrorKind::Protocol;
}

void TestApiAnswers::everyFaultOfACreateIsToldRight()
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

void TestApiAnswers::everyFaultOfARevokeIsToldRight_data()
{
    addChangeFaults();
}

void TestApiAnswers::everyFaultOfARevokeIsToldRight()
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

void TestApiAnswers::aBombIsNotInflatedBeyondTheCap_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QJsonValue>("argument");
    QTest::newRow("blanks") << u"bomb"_s << QJsonValue(64);
    QTest::newRow("rows, at an honest ratio") << u"bomb"_s << QJsonValue(u"32,rows"_s);
    QTest::newRow("endless") << u"oversized"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("endless in chunks") << u"oversized"_s << QJsonValue(u"chunked"_s);
}

void TestApiAnswers::aBombIsNotInflatedBeyondTheCap()
{
    QFETCH(QString, fault);
    QFETCH(QJsonValue, argument);
    ApiConfig small = config(m_simulator);
    small.maxListBytes = 8 << 20;
    small.listDeadline = 20s;
    QVERIFY(m_simulator.fault(fault, argument));
    COMPARE_KIND(ApiCalls(small).list(), ErrorKind::TooLarge);
}

void TestApiAnswers::aWaitIsTakenFromRetryAfter_data()
{
    QTest::addColumn<QJsonValue>("argument");
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("most");
    QTest::newRow("seconds") << QJsonValue(90) << qint64(90'000) << qint64(90'000);
    QTest::newRow("date") << QJsonValue(u"date:90"_s) << qint64(88'000) << qint64(92'000);
    QTest::newRow("years") << QJsonValue(u"999999999999"_s) << qint64(86'400'000) << qint64(86'400'000);
    QTest::newRow("nonsense") << QJsonValue(u"whenever"_s) << qint64(-1) << qint64(-1);
}

void TestApiAnswers::aWaitIsTakenFromRetryAfter()
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

void TestApiAnswers::aStrangersCertificateIsRefusedAndNothingSent()
{
    SimulatorProcess secure;
    QVERIFY2(secure.start({u"--tls"_s}), qPrintable(secure.errorString()));
    ApiCalls api(config(secure));
    const auto made = api.create({u"x"_s, 30, false});
    COMPARE_KIND(made, ErrorKind::Tls);
    QVERIFY(!made.error().detail.isEmpty());
    COMPARE_KIND(api.revoke(QUuid::createUuid()), ErrorKind::Tls);
    COMPARE_KIND(api.list(), ErrorKind::Tls);
    QCOMPARE(secure.requests().size(), 0);
}

void TestApiAnswers::aTrustedCertificateIsTaken()
{
    SimulatorProcess secure;
    QVERIFY2(secure.start({u"--tls"_s, u"--tls-authority"_s}), qPrintable(secure.errorString()));
    ApiConfig trusting = config(secure);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(secure.authority()));
    trusting.tls = tls;
    ApiCalls api(trusting);
    const auto listed = api.list();
    QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
    // One POST over TLS as well.
    QVERIFY(secure.fault(u"close-before-reply"_s, QJsonValue::Undefined, u"POST"_s, {}, -1));
    COMPARE_KIND(api.create({u"x"_s, 30, false}), ErrorKind::OutcomeUnknown);
    QTest::qWait(100);
    QCOMPARE(secure.count(u"POST"_s, tokensPath), 1);
}

QTEST_GUILESS_MAIN(TestApiAnswers)
#include "test_answers.moc"
