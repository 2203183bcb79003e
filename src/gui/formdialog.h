// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errortext.h"
#include "core/profile.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QLabel;

namespace tokendesk {

class InlineMessage;

/// What the dialogs have in common: modal to their window, deleting themselves, and as high as their words need.
///
/// A layout with wrapping labels knows its height only for a width, and a top-level window does not follow by itself:
/// without fit() a message that appears later would be squeezed.
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    explicit FormDialog(QWidget *parent);
    ~FormDialog() override;
    void setVisible(bool visible) override;
    /// Says at its top on which profile it acts; to be called before it is shown.
    void nameProfile(const std::optional<Profile> &profile);

    /// Shows the label with the text, or hides it where there is none.
    static void setHint(QLabel *label, const QString &text);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    /// To be called at the end of the constructor: the width for about `columns` characters of text, within the screen.
    void setTextColumns(int columns);
    static void makeHeading(QLabel *label);
    static void showError(InlineMessage *message, const Error &error, const QString &more = {},
                          Credential credential = Credential::AccessToken);

private:
    void fit();

    int m_fitted = -1;
    QTimer m_settling;
};

} // namespace tokendesk
