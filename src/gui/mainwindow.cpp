// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "core/serverurl.h"
#include "core/startlog.h"
#include "gui/auditdesk.h"
#include "gui/auditpage.h"
#include "gui/connectionflow.h"
#include "gui/preferences.h"
#include "gui/signinwords.h"
#include "gui/statusline.h"
#include "gui/tablelayout.h"
#include "gui/windowcontent.h"
#include "models/tokentablemodel.h"
#include "session/connector.h"
#include "session/historykeeper.h"
#include "ui_mainwindow.h"

#include <QCloseEvent>
#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace tokendesk {

namespace {

constexpr QLatin1String geometryKey("window/geometry");

/// What is over sooner is not shown as busy.
constexpr std::chrono::milliseconds patience{300};
/// Relative times in the table have minutes as their smallest unit.
constexpr qint64 relativeTimeStepMs = 60'000;

} // namespace

MainWindow::MainWindow(Session &session, Connector &connector, ProfileStore &profiles, WindowDialogs dialogs,
                       const Clock &clock, QSettings &settings, HistoryKeeper &history, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_connector(connector), m_dialogs(dialogs), m_clock(clock),
      m_settings(settings), m_profiles(profiles), m_look(settings, profiles), m_ui(std::make_unique<Ui::MainWindow>()),
      m_model(new TokenTableModel(this)),
      m_connection(new ConnectionFlow(session, connector, std::move(dialogs), profiles, this)), m_history(history),
      m_audit(nullptr), m_pageAction(PageAction::None)
{
    m_ui->setupUi(this);
    m_status = new StatusLine(m_ui->statusBar);
    m_layout = new TableLayout(*m_ui->tokenTable, *m_model, m_look, this);
    setUpActions();
    setUpFilter();
    setUpTable();
    setUpAudit();
    setUpProfiles();
    setUpSession();
    restoreWindow();
    updateEverything();
}

MainWindow::~MainWindow() = default;

void MainWindow::restoreConnection()
{
    m_connection->restore();
}

void MainWindow::setUpTable()
{
    // As long as there is no list its header need not be measured, which loads a font of its own.
    m_ui->tokenTable->horizontalHeader()->hide();
    m_ui->tokenTable->setTokenModel(m_model);
    connect(&m_ui->tokenTable->selection(), &TokenSelection::altered, this, [this] {
        updateCounts();
        updateActions();
    });
    connect(m_ui->messagePage, &MessagePage::buttonPressed, this, &MainWindow::runPageAction);
    connect(m_ui->banner, &Banner::nextStepChosen, this, &MainWindow::runNextStep);
    const auto sayCopied = [this] { m_status->say(tr("Details copied.")); };
    connect(m_ui->messagePage, &MessagePage::detailsCopied, this, sayCopied);
    connect(m_ui->banner, &Banner::detailsCopied, this, sayCopied);
}

void MainWindow::setUpSession()
{
    m_session.setPollInterval(Preferences::load(m_settings).refreshInterval);
    connect(&m_session, &Session::tokensChanged, this, &MainWindow::takeTokens);
    connect(&m_session, &Session::statusChanged, this, &MainWindow::updateEverything);
    connect(&m_session, &Session::refreshed, this, [this] {
        showCreated();
        if (!m_session.lastError()) // the list has come, and the token is not in it
            m_created.reset();
    });
    connect(&m_session, &Session::loadProgress, this, [this](qint64 rows, qint64 total) {
        m_rowsLoaded = rows;
        m_rowsTotal = total;
        if (m_busyForLong)
            updateEverything();
    });
    connect(&m_history, &HistoryKeeper::statusChanged, this, &MainWindow::updateEverything);
    connect(m_connection, &ConnectionFlow::changed, this, &MainWindow::updateEverything);
    connect(&m_connector, &Connector::signInChanged, this, &MainWindow::updateEverything);
    connect(m_connection, &ConnectionFlow::said, m_status, &StatusLine::say);
    connect(m_status, &StatusLine::cancelRequested, &m_session, &Session::cancelRefresh);

    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_busyForLong = true;
        updateEverything();
    });
    m_secondTick.setInterval(std::chrono::seconds(1));
    connect(&m_secondTick, &QTimer::timeout, this, &MainWindow::tick);
    m_stateTime.setSingleShot(true);
    connect(&m_stateTime, &QTimer::timeout, this, &MainWindow::advanceTime);

    m_model->setNow(m_session.serverNow());
    if (m_session.tokens()->size() > 0) // opened before there was a window
        takeTokens(m_session.tokens(), diffTokens(TokenSnapshot(), *m_session.tokens()));
    else
        advanceTime();
}

