// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tokendesk {

/// "Not encrypted", with an open lock. It does not give way to anything beside it, and says what it means to whoever
/// points at it, or hears the window read.
class ClearTextMark : public QWidget
{
    Q_OBJECT
public:
    explicit ClearTextMark(QWidget *parent = nullptr);
};

} // namespace tokendesk
