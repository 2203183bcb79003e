// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace tokendesk {

/// Shows a secret, or dots in its place. It never hands out what it shows: Ctrl+C asks for the proper way
/// (copyRequested), and neither the mouse nor the keyboard fills the PRIMARY selection.
class SecretField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit SecretField(QWidget *parent = nullptr);

    /// `text` replaces what was shown, without history.
    void setShown(const QString &text);

Q_SIGNALS:
    void copyRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    void fitHeight();
};

} // namespace tokendesk
