// SPDX-License-Identifier: GPL-3.0-or-later
#include "german.h"

#include "tsfile.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStyleOptionComboBox>
#include <QTabWidget>
#include <QToolButton>

namespace tokendesk {

namespace {

bool isOnAnotherTab(const QWidget *widget, const QWidget *root)
{
    for (; widget != root && widget->parentWidget(); widget = widget->parentWidget()) {
        const auto *stack = qobject_cast<const QStackedWidget *>(widget->parentWidget());
        if (stack && qobject_cast<const QTabWidget *>(stack->parentWidget()) && stack->currentWidget() != widget)
            return true;
    }
    return false;
}

/// What has to be read in full in a line of its own; nothing where the text may wrap, or is a person's.
QString lineOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->wordWrap() || label->minimumSizeHint().width() < label->sizeHint().width() ? QString()
                                                                                                 : label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    return {};
}

} // namespace

bool German::install()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const auto messages = readTsFile(QStringLiteral("de"));
    if (!messages || !m_qt.load(QStringLiteral("qtbase_de"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)) ||
        !m_translator.load(QStringLiteral(TOKENDESK_GERMAN_QM)) || !QCoreApplication::installTranslator(&m_qt) ||
        !QCoreApplication::installTranslator(&m_translator))
        return false;
    QSet<QString> german;
    for (const TsMessage &message : *messages) {
        for (const QString &form : message.forms)
            german.insert(form);
    }
    for (const TsMessage &message : *messages) {
        if (!german.contains(message.source))
            m_englishOnly.insert(message.source);
    }
    return isEnglish(QStringLiteral("&Quit"));
}

QString German::leftInEnglish(const QWidget *root) const
{
    return QStringList((textsIn(root) & m_englishOnly).values()).join(u'\n');
}

QSet<QString> textsIn(const QWidget *root)
{
    QSet<QString> texts;
    QList<const QObject *> objects{root};
    for (const QObject *child : root->findChildren<QObject *>())
        objects << child;
    for (const QObject *object : objects) {
        for (const char *property : {"text", "title", "windowTitle", "toolTip", "placeholderText", "accessibleName",
                                     "accessibleDescription", "suffix", "iconText"})
            texts.insert(object->property(property).toString());
        if (const auto *combo = qobject_cast<const QComboBox *>(object)) {
            for (int i = 0; i < combo->count(); ++i)
                texts.insert(combo->itemText(i));
        }
        if (const auto *tabs = qobject_cast<const QTabWidget *>(object)) {
            for (int i = 0; i < tabs->count(); ++i)
                texts.insert(tabs->tabText(i));
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(object); view && view->model()) {
            for (int i = 0; i < view->model()->columnCount(); ++i)
                texts.insert(view->model()->headerData(i, Qt::Horizontal).toString());
        }
    }
    return texts;
}

QString sharedMnemonics(const QStringList &texts)
{
    QHash<QChar, QStringList> owners;
    for (const QString &text : texts) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty())
            owners[QChar(key[0].key())] << text;
    }
    QStringList shared;
    for (const QStringList &list : std::as_const(owners)) {
        if (list.size() > 1)
            shared << list.join(QStringLiteral(" and "));
    }
    return shared.join(u'\n');
}

QStringList actionTexts(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const QAction *action : actions)
        texts << action->text();
    return texts;
}

QStringList reachableTexts(const QWidget *root)
{
    const auto isReachable = [root](const QWidget *widget) {
        return widget->window() == root->window() && !isOnAnotherTab(widget, root);
    };
    QStringList texts;
    for (const auto *label : root->findChildren<QLabel *>()) {
        if (label->buddy() && isReachable(label))
            texts << label->text();
    }
    for (const auto *button : root->findChildren<QAbstractButton *>()) {
        if (isReachable(button))
            texts << button->text();
    }
    return texts;
}

QString cutOff(const QWidget *root)
{
    QStringList texts;
    for (const auto *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != root->window())
            continue;
        const QString line = lineOf(widget);
        if (!line.isEmpty() && widget->width() < widget->sizeHint().width())
            texts << line;
        if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            QStyleOptionComboBox option;
            option.initFrom(combo);
            const QRect room =
                combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo);
            if (combo->fontMetrics().horizontalAdvance(combo->currentText()) +
                    (combo->itemIcon(combo->currentIndex()).isNull() ? 0 : combo->iconSize().width()) >
                room.width())
                texts << combo->currentText();
        }
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget); edit && edit->text().isEmpty()) {
            int room = edit->contentsRect().width();
            for (const auto *icon : edit->findChildren<QToolButton *>())
                room -= icon->isVisible() ? icon->width() : 0;
            if (edit->fontMetrics().horizontalAdvance(edit->placeholderText()) > room)
                texts << edit->placeholderText();
        }
        const auto *area = qobject_cast<const QScrollArea *>(widget);
        if (area && area->horizontalScrollBar()->maximum() > 0)
            texts << QStringLiteral("what scrolls sideways in ") + area->objectName();
    }
    return texts.join(u'\n');
}

} // namespace tokendesk
