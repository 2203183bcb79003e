// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tokendesk {

class SymbolWidget;

/// What stands in the middle of the window where there is no list: a symbol, what is so, what it means, and at most one
/// button.
class MessagePage : public QWidget
{
    Q_OBJECT
public:
    /// Plain text with visibleText() parts.
    struct Content
    {
        QString symbol;
        QString headline;
        QString explanation;
        QString button;    ///< empty: none
        QString details;   ///< not empty: a "Copy Details" button that copies them
        bool busy = false; ///< shows a progress bar
        qint64 rows = 0;   ///< for the progress bar
        qint64 total = 0;  ///< 0: not known
        bool canAct = true;

        friend bool operator==(const Content &, const Content &) = default;
    };

    explicit MessagePage(QWidget *parent = nullptr);
    /// Showing the same again changes nothing.
    void show(const Content &content);
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void buttonPressed();
    void detailsCopied();

private:
    void apply(const Content &content);

    Content m_content;
    SymbolWidget *m_symbol;
    QLabel *m_headline;
    QLabel *m_explanation;
    QProgressBar *m_progress;
    QPushButton *m_button;
    QPushButton *m_copy;
};

} // namespace tokendesk
