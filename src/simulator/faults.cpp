// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults.h"

#include <QRegularExpression>
#include <QUrl>

#include <array>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

namespace {

struct Named
{
    Fault fault;
    const char *name;
};

constexpr std::array named{
    Named{Fault::Delay, "delay"},
    Named{Fault::Hang, "hang"},
    Named{Fault::CloseBeforeReply, "close-before-reply"},
    Named{Fault::Html502, "html-502"},
    Named{Fault::Empty204, "empty-204"},
    Named{Fault::Expired401, "expired-401"},
    Named{Fault::Forbidden403, "forbidden-403"},
    Named{Fault::NotFound404, "not-found-404"},
    Named{Fault::Conflict409, "conflict-409"},
    Named{Fault::RateLimited, "rate-limited"},
    Named{Fault::ServerError, "server-error"},
    Named{Fault::Redirect, "redirect"},
    Named{Fault::Oversized, "oversized"},
    Named{Fault::Bomb, "bomb"},
    Named{Fault::AppliedReplyLost, "applied-reply-lost"},
    Named{Fault::HangMidBody, "hang-mid-body"},
    Named{Fault::CloseMidBody, "close-mid-body"},
    Named{Fault::TruncatedJson, "truncated-json"},
    Named{Fault::DeepJson, "deep-json"},
    Named{Fault::InvalidUtf8, "invalid-utf8"},
    Named{Fault::WrongType, "wrong-type"},
    Named{Fault::MissingField, "missing-field"},
    Named{Fault::UnknownFields, "unknown-fields"},
    Named{Fault::NullName, "null-name"},
    Named{Fault::DuplicateIds, "duplicate-ids"},
    Named{Fault::HostileNames, "hostile-names"},
    Named{Fault::ZonelessDate, "zoneless-date"},
    Named{Fault::ImpossibleNumber, "impossible-number"},
    Named{Fault::Drip, "drip"},
    Named{Fault::BadGzip, "bad-gzip"},
};

Refusal bad(const QString &why)
{
    return {400, "VALIDATION_ERROR"_ba, why};
}

/// What is wrong with the argument; empty when nothing is. A mistake in a test must not pass as a server without fault.
QString argumentProblem(const FaultRule &rule)
{
    const QString text = rule.text();
    bool number = false;
    const int value = text.toInt(&number);
    switch (rule.fault) {
    case Fault::Delay:
        return number && value >= 0 ? QString() : u"delay needs milliseconds"_s;
    case Fault::WrongType:
    case Fault::MissingField:
        return text.section(u',', 0, 0).isEmpty() ? u"needs a field: FIELD[,ROW]"_s : QString();
    case Fault::Redirect:
        return QUrl(text.section(QRegularExpression(u"^[0-9]{3},"_s), -1)).isRelative()
                   ? u"redirect needs [STATUS,]URL"_s
                   : QString();
    case Fault::DeepJson:
    case Fault::NullName:
        return text.isEmpty() || (number && value >= 0) ? QString() : u"the argument is not a whole number"_s;
    case Fault::ServerError:
        return rule.arg.isObject() || text.isEmpty() || (number && value >= 400 && value <= 599)
                   ? QString()
                   : u"server-error needs a status from 400 to 599"_s;
    case Fault::BadGzip:
        return QStringList{u""_s, u"corrupt"_s, u"truncated"_s, u"plain"_s}.contains(text)
                   ? QString()
                   : u"bad-gzip knows corrupt, truncated and plain"_s;
    default:
        return {};
    }
}

Outcome<FaultRule> checked(FaultRule rule)
{
    const QString problem = argumentProblem(rule);
    if (!problem.isEmpty())
        return bad(u"%1: %2"_s.arg(faultName(rule.fault), problem));
    if (!rule.path.isEmpty() && !rule.path.startsWith('/'))
        return bad(u"path starts with a slash and is what follows /api"_s);
    return rule;
}

std::optional<Fault> faultByName(const QString &name)
{
    for (const Named &entry : named) {
        if (name == QLatin1StringView(entry.name))
            return entry.fault;
    }
    return std::nullopt;
}

} // namespace

QString FaultRule::text() const
{
    return arg.isDouble() ? QString::number(arg.toDouble(), 'g', 17) : arg.toString();
}

QString faultName(Fault fault)
{
    for (const Named &entry : named) {
        if (entry.fault == fault)
            return QString::fromLatin1(entry.name);
    }
    return {};
}

QStringList faultNames()
{
    QStringList names;
    for (const Named &entry : named)
        names.append(QString::fromLatin1(entry.name));
    return names;
}

bool standsIn(Fault fault)
{
    return fault >= Fault::Hang && fault <= Fault::Bomb;
}

Outcome<FaultRule> faultFromText(const QString &text)
{
    static const QRegularExpression grammar(u"^([a-z0-9-]+)(?::(.*?))?(?:@(?:([A-Z]+) ?)?(/.*)?)?$"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = grammar.match(text);
    const auto fault = faultByName(match.captured(1));
    if (!fault)
        return bad(u"no fault is called so: %1"_s.arg(text));
    FaultRule rule;
    rule.fault = *fault;
    rule.arg = match.hasCaptured(2) ? QJsonValue(match.captured(2)) : QJsonValue(QJsonValue::Undefined);
    rule.method = match.captured(3).toLatin1();
    rule.path = match.captured(4).toUtf8();
    return checked(rule);
}

Outcome<FaultRule> faultFromJson(const QJsonObject &json)
{
    for (const QString &key : json.keys()) {
        if (!QStringList{u"fault"_s, u"arg"_s, u"method"_s, u"path"_s, u"times"_s, u"applied"_s}.contains(key))
            return bad(u"unknown field: %1"_s.arg(key));
    }
    const auto fault = faultByName(json.value("fault"_L1).toString());
    if (!fault)
        return bad(u"no fault is called so: %1"_s.arg(json.value("fault"_L1).toString()));
    FaultRule rule;
    rule.fault = *fault;
    rule.arg = json.value("arg"_L1);
    rule.method = json.value("method"_L1).toString().toUpper().toLatin1();
    rule.path = json.value("path"_L1).toString().toUtf8();
    rule.times = json.value("times"_L1).toInt(-1);
    rule.applied = json.value("applied"_L1).toBool();
    return checked(rule);
}

QJsonObject faultJson(const FaultRule &rule)
{
    QJsonObject json{{u"fault"_s, faultName(rule.fault)}, {u"times"_s, rule.times}, {u"applied"_s, rule.applied}};
    if (!rule.arg.isUndefined())
        json.insert(u"arg"_s, rule.arg);
    if (!rule.method.isEmpty())
        json.insert(u"method"_s, QString::fromLatin1(rule.method));
    if (!rule.path.isEmpty())
        json.insert(u"path"_s, QString::fromUtf8(rule.path));
    return json;
}

Faults::Match Faults::take(const QByteArray &method, const QByteArray &path)
{
    Match match;
    for (FaultRule &rule : m_rules) {
        const bool delay = rule.fault == Fault::Delay;
        const bool fits = rule.times != 0 && (rule.method.isEmpty() || rule.method == method) &&
                          (rule.path.isEmpty() || rule.path == path || path.startsWith(rule.path + '/'));
        if (!fits || (!delay && match.rule))
            continue;
        if (delay)
            match.delayMs += rule.text().toInt();
        else
            match.rule = rule;
        if (rule.times > 0)
            --rule.times;
    }
    std::erase_if(m_rules, [](const FaultRule &rule) { return rule.times == 0; });
    return match;
}

} // namespace tokendesk::simulator
