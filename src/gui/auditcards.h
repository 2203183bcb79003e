// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auditpictures.h"
#include "core/tokenfilter.h"

#include <QAbstractButton>
#include <QWidget>

#include <array>

class QGridLayout;

namespace tokendesk {

/// A number, what it counts, and a little more. Pressed: the table and all pictures show only these.
class AuditCardButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit AuditCardButton(AuditCard card, QWidget *parent = nullptr);
    void setNumbers(const QString &number, const QString &second);
    [[nodiscard]] QString number() const { return m_number; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont largeFont() const;
    [[nodiscard]] QFont smallFont() const;

    QString m_number;
    QString m_second;
};

/// The six cards, in one line or in as many as the width asks for.
class AuditCardRow final : public QWidget
{
    Q_OBJECT
public:
    explicit AuditCardRow(QWidget *parent = nullptr);
    void setNumbers(const AuditCards &cards, const AuditThresholds &thresholds);
    /// Shows which card, if any, the filter is.
    void setFilter(const TokenFilter &filter);
    void setColumns(int columns);

Q_SIGNALS:
    /// All and 0: the card that was pressed has been let go.
    void chosen(tokendesk::StateChoice state, quint32 marks);

private:
    void choose(AuditCard card, bool on);

    QGridLayout *m_grid;
    std::array<AuditCardButton *, allAuditCards.size()> m_buttons{};
    int m_columns = 0;
};

/// "Stale", translated.
[[nodiscard]] QString auditCardWord(AuditCard card);
/// What a filter by marks shows, in a word or two: a card's, a rule's, or "Changed since the last review".
[[nodiscard]] QString marksWord(quint32 marks);

} // namespace tokendesk
