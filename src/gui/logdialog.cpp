// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logdialog.h"

#include "core/requestlog.h"
#include "gui/filewriter.h"
#include "gui/inlinemessage.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace tokendesk {

LogDialog::LogDialog(const RequestLog &log, QWidget *parent)
    : QDialog(parent), m_log(log), m_text(new QPlainTextEdit(this)), m_message(new InlineMessage(this))
{
    setObjectName(QStringLiteral("logDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Log"));
    setAccessibleName(windowTitle());

    auto *about =
        new QLabel(tr("The requests to the server since Token Desk was started, as far as they are remembered. "
                      "There is no secret, no name and no content in it, so that you can send it to whoever "
                      "helps you."),
                   this);
    about->setObjectName(QStringLiteral("logAbout"));
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);

    m_text->setObjectName(QStringLiteral("logText"));
    m_text->setAccessibleName(tr("Requests"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setStyleHint(QFont::Monospace); // where a desktop has set no font for this
    fixed.setFixedPitch(true);
    m_text->setFont(fixed);
    m_text->setMaximumBlockCount(static_cast<int>(m_log.capacity()) + 1);
    // Columns stand in the order in which they are written, also where the window runs from right to left.
    m_text->setLayoutDirection(Qt::LeftToRight);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy All"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("logCopy"));
    copy->setAccessibleName(tr("Copy All"));
    QPushButton *save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("logSave"));
    save->setAccessibleName(tr("Save…"));
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(QStringLiteral("logClose"));
    close->setAccessibleName(tr("Close"));
    for (QPushButton *button : {copy, save})
        button->setAutoDefault(false);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_message);
    layout->addWidget(buttons);

    connect(copy, &QPushButton::clicked, this, &LogDialog::copyAll);
    connect(save, &QPushButton::clicked, this, &LogDialog::askWhereToSave);
    connect(buttons, &QDialogButtonBox::rejected, this, &LogDialog::reject);

    m_text->setPlainText(RequestLog::heading());
    follow();
    // The log is written to by the network thread, which has no business with windows: it is looked at instead.
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &LogDialog::follow);
    timer->start(std::chrono::seconds(1));
    resize(qMin(fontMetrics().averageCharWidth() * 130, 1000), fontMetrics().lineSpacing() * 28);
}

void LogDialog::follow()
{
    const RequestLog::News news = m_log.since(m_seen);
    m_seen = news.seen;
    for (const RequestLogLine &line : news.lines)
        m_text->appendPlainText(RequestLog::text(line)); // scrolls along only where the end is in sight
}

QString LogDialog::allText() const
{
    QString text = RequestLog::heading() + QLatin1Char('\n');
    for (const RequestLogLine &line : m_log.since(0).lines)
        text += RequestLog::text(line) + QLatin1Char('\n');
    return text;
}

void LogDialog::copyAll()
{
    QGuiApplication::clipboard()->setText(allText());
    m_message->say(Symbol::Done, tr("Copied."));
}

void LogDialog::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save Log"));
    dialog->setObjectName(QStringLiteral("logSaveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text (*.txt)"));
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(QStringLiteral("tokendesk-log.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        writeFile(
            path, [text = allText().toUtf8()] { return text; }, this,
            [this](const QString &sentence, bool written) {
                m_message->say(written ? Symbol::Done : Symbol::Warning, sentence);
            });
    });
    dialog->open();
}

} // namespace tokendesk
