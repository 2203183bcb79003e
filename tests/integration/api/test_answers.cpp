// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicalls.h"
#include "support/simulator/simulatorprocess.h"

#include <QTemporaryFile>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QString tokensPath = u"/api/provisioning-tokens"_s;
constexpr qint64 slackMs = 300'000; ///< between two clocks of this machine
} // namespace

/// Every question, answered by the simulator.
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
    [[nodiscard]] QUuid liveToken()
    {
        auto made = ApiCalls(config(m_simulator)).create({u"To be revoked"_s, 30, false});
        return made ? made->id : QUuid();
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
    small.maxListBytes = [] { return qint64(6000); };
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
    QVERIFY2(paged.start({u"--tokens"_s, u"50"_s, u"--page-size"_s, u"20"_s, u"--ignore-offset"_s}),
             qPrintable(paged.errorString()));
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
    QTemporaryFile authority;
    QVERIFY(authority.open() && authority.write(secure.authority()) > 0 && authority.flush());
    trusting.trust = Trust::ownAuthority(authority.fileName());
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
