# SPDX-License-Identifier: GPL-3.0-or-later
"""standinbrowser.py FOLDER URL

In place of the system's browser: goes to URL as a person would who signs in at tests/support/oidc/provider.mjs, follows
every redirect, fills in every form, and stops at the last page. FOLDER/mode says what the person does: "ada" (or any
other name) signs in under that name, "decline" says no, "nothing" leaves the page open. Where a page asks for the code
of another device, FOLDER/code is typed. What was visited goes to FOLDER/visited, one address without its query a line;
the last page to FOLDER/page.html."""

import html
import http.cookiejar
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

LONGEST_WAY = 40


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):  # pylint: disable=arguments-differ
        return None


class Browser:
    def __init__(self, folder, person):
        self.folder = folder
        self.person = person
        self.opener = urllib.request.build_opener(
            NoRedirect, urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def fetch(self, url, form=None):
        with open(os.path.join(self.folder, "visited"), "a", encoding="utf-8") as file:
            file.write(url.partition("?")[0] + "\n")
        data = urllib.parse.urlencode(form).encode() if form is not None else None
        try:
            with self.opener.open(urllib.request.Request(url, data), timeout=20) as reply:
                return None, reply.read().decode()
        except urllib.error.HTTPError as answer:
            with answer:
                if answer.code in (301, 302, 303, 307, 308):
                    return urllib.parse.urljoin(url, answer.headers["Location"]), ""
                return None, answer.read().decode()

    def go(self, url):
        form = None
        for _ in range(LONGEST_WAY):
            target, page = self.fetch(url, form)
            form = None
            if target:
                url = target
                continue
            abort = re.search(r'href="([^"]*/abort)"', page)
            tag = re.search(r"<form\b[^>]*>", page)
            if self.person == "decline" and abort:
                url = urllib.parse.urljoin(url, html.unescape(abort.group(1)))
            elif tag:
                form = {}
                for field in re.findall(r"<input\b[^>]*>", page):
                    name, value = self.attribute(field, "name"), self.attribute(field, "value")
                    form[name] = value or (self.code() if name == "user_code" else self.person)
                if self.person == "decline" and 'name="abort"' in page:
                    form["abort"] = "yes"
                url = urllib.parse.urljoin(url, self.attribute(tag.group(), "action"))
            else:
                with open(os.path.join(self.folder, "page.html"), "w", encoding="utf-8") as file:
                    file.write(page)
                return
        sys.exit("the way does not end")

    def code(self):
        with open(os.path.join(self.folder, "code"), encoding="utf-8") as file:
            return file.read()

    @staticmethod
    def attribute(tag, name):
        found = re.search(r'\b%s\s*=\s*"([^"]*)"' % name, tag)
        return html.unescape(found.group(1)) if found else ""


def main():
    folder, url = sys.argv[1:]
    with open(os.path.join(folder, "mode"), encoding="utf-8") as file:
        person = file.read().strip()
    if person != "nothing":
        Browser(folder, person).go(url)


if __name__ == "__main__":
    main()
