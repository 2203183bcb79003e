# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom the program believes: a certificate that is pinned and then another one, and a server that points elsewhere."""

import hashlib
import socket
import ssl
import threading

from desk import wait_until
from journey import Journey, totals
from signinjourney import SignInJourney


class Certificates(Journey):
    def fingerprint(self, server):
        return hashlib.sha256(ssl.PEM_cert_to_DER_cert(server.told["certificate"])).hexdigest()

    def shown(self, name, dialog):
        text = self.screen.text_of(self.screen.find("field", name + " fingerprint (SHA-256)", dialog))
        return "".join(letter for letter in text.lower() if letter in "0123456789abcdef")

    def test_aCertificateIsPinnedAndAnotherOneIsRefusedUntilItIsPinned(self):
        server = self.simulator("--tls", "--tokens", "4")
        screen = self.start()
        self.connect(server)
        connect = screen.dialog("Connect")
        screen.wait_text("not secure", connect)
        screen.press("Show Certificate", connect)
        dialog = screen.dialog("Certificate")
        self.assertEqual(self.shown("Shown", dialog), self.fingerprint(server))
        compared = "I compared the fingerprint with whoever runs the server"
        pin = screen.find("button", "Pin This Certificate", dialog)
        self.assertFalse(screen.enabled(pin), "nobody pins in passing")
        self.assertEqual(server.requests(), [], "nothing was sent")
        screen.act(screen.find("check", compared, dialog))
        screen.press("Pin This Certificate", dialog)
        screen.wait_gone("dialog", "Connect")
        table = self.table()
        wait_until(lambda: table.row_count() == 4, "4 rows")

        port = server.url.split(":")[2].split("/")[0]
        server.stop()
        other = self.simulator("--tls", "--tokens", "3", "--port", port, "--bearer", server.bearer)
        self.assertNotEqual(self.fingerprint(other), self.fingerprint(server))
        screen.press("Refresh")
        screen.wait_text("The server shows another certificate.")
        self.assertEqual(table.row_count(), 4, "the list stays")
        screen.press("Show Certificate…")
        dialog = screen.dialog("Certificate")
        self.assertEqual(self.shown("Pinned", dialog), self.fingerprint(server))
        self.assertEqual(self.shown("Shown", dialog), self.fingerprint(other))
        screen.press("Keep the Pin", dialog)
        screen.wait_gone("dialog", "Certificate")
        screen.press("Refresh")
        screen.wait_text("The server shows another certificate.")
        self.assertEqual(table.row_count(), 4)
        self.assertEqual(other.requests(), [], "nothing was sent")

        screen.press("Show Certificate…")
        dialog = screen.dialog("Certificate")
        screen.act(screen.find("check", compared, dialog))
        screen.press("Replace the Pin", dialog)
        screen.wait_gone("dialog", "Certificate")
        wait_until(lambda: self.table().row_count() == 3, "the list of the new server")
        self.quit()
        self.start()
        wait_until(lambda: self.table().row_count() == 3, "the list after the restart")
        self.quit()


class Recorder:
    """An origin that nobody should visit: keeps every byte it gets."""

    def __init__(self):
        self.got = b""
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = "http://127.0.0.1:%d" % self.listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self._record, args=(connection,), daemon=True).start()

    def _record(self, connection):
        with connection:
            while data := connection.recv(65536):
                self.got += data
                if b"\r\n\r\n" in self.got:
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")


class Elsewhere(SignInJourney):
    def test_aServerThatPointsElsewhereTakesNothingThere(self):
        screen = self.begin()
        table = self.sign_in()
        recorder = Recorder()
        for status in (301, 302, 303, 307, 308):
            self.server.control("POST", "/faults", {"fault": "redirect", "times": 1,
                                                    "arg": "%d,%s/%d" % (status, recorder.url, status)})
            screen.press("Refresh")
            wait_until(lambda: self.server.requests()[-1]["status"] == status, "the answer %d" % status)
            screen.wait_text("The server points somewhere else.")
        self.assertEqual(table.row_count(), 5, "the list stays")
        self.refresh()
        wait_until(lambda: not any("points somewhere else" in text for text in screen.texts()), "the banner to go")

        self.server.control("POST", "/faults", {"fault": "redirect", "times": -1, "arg": "307,%s/new" % recorder.url})
        screen.press("New Token…")
        dialog = screen.dialog("New Token")
        screen.type_into("Name", "Taken elsewhere", dialog)
        screen.press("Create", dialog)
        wait_until(lambda: [request["status"] for request in self.server.requests("POST")] == [307], "the answer")
        screen.wait_text("points somewhere else", dialog)
        self.assertNotIn(b"authorization", recorder.got.lower())
        self.assertEqual(recorder.got, b"")

        # It would have noticed.
        with socket.create_connection(recorder.listener.getsockname()) as visitor:
            visitor.sendall(b"seen")
        wait_until(lambda: recorder.got == b"seen", "the recorder to record")


if __name__ == "__main__":
    totals.main()
