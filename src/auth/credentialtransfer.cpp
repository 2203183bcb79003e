// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/credentialtransfer.h"

#include "auth/secretparts.h"

#include <QRandomGenerator>

#include <memory>

namespace tokendesk {

namespace {

using DoneReply = KeychainEntries::DoneReply;
using ReadReply = KeychainEntries::ReadReply;

QString entryName(const QString &key, int number)
{
    return number == 1 ? key : key + QLatin1Char('/') + QString::number(number);
}

auto keychainFailure(const char *detail)
{
    return failure({.kind = ErrorKind::KeychainFailed, .detail = QString::fromLatin1(detail)});
}

void readNext(KeychainEntries &entries, const QString &key, const std::shared_ptr<SecretJoiner> &joiner,
              const ReadReply &reply)
{
    entries.readEntry(entryName(key, joiner->nextNumber()), [&entries, key, joiner, reply](Result<Secret> entry) {
        if (!entry) {
            // A first entry that tells of more is a credential; a hole in it is damage, not absence.
            if (joiner->expected() > 0 && entry.error().kind == ErrorKind::KeychainMissing)
                return reply(keychainFailure("the entry is incomplete"));
            return reply(failure(entry.error()));
        }
        if (!joiner->add(*entry))
            return reply(keychainFailure("the parts of the entry do not belong together"));
        if (joiner->isComplete())
            return reply(joiner->joined());
        readNext(entries, key, joiner, reply);
    });
}

/// The number of the last entry in a row that begins with `number`; number - 1 if that one is not there.
void findLast(KeychainEntries &entries, const QString &key, int number, const std::function<void(Result<int>)> &reply)
{
    if (number > maxSecretParts)
        return reply(number - 1);
    entries.readEntry(entryName(key, number), [&entries, key, number, reply](Result<Secret> entry) {
        if (entry)
            return findLast(entries, key, number + 1, reply);
        if (entry.error().kind == ErrorKind::KeychainMissing)
            return reply(number - 1);
        reply(failure(entry.error()));
    });
}

/// Removes entries number `last` down to `first`: a removal that breaks off leaves no hole behind which something lies.
void removeDown(KeychainEntries &entries, const QString &key, int last, int first, const DoneReply &reply)
{
    if (last < first)
        return reply({});
    entries.removeEntry(entryName(key, last), [&entries, key, last, first, reply](const Result<void> &done) {
        if (!done && done.error().kind != ErrorKind::KeychainMissing)
            return reply(done);
        removeDown(entries, key, last - 1, first, reply);
    });
}

void verifyGone(KeychainEntries &entries, const QString &key, int number, const DoneReply &reply)
{
    entries.readEntry(entryName(key, number), [reply](Result<Secret> entry) {
        if (entry)
            return reply(keychainFailure("the entry is still there after its removal"));
        if (entry.error().kind == ErrorKind::KeychainMissing)
            return reply({});
        reply(failure(entry.error()));
    });
}

/// Removes what lies from number `first` on.
void removeParts(KeychainEntries &entries, const QString &key, int first, const DoneReply &reply)
{
    findLast(entries, key, first, [&entries, key, first, reply](Result<int> last) {
        if (!last)
            return reply(failure(last.error()));
        if (*last < first)
            return reply({});
        removeDown(entries, key, *last, first, [&entries, key, first, reply](const Result<void> &done) {
            if (!done)
                return reply(done);
            verifyGone(entries, key, first, reply);
        });
    });
}

struct Writing
{
    Secret secret;
    std::vector<Secret> parts;
};

void verifyWritten(KeychainEntries &entries, const QString &key, const std::shared_ptr<Writing> &writing,
                   const DoneReply &reply)
{
    readCredential(entries, key, [writing, reply](Result<Secret> stored) {
        if (!stored)
            return reply(failure(stored.error()));
        if (!writing->secret.equals(stored->view()))
            return reply(keychainFailure("the entry reads back differently from what was written"));
        reply({});
    });
}

/// Parts 2, 3, … first, entry 1 last: until it is written, the old one stands and its tag fits none of the new parts.
void writeFrom(KeychainEntries &entries, const QString &key, size_t index, const std::shared_ptr<Writing> &writing,
               const DoneReply &reply)
{
    const size_t at = index < writing->parts.size() ? index : 0;
    entries.writeEntry(entryName(key, int(at) + 1), writing->parts[at],
                       [&entries, key, at, writing, reply](const Result<void> &done) {
                           if (!done)
                               return reply(done);
                           if (at != 0)
                               return writeFrom(entries, key, at + 1, writing, reply);
                           removeParts(entries, key, int(writing->parts.size()) + 1,
                                       [&entries, key, writing, reply](const Result<void> &cleaned) {
                                           if (!cleaned)
                                               return reply(cleaned);
                                           verifyWritten(entries, key, writing, reply);
                                       });
                       });
}

} // namespace

void readCredential(KeychainEntries &entries, const QString &key, ReadReply reply)
{
    readNext(entries, key, std::make_shared<SecretJoiner>(), reply);
}

void writeCredential(KeychainEntries &entries, const QString &key, Secret secret, DoneReply reply)
{
    auto writing = std::make_shared<Writing>();
    const QByteArray tag = QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
    if (isKeychainText(secret.view()))
        writing->parts = splitSecret(secret, tag);
    if (writing->parts.empty())
        return reply(keychainFailure("a keychain keeps text of limited length only"));
    writing->secret = std::move(secret);
    writeFrom(entries, key, 1, writing, reply);
}

void removeCredential(KeychainEntries &entries, const QString &key, DoneReply reply)
{
    removeParts(entries, key, 2, [&entries, key, reply](const Result<void> &done) {
        if (!done)
            return reply(done);
        removeDown(entries, key, 1, 1, [&entries, key, reply](const Result<void> &removed) {
            if (!removed)
                return reply(removed);
            verifyGone(entries, key, 1, reply);
        });
    });
}

} // namespace tokendesk
