// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"

#include <QWidget>

class QLabel;

namespace tokendesk {

/// An edge in the profile's colour, as wide as the window. Decoration: the name is said elsewhere. Not there for
/// ProfileColor::None.
class ProfileEdge : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileEdge(QWidget *parent = nullptr);
    void setColor(ProfileColor color);
    [[nodiscard]] ProfileColor color() const { return m_color; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ProfileColor m_color = ProfileColor::None;
};

/// A line for the top of a dialog that changes something on the server: on which profile, with its colour.
class ProfileMark : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileMark(const Profile &profile, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintSwatch();

    const ProfileColor m_color;
    QLabel *m_swatch;
};

/// "Production – Token Desk": what a window of this profile is called. The name comes from a person or from the
/// server, so that it is made harmless; nothing: "Token Desk".
[[nodiscard]] QString windowTitleFor(const QString &profileName);

} // namespace tokendesk
