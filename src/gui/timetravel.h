// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokendiff.h"
#include "core/tokenhistory.h"
#include "models/background.h"

#include <QObject>
#include <QWidget>

#include <optional>

class QLabel;
class QSlider;
class QToolButton;
class QPushButton;

namespace tokendesk {

/// A list from the past, ready to be shown.
struct PastMoment
{
    TokenSnapshotPtr tokens;
    quint32 look = 0;
    qint64 serverMs = 0; ///< milliseconds since the epoch, UTC, the server's clock
};

/// Which moment of the history is shown. Lists from the past are put together on another thread.
///
/// Threads: gui thread only.
class TimeTravel final : public QObject
{
    Q_OBJECT
public:
    explicit TimeTravel(QObject *parent = nullptr);

    void setHistory(const TokenHistoryPtr &history);
    [[nodiscard]] const TokenHistoryPtr &history() const { return m_history; }
    [[nodiscard]] quint32 looks() const { return static_cast<quint32>(m_history->looks().size()); }
    /// The look that was asked for; looks() is now.
    [[nodiscard]] quint32 wanted() const { return m_wanted; }
    /// Nothing: now.
    [[nodiscard]] const std::optional<PastMoment> &moment() const { return m_moment; }
    /// looks() and more: now.
    void goTo(quint32 look);
    void returnToNow() { goTo(looks()); }

Q_SIGNALS:
    /// wanted() or looks() are others.
    void wantedChanged();
    /// moment() is another one. While a moment is worked out, the one before stays.
    void momentChanged();

private:
    void arrive(std::optional<PastMoment> moment);

    TokenHistoryPtr m_history;
    quint32 m_wanted = 0;
    std::optional<PastMoment> m_moment;
    Latest m_latest;
};

/// Chooses a moment: a slider over all looks, one step back and forth, and the way back to now.
class TimeTravelBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TimeTravelBar(TimeTravel &travel, QWidget *parent = nullptr);

private:
    void update();

    TimeTravel &m_travel;
    QToolButton *m_previous;
    QSlider *m_slider;
    QToolButton *m_next;
    QLabel *m_when;
    QPushButton *m_now;
};

/// Says without any doubt that what is shown is the past: a strip with the way back, and a frame around everything.
class MomentMark final : public QWidget
{
    Q_OBJECT
public:
    /// Lies above `framed`.
    explicit MomentMark(QWidget *framed);
    [[nodiscard]] static QColor colour(const QPalette &palette);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

class MomentBanner final : public QWidget
{
    Q_OBJECT
public:
    explicit MomentBanner(QWidget *parent = nullptr);
    void show(const PastMoment &moment);

Q_SIGNALS:
    void returnRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
};

} // namespace tokendesk
