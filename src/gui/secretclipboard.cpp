// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/secretclipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QRandomGenerator>

namespace tokendesk {

namespace {

struct Hint
{
    QString format;
    QByteArray data;
};

QList<Hint> managerHints()
{
#if defined(Q_OS_WIN)
    // Bare names: Qt registers them as clipboard formats under just these. A DWORD of zero means no.
    const QByteArray no(4, '\0');
    return {{QStringLiteral("ExcludeClipboardContentFromMonitorProcessing"), no},
            {QStringLiteral("CanIncludeInClipboardHistory"), no},
            {QStringLiteral("CanUploadToCloudClipboard"), no}};
#elif defined(Q_OS_MACOS)
    return {{QStringLiteral("org.nspasteboard.ConcealedType"), QByteArray()}};
#else
    return {{QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret")}};
#endif
}

/// Holds the bytes itself and hands out text only when someone pastes; they are wiped as soon as the clipboard gets
/// something else.
class SecretMimeData : public QMimeData
{
public:
    explicit SecretMimeData(Secret secret) : m_secret(std::move(secret)) {}

    [[nodiscard]] QStringList formats() const override
    {
        QStringList formats{QStringLiteral("text/plain")};
        for (const Hint &hint : managerHints())
            formats << hint.format;
        return formats;
    }
    [[nodiscard]] bool hasFormat(const QString &format) const override { return formats().contains(format); }

protected:
    [[nodiscard]] QVariant retrieveData(const QString &format, QMetaType type) const override
    {
        if (format == QLatin1String("text/plain")) {
            if (type.id() == QMetaType::QByteArray)
                return m_secret.view().toByteArray();
            return m_secret.toText();
        }
        for (const Hint &hint : managerHints()) {
            if (hint.format == format)
                return hint.data;
        }
        return {};
    }

private:
    Secret m_secret;
};

} // namespace

SecretClipboard::SecretClipboard(QObject *parent) : QObject(parent)
{
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &SecretClipboard::tick);
    // Without this the secret outlives the program in a clipboard manager. The application's own signal: at the
    // destructor, which may come after it, there is no clipboard left to clear.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &SecretClipboard::clearNow);
}

SecretClipboard::~SecretClipboard()
{
    clearNow();
}

void SecretClipboard::setClearAfter(std::optional<std::chrono::seconds> clearAfter)
{
    m_clearAfter = clearAfter;
}

void SecretClipboard::copy(const Secret &secret, std::optional<std::chrono::seconds> clearAfter)
{
    m_salt.resize(32);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(m_salt.data()), 8);
    m_fingerprint = fingerprint(secret.view());
    auto *data = new SecretMimeData(secret.clone());
    m_ours = data;
    QGuiApplication::clipboard()->setMimeData(data, QClipboard::Clipboard);
    if (clearAfter) {
        m_deadline.setRemainingTime(*clearAfter);
        m_tick.start(qBound(std::chrono::milliseconds(1), std::chrono::milliseconds(*clearAfter),
                            std::chrono::milliseconds(1000)));
    } else {
        m_tick.stop();
    }
    Q_EMIT remainingChanged();
}

void SecretClipboard::clearNow()
{
    if (m_fingerprint.isEmpty())
        return;
    m_tick.stop();
    const bool ours = QGuiApplication::instance() && isStillOurs(); // no application, no clipboard
    m_fingerprint.clear();
    m_ours.clear();
    if (ours)
        QGuiApplication::clipboard()->clear(QClipboard::Clipboard);
    Q_EMIT cleared(ours);
}

std::optional<std::chrono::seconds> SecretClipboard::remaining() const
{
    if (!m_tick.isActive())
        return std::nullopt;
    return std::chrono::seconds((qMax<qint64>(m_deadline.remainingTime(), 0) + 999) / 1000);
}

void SecretClipboard::tick()
{
    if (m_deadline.hasExpired()) {
        clearNow();
        return;
    }
    // Aligned to the deadline, so that no second is skipped or shown twice.
    const qint64 left = m_deadline.remainingTime();
    m_tick.setInterval(int(left % 1000 == 0 ? qMin<qint64>(left, 1000) : left % 1000));
    Q_EMIT remainingChanged();
}

bool SecretClipboard::isStillOurs() const
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    const QMimeData *held = clipboard->mimeData(QClipboard::Clipboard);
    if (!held)
        return false;
    if (m_ours && held == m_ours)
        return true;
    // Some platforms hand out a copy, and a clipboard manager may have taken the text over: then it is what it says.
    if (!held->hasText())
        return false;
    QByteArray text = held->text().toUtf8();
    const bool same = fingerprint(text) == m_fingerprint;
    if (same)
        wipeMemory(text.data(), text.size());
    return same;
}

QByteArray SecretClipboard::fingerprint(QByteArrayView text) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_salt);
    hash.addData(text);
    return hash.result();
}

} // namespace tokendesk
