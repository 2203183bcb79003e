// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fetching a long list and showing it, in the real window: how long the gui thread is away meanwhile.
#include "bench/bench.h"
#include "gui/mainwindow.h"
#include "models/tokentablemodel.h"
#include "session/connector.h"
#include "session/profilestore.h"
#include "session/remotetokenservice.h"
#include "support/fakecredentialstore.h"
#include "support/fakehistorykeeper.h"
#include "support/simulator/simulatorprocess.h"

#include <QApplication>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void giveUp(const QString &why)
{
    std::fputs(qPrintable(why + u'\n'), stderr);
    std::exit(2);
}

/// Ticks as often as the event loop lets it, and remembers the longest time between two ticks.
class Pulse : public QObject
{
public:
    Pulse()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { tick(); });
    }
    void start()
    {
        m_longest = 0;
        m_since.start();
        m_timer.start(1);
    }
    /// Milliseconds.
    double stop()
    {
        tick();
        m_timer.stop();
        return m_longest;
    }

private:
    void tick()
    {
        m_longest = std::max(m_longest, double(m_since.nsecsElapsed()) / 1e6);
        m_since.restart();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
};

struct Window
{
    explicit Window(SimulatorProcess &server)
        : settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat),
          connector(store, session,
                    [this](const Profile &of, const Connector::Sources &from) {
                        ApiConfig config;
                        config.baseUrl = of.serverUrl;
                        config.bearer = [source = from.accessToken] { return source->current(); };
                        config.clock = &clock;
                        return std::make_unique<RemoteTokenService>(network, std::move(config));
                    }),
          profiles(settings), window(session, connector, profiles, {}, clock, settings, history),
          profile{QUuid::createUuid(), u"Bench"_s, server.url()}
    {
        window.resize(1200, 900);
        window.show();
        session.setPollInterval(std::chrono::milliseconds(0));
    }

    QTemporaryDir folder;
    SystemClock clock;
    NetworkThread network;
    FakeCredentialStore store;
    Session session{clock};
    QSettings settings;
    Connector connector;
    ProfileStore profiles;
    FakeHistoryKeeper history;
    MainWindow window;
    Profile profile;
};

void settle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

struct Shown
{
    double wholeMs = 0;
    double gapMs = 0;
};

/// From the connection to the rows on screen.
Shown show(SimulatorProcess &server, int rows)
{
    Window desk(server);
    settle(200);
    Pulse pulse;
    QElapsedTimer timer;
    QEventLoop loop;
    Shown shown;
    QObject::connect(&desk.session, &Session::refreshed, &loop, [&] {
        // The page is painted by the event loop after this.
        QTimer::singleShot(0, &loop, [&] { QTimer::singleShot(0, &loop, &QEventLoop::quit); });
    });
    timer.start();
    pulse.start();
    desk.connector.connectTo(desk.profile, Secret(server.bearer()), &desk.window, [](const Result<void> &) {});
    loop.exec();
    shown.wholeMs = double(timer.nsecsElapsed()) / 1e6;
    shown.gapMs = pulse.stop();
    if (int(desk.session.tokens()->size()) != rows)
        giveUp(u"the list did not come"_s);
    return shown;
}

/// A page of the same rows, painted with Qt's own delegate: the unit that waiting is measured in.
class PlainPage
{
public:
    PlainPage(SimulatorProcess &server, int rows) : m_desk(server)
    {
        QEventLoop loop;
        QObject::connect(&m_desk.session, &Session::refreshed, &loop, &QEventLoop::quit);
        m_desk.connector.connectTo(m_desk.profile, Secret(server.bearer()), &m_desk.window,
                                   [](const Result<void> &) {});
        loop.exec();
        m_view.setModel(m_desk.window.findChild<TokenTableModel *>());
        if (m_view.model()->rowCount() != rows)
            giveUp(u"the list did not come"_s);
        m_view.resize(1200, 900);
        m_view.show();
        settle(100);
    }
    double repaintMs()
    {
        return bench::timeMs([this] { m_view.viewport()->repaint(); });
    }

private:
    Window m_desk;
    QTableView m_view;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const bench::Options options = bench::parseOptions(QApplication::arguments());
    const int tokens = options.tokens > 0 ? options.tokens : 100'000;
    SimulatorProcess server;
    if (!server.start({u"--tokens"_s, QString::number(tokens)}))
        giveUp(server.errorString());
    PlainPage page(server, tokens);
    std::vector<double> gaps, wholes, repaints;
    for (int round = 0; round <= options.rounds(11); ++round) {
        const Shown shown = show(server, tokens);
        const double repaint = page.repaintMs();
        if (round == 0)
            continue;
        gaps.push_back(shown.gapMs);
        wholes.push_back(shown.wholeMs);
        repaints.push_back(repaint);
    }
    const QString words = QLocale(QLocale::English).toString(tokens);
    bench::report(u"Fetch and show %1 tokens, longest gap : a repaint"_s.arg(words),
                  {bench::median(gaps), bench::median(repaints)}, "ms", 2.5);
    bench::report(u"Fetch and show %1 tokens, longest gap : the whole"_s.arg(words),
                  {bench::median(gaps), bench::median(wholes)}, "ms", 0.15);
    return 0;
}
