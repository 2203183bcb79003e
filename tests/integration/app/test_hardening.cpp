// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hardening.h"

#include <QFile>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace tokendesk;

class TestHardening : public QObject
{
    Q_OBJECT
private Q_SLOTS:
#ifdef Q_OS_LINUX
    // Sanitizers and debuggers attach to a process; what was switched off for the test is switched on again after it.
    void cleanup()
    {
        qunsetenv("SNAP");
        prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    }

    void noCoreIsDumpedAndNobodyAttaches()
    {
        QVERIFY(!QFile::exists(QStringLiteral("/.flatpak-info")));
        qunsetenv("SNAP");
        keepMemoryPrivate();
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0));
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
    }

    void aSandboxKeepsItsPortals()
    {
        qputenv("SNAP", "/snap/tokendesk/1");
        keepMemoryPrivate();
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 1);
    }
#endif
};

QTEST_GUILESS_MAIN(TestHardening)
#include "test_hardening.moc"
