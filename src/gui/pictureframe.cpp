// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pictureframe.h"

#include "gui/auditlegend.h"
#include "gui/auditpicture.h"
#include "gui/symbolicicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace tokendesk {

namespace {

QToolButton *toolButton(QWidget *parent, const QString &name, const QString &symbol, const QString &words)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setIcon(symbolicIcon(symbol));
    button->setToolTip(words);
    button->setAccessibleName(words);
    return button;
}

} // namespace

PictureFrame::PictureFrame(AuditPicture *picture, QWidget *parent)
    : AuditPanel(parent), m_picture(picture), m_title(new QLabel(picture->title(), this)), m_subtitle(new QLabel(this)),
      m_legend(new AuditLegend(this)), m_controls(new QHBoxLayout)
{
    picture->setParent(this);
    setObjectName(picture->objectName() + QStringLiteral("Frame"));
    makePanelTitle(m_title);
    m_title->setBuddy(picture);
    m_subtitle->setObjectName(picture->objectName() + QStringLiteral("Subtitle"));
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_subtitle->setTextFormat(Qt::PlainText);
    m_subtitle->setWordWrap(true);

    auto *menu = new QMenu(this);
    menu->setAccessibleName(picture->title());
    picture->fillMenu(menu);
    //: %1 is the title of a picture
    auto *more = toolButton(this, picture->objectName() + QStringLiteral("Menu"), QStringLiteral("more"),
                            tr("More for “%1”").arg(picture->title()));
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));

    auto *top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_title, 1);
    top->addLayout(m_controls);
    if (picture->canZoom()) {
        const auto zoomButton = [&](const char *name, const char *symbol, const QString &words, auto act) {
            auto *button =
                toolButton(this, picture->objectName() + QString::fromLatin1(name), QString::fromLatin1(symbol), words);
            connect(button, &QToolButton::clicked, picture, act);
            top->addWidget(button);
        };
        const auto centre = [picture] { return QRectF(picture->axisRect()->rect()).center(); };
        zoomButton("ZoomIn", "zoom-in", tr("Zoom in (+)"), [=] { picture->zoom(1.6, centre(), {}); });
        zoomButton("ZoomOut", "zoom-out", tr("Zoom out (−)"), [=] { picture->zoom(1 / 1.6, centre(), {}); });
        zoomButton("ShowAll", "zoom-all", tr("Show all (0)"), [=] { picture->showAll(); });
    }
    top->addWidget(more);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_subtitle);
    layout->addWidget(picture, 1);
    layout->addWidget(m_legend);
    connect(picture, &AuditPicture::subtitleChanged, this, &PictureFrame::updateTexts);
    connect(picture, &AuditPicture::legendChanged, this, &PictureFrame::updateTexts);
    updateTexts();
}

void PictureFrame::addControl(QWidget *control)
{
    m_controls->addWidget(control);
}

void PictureFrame::updateTexts()
{
    m_subtitle->setText(m_picture->subtitle());
    m_legend->setEntries(m_picture->legend());
}

} // namespace tokendesk