void MainWindow::restoreWindow()
{
    resize(1184, 720);
    restoreGeometry(m_look.value(geometryKey).toByteArray());
    m_layout->restore();
}

void MainWindow::saveLook()
{
    m_look.setValue(geometryKey, saveGeometry());
    m_layout->save();
    savePane();
}

bool MainWindow::hasPlaceOfItsOwn() const
{
    return m_look.hasOwn(geometryKey);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLook();
    QMainWindow::closeEvent(event);
    if (event->isAccepted())
        Q_EMIT closed();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    // The widgets on it are painted in the same go, and all of it is flushed to the screen; then events come again.
    if (std::exchange(m_painted, true))
        return;
    qCDebug(startLog) << "painted";
    QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        updatePaused();
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        Q_EMIT activated();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updatePaused();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    updatePaused();
}

void MainWindow::updatePaused()
{
    // Nobody looks: the server is left alone, and so is the processor.
    const bool inSight = isVisible() && !isMinimized();
    if (inSight == m_secondTick.isActive())
        return;
    if (inSight) {
        m_secondTick.start();
        advanceTime();
        tick();
    } else {
        m_secondTick.stop();
    }
    m_session.setPaused(!inSight);
}

void MainWindow::takeTokens(const TokenSnapshotPtr &tokens, const TokenDiff &diff)
{
    if (isInThePast()) // followMoment() takes what has come meanwhile
        return updateEverything();
    m_ui->tokenTable->keepingPlace(TokenTableView::AtTop::Stay, [&] {
        m_model->setTokens(tokens, diff);
        m_model->setNow(m_session.serverNow());
    });
    awaitStateChange();
    showCreated();
    updateEverything();
}

void MainWindow::advanceTime()
{
    const qint64 now = m_session.serverNow();
    const qint64 next = m_model->nextStateChange();
    if (now < m_model->now() || (next != noInstant && now >= next)) {
        const int shown = m_model->rowCount();
        m_ui->tokenTable->keepingPlace(TokenTableView::AtTop::Stay, [&] { m_model->setNow(now); });
        if (shown != m_model->rowCount())
            updateEverything();
    } else {
        m_model->setNow(now);
    }
    awaitStateChange();
}

void MainWindow::awaitStateChange()
{
    qint64 wait = relativeTimeStepMs;
    if (const qint64 next = m_model->nextStateChange(); next != noInstant)
        wait = std::clamp<qint64>(next - m_model->now(), 1, wait);
    m_stateTime.start(std::chrono::milliseconds(wait));
}

void MainWindow::tick()
{
    const auto &error = m_session.lastError();
    // A 429 on reading the list ends by itself. What was to be changed is never sent again.
    if (error && error->kind == ErrorKind::RateLimited && m_session.waitMs() == 0)
        m_session.refresh();
    updateEverything();
}

void MainWindow::showCreated()
{
    if (!m_created || !m_session.tokens()->rowOf(*m_created))
        return;
    const int row = m_model->rowOf(*m_created);
    if (row >= 0)
        m_ui->tokenTable->showRow(row);
    else
        m_status->say(tr("The new token was created. The filter hides it."));
    m_created.reset();
}

