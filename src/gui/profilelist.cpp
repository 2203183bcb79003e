// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profilelist.h"

#include "core/safetext.h"
#include "gui/profilecolors.h"

#include <QDropEvent>
#include <QHeaderView>

namespace tokendesk {

namespace {

enum Column { Name, Server, SignIn };
constexpr int uuidRole = Qt::UserRole;

QString signInWord(SignInMethod method)
{
    switch (method) {
    case SignInMethod::AccessToken:
        return ProfileList::tr("Access token");
    case SignInMethod::Browser:
        return ProfileList::tr("Browser");
    case SignInMethod::DeviceCode:
        return ProfileList::tr("Device code");
    }
    Q_UNREACHABLE();
}

} // namespace

ProfileList::ProfileList(QWidget *parent) : QTreeWidget(parent)
{
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
}

void ProfileList::show(const std::vector<Profile> &profiles)
{
    const QUuid before = current();
    clear();
    for (const Profile &profile : profiles) {
        auto *item = new QTreeWidgetItem(this);
        const QString name = visibleText(profile.name, 80);
        const QString server = visibleText(profile.serverUrl.toDisplayString(), 120);
        item->setIcon(Name, profileSwatch(profile.color));
        item->setText(Name, name);
        item->setText(Server, server);
        item->setToolTip(Server, asRichText(server));
        item->setText(SignIn, signInWord(profile.signIn));
        item->setToolTip(Name, asRichText(name));
        //: Read by a screen reader: a profile's name and its colour
        item->setData(Name, Qt::AccessibleTextRole, tr("%1, %2").arg(name, profileColorName(profile.color)));
        item->setData(Name, uuidRole, profile.uuid);
        item->setFlags(item->flags() & ~Qt::ItemIsDropEnabled); // a row goes between others, not into one
    }
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(Server, QHeaderView::Stretch);
    header()->setSectionResizeMode(SignIn, QHeaderView::ResizeToContents);
    setCurrent(before);
    if (!currentItem() && topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0));
}

QUuid ProfileList::current() const
{
    return currentItem() ? currentItem()->data(Name, uuidRole).toUuid() : QUuid();
}

void ProfileList::setCurrent(const QUuid &uuid)
{
    for (int row = 0; row < topLevelItemCount(); ++row) {
        if (topLevelItem(row)->data(Name, uuidRole).toUuid() == uuid)
            setCurrentItem(topLevelItem(row));
    }
}

int ProfileList::currentRow() const
{
    return currentItem() ? indexOfTopLevelItem(currentItem()) : -1;
}

void ProfileList::dropEvent(QDropEvent *event)
{
    if (event->source() != this)
        return event->ignore();
    const QModelIndex at = indexAt(event->position().toPoint());
    int before = topLevelItemCount();
    if (at.isValid())
        before = dropIndicatorPosition() == QAbstractItemView::BelowItem ? at.row() + 1 : at.row();
    const int row = currentRow();
    const int index = before > row ? before - 1 : before;
    if (row >= 0 && index != row)
        Q_EMIT dragged(current(), index);
    // The view would remove a row that was moved (QAbstractItemView::startDrag): this one is still where it was.
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    stopAutoScroll();
    setState(QAbstractItemView::NoState);
    viewport()->update();
}

} // namespace tokendesk
