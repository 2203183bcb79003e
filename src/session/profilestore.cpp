// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profilestore.h"

#include "core/serverurl.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace tokendesk {

namespace {

constexpr QLatin1String orderKey("profiles/order");
constexpr QLatin1String lastUsedKey("profiles/lastUsed");
constexpr QLatin1String formerGroup("connection");

template <class Value>
using Words = std::initializer_list<std::pair<Value, QLatin1String>>;

const Words<SignInMethod> signInWords{{SignInMethod::AccessToken, QLatin1String("accessToken")},
                                      {SignInMethod::Browser, QLatin1String("browser")},
                                      {SignInMethod::DeviceCode, QLatin1String("deviceCode")}};
const Words<Trust::Kind> trustWords{{Trust::Kind::System, QLatin1String("system")},
                                    {Trust::Kind::OwnAuthority, QLatin1String("authority")},
                                    {Trust::Kind::Pinned, QLatin1String("pinned")}};
const Words<ProxyChoice::Kind> proxyWords{{ProxyChoice::Kind::System, QLatin1String("system")},
                                          {ProxyChoice::Kind::None, QLatin1String("none")},
                                          {ProxyChoice::Kind::Own, QLatin1String("own")}};
const Words<ProxyChoice::Protocol> protocolWords{{ProxyChoice::Protocol::Http, QLatin1String("http")},
                                                 {ProxyChoice::Protocol::Socks5, QLatin1String("socks5")}};
const Words<ProfileColor> colorWords{
    {ProfileColor::None, QLatin1String("none")},     {ProfileColor::Red, QLatin1String("red")},
    {ProfileColor::Orange, QLatin1String("orange")}, {ProfileColor::Yellow, QLatin1String("yellow")},
    {ProfileColor::Green, QLatin1String("green")},   {ProfileColor::Teal, QLatin1String("teal")},
    {ProfileColor::Blue, QLatin1String("blue")},     {ProfileColor::Purple, QLatin1String("purple")}};

template <class Value>
QString wordFor(const Words<Value> &words, Value value)
{
    for (const auto &[candidate, word] : words) {
        if (candidate == value)
            return word;
    }
    Q_UNREACHABLE();
}

template <class Value>
std::optional<Value> meant(const Words<Value> &words, const QString &word)
{
    for (const auto &[value, candidate] : words) {
        if (candidate == word)
            return value;
    }
    return std::nullopt;
}

QString groupOf(const QUuid &uuid)
{
    return QStringLiteral("profiles/") + uuid.toString(QUuid::WithoutBraces);
}

/// Nothing where it cannot be trusted to mean what the person chose: a word of a newer version in what decides about
/// secrets makes the whole profile unusable, not a weaker one.
std::optional<Profile> readProfile(const QSettings &settings, const QUuid &uuid)
{
    const auto text = [&settings, group = groupOf(uuid)](const char *key, const QString &otherwise = {}) {
        return settings.value(group + QLatin1Char('/') + QLatin1String(key), otherwise).toString();
    };
    Profile profile;
    profile.uuid = uuid;
    profile.allowsClearText = text("allowClearText") == QLatin1String("true");
    const auto server =
        parseServerUrl(text("serverUrl"), profile.allowsClearText ? ClearText::Allowed : ClearText::Refused);
    const auto signIn = meant(signInWords, text("signIn", QStringLiteral("accessToken")));
    const auto trust = meant(trustWords, text("trust", QStringLiteral("system")));
    const auto proxy = meant(proxyWords, text("proxy", QStringLiteral("system")));
    const auto protocol = meant(protocolWords, text("proxyProtocol", QStringLiteral("http")));
    if (uuid.isNull() || !server || !signIn || !trust || !proxy || !protocol)
        return std::nullopt;
    profile.serverUrl = *server;
    profile.name = text("name").trimmed();
    if (profile.name.isEmpty())
        profile.name = server->host();
    profile.signIn = *signIn;
    profile.provider.issuer = text("issuer");
    profile.provider.clientId = text("clientId");
    profile.provider.scopes = text("scopes", profile.provider.scopes);
    profile.provider.audience = text("audience");
    profile.keepsSecrets = text("keepSecrets", QStringLiteral("true")) == QLatin1String("true");
    profile.trust.kind = *trust;
    if (*trust == Trust::Kind::OwnAuthority)
        profile.trust.authorityFile = text("authorityFile");
    if (*trust == Trust::Kind::Pinned) {
        profile.trust.pinnedSha256 = QByteArray::fromHex(text("pinnedSha256").toLatin1());
        if (profile.trust.pinnedSha256.size() != 32)
            return std::nullopt;
    }
    profile.proxy.kind = *proxy;
    profile.proxy.protocol = *protocol;
    profile.proxy.host = text("proxyHost");
    profile.proxy.port = text("proxyPort", QStringLiteral("0")).toUShort();
    profile.proxy.user = text("proxyUser");
    // Qt takes a proxy without a name for none.
    if (*proxy == ProxyChoice::Kind::Own && (profile.proxy.host.isEmpty() || profile.proxy.port == 0))
        return std::nullopt;
    profile.color = meant(colorWords, text("color")).value_or(ProfileColor::None);
    return profile;
}

void writeProfile(QSettings &settings, const Profile &profile)
{
    const QString group = groupOf(profile.uuid);
    const auto put = [&settings, &group](const char *key, const QString &value) {
        settings.setValue(group + QLatin1Char('/') + QLatin1String(key), value);
    };
    const auto yesNo = [](bool yes) { return yes ? QStringLiteral("true") : QStringLiteral("false"); };
    put("name", profile.name);
    put("serverUrl", profile.serverUrl.toString());
    put("signIn", wordFor(signInWords, profile.signIn));
    put("issuer", profile.provider.issuer);
    put("clientId", profile.provider.clientId);
    put("scopes", profile.provider.scopes);
    put("audience", profile.provider.audience);
    put("keepSecrets", yesNo(profile.keepsSecrets));
    put("trust", wordFor(trustWords, profile.trust.kind));
    put("authorityFile", profile.trust.authorityFile);
    put("pinnedSha256", QString::fromLatin1(profile.trust.pinnedSha256.toHex()));
    put("proxy", wordFor(proxyWords, profile.proxy.kind));
    put("proxyProtocol", wordFor(protocolWords, profile.proxy.protocol));
    put("proxyHost", profile.proxy.host);
    put("proxyPort", QString::number(profile.proxy.port));
    put("proxyUser", profile.proxy.user);
    put("allowClearText", yesNo(profile.allowsClearText));
    put("color", wordFor(colorWords, profile.color));
}

std::optional<Profile> readFormerConnection(const QSettings &settings)
{
    const QUuid uuid(settings.value(QStringLiteral("connection/uuid")).toString());
    const auto server = parseServerUrl(settings.value(QStringLiteral("connection/serverUrl")).toString());
    if (uuid.isNull() || !server)
        return std::nullopt;
    Profile profile;
    profile.uuid = uuid;
    profile.serverUrl = *server;
    profile.name = settings.value(QStringLiteral("connection/name")).toString().trimmed();
    if (profile.name.isEmpty())
        profile.name = server->host();
    profile.keepsSecrets = settings.value(QStringLiteral("connection/tokenInKeychain"), true).toBool();
    return profile;
}

} // namespace

