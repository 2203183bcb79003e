// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/findingsmodel.h"

#include "core/safetext.h"

#include <algorithm>

namespace tokendesk {

FindingsModel::FindingsModel(QObject *parent) : QAbstractTableModel(parent), m_audit(std::make_shared<Audit>()) {}

FindingsModel::~FindingsModel() = default;

void FindingsModel::setAudit(AuditPtr audit)
{
    if (audit != m_audit)
        publish(std::move(audit), m_showHidden);
}

void FindingsModel::setShowHidden(bool show)
{
    if (show != m_showHidden)
        publish(m_audit, show);
}

void FindingsModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int FindingsModel::countOf(FindingSeverity severity) const
{
    const std::vector<Finding> &findings = m_audit->result.findings;
    return int(std::count_if(findings.begin(), findings.end(),
                             [severity](const Finding &finding) { return severityOf(finding.rule) == severity; }));
}

std::vector<FindingsModel::Entry> FindingsModel::entriesOf(const Audit &audit, bool withHidden)
{
    const std::vector<Finding> &shown = audit.result.findings;
    const std::vector<Finding> &hidden = audit.result.hidden;
    std::vector<Entry> entries;
    entries.reserve(shown.size() + (withHidden ? hidden.size() : 0));
    auto next = withHidden ? hidden.begin() : hidden.end();
    for (const Finding &finding : shown) {
        for (; next != hidden.end() && isWorse(*next, finding); ++next)
            entries.push_back({*next, true});
        entries.push_back({finding, false});
    }
    for (; next != hidden.end(); ++next)
        entries.push_back({*next, true});
    return entries;
}

std::optional<QUuid> FindingsModel::tokenId(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_audit->subject.tokens->row(finding(row).row).id;
}

int FindingsModel::rowOf(const QUuid &id) const
{
    const auto wanted = m_audit->subject.tokens->rowOf(id);
    if (!wanted)
        return -1;
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &entry) { return entry.finding.row == *wanted; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString FindingsModel::text(const Entry &entry, Column column) const
{
    const Finding &finding = entry.finding;
    switch (column) {
    case Severity:
        return severityWord(severityOf(finding.rule));
    case Token: {
        const QString name = m_audit->subject.tokens->name(finding.row);
        return name.isEmpty() ? tr("(no name)") : visibleText(name);
    }
    case Reason:
        return findingReason(finding, m_audit->subject.now);
    case Number:
        return finding.rule == FindingRule::RevocationVanished ? QString() : m_locale.toString(finding.number);
    case ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

QString FindingsModel::sentence(const Entry &entry) const
{
    //: A finding: what it is called, then the reason as a sentence
    const QString said =
        tr("%1: %2").arg(findingRuleWord(entry.finding.rule), findingReason(entry.finding, m_audit->subject.now));
    //: %1 is a finding that a person does not want to see any more
    return entry.hidden ? tr("Hidden. %1").arg(said) : said;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        // QToolTip renders what looks like HTML to it.
        return asRichText(text(entry, Token) + u'\n' + sentence(entry));
    case Qt::AccessibleDescriptionRole:
        return sentence(entry);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (column == Number ? Qt::AlignRight : Qt::AlignLeft)));
    case TokenIdRole:
        return m_audit->subject.tokens->row(entry.finding.row).id;
    case SeverityRole:
        return int(severityOf(entry.finding.rule));
    case RuleRole:
        return int(entry.finding.rule);
    case HiddenRole:
        return entry.hidden;
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (section == Number ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Severity:
        return tr("Severity");
    case Token:
        return tr("Token");
    case Reason:
        //: Column: why a token needs attention
        return tr("Reason");
    case Number:
        //: Column: the number behind a finding, such as days or uses
        return tr("Number");
    case ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
