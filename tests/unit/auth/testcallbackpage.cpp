// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/callbackpage.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace tokendesk;

namespace {

constexpr CallbackPage pages[] = {CallbackPage::Received,    CallbackPage::Declined, CallbackPage::NotTrusted,
                                  CallbackPage::NotAnAnswer, CallbackPage::NotFound, CallbackPage::WrongMethod,
                                  CallbackPage::HeadTooLarge};

/// A translation with mark-up in it.
class HostileTranslator : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *, const char *, const char *, int) const override
    {
        return QStringLiteral("<script src=\"//evil.example\">&'\u202E</script>");
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class TestCallbackPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsAWholeResponseThatLoadsNothingAndIsNotKept()
    {
        for (const CallbackPage page : pages) {
            const QByteArray response = callbackResponse(page);
            const qsizetype end = response.indexOf("\r\n\r\n");
            const QByteArray head = response.left(end + 2);
            const QByteArray body = response.mid(end + 4);
            QVERIFY(head.contains("\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"));
            QVERIFY(head.contains("Content-Security-Policy: default-src 'none';"));
            QVERIFY(head.contains("\r\nCache-Control: no-store\r\n"));
            QVERIFY(head.contains("\r\nReferrer-Policy: no-referrer\r\n"));
            QVERIFY(head.contains("\r\nConnection: close\r\n"));
            for (const char *loader : {"src=", "href=", "url(", "@import", "<script", "<form", "http-equiv"})
                QVERIFY2(!body.contains(loader), loader);
            QVERIFY(body.contains("lose this page"));
        }
        QVERIFY(callbackResponse(CallbackPage::Received).startsWith("HTTP/1.1 200 "));
        QVERIFY(callbackResponse(CallbackPage::NotTrusted).startsWith("HTTP/1.1 400 "));
        QVERIFY(callbackResponse(CallbackPage::NotFound).startsWith("HTTP/1.1 404 "));
    }

    void translationsAreEscaped()
    {
        HostileTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        for (const CallbackPage page : pages) {
            const QByteArray response = callbackResponse(page);
            QVERIFY(!response.contains("<script"));
            QVERIFY(response.contains("&lt;script src=&quot;"));
        }
        QCoreApplication::removeTranslator(&translator);
    }
};

QTEST_GUILESS_MAIN(TestCallbackPage)
#include "testcallbackpage.moc"
