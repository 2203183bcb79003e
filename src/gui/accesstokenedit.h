// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QLineEdit>

namespace tokendesk {

/// Takes a pasted or typed access token. Shows dots unless revealed. What was in it cannot be brought back by undo
/// (QLineEdit in Normal mode would), and is neither copied nor put into the PRIMARY selection while it is revealed.
class AccessTokenEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit AccessTokenEdit(QWidget *parent = nullptr);

    void setRevealed(bool revealed);
    /// Cleaned of what comes along when a token is copied (core/accesstoken.h).
    [[nodiscard]] Secret accessToken() const;
    /// Takes off what is no part of the token, visibly.
    void tidy();
    void forget();

private:
    qsizetype m_lengthBefore = 0;
};

} // namespace tokendesk
