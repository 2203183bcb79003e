// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/auditpicture.h"

#include "core/safetext.h"
#include "gui/filewriter.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QTimer>
#include <QToolTip>

namespace tokendesk {

AuditPicture::AuditPicture(AuditScene &scene, const QString &name, const QString &title, QWidget *parent)
    : QCustomPlot(parent), m_scene(scene), m_title(title), m_colors(palette()),
      m_valueAxis(layoutDirection() == Qt::RightToLeft ? yAxis2 : yAxis)
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setNoAntialiasingOnDrag(false);
    setMinimumSize(200, 140);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    xAxis->setRangeReversed(layoutDirection() == Qt::RightToLeft);
    yAxis->setVisible(m_valueAxis == yAxis);
    yAxis2->setVisible(m_valueAxis == yAxis2);
    yAxis2->setTickLabels(true);
    plotLayout()->setMargins({});
    // The last label under the axis of keys is wider than its bar.
    axisRect()->setMinimumMargins(m_valueAxis == yAxis ? QMargins(8, 8, 24, 4) : QMargins(24, 8, 8, 4));

    auto *showNumbersAction = new QAction(tr("Show &Numbers"), this);
    showNumbersAction->setObjectName(QStringLiteral("showNumbers"));
    showNumbersAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    showNumbersAction->setShortcutContext(Qt::WidgetShortcut);
    connect(showNumbersAction, &QAction::triggered, this, &AuditPicture::showNumbers);
    addAction(showNumbersAction);

    connect(&scene, &AuditScene::rowsChanged, this, &AuditPicture::outdate);
    connect(&scene, &AuditScene::statesChanged, this, &AuditPicture::outdate);
    connect(&scene, &AuditScene::historyChanged, this, &AuditPicture::outdate);
    connect(this, &QCustomPlot::beforeReplot, this, &AuditPicture::catchUp);
    setAccessibleName(m_title); // announce() asks what only the finished picture knows
}

void AuditPicture::outdate()
{
    m_outdated = true;
    if (m_updateQueued || !isVisible())
        return;
    m_updateQueued = true;
    QTimer::singleShot(0, this, [this] {
        m_updateQueued = false;
        bringUpToDate();
    });
}

void AuditPicture::bringUpToDate()
{
    if (!m_outdated)
        return;
    m_outdated = false;
    rebuild();
    itemsChanged();
    replot(rpQueuedReplot);
}

void AuditPicture::catchUp()
{
    if (isVisible())
        bringUpToDate();
}

void AuditPicture::itemsChanged()
{
    keepFocus();
    announce();
    update();
}

void AuditPicture::keepFocus()
{
    const auto row = m_scene.tokens()->rowOf(m_focusedToken);
    if (const int item = row ? itemOfRow(*row) : -1; item >= 0)
        m_focused = item;
    else
        m_focused = std::min(m_focused, itemsCount() - 1);
    rememberFocus();
}

void AuditPicture::rememberFocus()
{
    m_focusedToken = {};
    if (m_focused < 0)
        return;
    if (const std::vector<quint32> rows = itemRows(m_focused); rows.size() == 1 && itemOfRow(rows.front()) == m_focused)
        m_focusedToken = m_scene.tokens()->row(rows.front()).id;
}

void AuditPicture::applyColors(const QPalette &palette)
{
    m_colors = AuditColors(palette);
    setBackground(QBrush(m_colors.ground));
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.9);
    for (QCPAxis *axis : {xAxis, yAxis, yAxis2}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0);
        axis->setTickLabelFont(small);
        axis->setTickLabelColor(m_colors.quiet);
        axis->setLabelFont(small);
        axis->setLabelColor(m_colors.quiet);
        axis->grid()->setPen(QPen(m_colors.grid, 1));
        axis->grid()->setZeroLinePen(QPen(m_colors.grid, 1));
        axis->grid()->setVisible(axis == xAxis || axis == m_valueAxis);
        axis->setNumberFormat(QStringLiteral("f"));
        axis->setNumberPrecision(0);
    }
    restyle(m_colors);
}

void AuditPicture::restyle(const AuditColors &) {}

void AuditPicture::reveal(int) {}

int AuditPicture::itemOfRow(quint32) const
{
    return -1;
}

QRectF AuditPicture::rectOf(quint32 row) const
{
    const int item = itemOfRow(row);
    return item < 0 ? QRectF() : itemRect(item);
}

void AuditPicture::zoom(double, const QPointF &, Qt::KeyboardModifiers) {}

void AuditPicture::pan(const QPointF &) {}

void AuditPicture::showAll() {}

std::optional<std::vector<quint32>> AuditPicture::rowsIn(const QRectF &) const
{
    return std::nullopt;
}

void AuditPicture::setSubtitle(const QString &subtitle)
{
    if (m_subtitle == subtitle)
        return;
    m_subtitle = subtitle;
    announce();
    Q_EMIT subtitleChanged();
}

void AuditPicture::setFocusedItem(int item)
{
    catchUp();
    m_focused = std::clamp(item, -1, itemsCount() - 1);
    rememberFocus();
    if (m_focused >= 0)
        reveal(m_focused);
    announce();
    update();
}

void AuditPicture::announce()
{
    // Setting the name tells assistive technology, which reads the new one where this picture has the focus.
    // There may be fewer items by now: a picture that is drawn anew says its subtitle before it is done.
    const bool onItem = m_focused >= 0 && m_focused < itemsCount();
    const QString what = onItem ? itemText(m_focused) : m_subtitle;
    //: %1 is the title of a picture, %2 what it shows or the item that has the focus
    setAccessibleName(what.isEmpty() ? m_title : tr("%1: %2").arg(m_title, what));
}

