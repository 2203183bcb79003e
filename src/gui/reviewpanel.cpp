// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reviewpanel.h"

#include "core/relativetime.h"
#include "core/safetext.h"
#include "gui/auditscene.h"
#include "gui/numbersdialog.h"

#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

namespace tokendesk {

ReviewPanel::ReviewPanel(AuditScene &scene, QWidget *parent)
    : AuditPanel(parent), m_scene(scene), m_since(new QLabel(this)), m_lines(new QGridLayout),
      m_mark(new QPushButton(tr("&Mark as Reviewed…"), this)), m_filter(new QPushButton(tr("Show Onl&y These"), this)),
      m_list(new QPushButton(tr("Revie&ws…"), this))
{
    setObjectName(QStringLiteral("reviewPanel"));
    auto *title = new QLabel(tr("Since your last review"), this);
    makePanelTitle(title);
    m_since->setObjectName(QStringLiteral("reviewSince"));
    m_since->setTextFormat(Qt::PlainText);
    m_since->setWordWrap(true);
    m_since->setForegroundRole(QPalette::PlaceholderText);
    m_mark->setObjectName(QStringLiteral("markReviewed"));
    m_mark->setAccessibleName(tr("Mark as Reviewed…"));
    m_filter->setObjectName(QStringLiteral("showChanged"));
    m_filter->setAccessibleName(tr("Show only what changed since the last review"));
    m_list->setObjectName(QStringLiteral("showReviews"));
    m_list->setAccessibleName(tr("Show all reviews"));
    m_lines->setHorizontalSpacing(8);
    m_lines->setVerticalSpacing(2);
    m_lines->setColumnStretch(1, 1);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_mark);
    buttons->addWidget(m_filter);
    buttons->addWidget(m_list);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(title);
    layout->addWidget(m_since);
    layout->addLayout(m_lines);
    layout->addStretch();
    layout->addLayout(buttons);
    connect(m_mark, &QPushButton::clicked, this, &ReviewPanel::askForNote);
    connect(m_filter, &QPushButton::clicked, this, &ReviewPanel::filterRequested);
    connect(m_list, &QPushButton::clicked, this, &ReviewPanel::showReviews);
}

void ReviewPanel::setActive(bool active)
{
    m_active = active;
    m_mark->setEnabled(active);
}

void ReviewPanel::show(const ReviewDigest &digest, const std::vector<Review> &reviews, qint64 now)
{
    m_reviews = reviews;
    const QLocale locale;
    if (reviews.empty()) {
        m_since->setText(tr("Nobody has marked this list as reviewed yet. What follows is since the history began."));
    } else {
        const Review &last = reviews.back();
        const QString when = locale.toString(QDateTime::fromMSecsSinceEpoch(last.serverMs), QLocale::ShortFormat);
        //: %1 is a date and time, %2 is "3 days ago"
        QString text = tr("Reviewed %1 (%2).").arg(when, relativeTime(last.serverMs, now));
        if (!last.note.isEmpty())
            text += QLatin1Char(' ') + isolatedText(last.note, 200);
        m_since->setText(text);
    }
    for (QWidget *widget : m_shown)
        widget->deleteLater();
    m_shown.clear();
    for (const ReviewChange change : allReviewChanges) {
        const std::vector<quint32> &rows = digest.rowsOf(change);
        if (rows.empty())
            continue;
        QString words = reviewChangeWord(change);
        if (change == ReviewChange::Used)
            //: %1 is "Used"
            words = tr("%1, %Ln time(s) in all", nullptr, static_cast<int>(qMin<quint64>(digest.uses, 1'000'000'000)))
                        .arg(words);
        addLine(words, rows);
    }
    if (!digest.vanished.empty()) {
        auto *label = new QLabel(
            tr("%Ln token(s) are not listed any more.", nullptr, static_cast<int>(digest.vanished.size())), this);
        label->setWordWrap(true);
        m_lines->addWidget(label, m_lines->rowCount(), 0, 1, 2);
        m_shown.push_back(label);
    }
    if (digest.isEmpty()) {
        auto *label = new QLabel(tr("Nothing has changed."), this);
        m_lines->addWidget(label, m_lines->rowCount(), 0, 1, 2);
        m_shown.push_back(label);
    }
    m_filter->setEnabled(!digest.isEmpty());
    m_list->setVisible(!reviews.empty());
}

void ReviewPanel::addLine(const QString &words, const std::vector<quint32> &rows)
{
    const int line = m_lines->rowCount();
    auto *count = new QToolButton(this);
    count->setText(QLocale().toString(static_cast<int>(rows.size())));
    count->setAutoRaise(true);
    count->setFocusPolicy(Qt::StrongFocus);
    count->setMinimumWidth(fontMetrics().averageCharWidth() * 6);
    count->setToolTip(tr("Select these tokens"));
    //: %1 is "Created", %2 a number of tokens
    count->setAccessibleName(tr("%1: %2, select these tokens").arg(words, count->text()));
    connect(count, &QToolButton::clicked, this, [this, rows] { m_scene.pick(rows); });
    auto *label = new QLabel(words, this);
    label->setTextFormat(Qt::PlainText);
    m_lines->addWidget(count, line, 0);
    m_lines->addWidget(label, line, 1);
    m_shown.push_back(count);
    m_shown.push_back(label);
}

QStringList ReviewPanel::lines() const
{
    QStringList lines{m_since->text()};
    for (QWidget *widget : m_shown) {
        if (auto *label = qobject_cast<QLabel *>(widget))
            lines << label->text();
    }
    return lines;
}

void ReviewPanel::askForNote()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("reviewDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Mark as Reviewed"));
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setLabelText(tr("A note (optional), kept on this computer:"));
    dialog->setOkButtonText(tr("Mark as Reviewed"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString &note) { Q_EMIT markRequested(note.trimmed()); });
    dialog->open();
}

void ReviewPanel::showReviews()
{
    PictureNumbers numbers;
    numbers.columns = {tr("Reviewed"), tr("Note")};
    numbers.rows = static_cast<int>(m_reviews.size());
    numbers.cell = [reviews = m_reviews](int row, int column) {
        const Review &review = reviews[reviews.size() - 1 - size_t(row)]; // newest first
        return column == 0 ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(review.serverMs), QLocale::ShortFormat)
                           : visibleText(review.note);
    };
    auto *dialog = new NumbersDialog(tr("Reviews"), numbers, window());
    dialog->show();
}

} // namespace tokendesk
