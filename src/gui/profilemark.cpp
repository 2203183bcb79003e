// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profilemark.h"

#include "core/safetext.h"
#include "gui/elidedlabel.h"
#include "gui/profilecolors.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace tokendesk {

namespace {

constexpr int edgeHeight = 5;
constexpr qsizetype longestName = 60;

} // namespace

ProfileEdge::ProfileEdge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void ProfileEdge::setColor(ProfileColor color)
{
    if (m_color == color)
        return;
    m_color = color;
    setVisible(color != ProfileColor::None);
    update();
}

QSize ProfileEdge::sizeHint() const
{
    return {edgeHeight, edgeHeight};
}

void ProfileEdge::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), profileColor(m_color, palette().color(QPalette::Window)));
}

ProfileMark::ProfileMark(const Profile &profile, QWidget *parent)
    : QWidget(parent), m_color(profile.color), m_swatch(new QLabel(this))
{
    setObjectName(QStringLiteral("profileMark"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *name = new ElidedLabel(this);
    name->setObjectName(QStringLiteral("profileMarkName"));
    //: %1 is the name of a profile, at the top of a dialog that changes something there
    name->setLine(tr("On %1").arg(isolatedText(profile.name, longestName)));
    row->addWidget(m_swatch);
    row->addWidget(name);
    row->addStretch();
    paintSwatch();
}

void ProfileMark::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSwatch();
}

void ProfileMark::paintSwatch()
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_swatch->setVisible(m_color != ProfileColor::None);
    m_swatch->setPixmap(profileSwatch(m_color).pixmap(QSize(size, size), devicePixelRatioF()));
}

QString windowTitleFor(const QString &profileName)
{
    QString program = QStringLiteral("Token Desk");
    if (profileName.isEmpty())
        return program;
    QString name = visibleText(profileName, longestName);
    name.replace(QLatin1String("[*]"), QLatin1String("[*][*]")); // a mark of Qt's for documents that are not saved
    //: The title of a window: %1 is the name of a profile, %2 that of the program
    return ProfileMark::tr("%1 – %2").arg(name, program);
}

} // namespace tokendesk
