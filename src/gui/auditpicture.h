// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/auditlegend.h"
#include "gui/auditpaint.h"
#include "gui/auditplot.h"
#include "gui/auditscene.h"
#include "gui/numbersdialog.h"

#include <QUuid>

#include <optional>
#include <vector>

class QMenu;

namespace tokendesk {

/// What all pictures of the audit view can do: axes in the palette's colours, items that a mouse, a keyboard and a
/// screen reader reach, a tooltip, a legend, their numbers as a table, a copy of themselves. A picture says what its
/// items are and where.
///
/// Items are numbered 0 <= item < itemCount(), in the order in which the arrow keys walk through them. Nothing is
/// worked out while the picture is not in sight.
class AuditPicture : public QCustomPlot
{
    Q_OBJECT
public:
    /// `name`: the object name; `title`: translated. The scene outlives the picture.
    AuditPicture(AuditScene &scene, const QString &name, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] const QString &title() const { return m_title; }
    /// What is shown, in a few words: beside the title.
    [[nodiscard]] const QString &subtitle() const { return m_subtitle; }
    [[nodiscard]] virtual std::vector<LegendEntry> legend() const = 0;
    [[nodiscard]] virtual PictureNumbers numbers() const = 0;

    [[nodiscard]] virtual int itemsCount() const = 0;
    /// One sentence, harmless plain text: for the tooltip and for assistive technology.
    [[nodiscard]] virtual QString itemText(int item) const = 0;
    /// In this widget's coordinates; empty where the item is out of sight.
    [[nodiscard]] virtual QRectF itemRect(int item) const = 0;
    /// -1: none there. Quick: asked at every rest of the mouse.
    [[nodiscard]] virtual int itemAtPoint(const QPointF &position) const = 0;
    /// Rows of the snapshot that the item stands for; a click or Enter selects them.
    [[nodiscard]] virtual std::vector<quint32> itemRows(int item) const = 0;
    /// The item of this token alone; -1 where there is none, or items are of many tokens.
    [[nodiscard]] virtual int itemOfRow(quint32 row) const;
    /// Where that is; empty where there is none.
    [[nodiscard]] QRectF rectOf(quint32 row) const;

    [[nodiscard]] int focusedItem() const { return m_focused; }
    /// Scrolls it into sight and tells assistive technology. -1: none.
    void setFocusedItem(int item);

    /// The picture must be drawn anew as soon as it is in sight.
    void outdate();
    /// At once, in sight or not.
    void bringUpToDate();
    /// With title, subtitle and legend. `palette`: a report on paper is not dark.
    [[nodiscard]] QImage image(const QSize &size, qreal scale, const QPalette &palette);

    [[nodiscard]] virtual bool canZoom() const { return false; }
    /// `factor` > 1 comes closer; `at`: what stays where it is.
    virtual void zoom(double factor, const QPointF &at, Qt::KeyboardModifiers how);
    virtual void pan(const QPointF &pixels);
    virtual void showAll();

    void showNumbers();
    void copyPicture();
    void savePicture();
    /// Copy Picture, Save Picture, Show Numbers, and what the picture adds.
    void fillMenu(QMenu *menu);

Q_SIGNALS:
    void subtitleChanged();
    void legendChanged();
    /// One sentence for the status bar.
    void said(const QString &sentence);
    void menuRequested(const QPoint &globalPosition);

protected:
    /// From the scene; axes' ranges too.
    virtual void rebuild() = 0;
    /// Pens, brushes and fonts; replotted afterwards.
    virtual void restyle(const AuditColors &colors);
    virtual void reveal(int item);
    /// Rows within a rubber band; nothing where the picture has none.
    [[nodiscard]] virtual std::optional<std::vector<quint32>> rowsIn(const QRectF &area) const;
    [[nodiscard]] virtual QString emptyText() const = 0;

    void setSubtitle(const QString &subtitle);
    [[nodiscard]] AuditScene &scene() const { return m_scene; }
    [[nodiscard]] const AuditColors &colors() const { return m_colors; }
    /// Numbers grow upwards beside the edge where reading begins; time runs in reading direction.
    [[nodiscard]] QCPAxis *keyAxis() const { return xAxis; }
    [[nodiscard]] QCPAxis *valueAxis() const { return m_valueAxis; }
    void itemsChanged();

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    // auditpictureinput.cpp
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// bringUpToDate(), where the picture is in sight.
    void catchUp();
    void applyColors(const QPalette &palette);
    /// The same token as before, wherever the new list has it.
    void keepFocus();
    void rememberFocus();
    void announce();
    void choose(int item, Qt::KeyboardModifiers modifiers);
    void endDrag();

    enum class Drag { None, Pressed, Panning, Banding };

    AuditScene &m_scene;
    QString m_title;
    QString m_subtitle;
    AuditColors m_colors;
    QCPAxis *m_valueAxis;
    bool m_outdated = true;
    bool m_updateQueued = false;
    int m_focused = -1;
    QUuid m_focusedToken; ///< of the item with the focus; null where items are of many
    Drag m_drag = Drag::None;
    QPoint m_pressedAt;
    QPoint m_draggedTo;
};

} // namespace tokendesk