WindowFacts MainWindow::facts() const
{
    WindowFacts facts;
    facts.phase = m_session.phase();
    facts.error = m_session.lastError();
    facts.connection = m_connection->state();
    facts.connectionError = m_connection->error();
    if (const auto profile = m_connection->profile()) {
        facts.profileName = profile->name;
        facts.usesProvider = profile->usesProvider();
    }
    facts.wantsStoring = m_connection->wantsStoring();
    facts.revocation = m_connection->revocation();
    facts.signIn = m_connector.signInStatus();
    facts.nowMs = m_clock.nowMs();
    facts.shown = m_model->rowCount();
    facts.total = m_model->countOf(StateChoice::All);
    facts.duplicates = m_session.tokens()->duplicatesDropped();
    facts.busyForLong = m_busyForLong;
    facts.rowsLoaded = m_rowsLoaded;
    facts.rowsTotal = m_rowsTotal;
    facts.waitMs = m_session.waitMs();
    facts.historyProblem = m_history.problem();
    facts.listAgeMs = m_session.loadedAt() == noInstant ? 0 : m_clock.nowMs() - m_session.loadedAt();
    return facts;
}

void MainWindow::updateEverything()
{
    updateBusy();
    updateProfile();
    m_audit->setProfile(m_session.profile() ? std::optional(m_session.profile()->uuid) : std::nullopt);
    const WindowFacts now = facts();
    updatePage(now);
    if (const auto banner = chooseBanner(now))
        m_ui->banner->show(banner->tone, banner->text, banner->canAct);
    else
        m_ui->banner->clear();
    m_ui->tokenTable->setStale(m_session.isStale());

    const bool ready = m_session.phase() == Session::Phase::Ready;
    m_status->setBusy(ready && m_session.isRefreshing() && m_busyForLong, m_rowsLoaded, m_rowsTotal);
    m_status->setAge(ready ? std::max<qint64>(0, now.listAgeMs) : -1, m_session.isStale());
    const auto &profile = m_session.profile();
    const auto &organization = m_session.organization();
    m_status->setConnection(organization ? organization->name : QString(), profile ? now.profileName : QString(),
                            profile ? profile->serverUrl.host() : QString());
    m_status->setClearText(profile && isClearText(profile->serverUrl));
    const SignInLine signIn = signInLine(now.signIn, now.usesProvider, now.nowMs);
    m_status->setSignIn(signIn.text, signIn.toolTip);
    updateCounts();
    updateStateChoice();
    updateMarks();
    updateActions();
}

void MainWindow::updateBusy()
{
    const auto connection = m_connection->state();
    const bool busy =
        m_session.isRefreshing() ||
        (m_session.phase() == Session::Phase::NotConnected &&
         (connection == ConnectionFlow::State::Restoring || connection == ConnectionFlow::State::Forgetting));
    if (!busy) {
        m_patience.stop();
        m_busyForLong = false;
        m_rowsLoaded = 0;
        m_rowsTotal = 0;
    } else if (!m_busyForLong && !m_patience.isActive()) {
        m_patience.start();
    }
}

void MainWindow::updatePage(const WindowFacts &facts)
{
    const auto page = choosePage(facts);
    QWidget *current = m_ui->pages->currentWidget();
    // Whoever works with the keyboard is taken along; at the start nobody is anywhere else.
    const bool takenAlong = !focusWidget() || current->isAncestorOf(focusWidget());
    m_pageAction = page ? page->action : PageAction::None;
    if (page)
        m_ui->messagePage->show(page->content);
    if (!page)
        m_ui->tokenTable->horizontalHeader()->show();
    QWidget *wanted = pageWidget(page ? &*page : nullptr);
    if (wanted != current)
        m_ui->pages->setCurrentWidget(wanted);
    // A page that stays may have lost its button, or got one.
    const bool hasFocus = wanted == current && (wanted != m_ui->messagePage ||
                                                (wanted != focusWidget() && wanted->isAncestorOf(focusWidget())));
    if (takenAlong && !hasFocus)
        pageFocus(wanted)->setFocus(Qt::OtherFocusReason);
}

void MainWindow::updateCounts()
{
    const bool ready = m_session.phase() == Session::Phase::Ready;
    m_status->setCounts(m_model->rowCount(), ready ? m_model->countOf(StateChoice::All) : -1,
                        m_ui->tokenTable->selection().count());
}

} // namespace tokendesk
