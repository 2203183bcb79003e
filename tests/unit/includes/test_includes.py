# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes point one way; and the check that says so sees each way of being wrong.

Environment: TOKENDESK_SOURCE_DIR, TOKENDESK_QT_INCLUDE_DIR."""

import os
import sys
import tempfile
import unittest

import includes

sys.path.insert(0, os.path.join(os.environ["TOKENDESK_SOURCE_DIR"], "tests", "support"))
import totals  # noqa: E402

MODULES = includes.qt_modules(os.environ["TOKENDESK_QT_INCLUDE_DIR"])

# A small house in which everything is as it should be.
GOOD = {
    "core/token.h": "#include <QString>\n#include <vector>\n",
    "core/token.cpp": '#include "core/token.h"\n',
    "api/client.h": '#include "core/token.h"\n#include <QNetworkReply>\n#include <simdjson.h>\n',
    "auth/credentialstore.h": '#include "core/token.h"\n',
    "auth/keychaincredentialstore.h": '#include "auth/credentialstore.h"\n',
    "auth/keychaincredentialstore.cpp": '#include "auth/keychaincredentialstore.h"\n#include <qt6keychain/keychain.h>\n',
    "history/database.h": '#include "core/token.h"\n#include <QSqlDatabase>\n',
    "session/session.h": '#include "auth/credentialstore.h"\n#include <QObject>\n',
    "session/session.cpp": '#include "session/session.h"\n#include "api/client.h"\n#include "history/database.h"\n',
    "models/table.h": '#include "session/session.h"\n#include <QAbstractTableModel>\n#include <QIcon>\n',
    "gui/window.h": '#include "models/table.h"\n#include <QMainWindow>\n',
    "gui/window.cpp": '#include "gui/window.h"\n#include "ui_window.h"\n#include "window.moc"\n',
    "app/main.cpp": '#include "gui/window.h"\n#include "api/client.h"\n'
                    '#include "auth/keychaincredentialstore.h"\n#include <QApplication>\n',
    "simulator/server.cpp": '#include "core/token.h"\n#include <QTcpServer>\n',
}


class Includes(unittest.TestCase):
    def violations(self, changes=None):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in {**GOOD, **(changes or {})}.items():
                os.makedirs(os.path.join(folder, os.path.dirname(path)), exist_ok=True)
                with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
                    file.write(text)
            return includes.violations(folder, MODULES)

    def assert_wrong(self, path, line, *words):
        found = self.violations({path: GOOD.get(path, "") + line + "\n"})
        self.assertEqual(len(found), 1, found)
        for word in (path, *words):
            self.assertIn(word, found[0])

    def test_includesOfTheProjectPointOneWay(self):
        source_dir = os.path.join(os.environ["TOKENDESK_SOURCE_DIR"], "src")
        self.assertGreater(len(includes.includes_of_tree(source_dir)), 30, "the source code was not found")
        found = includes.violations(source_dir, MODULES)
        self.assertEqual(found, [], "\n" + "\n".join(found))

    def test_aGoodHouseIsAccepted(self):
        self.assertEqual(self.violations(), [])

    def test_aRoomMayNotIncludeTheOneAbove(self):
        self.assert_wrong("core/token.cpp", '#include "session/session.h"', "session/session.h")
        self.assert_wrong("api/client.h", '#include "auth/credentialstore.h"')
        self.assert_wrong("auth/keychaincredentialstore.cpp", '#include "api/client.h"')
        self.assert_wrong("transport/route.h", '#include "api/client.h"')
        self.assert_wrong("session/session.cpp", '#include "models/table.h"')
        self.assert_wrong("models/table.cpp", '#include "gui/window.h"')
        self.assert_wrong("gui/window.cpp", '#include "app/main.h"')

    def test_theSimulatorAndTheApplicationDoNotKnowOneAnother(self):
        self.assert_wrong("simulator/server.cpp", '#include "api/client.h"')
        self.assert_wrong("app/main.cpp", '#include "simulator/server.h"')

    def test_guiAndModelsDoNotIncludeApiOrAuth(self):
        self.assert_wrong("gui/window.cpp", '#include "api/client.h"')
        self.assert_wrong("gui/window.cpp", '#include "auth/keychaincredentialstore.h"')
        self.assert_wrong("gui/window.cpp", '#include "auth/credentialstore.h"')
        self.assert_wrong("models/table.cpp", '#include "api/client.h"')

    def test_guiAndModelsDoNotSeeApiThroughTheSession(self):
        found = self.violations({"session/session.h": GOOD["session/session.h"] + '#include "api/client.h"\n'})
        self.assertIn("gui/window.cpp sees api/client.h: gui/window.cpp -> gui/window.h -> models/table.h"
                      " -> session/session.h -> api/client.h", found)
        self.assertTrue(any(sentence.startswith("models/table.h sees") for sentence in found), found)

    def test_onlyTheSessionSeesTheDatabase(self):
        self.assert_wrong("api/client.h", '#include "history/database.h"')
        self.assert_wrong("history/database.h", '#include "api/client.h"')
        self.assert_wrong("session/session.cpp", "#include <QSqlQuery>", "QtSql")
        found = self.violations({"session/session.h": GOOD["session/session.h"] + '#include "history/database.h"\n'})
        self.assertTrue(any(sentence.startswith("gui/window.cpp sees") for sentence in found), found)

    def test_onlyTheKeychainStoreIncludesQtKeychain(self):
        for header in ("qt6keychain/keychain.h", "qtkeychain/keychain.h", "keychain.h"):
            self.assert_wrong("auth/keychaincredentialstore.h", "#include <%s>" % header, header)
            self.assert_wrong("app/main.cpp", "#include <%s>" % header, header)

    def test_modelsHaveNoWidgets(self):
        for header in ("QWidget", "QTableView", "qapplication.h", "QtWidgets", "QtWidgets/QLabel"):
            self.assert_wrong("models/table.h", "#include <%s>" % header, "QtWidgets")

    def test_coreUsesQtCoreOnly(self):
        self.assert_wrong("core/token.cpp", "#include <QColor>", "QtGui")
        self.assert_wrong("core/token.cpp", "#include <QNetworkReply>", "QtNetwork")

    def test_guiHasNoNetwork(self):
        self.assert_wrong("gui/window.cpp", "#  include <QNetworkAccessManager>", "QtNetwork")

    def test_anIncludeNamesItsRoom(self):
        self.assert_wrong("gui/window.cpp", '#include "dialog.h"', "without its room")
        self.assert_wrong("gui/window.cpp", '#include "gui/missing.h"', "does not exist")

    def test_aRoomThatIsNotKnownIsSaid(self):
        self.assert_wrong("cellar/box.h", "", "cellar")


if __name__ == "__main__":
    totals.main()
