// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicalls.h"
#include "scriptedserver.h"
#include "support/tls/testcertificate.h"

#include <QUuid>

using namespace tokendesk;

namespace {

constexpr int rowCount = 20'000; // five megabytes: many times what Qt reads ahead (transport/readahead.h)

QByteArray list()
{
    QByteArray body = R"({"success":true,"data":[)";
    for (int i = 0; i < rowCount; ++i) {
        body += R"({"id":")" + QUuid::createUuidV5(QUuid(), QByteArray::number(i)).toByteArray(QUuid::WithoutBraces) +
                R"(","organization_id":"6f9619ff-8b86-4d11-b42d-00c04fc964ff","name":"Line )" + QByteArray::number(i) +
                R"(","created_at":"2026-11-01T08:00:00Z","expires_at":"2026-12-01T08:00:00Z","single_use":false,)"
                R"("use_count":0,"last_used_at":null,"revoked_at":null,"created_by":null},)";
    }
    body.chop(1);
    return body + "]}";
}

QByteArray inChunks(const QByteArray &body, qsizetype size)
{
    QByteArray chunks;
    for (qsizetype at = 0; at < body.size(); at += size) {
        const QByteArray piece = body.mid(at, size);
        chunks += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return chunks;
}

/// What follows the status line.
QByteArray framed(const QByteArray &framing)
{
    const QByteArray body = list();
    if (framing == "length")
        return "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    if (framing == "close")
        return "Connection: close\r\n\r\n" + body;
    const qsizetype size = framing == "short chunks" ? 1000 : body.size();
    return "Transfer-Encoding: chunked\r\n\r\n" + inChunks(body, size) + "0\r\n\r\n";
}

} // namespace

/// Where a long body ends (RFC 9112 section 6.3), in clear text and over TLS.
class TestApiFraming : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLongListComesWhole_data();
    void aLongListComesWhole();
    void aLongListThatBreaksOffIsNotTaken_data();
    void aLongListThatBreaksOffIsNotTaken();

private:
    static void addFramings();
    Result<TokenListing> listFrom(const QByteArray &answer, bool tls, bool closes)
    {
        ScriptedServer server;
        const TestCertificate certificate;
        ApiConfig config;
        if (tls) {
            server.tls = certificate.configuration();
            config.trust = Trust::pinned(certificate.sha256());
        }
        server.answer = [&](QTcpSocket &peer, const QByteArray &) {
            peer.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + answer);
            if (closes)
                peer.disconnectFromHost();
        };
        config.baseUrl = server.url();
        config.bearer = [] { return Secret("bearer-of-the-test"); };
        config.clock = &m_clock;
        return ApiCalls(config).list();
    }

    FakeClock m_clock;
};

void TestApiFraming::addFramings()
{
    QTest::addColumn<QByteArray>("framing");
    QTest::addColumn<bool>("tls");
    for (const char *framing : {"length", "short chunks", "one chunk", "close"}) {
        for (const bool tls : {false, true})
            QTest::addRow("%s%s", framing, tls ? ", TLS" : "") << QByteArray(framing) << tls;
    }
}

void TestApiFraming::aLongListComesWhole_data()
{
    addFramings();
}

void TestApiFraming::aLongListComesWhole()
{
    QFETCH(QByteArray, framing);
    QFETCH(bool, tls);
    const auto listed = listFrom(framed(framing), tls, framing == "close");
    QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
    QCOMPARE(listed->tokens->size(), quint32(rowCount));
    QCOMPARE(listed->tokens->name(rowCount - 1), QStringLiteral("Line %1").arg(rowCount - 1));
}

void TestApiFraming::aLongListThatBreaksOffIsNotTaken_data()
{
    addFramings();
}

void TestApiFraming::aLongListThatBreaksOffIsNotTaken()
{
    QFETCH(QByteArray, framing);
    QFETCH(bool, tls);
    QByteArray answer = framed(framing);
    answer.chop(100'000);
    const auto listed = listFrom(answer, tls, true);
    // Without a length only the JSON tells.
    COMPARE_KIND(listed, framing == "close" ? ErrorKind::Protocol : ErrorKind::Network);
}

QTEST_GUILESS_MAIN(TestApiFraming)
#include "test_framing.moc"
