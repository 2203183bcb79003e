// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditstate.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <optional>
#include <vector>

namespace tokendesk {

/// The findings of an audit, worst first: of each token its worst one that is not hidden, and what is hidden too where
/// that is asked for. A new audit is published with exact row signals, never a reset: a row is its token's, whatever
/// the finding, so that selection and current row stay with the token.
///
/// Threads: gui thread only.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Severity, Token, Reason, Number, ColumnCount };
    enum Role {
        TokenIdRole = Qt::UserRole, ///< QUuid
        SeverityRole,               ///< int of FindingSeverity
        RuleRole,                   ///< int of FindingRule
        HiddenRole,                 ///< bool
    };

    explicit FindingsModel(QObject *parent = nullptr);
    ~FindingsModel() override;

    /// Not null.
    void setAudit(AuditPtr audit);
    void setShowHidden(bool show);
    [[nodiscard]] bool showsHidden() const { return m_showHidden; }
    /// How many hidden findings there are, shown or not.
    [[nodiscard]] int hiddenCount() const { return int(m_audit->result.hidden.size()); }
    /// How many rows have this severity; hidden ones do not count.
    [[nodiscard]] int countOf(FindingSeverity severity) const;
    /// How numbers are written; the default locale unless told otherwise.
    void setLocale(const QLocale &locale);

    [[nodiscard]] const Finding &finding(int row) const { return m_entries[size_t(row)].finding; }
    [[nodiscard]] std::optional<QUuid> tokenId(int row) const;
    /// The first row of this token, or -1.
    [[nodiscard]] int rowOf(const QUuid &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry
    {
        Finding finding;
        bool hidden = false;
    };
    [[nodiscard]] static std::vector<Entry> entriesOf(const Audit &audit, bool withHidden);
    [[nodiscard]] QString text(const Entry &entry, Column column) const;
    [[nodiscard]] QString sentence(const Entry &entry) const;

    // findingspublish.cpp
    void publish(AuditPtr audit, bool showHidden);
    void permute(const std::vector<int> &oldRows);
    [[nodiscard]] static std::vector<int> matchEntries(const Audit &before, const std::vector<Entry> &old,
                                                       const Audit &after, const std::vector<Entry> &fresh);

    AuditPtr m_audit;
    std::vector<Entry> m_entries;
    bool m_showHidden = false;
    QLocale m_locale;
};

} // namespace tokendesk
