// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit.h"
#include "core/relativetime.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace tokendesk {

namespace {

struct AuditWords
{
    Q_DECLARE_TR_FUNCTIONS(Audit)
};

int counted(qint64 number)
{
    return int(std::clamp<qint64>(number, 0, std::numeric_limits<int>::max()));
}

QString durationWords(qint64 seconds)
{
    if (seconds < 120)
        return AuditWords::tr("%Ln second(s)", nullptr, counted(seconds));
    if (seconds < 120 * 60)
        return AuditWords::tr("%Ln minute(s)", nullptr, counted(seconds / 60));
    if (seconds < 48 * 60 * 60)
        return AuditWords::tr("%Ln hour(s)", nullptr, counted(seconds / 3600));
    return AuditWords::tr("%Ln day(s)", nullptr, counted(seconds / 86400));
}

} // namespace

QString severityWord(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Critical:
        //: Severity of a finding
        return AuditWords::tr("Critical");
    case FindingSeverity::High:
        //: Severity of a finding
        return AuditWords::tr("High");
    case FindingSeverity::Medium:
        //: Severity of a finding
        return AuditWords::tr("Medium");
    case FindingSeverity::Low:
        //: Severity of a finding
        return AuditWords::tr("Low");
    }
    Q_UNREACHABLE();
}

QString findingRuleWord(FindingRule rule)
{
    switch (rule) {
    case FindingRule::UsedAfterEnd:
        //: Of a token that was used after it had been revoked or had expired
        return AuditWords::tr("Used after its end");
    case FindingRule::SingleUseUsedAgain:
        return AuditWords::tr("Single-use, used again");
    case FindingRule::UseCountFell:
        return AuditWords::tr("Use count fell");
    case FindingRule::RevocationVanished:
        return AuditWords::tr("Revocation vanished");
    case FindingRule::NeverExpires:
        return AuditWords::tr("Reusable, never expires");
    case FindingRule::Stale:
        //: Of a token that nobody has used for a long time
        return AuditWords::tr("Stale");
    case FindingRule::NeverUsed:
        return AuditWords::tr("Never used");
    case FindingRule::LivesLong:
        return AuditWords::tr("Lives long");
    case FindingRule::ExpiresSoon:
        return AuditWords::tr("Expires soon");
    case FindingRule::SameName:
        return AuditWords::tr("Same name");
    }
    Q_UNREACHABLE();
}

QString findingReason(const Finding &finding, qint64 now)
{
    const int n = counted(finding.number);
    switch (finding.rule) {
    case FindingRule::UsedAfterEnd:
        if (finding.afterExpiry) {
            //: %1 is a duration such as "3 hours", %2 a time such as "2 days ago"
            return AuditWords::tr("Used %1 after it had expired (%2).")
                .arg(durationWords(finding.number), relativeTime(finding.instant, now));
        }
        //: %1 is a duration such as "3 hours", %2 a time such as "2 days ago"
        return AuditWords::tr("Used %1 after it had been revoked (%2).")
            .arg(durationWords(finding.number), relativeTime(finding.instant, now));
    case FindingRule::SingleUseUsedAgain:
        return AuditWords::tr("For a single use, and used %Ln time(s).", nullptr, n);
    case FindingRule::UseCountFell:
        //: %1 is a time such as "2 days ago"
        return AuditWords::tr("The server told %Ln use(s) less than before (%1).", nullptr, n)
            .arg(relativeTime(finding.instant, now));
    case FindingRule::RevocationVanished:
        //: %1 is a time such as "2 days ago"
        return AuditWords::tr("It was revoked, and then the server listed it as not revoked (%1).")
            .arg(relativeTime(finding.instant, now));
    case FindingRule::NeverExpires:
        return AuditWords::tr("Reusable, never expires, and %Ln day(s) old.", nullptr, n);
    case FindingRule::Stale:
        if (finding.instant == noInstant)
            return AuditWords::tr("Reusable, and never used in the %Ln day(s) since its creation.", nullptr, n);
        return AuditWords::tr("Reusable, and unused for %Ln day(s).", nullptr, n);
    case FindingRule::NeverUsed:
        return AuditWords::tr("Never used in the %Ln day(s) since its creation.", nullptr, n);
    case FindingRule::LivesLong:
        if (finding.instant == noInstant)
            return AuditWords::tr("Has lived for %Ln day(s), and never expires.", nullptr, n);
        return AuditWords::tr("Lives for %Ln day(s) from its creation to its expiry.", nullptr, n);
    case FindingRule::ExpiresSoon:
        //: %1 is a time such as "in 3 days"
        return AuditWords::tr("Expires %1.").arg(relativeTime(finding.instant, now));
    case FindingRule::SameName:
        return AuditWords::tr("%Ln other live token(s) have the same name.", nullptr, n);
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
