// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historydatabase.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>

#include <algorithm>
#include <utility>

namespace tokendesk {

namespace {

struct HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

/// Another window's look that was recorded before ours, though its list is younger, is this much younger at most.
constexpr qint64 overtakenByMs = 5LL * 60 * 1000;

QVariant blob(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(bytes);
}

QString reasonOf(const FileFailure &failure, const QString &path)
{
    switch (failure.kind) {
    case FileFailure::Kind::Full:
        return HistoryWords::tr("There is no room left on the disk.");
    case FileFailure::Kind::ReadOnly:
        //: %1: path of a file
        return HistoryWords::tr("%1 cannot be written to.").arg(QDir::toNativeSeparators(path));
    case FileFailure::Kind::Busy:
        return HistoryWords::tr("Another program holds the history's file.");
    case FileFailure::Kind::NoDriver:
        return HistoryWords::tr("Qt's driver for SQLite is not installed (on Debian: libqt6sql6-sqlite).");
    case FileFailure::Kind::Damaged:
    case FileFailure::Kind::Other:
        //: %1: path of a file; %2: what the system says, in its own words
        return HistoryWords::tr("%1 cannot be used (%2).").arg(QDir::toNativeSeparators(path), failure.text);
    }
    Q_UNREACHABLE();
}

} // namespace

struct HistoryDatabase::Plan
{
    enum class Kind {
        Nothing,  ///< the list is older than what another window has recorded
        MoveLast, ///< again nothing new: the look before stands for this one too
        Add,
    };
    Kind kind = Kind::Nothing;
    Written written;
};

HistoryDatabase::HistoryDatabase(QString path, const Clock &clock) : m_clock(clock), m_file(std::move(path)) {}

void HistoryDatabase::open()
{
    const auto nothing = [] { return true; };
    if (!transact(true, nothing) && !transact(false, nothing) && m_file.isNewer())
        forget();
    dropOldLooks(msPerDay);
}

bool HistoryDatabase::transact(bool writes, const std::function<bool()> &work)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (m_file.isReplaced()) {
            m_file.close();
            forget();
        }
        if (!m_file.isOpen())
            m_dataVersion.reset();
        if (m_file.open()) {
            if (writes && m_file.isNewer()) {
                m_status = Status::ReadOnly;
                return false;
            }
            if (m_file.transaction(writes, [&] { return catchUp() && work(); })) {
                m_status = writes ? Status::Keeping : Status::ReadOnly;
                return true;
            }
        }
        if (m_file.failure().kind != FileFailure::Kind::Damaged || m_file.isNewer())
            break;
        m_putAside = m_file.putAside(m_clock.nowMs()).value_or(m_putAside);
        forget();
    }
    if (m_file.isNewer() || (m_file.isOpen() && m_file.failure().kind == FileFailure::Kind::ReadOnly)) {
        m_status = Status::ReadOnly;
    } else {
        m_status = Status::NotKept;
        if (m_file.failure().kind == FileFailure::Kind::Other)
            m_file.close(); // after an error of the disk, begin from the file again
    }
    return false;
}

bool HistoryDatabase::catchUp()
{
    const std::optional<qint64> version = m_file.dataVersion();
    if (!version)
        return false;
    if (m_dataVersion == version)
        return true;
    if (!m_file.isNewer() && !m_file.isStillOurs())
        return false;
    if (!readLooks() || !m_reviews.read(m_file))
        return false;
    m_dataVersion = version;
    return true;
}

bool HistoryDatabase::readLooks()
{
    std::optional<QSqlQuery> query = m_file.execute(
        QStringLiteral("SELECT number, server_ms, local_ms, changes FROM looks WHERE number >= ? ORDER BY number"),
        {m_lastNumber});
    if (!query)
        return false;
    bool continued = m_lastNumber == 0;
    bool mixed = false; // there are looks that follow the last one we share, here and there
    while (!mixed && query->next()) {
        const qint64 number = query->value(0).toLongLong();
        const Written written{{query->value(1).toLongLong(), query->value(2).toLongLong()},
                              query->value(3).toByteArray()};
        if (number == m_lastNumber) {
            continued = true;
            if (m_unsaved.empty())
                m_builder.moveLastLook(written.look);
            continue;
        }
        mixed = !continued || !m_unsaved.empty();
        if (mixed)
            break;
        if (!addToMemory(written)) {
            m_file.setDamaged(QStringLiteral("look %1").arg(number));
            return false;
        }
        m_lastNumber = number;
        m_lastIsOurs = false;
    }
    if (!m_file.checkRead(*query))
        return false;
    query.reset();
    if (continued && !mixed)
        return true;
    forget();
    return readLooks();
}

