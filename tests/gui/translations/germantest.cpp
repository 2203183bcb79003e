// SPDX-License-Identifier: GPL-3.0-or-later
// The application in German, with the translation as it is shipped: texts are found, have their plural forms, and fit.
#include "german.h"
#include "core/errortext.h"
#include "core/relativetime.h"
#include "core/requestlog.h"
#include "core/tokenstatus.h"
#include "gui/auditcards.h"
#include "gui/inlinemessage.h"
#include "gui/logdialog.h"
#include "gui/newtokendialog.h"
#include "gui/preferencesdialog.h"
#include "gui/revokedialog.h"
#include "gui/secretclipboard.h"
#include "gui/tokencreateddialog.h"
#include "gui/tokendelegate.h"
#include "models/tokencells.h"
#include "windowfixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>

using namespace tokendesk;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr const char *staleCard = "card3"; ///< AuditCard::Stale

QString textOf(const QWidget *root, const char *name)
{
    const auto *widget = root->findChild<QWidget *>(QLatin1String(name));
    return widget ? widget->property("text").toString() : QStringLiteral("no such widget");
}

} // namespace

class GermanTest : public QObject
{
    Q_OBJECT

    German m_german;
    std::unique_ptr<WindowFixture> m_fixture;
    SecretClipboard m_clipboard;

