// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profilestore.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace tokendesk;

namespace {

class Settings
{
public:
    Settings() { open(); }
    /// As the next start finds them.
    void open()
    {
        ini.reset();
        ini = std::make_unique<QSettings>(path(), QSettings::IniFormat);
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("settings.ini")); }
    void put(const Profile &profile, const char *key, const QVariant &value) const
    {
        ini->setValue(
            QStringLiteral("profiles/%1/%2").arg(profile.uuid.toString(QUuid::WithoutBraces), QString::fromLatin1(key)),
            value);
    }
    [[nodiscard]] QVariant get(const Profile &profile, const char *key) const
    {
        return ini->value(QStringLiteral("profiles/%1/%2")
                              .arg(profile.uuid.toString(QUuid::WithoutBraces), QString::fromLatin1(key)));
    }

    std::unique_ptr<QSettings> ini;

private:
    QTemporaryDir m_folder;
};

Profile named(const char *name)
{
    return {QUuid::createUuid(), QString::fromLatin1(name), QUrl(QStringLiteral("https://acusight.example/api"))};
}

QStringList names(const ProfileStore &store)
{
    QStringList names;
    for (const Profile &profile : store.profiles())
        names << profile.name;
    return names;
}

} // namespace

class TestProfileStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingOfAProfileComesBack_data()
    {
        QTest::addColumn<int>("signIn");
        QTest::addColumn<int>("color");
        QTest::newRow("access token") << int(SignInMethod::AccessToken) << int(ProfileColor::None);
        QTest::newRow("browser") << int(SignInMethod::Browser) << int(ProfileColor::Red);
        QTest::newRow("device code") << int(SignInMethod::DeviceCode) << int(ProfileColor::Purple);
    }
    void everythingOfAProfileComesBack()
    {
        QFETCH(int, signIn);
        QFETCH(int, color);
        Settings settings;
        Profile profile = named("Zürich, \"line\" 4; 50 % = \\ [x]");
        profile.serverUrl = QUrl(QStringLiteral("http://192.0.2.7:8443/deep/api"));
        profile.allowsClearText = true;
        profile.signIn = static_cast<SignInMethod>(signIn);
        profile.provider = {QStringLiteral("https://id.example/realm"), QStringLiteral("desk"),
                            QStringLiteral("openid offline_access"), QStringLiteral("urn:acusight")};
        profile.keepsSecrets = false;
        profile.trust = Trust::pinned(QByteArray(32, '\xA5'));
        profile.proxy = {ProxyChoice::Kind::Own, ProxyChoice::Protocol::Socks5, QStringLiteral("proxy.example"), 65535,
                         QStringLiteral("me@here")};
        profile.color = static_cast<ProfileColor>(color);
        Profile second = named("Other");
        second.trust = Trust::ownAuthority(QStringLiteral("/etc/ssl/our authority.pem"));
        second.proxy.kind = ProxyChoice::Kind::None;
        {
            ProfileStore store(*settings.ini);
            store.save(profile);
            store.save(second);
            QVERIFY(store.find(profile.uuid) == profile);
        }
        settings.open();
        const ProfileStore store(*settings.ini);
        QCOMPARE(store.profiles().size(), size_t(2));
        QVERIFY(store.profiles()[0] == profile);
        QVERIFY(store.profiles()[1] == second);
        QVERIFY(!store.find(QUuid::createUuid()));
    }

    void theOrderIsThePersonsAndChangesAreAnnouncedOnce()
    {
        Settings settings;
        const Profile a = named("a"), b = named("b"), c = named("c");
        {
            ProfileStore store(*settings.ini);
            for (const Profile &profile : {a, b, c})
                store.save(profile);
            QSignalSpy changed(&store, &ProfileStore::changed);
            store.move(c.uuid, 0);
            QCOMPARE(names(store), QStringList({QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
            QCOMPARE(changed.size(), 1);
            store.move(c.uuid, 99);
            QCOMPARE(names(store), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
            store.move(c.uuid, 1);
            QCOMPARE(changed.size(), 3);
            store.move(c.uuid, 1);
            store.move(QUuid::createUuid(), 0);
            store.save(b);
            store.remove(QUuid::createUuid());
            store.reload();
            QCOMPARE(changed.size(), 3); // nothing was different
            Profile renamed = a;
            renamed.name = QStringLiteral("A");
            store.save(renamed);
            QCOMPARE(changed.size(), 4);
        }
        settings.open();
        QCOMPARE(names(ProfileStore(*settings.ini)),
                 QStringList({QStringLiteral("A"), QStringLiteral("c"), QStringLiteral("b")}));
    }

    void removingTakesAllThatIsKeptOfIt()
    {
        Settings settings;
        ProfileStore store(*settings.ini);
        const Profile gone = named("gone"), stays = named("stays");
        store.save(gone);
        store.save(stays);
        settings.put(gone, "window/geometry", QByteArray("x"));
        settings.put(stays, "window/geometry", QByteArray("y"));
        store.noteUsed(gone.uuid);
        QVERIFY(store.lastUsed() == gone);
        store.remove(gone.uuid);
        QVERIFY(store.lastUsed() == stays);
        settings.open();
        QVERIFY(!settings.get(gone, "window/geometry").isValid());
        QVERIFY(!settings.get(gone, "name").isValid());
        QCOMPARE(settings.get(stays, "window/geometry").toByteArray(), QByteArray("y"));
        ProfileStore again(*settings.ini);
        QCOMPARE(names(again), QStringList{QStringLiteral("stays")});
        again.remove(stays.uuid);
        QVERIFY(!again.lastUsed());
    }

    void whatWouldNotBeSafeIsLeftOutButNotDestroyed_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("unknown sign-in") << QByteArray("signIn") << QStringLiteral("passkey");
        QTest::newRow("unknown trust") << QByteArray("trust") << QStringLiteral("twoPins");
        QTest::newRow("pin that is cut off") << QByteArray("pinnedSha256") << QStringLiteral("a5a5");
        QTest::newRow("unknown proxy") << QByteArray("proxy") << QStringLiteral("script");
        QTest::newRow("unknown protocol") << QByteArray("proxyProtocol") << QStringLiteral("socks6");
        QTest::newRow("proxy without a name") << QByteArray("proxyHost") << QString();
        QTest::newRow("proxy without a port") << QByteArray("proxyPort") << QStringLiteral("0");
        QTest::newRow("proxy port that is none") << QByteArray("proxyPort") << QStringLiteral("65536");
        QTest::newRow("clear text") << QByteArray("serverUrl") << QStringLiteral("http://acusight.example/api");
        QTest::newRow("credentials") << QByteArray("serverUrl")
                                     << QStringLiteral("https://me:secret@acusight.example/api");
        QTest::newRow("no server") << QByteArray("serverUrl") << QString();
    }
    void whatWouldNotBeSafeIsLeftOutButNotDestroyed()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, value);
        Settings settings;
        Profile profile = named("Production");
        profile.trust = Trust::pinned(QByteArray(32, '\xA5'));
        profile.proxy = {
            ProxyChoice::Kind::Own, ProxyChoice::Protocol::Http, QStringLiteral("proxy.example"), 8080, {}};
        const Profile other = named("other");
        {
            ProfileStore store(*settings.ini);
            store.save(profile);
            store.save(other);
        }
        settings.open();
        const QVariant good = settings.get(profile, key.constData());
        settings.put(profile, key.constData(), value);
        {
            ProfileStore store(*settings.ini);
            QCOMPARE(names(store), QStringList{QStringLiteral("other")});
            store.save(named("new"));
            store.move(other.uuid, 1);
        }
        settings.open();
        QCOMPARE(settings.get(profile, key.constData()).toString(), value);
        settings.put(profile, key.constData(), good);
        const ProfileStore store(*settings.ini);
        QCOMPARE(names(store),
                 QStringList({QStringLiteral("new"), QStringLiteral("other"), QStringLiteral("Production")}));
        QVERIFY(store.find(profile.uuid) == profile);
    }

    void aColourOfANewerVersionIsNoReasonToLoseAProfile()
    {
        Settings settings;
        Profile profile = named("Production");
        profile.color = ProfileColor::Blue;
        ProfileStore(*settings.ini).save(profile);
        settings.put(profile, "color", QStringLiteral("ultraviolet"));
        const ProfileStore store(*settings.ini);
        QVERIFY(store.find(profile.uuid));
        QCOMPARE(store.find(profile.uuid)->color, ProfileColor::None);
    }

    void theConnectionOfAnEarlierVersionBecomesTheFirstProfile()
    {
        Settings settings;
        const QUuid uuid = QUuid::createUuid();
        settings.ini->setValue(QStringLiteral("connection/uuid"), uuid.toString(QUuid::WithoutBraces));
        settings.ini->setValue(QStringLiteral("connection/name"), QStringLiteral("Hamburg plant"));
        settings.ini->setValue(QStringLiteral("connection/serverUrl"), QStringLiteral("https://acusight.example/api"));
        settings.ini->setValue(QStringLiteral("connection/tokenInKeychain"), false);
        {
            const ProfileStore store(*settings.ini);
            QCOMPARE(store.profiles().size(), size_t(1));
            Profile expected{uuid, QStringLiteral("Hamburg plant"),
                             QUrl(QStringLiteral("https://acusight.example/api"))};
            expected.keepsSecrets = false;
            QVERIFY(store.lastUsed() == expected);
        }
        settings.open();
        QVERIFY(!settings.ini->contains(QStringLiteral("connection/uuid")));
        QCOMPARE(names(ProfileStore(*settings.ini)), QStringList{QStringLiteral("Hamburg plant")});
    }

    void anUnsafeConnectionOfAnEarlierVersionIsNoneButStays()
    {
        Settings settings;
        settings.ini->setValue(QStringLiteral("connection/uuid"), QUuid::createUuid().toString());
        settings.ini->setValue(QStringLiteral("connection/serverUrl"), QStringLiteral("http://acusight.example/api"));
        QVERIFY(ProfileStore(*settings.ini).profiles().empty());
        QVERIFY(settings.ini->contains(QStringLiteral("connection/serverUrl")));
    }

    void twoProcessesOnOneFileLoseNothingOfEachOther()
    {
        Settings settings;
        // By another name, for Qt shares what it has read of one name within a process.
        const QString alias = settings.path() + QStringLiteral(".alias");
        settings.ini->setValue(QStringLiteral("something"), 1);
        settings.ini->sync();
        QVERIFY(QFile::link(settings.path(), alias));
        QSettings second(alias, QSettings::IniFormat);
        ProfileStore ours(*settings.ini);
        ProfileStore theirs(second);
        const Profile a = named("a"), b = named("b"), c = named("c");
        ours.save(a);
        theirs.save(b); // which has not been told of "a"
        QCOMPARE(names(theirs), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QSignalSpy changed(&ours, &ProfileStore::changed);
        ours.reload();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(names(ours), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        ours.save(c);
        theirs.move(b.uuid, 0);
        QCOMPARE(names(theirs), QStringList({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
        theirs.remove(a.uuid);
        ours.reload();
        QCOMPARE(names(ours), QStringList({QStringLiteral("b"), QStringLiteral("c")}));
        QVERIFY(!ours.find(a.uuid));
    }

    void aPinDoesNotMoveToAnotherServer()
    {
        Settings settings;
        ProfileStore store(*settings.ini);
        Profile profile = named("Own server");
        profile.trust = Trust::pinned(QByteArray(32, 'x'));
        store.save(profile);
        profile.serverUrl = QUrl(QStringLiteral("https://acusight.example/other/api"));
        store.save(profile);
        QCOMPARE(store.find(profile.uuid)->trust.kind, Trust::Kind::Pinned);
        profile.serverUrl = QUrl(QStringLiteral("https://acusight.example:8443/api"));
        store.save(profile);
        QVERIFY(store.find(profile.uuid)->trust == Trust());
        profile.serverUrl = QUrl(QStringLiteral("https://elsewhere.example/api"));
        profile.trust = Trust::pinned(QByteArray(32, 'y')); // the one of the new server
        store.save(profile);
        QVERIFY(store.find(profile.uuid) == profile);
        settings.open();
        QVERIFY(ProfileStore(*settings.ini).find(profile.uuid) == profile);
    }

    void whatIsWrittenHasNoOtherKeysThanThese()
    {
        Settings settings;
        Profile profile = named("Production");
        ProfileStore(*settings.ini).save(profile);
        settings.ini->beginGroup(QStringLiteral("profiles/") + profile.uuid.toString(QUuid::WithoutBraces));
        QStringList keys = settings.ini->allKeys();
        keys.sort();
        QCOMPARE(keys.join(QLatin1Char(' ')),
                 QStringLiteral("allowClearText audience authorityFile clientId color issuer keepSecrets name "
                                "pinnedSha256 proxy proxyHost proxyPort proxyProtocol proxyUser scopes serverUrl "
                                "signIn trust"));
    }
};

QTEST_GUILESS_MAIN(TestProfileStore)
#include "test_profilestore.moc"
