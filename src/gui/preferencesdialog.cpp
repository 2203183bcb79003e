// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/preferencesdialog.h"

#include "ui_preferencesdialog.h"

namespace tokendesk {

namespace {

QString intervalWords(std::chrono::seconds interval)
{
    const int seconds = static_cast<int>(interval.count());
    if (seconds == 0)
        return PreferencesDialog::tr("Only when I ask");
    if (seconds < 60)
        return PreferencesDialog::tr("Every %n second(s)", nullptr, seconds);
    return PreferencesDialog::tr("Every %n minute(s)", nullptr, seconds / 60);
}

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences &preferences, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::PreferencesDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const std::chrono::seconds interval : Preferences::refreshChoices) {
        m_ui->refreshInterval->addItem(intervalWords(interval), static_cast<int>(interval.count()));
        if (interval == preferences.refreshInterval)
            m_ui->refreshInterval->setCurrentIndex(m_ui->refreshInterval->count() - 1);
    }
    const int clear = static_cast<int>(preferences.clearClipboardAfter.count());
    m_ui->clipboardSeconds->setRange(Preferences::shortestClipboardSeconds, Preferences::longestClipboardSeconds);
    m_ui->clipboardSeconds->setValue(clear > 0 ? clear : static_cast<int>(Preferences().clearClipboardAfter.count()));
    m_ui->clearClipboard->setChecked(clear > 0);
    m_ui->clipboardSeconds->setEnabled(clear > 0);
    m_ui->maxListMegabytes->setRange(Preferences::smallestListMegabytes, Preferences::largestListMegabytes);
    m_ui->maxListMegabytes->setValue(preferences.maxListMegabytes);
    m_ui->historyDays->setRange(Preferences::fewestHistoryDays, Preferences::mostHistoryDays);
    const auto showUnit = [this](int days) {
        m_ui->historyDays->setSuffix(QLatin1Char(' ') + tr("day(s)", nullptr, days));
    };
    connect(m_ui->historyDays, &QSpinBox::valueChanged, this, showUnit);
    m_ui->historyDays->setValue(preferences.historyDays);
    showUnit(preferences.historyDays);
    connect(m_ui->deleteHistory, &QPushButton::clicked, this, &PreferencesDialog::deleteHistoryRequested);
    connect(m_ui->clearClipboard, &QCheckBox::toggled, m_ui->clipboardSeconds, &QWidget::setEnabled);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

PreferencesDialog::~PreferencesDialog() = default;

Preferences PreferencesDialog::preferences() const
{
    Preferences preferences;
    preferences.refreshInterval = std::chrono::seconds(m_ui->refreshInterval->currentData().toInt());
    preferences.clearClipboardAfter =
        std::chrono::seconds(m_ui->clearClipboard->isChecked() ? m_ui->clipboardSeconds->value() : 0);
    preferences.maxListMegabytes = m_ui->maxListMegabytes->value();
    preferences.historyDays = m_ui->historyDays->value();
    return preferences;
}

void PreferencesDialog::setHistoryThere(bool there)
{
    m_ui->deleteHistory->setEnabled(there);
}

} // namespace tokendesk
