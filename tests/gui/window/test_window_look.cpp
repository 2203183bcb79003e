// SPDX-License-Identifier: GPL-3.0-or-later
// Dark mode, right-to-left, small windows, large fonts.
#include "core/relativetime.h"
#include "gui/statecolors.h"
#include "gui/symbolicicon.h"
#include "gui/tokendelegate.h"
#include "windowfixture.h"

#include <QApplication>
#include <QHeaderView>
#include <QImage>
#include <QToolButton>

using namespace tokendesk;
using Column = TokenTableModel::Column;

class TestWindowLook : public QObject
{
    Q_OBJECT

    static QPalette darkPalette()
    {
        QPalette palette(QColor(0x35363A), QColor(0x2A2B2E));
        palette.setColor(QPalette::Base, QColor(0x1F2023));
        palette.setColor(QPalette::AlternateBase, QColor(0x26272A));
        return palette;
    }
    static int pixelsLike(const QImage &image, const QRect &where, const QColor &colour)
    {
        int found = 0;
        for (int y = where.top(); y <= where.bottom(); ++y) {
            for (int x = where.left(); x <= where.right(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                const int off = qAbs(pixel.red() - colour.red()) + qAbs(pixel.green() - colour.green()) +
                                qAbs(pixel.blue() - colour.blue());
                found += pixel.alpha() > 0 && off < 60 ? 1 : 0; // edges are blended
            }
        }
        return found;
    }
    static void stateIconsArePainted(const WindowFixture &f)
    {
        const TokenTableView *table = f.table();
        for (int row = 0; row < f.model()->rowCount(); ++row) {
            const QModelIndex index = f.model()->index(row, Column::State);
            const auto state = static_cast<TokenState>(index.data(TokenTableModel::StateRole).toInt());
            const QPalette palette = table->palette();
            const QColor ground = palette.color(row % 2 ? QPalette::AlternateBase : QPalette::Base);
            const QImage image = table->viewport()->grab().toImage();
            QVERIFY2(pixelsLike(image, table->visualRect(index), stateColor(state, ground)) > 8,
                     qPrintable(stateWord(state)));
        }
    }

private Q_SLOTS:
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QApplication::setPalette(QPalette());
    }

    void stateIconsStandOutOnLightAndDark()
    {
        for (const QColor ground :
             {QColor(Qt::white), QColor(0xF5F5F5), QColor(0x1F2023), QColor(0x26272A), QColor(Qt::black)}) {
            for (const TokenState state : allTokenStates)
                QVERIFY2(contrastRatio(stateColor(state, ground), ground) >= 3.0, qPrintable(stateWord(state)));
        }
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    }

    void everySymbolIsPainted()
    {
        for (const char *name : {"token-new", "revoke", "refresh", "search", "key", "plug", "lock", "cloud-off",
                                 "warning", "info", "close", "hourglass"}) {
            const QImage image = symbolicIcon(QString::fromLatin1(name)).pixmap(16, 16).toImage();
            QVERIFY2(pixelsLike(image.convertToFormat(QImage::Format_ARGB32), image.rect(),
                                QGuiApplication::palette().color(QPalette::WindowText)) > 4,
                     name);
        }
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }

    void symbolsFollowADarkPalette()
    {
        const QIcon icon = symbolicIcon(QStringLiteral("lock"));
        QApplication::setPalette(darkPalette());
        const QImage image = icon.pixmap(16, 16).toImage();
        QVERIFY(pixelsLike(image, image.rect(), darkPalette().color(QPalette::WindowText)) > 4);
    }

