// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/findingsmodel.h"
#include "support/tokens.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QMap>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000; // 2026-03-01T12:00:00Z
constexpr qint64 day = msPerDay;
using Column = FindingsModel::Column;

AuditPtr auditAt(const TokenSnapshotPtr &tokens, const HiddenFindings &hidden = {}, qint64 at = now,
                 const TokenSnapshotPtr &previous = {})
{
    AuditSubject subject;
    subject.tokens = tokens;
    subject.hidden = hidden;
    subject.now = at;
    return auditOf(std::move(subject), previous);
}

/// Reusable, and unused for so many days.
TestToken idle(int number, int days)
{
    return {
        number, QStringLiteral("Token %1").arg(number), now - 300 * day, now + 60 * day, now - days * day, noInstant, 5,
        false};
}

struct Rig
{
    FindingsModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Rig(const std::vector<TestToken> &tokens, const HiddenFindings &hidden = {})
    {
        model.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
        show(tokens, hidden);
    }
    /// Every other time as AuditState does, which says where the rows went.
    void show(const std::vector<TestToken> &tokens, const HiddenFindings &hidden = {})
    {
        const auto snapshot = snapshotOf(tokens);
        saysWhere = !saysWhere;
        model.setAudit(auditAt(snapshot, hidden, now, saysWhere ? shown : TokenSnapshotPtr()));
        shown = snapshot;
    }
    TokenSnapshotPtr shown;
    bool saysWhere = false;
    [[nodiscard]] QString at(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role).toString();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << at(row, Column::Token);
        return names;
    }
};

} // namespace

class TestFindingsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyAuditHasNoRows()
    {
        Rig rig({});
        QCOMPARE(rig.model.rowCount(), 0);
        QVERIFY(!rig.model.tokenId(0));
        QCOMPARE(rig.model.rowOf(testTokenId(1)), -1);
    }

    void aRowSaysWhyATokenNeedsAttention()
    {
        Rig rig({idle(1, 3), idle(2, 213)});
        QCOMPARE(rig.model.rowCount(), 1);
        QCOMPARE(rig.at(0, Column::Severity), QStringLiteral("High"));
        QCOMPARE(rig.at(0, Column::Token), QStringLiteral("Token 2"));
        QVERIFY(rig.at(0, Column::Reason).contains(QStringLiteral("unused for 213")));
        QCOMPARE(rig.at(0, Column::Number), QStringLiteral("213"));
        QCOMPARE(rig.model.index(0, 0).data(FindingsModel::SeverityRole).toInt(), int(FindingSeverity::High));
        QCOMPARE(rig.model.index(0, 0).data(FindingsModel::RuleRole).toInt(), int(FindingRule::Stale));
        QCOMPARE(rig.model.index(0, 0).data(FindingsModel::TokenIdRole).toUuid(), testTokenId(2));
        QVERIFY(rig.at(0, Column::Severity, Qt::AccessibleDescriptionRole).startsWith(QStringLiteral("Stale: ")));
        QCOMPARE(rig.at(0, Column::Severity, Qt::AccessibleTextRole), QStringLiteral("High"));
        QCOMPARE(rig.model.rowOf(testTokenId(2)), 0);
        QCOMPARE(rig.model.rowOf(testTokenId(1)), -1);
        QCOMPARE(rig.model.countOf(FindingSeverity::High), 1);
        QCOMPARE(rig.model.countOf(FindingSeverity::Low), 0);
    }

    void hostileNamesAreHarmless()
    {
        TestToken token = idle(1, 100);
        token.name = QStringLiteral("<b>x</b>\n\u202Eevil");
        Rig rig({token, with(idle(2, 99), QString())});
        QCOMPARE(rig.at(0, Column::Token), QStringLiteral("<b>x</b>\\n\\u202Eevil"));
        QVERIFY(!rig.at(0, Column::Token, Qt::ToolTipRole).contains(QStringLiteral("<b>")));
        QVERIFY(!rig.at(0, Column::Token, Qt::ToolTipRole).contains(QChar(0x202E)));
        QCOMPARE(rig.at(1, Column::Token), QStringLiteral("(no name)"));
    }

    void theWorstComesFirst()
    {
        TestToken late = idle(3, 1);
        late.expiresAt = now - 2 * day;
        Rig rig({idle(1, 91), idle(2, 120), late});
        QCOMPARE(rig.names(),
                 QStringList({QStringLiteral("Token 3"), QStringLiteral("Token 2"), QStringLiteral("Token 1")}));
    }

    void hiddenFindingsAreShownWhereAskedFor()
    {
        const HiddenFindings hidden{{testTokenId(2), FindingRule::Stale}};
        Rig rig({idle(1, 91), idle(2, 120)}, hidden);
        QCOMPARE(rig.names(), QStringList({QStringLiteral("Token 1")}));
        QCOMPARE(rig.model.hiddenCount(), 1);
        QSignalSpy inserted(&rig.model, &QAbstractItemModel::rowsInserted);
        rig.model.setShowHidden(true);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(rig.names(), QStringList({QStringLiteral("Token 2"), QStringLiteral("Token 1")}));
        QVERIFY(rig.model.index(0, 0).data(FindingsModel::HiddenRole).toBool());
        QVERIFY(!rig.model.index(1, 0).data(FindingsModel::HiddenRole).toBool());
        QVERIFY(rig.at(0, 0, Qt::AccessibleDescriptionRole).startsWith(QStringLiteral("Hidden. ")));
        rig.model.setShowHidden(false);
        QCOMPARE(rig.model.rowCount(), 1);
    }

    void hidingAFindingThatStaysInSightKeepsItsRow()
    {
        Rig rig({idle(1, 91), idle(2, 120)});
        rig.model.setShowHidden(true);
        const QPersistentModelIndex row = rig.model.index(0, 0);
        rig.show({idle(1, 91), idle(2, 120)}, {{testTokenId(2), FindingRule::Stale}});
        QVERIFY(row.isValid());
        QCOMPARE(row.data(FindingsModel::TokenIdRole).toUuid(), testTokenId(2));
        QVERIFY(row.data(FindingsModel::HiddenRole).toBool());
    }

    void aSmallChangeTouchesItsRowsOnly()
    {
        Rig rig({idle(1, 100), idle(2, 95), idle(3, 91)});
        QSignalSpy inserted(&rig.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&rig.model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy layout(&rig.model, &QAbstractItemModel::layoutChanged);
        QSignalSpy reset(&rig.model, &QAbstractItemModel::modelReset);
        rig.show({idle(1, 100), idle(2, 3), idle(3, 91), idle(4, 93)});
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0][1].toInt(), 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][1].toInt(), 1);
        QCOMPARE(layout.size() + reset.size(), 0);
        QCOMPARE(rig.names(),
                 QStringList({QStringLiteral("Token 1"), QStringLiteral("Token 4"), QStringLiteral("Token 3")}));
    }

    void anotherThresholdChangesNothingThatItDoesNotTouch()
    {
        const auto tokens = snapshotOf({idle(1, 100), idle(2, 95)});
        FindingsModel model;
        model.setAudit(auditAt(tokens));
        QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
        AuditSubject subject = auditAt(tokens)->subject;
        subject.thresholds.neverUsedDays = 31;
        model.setAudit(auditOf(subject));
        QCOMPARE(data.size(), 0);
        subject.now += 10 * day;
        model.setAudit(auditOf(subject));
        QCOMPARE(data.size(), 1);
    }

    void aNewPrimaryFindingKeepsTheTokensRow()
    {
        Rig rig({idle(1, 100), idle(2, 95)});
        const QPersistentModelIndex second = rig.model.index(1, 0);
        TestToken worse = idle(2, 95);
        worse.expiresAt = noInstant;
        rig.show({idle(1, 100), worse});
        QCOMPARE(second.row(), 0);
        QCOMPARE(second.data(FindingsModel::RuleRole).toInt(), int(FindingRule::NeverExpires));
    }

    void anyChangeKeepsSelectionAndCurrentRowWithTheirTokens()
    {
        QRandomGenerator random(11);
        std::vector<TestToken> tokens;
        HiddenFindings hidden;
        Rig rig({});
        QItemSelectionModel selection(&rig.model);
        QSignalSpy reset(&rig.model, &QAbstractItemModel::modelReset);
        int next = 0;
        int bulk = 0;
        for (int round = 0; round < 150; ++round) {
            const bool many = random.bounded(8) == 0;
            const int changes = many ? 150 : 3;
            for (int i = 0; i < changes; ++i) {
                if (tokens.size() < 40 || random.bounded(3) == 0) {
                    tokens.push_back(idle(next++, 1 + random.bounded(200)));
                    continue;
                }
                const auto at = tokens.begin() + random.bounded(int(tokens.size()));
                switch (random.bounded(5)) {
                case 0:
                    tokens.erase(at);
                    break;
                case 1:
                    at->expiresAt = random.bounded(2) == 0 ? noInstant : now + random.bounded(50) * day;
                    break;
                case 2:
                    at->lastUsedAt = now - random.bounded(250) * day;
                    break;
                case 3:
                    std::swap(*at, tokens.front());
                    break;
                default:
                    hidden.insert({testTokenId(at->number), FindingRule::Stale});
                    break;
                }
            }
            if (random.bounded(20) == 0)
                hidden.clear();

            QSet<QUuid> selected;
            for (const QModelIndex &index : selection.selectedRows())
                selected << index.data(FindingsModel::TokenIdRole).toUuid();
            const QUuid current = selection.currentIndex().data(FindingsModel::TokenIdRole).toUuid();

            QSignalSpy layout(&rig.model, &QAbstractItemModel::layoutChanged);
            rig.show(tokens, hidden);
            bulk += layout.isEmpty() ? 0 : 1;

            const AuditPtr fresh = auditAt(snapshotOf(tokens), hidden);
            QCOMPARE(rig.model.rowCount(),
                     int(fresh->result.findings.size() + (rig.model.showsHidden() ? fresh->result.hidden.size() : 0)));
            for (int row = 1; row < rig.model.rowCount(); ++row)
                QVERIFY(isWorse(rig.model.finding(row - 1), rig.model.finding(row)));
            if (!rig.model.showsHidden()) {
                QSet<QUuid> still;
                for (const QUuid &id : std::as_const(selected))
                    if (rig.model.rowOf(id) >= 0)
                        still << id;
                QSet<QUuid> actual;
                for (const QModelIndex &index : selection.selectedRows())
                    actual << index.data(FindingsModel::TokenIdRole).toUuid();
                QCOMPARE(actual, still);
                if (!current.isNull() && rig.model.rowOf(current) >= 0)
                    QCOMPARE(selection.currentIndex().data(FindingsModel::TokenIdRole).toUuid(), current);
            }
            if (random.bounded(4) == 0)
                rig.model.setShowHidden(!rig.model.showsHidden());

            selection.clearSelection();
            for (int i = 0; i < 6 && rig.model.rowCount() > 0; ++i)
                selection.select(rig.model.index(random.bounded(rig.model.rowCount()), 0),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
            if (rig.model.rowCount() > 0)
                selection.setCurrentIndex(rig.model.index(random.bounded(rig.model.rowCount()), 0),
                                          QItemSelectionModel::NoUpdate);
        }
        QVERIFY(bulk > 8);
        QCOMPARE(reset.size(), 0);
    }

    void everyColumnHasATitle()
    {
        const FindingsModel model;
        QSet<QString> titles;
        for (int column = 0; column < Column::ColumnCount; ++column)
            titles << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QCOMPARE(titles.size(), int(Column::ColumnCount));
        QVERIFY(!titles.contains(QString()));
    }

private:
    static TestToken with(TestToken token, const QString &name)
    {
        token.name = name;
        return token;
    }
};

QTEST_GUILESS_MAIN(TestFindingsModel)
#include "test_findingsmodel.moc"
