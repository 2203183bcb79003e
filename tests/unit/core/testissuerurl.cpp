// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issuerurl.h"

#include <QSet>
#include <QTest>

using namespace tokendesk;

class TestIssuerUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayNameAProvider_data()
    {
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<int>("error"); // -1: none
        const auto row = [](const char *issuer, int error) {
            QTest::newRow(issuer) << QString::fromUtf8(issuer) << error;
        };
        row("https://login.example", -1);
        row("https://login.example/", -1);
        row("https://login.example:8443/realms/acme", -1);
        row("http://127.0.0.1:3000", -1);
        row("http://localhost/oidc", -1);
        row("http://[::1]:3000", -1);
        row("", static_cast<int>(IssuerError::Empty));
        row(" https://login.example", static_cast<int>(IssuerError::Blanks));
        row("https://login.example\n", static_cast<int>(IssuerError::Blanks));
        row("https://login.example\u00a0", static_cast<int>(IssuerError::Blanks));
        row("https://log in.example", static_cast<int>(IssuerError::Blanks));
        row("login.example", static_cast<int>(IssuerError::Malformed));
        row("https://", static_cast<int>(IssuerError::Malformed));
        row("https://login.example:0", static_cast<int>(IssuerError::Malformed));
        row("mailto:somebody", static_cast<int>(IssuerError::Malformed));
        row("https://a@login.example", static_cast<int>(IssuerError::Parts));
        row("https://login.example?x=1", static_cast<int>(IssuerError::Parts));
        row("https://login.example#x", static_cast<int>(IssuerError::Parts));
        row("http://login.example", static_cast<int>(IssuerError::ClearText));
        row("http://localhost.example", static_cast<int>(IssuerError::ClearText));
        row("ftp://login.example", static_cast<int>(IssuerError::ClearText));
    }
    void whatMayNameAProvider()
    {
        QFETCH(QString, issuer);
        QFETCH(int, error);
        const auto checked = checkIssuer(issuer);
        QCOMPARE(checked ? -1 : static_cast<int>(checked.error()), error);
        if (checked)
            QCOMPARE(*checked, QUrl(issuer));
    }

    void everyErrorHasWordsOfItsOwn()
    {
        QSet<QString> words;
        for (const IssuerError error : {IssuerError::Empty, IssuerError::Blanks, IssuerError::Malformed,
                                        IssuerError::Parts, IssuerError::ClearText})
            words << issuerErrorText(error);
        QCOMPARE(words.size(), 5);
        QVERIFY(!words.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestIssuerUrl)
#include "testissuerurl.moc"
