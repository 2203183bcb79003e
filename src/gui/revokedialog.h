// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogsymbols.h"
#include "gui/formdialog.h"
#include "session/session.h"

#include <QHash>

class QTreeWidgetItem;

namespace Ui {
class RevokeDialog;
}

namespace tokendesk {

/// Names what is about to be revoked, as fresh as it can be had, asks, does it one after the other, and says what came
/// of each. Focus is on Cancel until the person moves it.
class RevokeDialog : public FormDialog
{
    Q_OBJECT
public:
    /// Above this many the number must be typed.
    static constexpr int mostWithoutTyping = 20;

    /// `session`: outlives the dialog.
    RevokeDialog(Session &session, std::vector<QUuid> ids, QWidget *parent = nullptr);
    ~RevokeDialog() override;

    /// While it revokes: stops after the request under way.
    void reject() override;

private:
    enum class Stage { Loading, Asking, Revoking, Done };

    void setStage(Stage stage);
    void load();
    void loaded(const std::optional<Error> &error);
    void fillList();
    void updateQuestion();
    [[nodiscard]] QString changeSince(const QUuid &id) const;
    void revoke();
    void showResult(const RevokeResult &result);
    void showSummary();
    void setState(QTreeWidgetItem *item, TokenState state);
    void showStates();
    void setNote(const QUuid &id, Symbol symbol, const QString &words);

    std::unique_ptr<Ui::RevokeDialog> m_ui;
    Session &m_session;
    std::vector<QUuid> m_ids;
    TokenSnapshotPtr m_before; ///< the list when the dialog opened
    std::vector<QUuid> m_toRevoke;
    QHash<QUuid, QTreeWidgetItem *> m_items;
    std::vector<RevokeResult> m_results;
    Stage m_stage = Stage::Loading;
    bool m_cancelled = false;
};

} // namespace tokendesk
