// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"

#include <QTreeWidget>

#include <optional>
#include <vector>

namespace tokendesk {

/// The profiles in their order: colour and name, server, how they sign in. A row can be dragged to another place.
class ProfileList : public QTreeWidget
{
    Q_OBJECT
public:
    explicit ProfileList(QWidget *parent = nullptr);

    /// The current row stays on its profile.
    void show(const std::vector<Profile> &profiles);
    /// Of the current row; null: there is none.
    [[nodiscard]] QUuid current() const;
    void setCurrent(const QUuid &uuid);
    [[nodiscard]] int currentRow() const;

Q_SIGNALS:
    /// The current row was dropped at another place: `index`, counted without it. The list itself stays as it is until
    /// show().
    void dragged(const QUuid &uuid, int index);

protected:
    void dropEvent(QDropEvent *event) override;
};

} // namespace tokendesk
