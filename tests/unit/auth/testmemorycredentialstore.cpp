// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/memorycredentialstore.h"

#include <QTest>

#include <optional>

using namespace tokendesk;

namespace {

const QString key = QStringLiteral("tokendesk/1/access-token");

std::optional<Result<Secret>> readNow(CredentialStore &store, const QString &name = key)
{
    std::optional<Result<Secret>> got;
    store.read(name, [&](Result<Secret> result) { got = std::move(result); });
    if (got)
        return failure({.detail = QStringLiteral("answered before the call returned")});
    (void)QTest::qWaitFor([&] { return got.has_value(); });
    return got;
}

std::optional<Result<void>> await(const std::function<void(CredentialStore::DoneReply)> &act)
{
    std::optional<Result<void>> got;
    act([&](Result<void> result) { got = result; });
    if (got)
        return failure({.detail = QStringLiteral("answered before the call returned")});
    (void)QTest::qWaitFor([&] { return got.has_value(); });
    return got;
}

} // namespace

class TestMemoryCredentialStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenIsReadUntilItIsRemoved()
    {
        MemoryCredentialStore store;
        QCOMPARE(readNow(store)->error().kind, ErrorKind::KeychainMissing);
        QVERIFY(await([&](auto reply) { store.write(key, Secret("first"), reply); })->has_value());
        QVERIFY((*readNow(store))->equals("first"));
        QVERIFY((*readNow(store))->equals("first"));
        QVERIFY(await([&](auto reply) { store.write(key, Secret("second"), reply); })->has_value());
        QVERIFY((*readNow(store))->equals("second"));
        QCOMPARE(readNow(store, QStringLiteral("other"))->error().kind, ErrorKind::KeychainMissing);
        QVERIFY(await([&](auto reply) { store.remove(key, reply); })->has_value());
        QCOMPARE(readNow(store)->error().kind, ErrorKind::KeychainMissing);
        QVERIFY(await([&](auto reply) { store.remove(key, reply); })->has_value());
    }

    void aReadSeesWhatWasThereWhenItWasAsked()
    {
        MemoryCredentialStore store;
        QByteArray seen;
        store.write(key, Secret("first"), [](Result<void>) {});
        store.read(key, [&](Result<Secret> result) { seen = result->view().toByteArray(); });
        store.write(key, Secret("second"), [](Result<void>) {});
        QTRY_COMPARE(seen, QByteArray("first"));
    }

    void nobodyIsAnsweredAfterTheStoreIsGone()
    {
        int answers = 0;
        {
            MemoryCredentialStore store;
            store.write(key, Secret("x"), [&](Result<void>) { ++answers; });
            store.read(key, [&](Result<Secret>) { ++answers; });
            store.remove(key, [&](Result<void>) { ++answers; });
        }
        QTest::qWait(20);
        QCOMPARE(answers, 0);
    }
};

QTEST_GUILESS_MAIN(TestMemoryCredentialStore)
#include "testmemorycredentialstore.moc"
