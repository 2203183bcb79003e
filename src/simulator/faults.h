// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/httpreply.h"
#include "simulator/organization.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace tokendesk::simulator {

enum class Fault {
    Delay,
    // These stand in for the answer: the work is not done.
    Hang,
    CloseBeforeReply,
    Html502,
    Empty204,
    Expired401,
    Forbidden403,
    NotFound404,
    Conflict409,
    RateLimited,
    ServerError,
    Redirect,
    Oversized,
    Bomb,
    // These do the work and spoil the answer.
    AppliedReplyLost,
    HangMidBody,
    CloseMidBody,
    TruncatedJson,
    DeepJson,
    InvalidUtf8,
    WrongType,
    MissingField,
    UnknownFields,
    NullName,
    DuplicateIds,
    HostileNames,
    ZonelessDate,
    ImpossibleNumber,
    Drip,
    BadGzip,
};

struct FaultRule
{
    Fault fault = Fault::Delay;
    QJsonValue arg;       ///< undefined where none was given
    QByteArray method;    ///< empty: any
    QByteArray path;      ///< below /api, and all below it; empty: any
    int times = -1;       ///< how often it still strikes; -1: always
    bool applied = false; ///< the work is done although something else is answered

    /// The argument as text, also where it came as a number.
    [[nodiscard]] QString text() const;
};

[[nodiscard]] QString faultName(Fault fault);
[[nodiscard]] QStringList faultNames();
/// True where the real answer is not wanted.
[[nodiscard]] bool standsIn(Fault fault);

/// "NAME[:ARG][@[METHOD ][/path]]"
[[nodiscard]] Outcome<FaultRule> faultFromText(const QString &text);
/// {"fault":…,"arg":…,"method":…,"path":…,"times":…,"applied":…}
[[nodiscard]] Outcome<FaultRule> faultFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject faultJson(const FaultRule &rule);

/// The faults that lie in wait.
class Faults
{
public:
    struct Match
    {
        int delayMs = 0;
        std::optional<FaultRule> rule;
    };

    void add(FaultRule rule) { m_rules.push_back(std::move(rule)); }
    void clear() { m_rules.clear(); }
    [[nodiscard]] const std::vector<FaultRule> &rules() const { return m_rules; }

    /// What strikes this request: every delay that fits, and of the others the first that fits. Counts them.
    Match take(const QByteArray &method, const QByteArray &path);

private:
    std::vector<FaultRule> m_rules;
};

} // namespace tokendesk::simulator
