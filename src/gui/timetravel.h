// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokendiff.h"
#include "core/tokenhistory.h"
#include "gui/background.h"

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

/// Chooses a moment of the history: a slider over all looks, one step back and forth, and the way back to now.
class TimeTravelBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TimeTravelBar(QWidget *parent = nullptr);

    void setHistory(const TokenHistoryPtr &history);
    /// Nothing: now.
    [[nodiscard]] const std::optional<PastMoment> &moment() const { return m_moment; }
    void goTo(quint32 look);
    void returnToNow();

Q_SIGNALS:
    /// moment() is another one. While a moment is worked out, the one before stays.
    void momentChanged();

private:
    void sliderMoved(int value);
    void arrive(std::optional<PastMoment> moment);
    void updateTexts(int look);

    QLabel *m_label;
    QToolButton *m_previous;
    QSlider *m_slider;
    QToolButton *m_next;
    QLabel *m_when;
    QPushButton *m_now;
    TokenHistoryPtr m_history;
    std::optional<PastMoment> m_moment;
    Latest m_latest;
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