void HistoryDatabase::record(const TokenSnapshot &list, const Look &look)
{
    Plan plan;
    qint64 lastNumber = 0;
    const bool saved = transact(true, [&] {
        plan = planOf(list, look);
        lastNumber = m_lastNumber;
        return write(plan, lastNumber);
    });
    if (!saved)
        plan = planOf(list, look); // what is known may be another by now
    take(plan, saved);
    if (saved) {
        m_unsaved.clear();
        m_reviews.setSaved();
        m_lastNumber = lastNumber;
        m_lastIsOurs = m_lastIsOurs || plan.kind != Plan::Kind::Nothing;
    }
    dropOldLooks(msPerDay);
}

HistoryDatabase::Plan HistoryDatabase::planOf(const TokenSnapshot &list, const Look &look)
{
    const std::vector<Look> &looks = m_builder.looks();
    if (!looks.empty() && !m_lastIsOurs && m_unsaved.empty()) {
        // Two windows: a list that was on its way while the other one recorded a younger one would look as if
        // everything new had been undone. A Date header has whole seconds, so an equal one tells nothing.
        const qint64 younger = looks.back().serverMs - look.serverMs;
        if (younger >= 0 && younger < overtakenByMs)
            return {};
    }
    Plan plan{Plan::Kind::Add, {look, m_known.changesOf(list, look, m_builder)}};
    if (plan.written.changes.isEmpty() && m_lastLookEmpty && looks.size() >= 2) {
        const qint64 apart = look.localMs - looks[looks.size() - 2].localMs;
        if (apart >= 0 && apart <= thinnedToMs)
            plan.kind = Plan::Kind::MoveLast;
    }
    return plan;
}

bool HistoryDatabase::write(const Plan &plan, qint64 &lastNumber)
{
    const auto insert = [&](const Written &written) {
        const std::optional<QSqlQuery> query =
            m_file.execute(QStringLiteral("INSERT INTO looks (server_ms, local_ms, changes) VALUES (?, ?, ?)"),
                           {written.look.serverMs, written.look.localMs, blob(written.changes)});
        if (query)
            lastNumber = query->lastInsertId().toLongLong();
        return query.has_value();
    };
    if (!m_reviews.writeUnsaved(m_file) || !std::all_of(m_unsaved.begin(), m_unsaved.end(), insert))
        return false;
    switch (plan.kind) {
    case Plan::Kind::Nothing:
        return true;
    case Plan::Kind::MoveLast:
        return m_file
            .execute(QStringLiteral("UPDATE looks SET server_ms = ?, local_ms = ? WHERE number = ?"),
                     {plan.written.look.serverMs, plan.written.look.localMs, lastNumber})
            .has_value();
    case Plan::Kind::Add:
        return insert(plan.written);
    }
    Q_UNREACHABLE();
}

void HistoryDatabase::take(const Plan &plan, bool saved)
{
    if (plan.kind == Plan::Kind::Nothing)
        return;
    if (plan.kind == Plan::Kind::MoveLast && (saved || !m_unsaved.empty())) {
        m_builder.moveLastLook(plan.written.look);
        m_history.reset();
        if (!saved)
            m_unsaved.back().look = plan.written.look;
        return;
    }
    const bool understood = addToMemory(plan.written);
    Q_ASSERT(understood);
    if (!saved && understood)
        m_unsaved.push_back(plan.written);
}

bool HistoryDatabase::addToMemory(const Written &written)
{
    m_history.reset();
    m_builder.addLook(written.look);
    m_lastLookEmpty = written.changes.isEmpty();
    return m_known.apply(written.changes, written.look, m_builder);
}

void HistoryDatabase::forget()
{
    m_known = {};
    m_builder = {};
    m_history.reset();
    m_lastLookEmpty = false;
    m_lastNumber = 0;
    m_lastIsOurs = false;
    m_unsaved.clear();
    m_dataVersion.reset();
    m_reviews = {};
}

Result<void> HistoryDatabase::addReview(const Review &review)
{
    if (!transact(true, [&] { return m_reviews.writeReview(m_file, review); }))
        return failed();
    m_reviews.addReview(review);
    return {};
}