ProfileStore::ProfileStore(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    read();
    if (const auto former = readFormerConnection(m_settings)) {
        if (!find(former->uuid))
            save(*former);
        noteUsed(former->uuid);
        m_settings.remove(formerGroup);
    }
}

std::optional<Profile> ProfileStore::find(const QUuid &uuid) const
{
    const auto found = std::ranges::find(m_profiles, uuid, &Profile::uuid);
    return found == m_profiles.end() ? std::nullopt : std::optional(*found);
}

std::optional<Profile> ProfileStore::lastUsed() const
{
    if (auto last = find(QUuid(m_settings.value(lastUsedKey).toString())))
        return last;
    return m_profiles.empty() ? std::nullopt : std::optional(m_profiles.front());
}

void ProfileStore::save(const Profile &profile)
{
    change([this, saved = profile]() mutable {
        const auto found = std::ranges::find(m_profiles, saved.uuid, &Profile::uuid);
        if (found == m_profiles.end()) {
            m_profiles.push_back(saved);
        } else {
            const bool samePin = saved.trust.kind == Trust::Kind::Pinned && found->trust == saved.trust;
            if (samePin && !isSameOrigin(found->serverUrl, saved.serverUrl))
                saved.trust = {};
            *found = saved;
        }
        writeProfile(m_settings, saved);
    });
}

void ProfileStore::remove(const QUuid &uuid)
{
    change([this, uuid] {
        m_settings.remove(groupOf(uuid));
        std::erase_if(m_profiles, [&uuid](const Profile &profile) { return profile.uuid == uuid; });
    });
}

void ProfileStore::move(const QUuid &uuid, int index)
{
    change([this, uuid, index] {
        const auto found = std::ranges::find(m_profiles, uuid, &Profile::uuid);
        if (found == m_profiles.end())
            return;
        const Profile moved = *found;
        m_profiles.erase(found);
        m_profiles.insert(m_profiles.begin() + std::clamp(index, 0, static_cast<int>(m_profiles.size())), moved);
    });
}

void ProfileStore::noteUsed(const QUuid &uuid)
{
    m_settings.setValue(lastUsedKey, uuid.toString(QUuid::WithoutBraces));
}

void ProfileStore::reload()
{
    change([] {});
}

void ProfileStore::change(const std::function<void()> &work)
{
    const auto before = m_profiles;
    // What another process has written meanwhile must not get lost.
    m_settings.sync();
    read();
    const auto read = m_profiles;
    work();
    if (m_profiles != read) {
        writeOrder();
        m_settings.sync();
    }
    if (m_profiles != before)
        Q_EMIT changed();
}

void ProfileStore::read()
{
    m_profiles.clear();
    for (const QString &word : m_settings.value(orderKey).toStringList()) {
        const QUuid uuid(word);
        if (const auto profile = readProfile(m_settings, uuid); profile && !find(uuid))
            m_profiles.push_back(*profile);
    }
}

void ProfileStore::writeOrder()
{
    // Those that could not be read keep their place at the end: a newer version may know them.
    QStringList order;
    for (const Profile &profile : m_profiles)
        order << profile.uuid.toString(QUuid::WithoutBraces);
    for (const QString &word : m_settings.value(orderKey).toStringList()) {
        const QUuid uuid(word);
        if (!uuid.isNull() && !order.contains(uuid.toString(QUuid::WithoutBraces)) &&
            m_settings.contains(groupOf(uuid) + QStringLiteral("/name")))
            order << word;
    }
    m_settings.setValue(orderKey, order);
}

} // namespace tokendesk
