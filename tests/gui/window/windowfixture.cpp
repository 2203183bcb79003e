// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>

namespace tokendesk {

WindowFixture::WindowFixture()
{
    server.tokens = tokensOfEveryState(clock.nowMs());
}

WindowFixture::~WindowFixture()
{
    window.reset();
}

Profile WindowFixture::profile()
{
    return {QUuid::fromString(QStringLiteral("11111111-2222-4333-8444-555555555555")), QStringLiteral("Production"),
            QUrl(QStringLiteral("https://acusight.example/api"))};
}

void WindowFixture::start()
{
    settings = std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    session = std::make_unique<Session>(clock);
    Connector::ServiceFactory inMemory = [this](const Profile &, const Connector::Sources &) {
        return std::make_unique<FakeTokenService>(server);
    };
    connector = std::make_unique<Connector>(store, *session, makeService ? makeService : inMemory);
    profiles = std::make_unique<ProfileStore>(*settings);
    WindowDialogs dialogs;
    dialogs.connectServer = [this](QWidget *, ConnectReason reason, const std::optional<Profile> &known, auto done) {
        connectDialogs.push_back({reason, known});
        connected = std::move(done);
    };
    dialogs.signIn = [this](QWidget *, const Profile &known, const Secret &, auto done) {
        signInDialogs.push_back(known);
        signedIn = std::move(done);
    };
    dialogs.newToken = [this](QWidget *, auto done) {
        ++newTokenDialogs;
        created = std::move(done);
    };
    dialogs.manageProfiles = [this](QWidget *) { ++profilesDialogs; };
    dialogs.showCertificate = [this](QWidget *, const Profile &of, const Error &error, auto trusted) {
        certificateDialogs.push_back({of, error, std::move(trusted)});
    };
    dialogs.showLog = [this](QWidget *) { ++logDialogs; };
    dialogs.revokeTokens = [this](QWidget *, const std::vector<QUuid> &ids) { revokeDialogs.push_back(ids); };
    window = std::make_unique<MainWindow>(*session, *connector, *profiles, dialogs, clock, *settings, history);
    window->show();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
}

void WindowFixture::restart()
{
    window->close();
    window.reset();
    profiles.reset();
    connector.reset();
    session.reset();
    settings.reset();
    start();
}

void WindowFixture::openSession()
{
    session->open(profile(), std::make_unique<FakeTokenService>(server));
}

void WindowFixture::startConnected()
{
    start();
    openSession();
    QTRY_COMPARE(session->phase(), Session::Phase::Ready);
    QTRY_VERIFY(session->organization());
}

void WindowFixture::refresh()
{
    trigger("actionRefresh");
    QTRY_VERIFY(!session->isRefreshing());
}

void WindowFixture::trigger(const char *action) const
{
    auto *found = find<QAction>(action);
    QVERIFY2(found && found->isEnabled(), action);
    found->trigger();
}

QString WindowFixture::says(const char *label) const
{
    const auto *found = find<QLabel>(label);
    return found && found->isVisible() ? found->text() : QString();
}

QString WindowFixture::buttonText(const char *button) const
{
    const auto *found = find<QAbstractButton>(button);
    return found && found->isVisible() ? found->text() : QString();
}

void WindowFixture::click(const char *button) const
{
    auto *found = find<QAbstractButton>(button);
    QVERIFY2(found && found->isVisible() && found->isEnabled(), button);
    QTest::mouseClick(found, Qt::LeftButton);
}

QStringList WindowFixture::names() const
{
    QStringList names;
    for (int row = 0; row < model()->rowCount(); ++row)
        names << cell(row, TokenTableModel::Name);
    return names;
}

int WindowFixture::rowNamed(const QString &name) const
{
    return static_cast<int>(names().indexOf(name));
}

void WindowFixture::select(const QString &name) const
{
    const int row = rowNamed(name);
    QVERIFY2(row >= 0, qPrintable(name));
    const QModelIndex index = model()->index(row, TokenTableModel::Name);
    table()->scrollTo(index);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(index).center());
}

QStringList WindowFixture::selectedNames() const
{
    QStringList names;
    for (const int row : table()->selection().positions())
        names << cell(row, TokenTableModel::Name);
    return names;
}

QString WindowFixture::currentName() const
{
    const QModelIndex current = table()->currentIndex();
    return current.isValid() ? cell(current.row(), TokenTableModel::Name) : QString();
}

QString WindowFixture::topName() const
{
    const QModelIndex top = table()->indexAt(QPoint(40, 2));
    return top.isValid() ? cell(top.row(), TokenTableModel::Name) : QString();
}

void WindowFixture::clickHeader(int column) const
{
    QHeaderView *header = table()->horizontalHeader();
    const int x = header->sectionViewportPosition(column) + header->sectionSize(column) / 2;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
}

void WindowFixture::type(const QString &text) const
{
    auto *field = find<QLineEdit>("filterField");
    field->setFocus();
    QTest::keyClicks(field, text);
}

bool WindowFixture::isListShown() const
{
    return find<QStackedWidget>("pages")->currentWidget() == find("tokensPage");
}

} // namespace tokendesk
