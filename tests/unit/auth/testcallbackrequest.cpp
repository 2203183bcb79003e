// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/callbackrequest.h"

#include <QTest>

using namespace tokendesk;

using State = CallbackRequestReader::State;
namespace {

State stateAfter(const QByteArray &bytes)
{
    CallbackRequestReader reader;
    return reader.feed(bytes);
}

} // namespace

class TestCallbackRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBrowsersRequestIsReadHoweverItIsCut()
    {
        const QByteArray bytes = "GET /callback?code=a%2Bb&state=c HTTP/1.1\r\nHost:  127.0.0.1:4711 \r\n"
                                 "User-Agent: x\r\nCookie: \t y\r\n\r\nrest";
        for (qsizetype chunk = 1; chunk <= bytes.size(); ++chunk) {
            CallbackRequestReader reader;
            for (qsizetype at = 0; at < bytes.size(); at += chunk)
                reader.feed(bytes.mid(at, chunk));
            QVERIFY(reader.state() == State::Complete);
            QVERIFY(reader.method() == "GET");
            QVERIFY(reader.path() == "/callback");
            QVERIFY(reader.query() == "code=a%2Bb&state=c");
            QVERIFY(reader.host() == "127.0.0.1:4711");
        }
    }

    void whatIsNotQuiteHttpIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
        row("nothing", "\r\n\r\n");
        row("one word", "GET\r\nHost: a\r\n\r\n");
        row("two words", "GET /\r\nHost: a\r\n\r\n");
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\n");
        row("HTTP/0.9", "GET / HTTP/0.9\r\nHost: a\r\n\r\n");
        row("absolute form", "GET http://127.0.0.1/ HTTP/1.1\r\nHost: a\r\n\r\n");
        row("blank in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n");
        row("fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n");
        row("control character in the target", "GET /a\x01 HTTP/1.1\r\nHost: a\r\n\r\n");
        row("not ASCII in the target", "GET /\xC3\xA9 HTTP/1.1\r\nHost: a\r\n\r\n");
        row("no Host", "GET / HTTP/1.1\r\nAccept: a\r\n\r\n");
        row("two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n");
        row("folded line", "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n");
        row("no colon", "GET / HTTP/1.1\r\nHost: a\r\nAccept\r\n\r\n");
        row("blank before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n");
        row("NUL in a field", QByteArray("GET / HTTP/1.1\r\nHost: a\0\r\n\r\n", 28));
        row("bare line feed in a field", "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n");
        row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 11));
    }
    void whatIsNotQuiteHttpIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(stateAfter(bytes) == State::Malformed);
    }

    void bareLineFeedsNeverMakeAHead() { QVERIFY(stateAfter("GET / HTTP/1.1\nHost: a\n\n") == State::NeedsMore); }

    void moreThanAHeadCanHoldIsNotReadOn()
    {
        const QByteArray start = "GET / HTTP/1.1\r\nHost: a\r\n";
        QVERIFY(stateAfter(start + "X: " + QByteArray(CallbackRequestReader::maxHead, 'x')) == State::TooLarge);
        QVERIFY(stateAfter(QByteArray(10'000'000, 'x')) == State::TooLarge);
        QVERIFY(stateAfter(start + QByteArray("X: y\r\n").repeated(CallbackRequestReader::maxLines) + "\r\n") ==
                State::TooLarge);
        QVERIFY(stateAfter(start + QByteArray("X: y\r\n").repeated(CallbackRequestReader::maxLines - 2) + "\r\n") ==
                State::Complete);
    }

    void nothingChangesACompleteRequest()
    {
        CallbackRequestReader reader;
        QVERIFY(reader.feed("GET /a HTTP/1.0\r\nHost: a\r\n\r\n") == State::Complete);
        QVERIFY(reader.feed("GET /b HTTP/1.0\r\nHost: b\r\n\r\n") == State::Complete);
        QVERIFY(reader.path() == "/a");
        QVERIFY(reader.query().isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestCallbackRequest)
#include "testcallbackrequest.moc"