Result<void> HistoryDatabase::setFindingHidden(const QUuid &token, FindingRule rule, bool hidden)
{
    const ReviewRecords::FindingOf finding(token, rule);
    const bool saved = transact(true, [&] { return m_reviews.writeHidden(m_file, finding, hidden); });
    m_reviews.setHidden(finding, hidden, saved);
    if (!saved)
        return failed();
    return {};
}

Result<void> HistoryDatabase::deleteEverything()
{
    Result<void> result;
    if (!m_file.remove())
        result = failed();
    forget();
    m_putAside.clear();
    transact(true, [] { return true; });
    return result;
}

void HistoryDatabase::setRetentionDays(int days)
{
    m_retentionDays = std::clamp(days, 1, 36'500);
    dropOldLooks(0);
}

void HistoryDatabase::dropOldLooks(qint64 slackMs)
{
    // Slack: rewriting all of it once a day is enough.
    const qint64 oldest = m_clock.nowMs() - m_retentionDays * msPerDay;
    const std::vector<Look> &looks = m_builder.looks();
    if (m_status != Status::Keeping || !m_unsaved.empty() || looks.size() < 2 || looks[1].localMs >= oldest - slackMs)
        return;
    if (!transact(true, [&] { return rewriteFrom(oldest); }))
        return;
    const bool ours = m_lastIsOurs;
    forget();
    transact(true, [] { return true; });
    m_lastIsOurs = ours;
}

bool HistoryDatabase::rewriteFrom(qint64 oldestLocalMs)
{
    std::optional<QSqlQuery> query =
        m_file.execute(QStringLiteral("SELECT number, server_ms, local_ms, changes FROM looks WHERE number <="
                                      " (SELECT max(number) FROM looks WHERE local_ms < ?) ORDER BY number"),
                       {oldestLocalMs});
    if (!query)
        return false;
    KnownTokens then;
    TokenHistoryBuilder scratch;
    qint64 number = 0;
    while (query->next()) {
        number = query->value(0).toLongLong();
        const Look look{query->value(1).toLongLong(), query->value(2).toLongLong()};
        scratch.addLook(look);
        if (!then.apply(query->value(3).toByteArray(), look, scratch)) {
            m_file.setDamaged(QStringLiteral("look %1").arg(number));
            return false;
        }
    }
    if (!m_file.checkRead(*query))
        return false;
    query.reset();
    return scratch.looks().size() < 2 ||
           (m_file.execute(QStringLiteral("UPDATE looks SET changes = ? WHERE number = ?"),
                           {blob(then.everythingAt(scratch.looks().back(), scratch)), number}) &&
            m_file.execute(QStringLiteral("DELETE FROM looks WHERE number < ?"), {number}));
}

TokenHistoryPtr HistoryDatabase::history()
{
    if (!m_history)
        m_history = m_builder.build();
    return m_history;
}

std::optional<HistoryProblem> HistoryDatabase::problem() const
{
    switch (m_status) {
    case Status::Keeping:
        if (m_putAside.isEmpty())
            return std::nullopt;
        return HistoryProblem{
            HistoryWords::tr("The history was damaged; a new one has begun."),
            //: %1: name of a file
            HistoryWords::tr("What could not be read is kept as %1, in the same folder.").arg(m_putAside)};
    case Status::ReadOnly:
        if (m_file.isNewer())
            return HistoryProblem{
                HistoryWords::tr("This history belongs to a newer Token Desk."),
                HistoryWords::tr("It is shown as far as it is understood, and nothing is added to it. "
                                 "Start the newer version to go on recording.")};
        return HistoryProblem{
            HistoryWords::tr("The history is not being recorded."),
            HistoryWords::tr("%1 What it holds can be seen. What happens now is remembered until this "
                             "window closes.")
                .arg(reasonOf(m_file.failure(), m_file.path()))};
    case Status::NotKept:
        return HistoryProblem{HistoryWords::tr("The history is not being kept."),
                              HistoryWords::tr("%1 What happens now is remembered until this window closes, and is "
                                               "recorded as soon as that is possible again.")
                                  .arg(reasonOf(m_file.failure(), m_file.path()))};
    }
    Q_UNREACHABLE();
}

Result<void> HistoryDatabase::failed() const
{
    return failure({.kind = ErrorKind::HistoryFailed, .detail = reasonOf(m_file.failure(), m_file.path())});
}

} // namespace tokendesk