bool AuditPicture::event(QEvent *event)
{
    // Items are rows of the list that the picture was drawn from. What happens while another list is there already, and
    // the picture is about to be drawn anew, must not look them up in that one.
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::FocusIn:
    case QEvent::KeyPress:
    case QEvent::ToolTip:
    case QEvent::ContextMenu:
    case QEvent::Wheel:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
        catchUp();
        break;
    default:
        break;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int item = itemAtPoint(help->pos());
        if (item >= 0)
            QToolTip::showText(help->globalPos(), asRichText(itemText(item)), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QCustomPlot::event(event);
}

void AuditPicture::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    if (itemsCount() == 0 && !m_outdated) {
        painter.setPen(m_colors.quiet);
        painter.drawText(axisRect()->rect(), Qt::AlignCenter | Qt::TextWordWrap, emptyText());
    }
    if (m_drag == Drag::Banding) {
        const QRect band = QRect(m_pressedAt, m_draggedTo).normalized();
        QColor fill = palette().color(QPalette::Highlight);
        painter.setPen(fill);
        fill.setAlphaF(0.2F);
        painter.setBrush(fill);
        painter.drawRect(band);
    }
    if (!hasFocus())
        return;
    const QRectF item = m_focused >= 0 ? itemRect(m_focused) : QRectF();
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.backgroundColor = m_colors.ground;
    option.rect = rect().adjusted(1, 1, -1, -1);
    if (item.isEmpty()) {
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
        return;
    }
    painter.setClipRect(axisRect()->rect().adjusted(-3, -3, 3, 3));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_colors.ground, 4));
    painter.drawRoundedRect(item.adjusted(-2.5, -2.5, 2.5, 2.5), 2, 2);
    painter.setPen(QPen(m_colors.text, 2));
    painter.drawRoundedRect(item.adjusted(-2.5, -2.5, 2.5, 2.5), 2, 2);
}

void AuditPicture::changeEvent(QEvent *event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColors(palette());
        replot(rpQueuedReplot);
    }
}

void AuditPicture::showEvent(QShowEvent *event)
{
    QCustomPlot::showEvent(event);
    applyColors(palette());
    bringUpToDate();
    replot(rpQueuedReplot);
}

void AuditPicture::focusInEvent(QFocusEvent *event)
{
    QCustomPlot::focusInEvent(event);
    if (m_focused < 0 && event->reason() != Qt::MouseFocusReason && itemsCount() > 0)
        setFocusedItem(0);
    update();
}

void AuditPicture::focusOutEvent(QFocusEvent *event)
{
    QCustomPlot::focusOutEvent(event);
    update();
}

QImage AuditPicture::image(const QSize &size, qreal scale, const QPalette &onPaper)
{
    bringUpToDate();
    applyColors(onPaper);
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(font());
    const std::vector<LegendEntry> entries = legend();
    const int top = metrics.height() * 2 + 12;
    const int legendHeight =
        AuditLegend::paint(nullptr, QRect(0, 0, size.width() - 16, 0), font(), onPaper, entries, layoutDirection());
    const int plotHeight = size.height() - top - legendHeight - 8;

    QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(onPaper.color(QPalette::Base));
    QPainter painter(&image);
    painter.setPen(m_colors.text);
    painter.setFont(bold);
    const QRect line(8, 4, size.width() - 16, metrics.height());
    const Qt::Alignment begin = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(line, int(begin), m_title);
    painter.setFont(font());
    painter.setPen(m_colors.quiet);
    painter.drawText(line.translated(0, metrics.height() + 2), int(begin),
                     metrics.elidedText(m_subtitle, Qt::ElideRight, line.width()));
    painter.drawPixmap(QRect(0, top, size.width(), plotHeight), toPixmap(size.width(), plotHeight, scale));
    AuditLegend::paint(&painter, QRect(8, size.height() - legendHeight - 4, size.width() - 16, legendHeight), font(),
                       onPaper, entries, layoutDirection());
    painter.end();
    applyColors(palette());
    replot(rpQueuedRefresh); // at once: toPixmap() leaves everything laid out for its own size
    restyle(m_colors);       // labels have the room of the screen again
    replot(rpQueuedReplot);
    return image;
}

void AuditPicture::showNumbers()
{
    bringUpToDate();
    auto *dialog = new NumbersDialog(m_title, numbers(), window());
    dialog->show();
}

void AuditPicture::copyPicture()
{
    QGuiApplication::clipboard()->setImage(image(size() + QSize(0, 80), devicePixelRatioF(), palette()));
    Q_EMIT said(tr("Picture copied."));
}

void AuditPicture::savePicture()
{
    auto *dialog = new QFileDialog(window(), tr("Save Picture"));
    dialog->setObjectName(QStringLiteral("savePictureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Pictures (*.png)"));
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(m_title + QStringLiteral(".png"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QImage picture = image(size() + QSize(0, 80), 2, palette());
        const auto make = [picture] {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            picture.save(&buffer, "PNG");
            return bytes;
        };
        writeFile(path, make, this, [this](const QString &sentence, bool) { Q_EMIT said(sentence); });
    });
    dialog->open();
}

void AuditPicture::fillMenu(QMenu *menu)
{
    menu->addAction(tr("&Copy Picture"), this, &AuditPicture::copyPicture);
    menu->addAction(tr("&Save Picture…"), this, &AuditPicture::savePicture);
    menu->addAction(findChild<QAction *>(QStringLiteral("showNumbers")));
    if (canZoom()) {
        menu->addSeparator();
        menu->addAction(tr("Show &All"), this, &AuditPicture::showAll);
    }
}

} // namespace tokendesk