    [[nodiscard]] QString leftInEnglish(const QWidget *root) const { return m_german.leftInEnglish(root); }
    void whenConnected()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startConnected();
    }
    void openAudit()
    {
        m_fixture = std::make_unique<WindowFixture>();
        const qint64 now = m_fixture->clock.nowMs();
        m_fixture->server.tokens = tokensOfEveryState(now);
        // Live and reusable, and idle for long.
        m_fixture->server.tokens.push_back({8, QStringLiteral("Halle 4"), now - 300 * msPerDay, now + 30 * msPerDay,
                                            now - 200 * msPerDay, noInstant, 5, false});
        m_fixture->startConnected();
        m_fixture->trigger("actionViewAudit");
        QTRY_COMPARE(m_fixture->find<AuditCardButton>(staleCard)->number(), QStringLiteral("1"));
    }
    QWidget *window() { return m_fixture->window.get(); }
    template <class Dialog>
    Dialog *opened(Dialog *dialog)
    {
        dialog->open();
        QTest::qVerify(QTest::qWaitForWindowExposed(dialog), "exposed", "", __FILE__, __LINE__);
        return dialog;
    }
    RevokeDialog *openedFor(const std::vector<int> &numbers)
    {
        std::vector<QUuid> ids;
        for (const int number : numbers)
            ids.push_back(testTokenId(number));
        return opened(new RevokeDialog(*m_fixture->session, ids, window()));
    }
    TokenCreatedDialog *openedCreated(qint64 expiresAt)
    {
        CreatedToken created;
        created.id = testTokenId(7);
        created.name = QStringLiteral("Halle 4");
        created.token = Secret("apt_0123456789abcdef");
        created.setupCommand =
            Secret("curl -sSL https://acusight.example/setup | sudo sh -s -- --token apt_0123456789abcdef");
        created.singleUse = true;
        created.expiresAt = expiresAt;
        return opened(
            new TokenCreatedDialog(std::move(created), QStringLiteral("acusight.example"), m_clipboard, window()));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_german.install()); }
    void cleanup() { m_fixture.reset(); }

    void relativeTimesHaveSingularAndPlural_data()
    {
        QTest::addColumn<qint64>("distance");
        QTest::addColumn<QString>("past");
        QTest::addColumn<QString>("future");
        const auto row = [](qint64 distance, const char *past, const char *future) {
            QTest::newRow(past) << distance << QString::fromUtf8(past) << QString::fromUtf8(future);
        };
        row(5'000, "gerade eben", "gleich");
        row(minute, "vor 1 Minute", "in 1 Minute");
        row(59 * minute, "vor 59 Minuten", "in 59 Minuten");
        row(hour, "vor 1 Stunde", "in 1 Stunde");
        row(23 * hour, "vor 23 Stunden", "in 23 Stunden");
        row(msPerDay, "vor 1 Tag", "in 1 Tag");
        row(3 * msPerDay, "vor 3 Tagen", "in 3 Tagen");
        row(21 * msPerDay, "vor 3 Wochen", "in 3 Wochen");
        row(92 * msPerDay, "vor 3 Monaten", "in 3 Monaten");
        row(1100 * msPerDay, "vor 3 Jahren", "in 3 Jahren");
    }
    void relativeTimesHaveSingularAndPlural()
    {
        QFETCH(qint64, distance);
        QFETCH(QString, past);
        QFETCH(QString, future);
        const qint64 now = 2'000'000'000'000;
        QCOMPARE(relativeTime(now - distance, now), past);
        QCOMPARE(relativeTime(now + distance, now), future);
    }

    void datesAreWrittenTheGermanWay()
    {
        const qint64 instant = QDateTime(QDate(2026, 12, 3), QTime(12, 0), Qt::LocalTime).toMSecsSinceEpoch();
        QCOMPARE(longDate(instant, QLocale()), QStringLiteral("3. Dezember 2026"));
        QCOMPARE(longDate(noInstant, QLocale()), QStringLiteral("Nie"));
        QVERIFY(exactTime(instant, QLocale()).contains(QStringLiteral("Dezember 2026, 12:00:00 Uhr (UTC")));
    }

    void statesHaveGermanWords()
    {
        QStringList words;
        for (const TokenState state : allTokenStates) {
            words << stateWord(state);
            QVERIFY(!m_german.isEnglish(stateExplanation(state)));
        }
        QCOMPARE(words,
                 QStringList({QStringLiteral("Läuft bald ab"), QStringLiteral("Aktiv"), QStringLiteral("Verbraucht"),
                              QStringLiteral("Abgelaufen"), QStringLiteral("Widerrufen")}));
    }

    void errorsHaveGermanWords()
    {
        const auto waiting = [](qint64 ms) {
            return describeError({.kind = ErrorKind::RateLimited, .retryAfterMs = ms}).explanation;
        };
        QVERIFY2(waiting(1'000).contains(QStringLiteral(" 1 Sekunde zu warten")), qPrintable(waiting(1'000)));
        QVERIFY2(waiting(12'000).contains(QStringLiteral(" 12 Sekunden zu warten")), qPrintable(waiting(12'000)));
        const ErrorText network = describeError({.kind = ErrorKind::Network});
        QCOMPARE(network.headline, QStringLiteral("Der Server ist nicht erreichbar."));
        QCOMPARE(network.nextStepLabel, QStringLiteral("Erneut versuchen"));
    }

    void theWindowIsGerman()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->start();
        QCOMPARE(leftInEnglish(window()), QString());
        QCOMPARE(m_fixture->says("pageHeadline"), QStringLiteral("Noch nicht verbunden"));
        m_fixture->openSession();
        QTRY_VERIFY(m_fixture->isListShown());
        QCOMPARE(leftInEnglish(window()), QString());
        QCOMPARE(actionTexts(m_fixture->find<QMenuBar>("menuBar")->actions()),
                 QStringList({QStringLiteral("&Datei"), QStringLiteral("&Token"), QStringLiteral("&Ansicht"),
                              QStringLiteral("Pr&ofile"), QStringLiteral("&Hilfe")}));
        m_fixture->server.everyError = Error{.kind = ErrorKind::Unauthorized};
        m_fixture->refresh();
        QTRY_VERIFY(!m_fixture->buttonText("bannerButton").isEmpty());
        QCOMPARE(leftInEnglish(window()), QString());
    }

    void theStatusLineCountsInGerman()
    {
        whenConnected();
        const int all = m_fixture->model()->rowCount();
        QTRY_COMPARE(m_fixture->says("statusCounts"), QStringLiteral("%1 Tokens").arg(all));
        m_fixture->server.tokens.resize(1);
        m_fixture->refresh();
        QTRY_COMPARE(m_fixture->says("statusCounts"), QStringLiteral("1 Token"));
    }

    void everyWordOfTheListFitsItsColumn()
    {
        whenConnected();
        const TokenTableView *table = m_fixture->table();
        for (const auto column : {TokenTableModel::State, TokenTableModel::Kind, TokenTableModel::Created,
                                  TokenTableModel::Expires, TokenTableModel::LastUsed}) {
            const QStringList words = cellWords(column).isEmpty() ? longRelativeTimes() : cellWords(column);
            QVERIFY(words.size() > 1);
            for (const QString &word : words)
                QVERIFY2(table->columnWidth(column) >= TokenDelegate::cellWidth(table->fontMetrics(), column, word),
                         qPrintable(word));
        }
    }

    void newTokenIsGerman()
    {
        whenConnected();
        const auto *dialog = opened(new NewTokenDialog(
            *m_fixture->session, [](const CreatedToken &) {}, window()));
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Neues Token"));
        QCOMPARE(leftInEnglish(dialog), QString());
        QCOMPARE(sharedMnemonics(reachableTexts(dialog)), QString());
        const auto *expiry = dialog->findChild<QComboBox *>(QStringLiteral("expiryCombo"));
        QCOMPARE(expiry->itemText(0), QStringLiteral("Nach 1 Tag"));
        QCOMPARE(expiry->itemText(1), QStringLiteral("Nach 7 Tagen"));
    }

    void tokenCreatedIsGerman()
    {
        whenConnected();
        const auto *dialog = openedCreated(noInstant);
        QCOMPARE(leftInEnglish(dialog), QString());
        QCOMPARE(sharedMnemonics(reachableTexts(dialog)), QString());
        QCOMPARE(textOf(dialog, "revealButton"), QStringLiteral("&Anzeigen"));
        dialog->findChild<QAbstractButton *>(QStringLiteral("revealButton"))->click();
        QCOMPARE(textOf(dialog, "revealButton"), QStringLiteral("&Ausblenden"));
        QCOMPARE(sharedMnemonics(reachableTexts(dialog)), QString());
    }

    void revokeIsGermanInSingularAndPlural()
    {
        whenConnected();
        auto *one = openedFor({1});
        QTRY_COMPARE(textOf(one, "revokeButton"), QStringLiteral("1 Token widerrufen"));
        QCOMPARE(textOf(one, "titleLabel"), QStringLiteral("Dieses Token widerrufen?"));
        QCOMPARE(leftInEnglish(one), QString());
        one->close();
        QTRY_VERIFY(m_fixture->session->phase() == Session::Phase::Ready && !m_fixture->session->isRefreshing());
        auto *several = openedFor({1, 2, 3});
        QTRY_COMPARE(textOf(several, "revokeButton"), QStringLiteral("3 Tokens widerrufen"));
        QCOMPARE(textOf(several, "titleLabel"), QStringLiteral("3 Tokens widerrufen?"));
        QCOMPARE(leftInEnglish(several), QString());
        several->findChild<QAbstractButton *>(QStringLiteral("revokeButton"))->click();
        const auto *message = several->findChild<InlineMessage *>(QStringLiteral("message"));
        QTRY_VERIFY2(message->text().contains(QStringLiteral("3 Tokens widerrufen.")), qPrintable(message->text()));
        QCOMPARE(leftInEnglish(several), QString());
    }

    void preferencesAreGerman()
    {
        PreferencesDialog dialog{Preferences()};
        QCOMPARE(dialog.windowTitle(), QStringLiteral("Einstellungen"));
        const auto *interval = dialog.findChild<QComboBox *>();
        QVERIFY(interval->findText(QStringLiteral("Alle 30 Sekunden")) >= 0);
        QVERIFY(interval->findText(QStringLiteral("Jede Minute")) >= 0);
        QVERIFY(interval->findText(QStringLiteral("Alle 5 Minuten")) >= 0);
        QCOMPARE(sharedMnemonics(reachableTexts(&dialog)), QString());
        QCOMPARE(leftInEnglish(&dialog), QString());
    }

    void theAuditIsGerman()
    {
        openAudit();
        QCOMPARE(m_fixture->find<AuditCardButton>(staleCard)->accessibleName(), QStringLiteral("Ungenutzt: 1"));
        QCOMPARE(leftInEnglish(window()), QString());
        QCOMPARE(sharedMnemonics(actionTexts(m_fixture->find<QMenuBar>("menuBar")->actions()) +
                                 reachableTexts(m_fixture->find("auditPage"))),
                 QString());
    }

    void theAuditFitsASmallWindow()
    {
        openAudit();
        window()->resize(800, 600);
        QCOMPARE(window()->size(), QSize(800, 600));
        QTRY_COMPARE(m_fixture->find<QScrollArea>("auditScroll")->horizontalScrollBar()->maximum(), 0);
    }

    void thresholdsAreGermanInSingularAndPlural()
    {
        openAudit();
        m_fixture->click("thresholds");
        auto *days = m_fixture->find<QSpinBox>("staleDays");
        QCOMPARE(days->text(), QStringLiteral("90 Tagen"));
        days->setValue(1);
        QCOMPARE(days->text(), QStringLiteral("1 Tag"));
        const auto *popup = m_fixture->find("thresholdsPopup");
        QCOMPARE(sharedMnemonics(reachableTexts(popup)), QString());
    }

    void theDetailsAreGerman()
    {
        whenConnected();
        if (auto *action = m_fixture->find<QAction>("actionDetails"); !action->isChecked())
            action->trigger();
        const auto *details = m_fixture->find("tokenDetails");
        QVERIFY(textsIn(details).contains(QStringLiteral("Kein Token ausgewählt")));
        QCOMPARE(leftInEnglish(details), QString());
        m_fixture->table()->selectAll();
        const int all = m_fixture->model()->rowCount();
        QTRY_VERIFY(textsIn(details).contains(QStringLiteral("%1 Tokens ausgewählt").arg(all)));
        QCOMPARE(leftInEnglish(details), QString());
        m_fixture->table()->selectRow(0);
        QTRY_VERIFY(textsIn(details).contains(m_fixture->cell(0, TokenTableModel::Name)));
        QCOMPARE(leftInEnglish(details), QString());
    }

    void theLogIsGerman()
    {
        const RequestLog log;
        auto *dialog = opened(new LogDialog(log, nullptr));
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Protokoll"));
        QCOMPARE(leftInEnglish(dialog), QString());
        QCOMPARE(sharedMnemonics(reachableTexts(dialog)), QString());
        dialog->close();
    }

    void menusShareNoMnemonic()
    {
        whenConnected();
        QStringList bar = actionTexts(m_fixture->find<QMenuBar>("menuBar")->actions());
        QCOMPARE(sharedMnemonics(bar + reachableTexts(m_fixture->find("central"))), QString());
        for (const auto *menu : window()->findChildren<QMenu *>())
            QCOMPARE(sharedMnemonics(actionTexts(menu->actions())), QString());
    }
};

QTEST_MAIN(GermanTest)
#include "germantest.moc"
