// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requestlog.h"
#include "gui/formdialog.h"
#include "gui/inlinemessage.h"
#include "session/connector.h"
#include "session/session.h"
#include "support/fakeclock.h"
#include "support/fakecredentialstore.h"
#include "support/faketokenservice.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMetaProperty>
#include <QPointer>
#include <QTest>

namespace tokendesk {

/// One person at one server: everything the dialogs stand on, with nothing outside this process.
struct DialogWorld
{
    FakeClock clock;
    RequestLog log;
    FakeServer server{clock};
    FakeCredentialStore store;
    Session session{clock};
    Connector connector{store, session, [this](const Profile &of, const Connector::Sources &from) {
                            asked.push_back({of.serverUrl, from.accessToken->current().toText(),
                                             from.proxyPassword->current().toText(), of});
                            return std::make_unique<FakeTokenService>(server);
                        }};
    struct Asked
    {
        QUrl server;
        QString accessToken;
        QString proxyPassword;
        Profile profile;
    };
    std::vector<Asked> asked;
    Profile profile{QUuid(QStringLiteral("6f9619ff-8b86-d011-b42d-00c04fc964ff")), QStringLiteral("Plant 1"),
                    QUrl(QStringLiteral("https://acusight.io/api"))};

    void whenConnected()
    {
        session.setPollInterval(std::chrono::milliseconds(0));
        session.open(profile, std::make_unique<FakeTokenService>(server));
        QTRY_COMPARE(session.phase(), Session::Phase::Ready);
        QTRY_VERIFY(session.organization());
        server.requests.clear();
    }
};

template <class Widget>
Widget *part(const QWidget *dialog, const char *name)
{
    auto *found = dialog->findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("no such widget: %s", name);
    return found;
}

/// Clicks like a person: what is hidden or disabled cannot be clicked.
inline void click(const QWidget *dialog, const char *name)
{
    auto *button = part<QAbstractButton>(dialog, name);
    QVERIFY2(button->isVisible(), name);
    QVERIFY2(button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

inline void enter(const QWidget *dialog, const char *name, const QString &text)
{
    auto *edit = part<QLineEdit>(dialog, name);
    edit->setFocus();
    edit->selectAll();
    if (text.isEmpty())
        QTest::keyClick(edit, Qt::Key_Delete);
    else
        edit->insert(text); // not keyClicks(): texts here have characters that no key has
}

inline QString saidIn(const QWidget *dialog, const char *name)
{
    return part<InlineMessage>(dialog, name)->text();
}

/// What a label shows; empty while it is hidden.
inline QString hint(const QWidget *dialog, const char *name)
{
    const auto *label = part<QLabel>(dialog, name);
    return label->isVisible() ? label->text() : QString();
}

/// Where `secret` can be found in a property, or in what assistive technology is told, of any object below `root`.
inline QStringList placesOf(const QByteArray &secret, const QObject *root)
{
    QStringList places;
    const QString text = QString::fromLatin1(secret);
    QList<const QObject *> objects{root};
    for (const QObject *child : root->findChildren<QObject *>())
        objects << child;
    for (const QObject *object : objects) {
        const QString who =
            QString::fromLatin1(object->metaObject()->className()) + QLatin1Char(' ') + object->objectName();
        for (int i = 0; i < object->metaObject()->propertyCount(); ++i) {
            const QMetaProperty property = object->metaObject()->property(i);
            const QVariant value = property.read(object);
            if (value.toString().contains(text) || value.toByteArray().contains(secret))
                places << who + QLatin1Char('.') + QString::fromLatin1(property.name());
        }
        if (QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QObject *>(object))) {
            for (const auto kind :
                 {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
                if (accessible->text(kind).contains(text))
                    places << who + QStringLiteral(" accessible text %1").arg(kind);
            }
            if (auto *content = accessible->textInterface()) {
                if (content->text(0, content->characterCount()).contains(text))
                    places << who + QStringLiteral(" accessible content");
            }
        }
    }
    return places;
}

/// Every control the keyboard reaches has a name for those who do not see it. (What a combo box pops up is a window of
/// its own.)
inline QStringList controlsWithoutName(const QWidget *dialog)
{
    QStringList nameless;
    for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() || widget->window() != dialog ||
            widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            nameless << widget->objectName();
    }
    return nameless;
}

/// The object names of what Tab visits, from the first one on, until it comes back.
inline QStringList tabOrder(QWidget *dialog, const char *first)
{
    QStringList order;
    auto *start = part<QWidget>(dialog, first);
    start->setFocus();
    QWidget *at = start;
    do {
        order << at->objectName();
        QTest::keyClick(at, Qt::Key_Tab);
        at = QApplication::focusWidget();
    } while (at && at != start && order.size() < 40);
    return order;
}

/// A name that tries everything: HTML, a link, a bidi override, a line break, a control character, a mnemonic.
inline QString hostileName()
{
    return QStringLiteral("<b>&amp;bold</b><img src='http://evil.example/x'>\u202Egnp.exe\n\a&Quit");
}

/// No label below `root` interprets HTML or lets hostile characters through.
inline QStringList hostileLabels(const QWidget *root)
{
    QStringList bad;
    for (const QLabel *label : root->findChildren<QLabel *>()) {
        const bool rich = label->textFormat() == Qt::RichText ||
                          (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text()));
        if (rich || label->text().contains(QChar(0x202E)) || label->text().contains(QChar(7)))
            bad << label->objectName();
    }
    return bad;
}

} // namespace tokendesk
