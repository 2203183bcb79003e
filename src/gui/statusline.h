// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QProgressBar;
class QStatusBar;
class QToolButton;

namespace tokendesk {

class ClearTextMark;
class ElidedLabel;

/// What the status bar says. Every text that may come from a server is made harmless here.
class StatusLine : public QObject
{
    Q_OBJECT
public:
    /// Fills `bar`, which owns the widgets.
    explicit StatusLine(QStatusBar *bar);

    /// "18 of 12,430 tokens", "3 selected". total < 0: there is no list.
    void setCounts(int shown, int total, int selected);
    void setConnection(const QString &organization, const QString &profile, const QString &host);
    /// A mark that stays: the open connection is not encrypted.
    void setClearText(bool clearText);
    /// Who is signed in and until when; `more`: for the tooltip.
    void setSignIn(const QString &text, const QString &more);
    /// "Refreshed 12 s ago". Milliseconds; age < 0: never.
    void setAge(qint64 ageMs, bool stale);
    /// Shown while a refresh takes long. total 0: not known.
    void setBusy(bool busy, qint64 rows = 0, qint64 total = 0);
    /// One sentence, for a while, in place of the counts. Assistive technology is told.
    void say(const QString &sentence);

Q_SIGNALS:
    void cancelRequested();

protected:
    /// Whoever is signed in gets a share of the bar, not a fixed room; the profile's name goes where there is none.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void limitSignIn();
    void fitProfile();

    QStatusBar *m_bar;

    ElidedLabel *m_counts;
    ElidedLabel *m_selected;
    ElidedLabel *m_message;
    ElidedLabel *m_busyText;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    ElidedLabel *m_age;
    ElidedLabel *m_signIn;
    ElidedLabel *m_organization;
    ElidedLabel *m_profile;
    ElidedLabel *m_host;
    ClearTextMark *m_clearText;
    QTimer m_messageTime;
};

} // namespace tokendesk
