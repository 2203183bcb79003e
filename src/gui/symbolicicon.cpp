// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/symbolicicon.h"

#include "gui/statecolors.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// Has to stand outside of every namespace (Qt documentation, Q_INIT_RESOURCE).
static void initTokenDeskIcons()
{
    // The resources lie in a static library, whose own initializer the linker leaves out.
    Q_INIT_RESOURCE(icons);
}

namespace tokendesk {

namespace {

QString symbolFile(const QString &name)
{
    static const bool once = (initTokenDeskIcons(), true);
    Q_UNUSED(once)
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

class SymbolicIconEngine final : public QIconEngine
{
public:
    explicit SymbolicIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QPalette palette = QGuiApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText;
        return symbolPixmap(m_name, palette.color(group, role), qMin(size.width(), size.height()));
    }
    QIconEngine *clone() const override { return new SymbolicIconEngine(m_name); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QString m_name;
};

} // namespace

QIcon symbolicIcon(const QString &name)
{
    return QIcon(new SymbolicIconEngine(name));
}

QIcon applicationIcon()
{
    // It has colours of its own, which this leaves alone. A QIcon of the file would load Qt's plugins for pictures.
    return symbolicIcon(QStringLiteral("tokendesk"));
}

QPixmap symbolPixmap(const QString &name, const QColor &colour, int deviceSize)
{
    const QString key = QStringLiteral("tokendesk/%1/%2/%3").arg(name, colour.name(QColor::HexArgb)).arg(deviceSize);
    QPixmap pixmap;
    if (deviceSize <= 0 || QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(symbolFile(name));
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    // Qt SVG knows no "currentColor" that could be set from outside.
    const QByteArray svg = file.readAll().replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(deviceSize, deviceSize);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(double(colour.alphaF()));
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QString stateSymbol(TokenState state)
{
    switch (state) {
    case TokenState::Active:
        return QStringLiteral("state-active");
    case TokenState::Expiring:
        return QStringLiteral("state-expiring");
    case TokenState::Expired:
        return QStringLiteral("state-expired");
    case TokenState::Revoked:
        return QStringLiteral("state-revoked");
    case TokenState::UsedUp:
        return QStringLiteral("state-used-up");
    }
    Q_UNREACHABLE();
}

SymbolWidget::SymbolWidget(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SymbolWidget::setSymbol(const QString &name, int size, const QColor &colour)
{
    m_name = name;
    m_size = size;
    m_colour = colour;
    updateGeometry();
    update();
}

QSize SymbolWidget::sizeHint() const
{
    return {m_size, m_size};
}

void SymbolWidget::paintEvent(QPaintEvent *)
{
    if (m_name.isEmpty())
        return;
    const QColor ground = palette().color(QPalette::Window);
    const QColor colour =
        m_colour.isValid() ? readableOn(m_colour, ground) : blended(palette().color(QPalette::WindowText), ground, 0.6);
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(rect(), symbolPixmap(m_name, colour, qRound(m_size * devicePixelRatioF())));
}

} // namespace tokendesk