    void theStateIsPaintedInLightDarkAndRightToLeft_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("light, right to left") << false << true;
        QTest::newRow("dark, right to left") << true << true;
    }
    void theStateIsPaintedInLightDarkAndRightToLeft()
    {
        QFETCH(bool, dark);
        QFETCH(bool, mirrored);
        if (dark)
            QApplication::setPalette(darkPalette());
        if (mirrored)
            QApplication::setLayoutDirection(Qt::RightToLeft);
        WindowFixture f;
        f.startConnected();
        stateIconsArePainted(f);
        const QRect state = f.table()->visualRect(f.model()->index(0, Column::State));
        const QRect uses = f.table()->visualRect(f.model()->index(0, Column::Uses));
        QCOMPARE(state.left() > uses.left(), mirrored);
    }

    void noRelativeTimeIsCutOffByDefault()
    {
        WindowFixture f;
        f.startConnected();
        const TokenTableView *table = f.table();
        for (const auto column : {TokenTableModel::Created, TokenTableModel::Expires, TokenTableModel::LastUsed}) {
            for (const QString &text : longRelativeTimes())
                QVERIFY2(table->columnWidth(column) >= TokenDelegate::cellWidth(table->fontMetrics(), column, text),
                         qPrintable(text));
        }
    }

    void theDefaultColumnsFitIntoASmallWindow()
    {
        WindowFixture f;
        f.startConnected();
        f.server.everyError = Error{.kind = ErrorKind::Unauthorized};
        f.refresh();
        f.window->resize(800, 600);
        QTRY_COMPARE(f.window->size(), QSize(800, 600));
        QTRY_VERIFY(f.table()->horizontalHeader()->length() <= f.table()->viewport()->width()); // the details fold away
        for (QWidget *widget : f.window->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !f.table()->isAncestorOf(widget)) {
                const QRect place(widget->mapTo(f.window.get(), QPoint()), widget->size());
                QVERIFY2(f.window->rect().contains(place), qPrintable(widget->objectName()));
                QVERIFY2(widget->width() >= widget->minimumSizeHint().width(), qPrintable(widget->objectName()));
            }
        }
    }

    void inANarrowWindowButtonsGiveUpTheirWordsBeforeTheFilterItsWidth()
    {
        WindowFixture f;
        f.startConnected();
        auto *filter = f.find("filterField");
        auto *state = f.find("stateChoice");
        auto *label = f.find("stateChoiceLabel");
        const auto words = [&f](const char *button) {
            return f.find<QToolButton>(button)->toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
        };
        const auto areWide = [&] {
            return filter->width() >= filter->sizeHint().width() && state->width() >= state->sizeHint().width();
        };
        f.window->resize(1184, 720);
        QTRY_VERIFY(areWide());
        QVERIFY(label->isVisible() && words("refreshButton") && words("revokeButton") && words("newTokenButton"));

        QFont large = f.window->font();
        large.setPointSizeF(large.pointSizeF() * 1.5);
        f.window->setFont(large);
        f.window->resize(800, 600);
        QTRY_COMPARE(f.window->width(), 800);
        QTRY_VERIFY(areWide());
        QVERIFY(!label->isVisible());
        QVERIFY(!words("refreshButton"));
        for (const char *name : {"refreshButton", "revokeButton", "newTokenButton"}) {
            const auto *button = f.find<QToolButton>(name);
            QVERIFY2(button->width() >= button->sizeHint().width(), name);
            QVERIFY2(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty(), name);
        }

        // The letter of a label that is not in sight leads there all the same.
        filter->setFocus();
        QTest::keyClick(f.window.get(), Qt::Key_S, Qt::AltModifier);
        QVERIFY(state->hasFocus());

        f.window->resize(1600, 720);
        QTRY_VERIFY(label->isVisible() && words("refreshButton") && words("revokeButton") && words("newTokenButton"));
        QVERIFY(areWide());
        filter->setFocus();
        QTest::keyClick(f.window.get(), Qt::Key_S, Qt::AltModifier);
        QVERIFY(state->hasFocus());
        // Every width on the way, there and back.
        const int least = f.window->minimumSizeHint().width();
        for (int width = 1600; width >= least; width -= 7) {
            f.window->resize(width, 720);
            QCoreApplication::sendPostedEvents();
            QVERIFY2(filter->width() >= filter->sizeHint().width() || !words("newTokenButton"),
                     qPrintable(QString::number(width)));
        }
        QVERIFY(!words("newTokenButton"));
        for (int width = least; width <= 1600; width += 7) {
            f.window->resize(width, 720);
            QCoreApplication::sendPostedEvents();
        }
        QVERIFY(label->isVisible() && words("refreshButton") && words("revokeButton") && words("newTokenButton"));
    }
};

QTEST_MAIN(TestWindowLook)
#include "test_window_look.moc"
