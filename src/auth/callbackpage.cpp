// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/callbackpage.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace tokendesk {

namespace {

struct PageWords
{
    Q_DECLARE_TR_FUNCTIONS(SignInPage)
};

struct Content
{
    const char *status;
    QString headline;
    QString explanation;
};

Content contentOf(CallbackPage page)
{
    switch (page) {
    case CallbackPage::Received:
        return {"200 OK", PageWords::tr("The sign-in is complete here."),
                PageWords::tr("Go back to Token Desk. You can close this page.")};
    case CallbackPage::Declined:
        return {"200 OK", PageWords::tr("The sign-in was not completed."),
                PageWords::tr("Token Desk says why. You can close this page.")};
    case CallbackPage::NotTrusted:
        return {"400 Bad Request", PageWords::tr("This does not belong to the sign-in that Token Desk waits for."),
                PageWords::tr("Nothing was taken from it. You can close this page; start again in Token Desk.")};
    case CallbackPage::NotAnAnswer:
        return {"400 Bad Request", PageWords::tr("There is nothing to see here."),
                PageWords::tr("Token Desk waits for the end of a sign-in. You can close this page.")};
    case CallbackPage::NotFound:
        return {"404 Not Found", PageWords::tr("There is nothing to see here."),
                PageWords::tr("Token Desk waits for the end of a sign-in. You can close this page.")};
    case CallbackPage::WrongMethod:
        return {"405 Method Not Allowed", PageWords::tr("There is nothing to see here."),
                PageWords::tr("Token Desk waits for the end of a sign-in. You can close this page.")};
    case CallbackPage::HeadTooLarge:
        return {"431 Request Header Fields Too Large", PageWords::tr("The browser sent too much."),
                PageWords::tr("Close this page and start again in Token Desk.")};
    }
    Q_UNREACHABLE();
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

constexpr char style[] = "body{font:1.1em/1.5 system-ui,sans-serif;max-width:34em;margin:15vh auto;padding:0 1.5em}"
                         "h1{font-size:1.4em}";

} // namespace

QByteArray callbackResponse(CallbackPage page)
{
    const Content content = contentOf(page);
    //: The language that these texts are in, as a BCP 47 tag: "de" in German, "pt-BR" in Brazilian Portuguese
    const QByteArray language = escaped(PageWords::tr("en"));
    const QByteArray body = "<!DOCTYPE html>\n<html lang=\"" + language +
                            "\" dir=\"auto\"><head><meta charset=\"utf-8\">"
                            "<meta name=\"viewport\" content=\"width=device-width\">"
                            "<meta name=\"color-scheme\" content=\"light dark\"><title>Token Desk</title><style>" +
                            style + "</style></head><body><h1>" + escaped(content.headline) + "</h1><p>" +
                            escaped(content.explanation) + "</p></body></html>\n";
    // The one style there is, by its hash (CSP Level 3, 2.3.1): nothing that gets into the page could add another.
    const QByteArray styleHash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    return QByteArray("HTTP/1.1 ") + content.status +
           "\r\nContent-Type: text/html; charset=utf-8"
           "\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\nContent-Security-Policy: default-src 'none'; style-src 'sha256-" +
           styleHash +
           "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
           "\r\nCache-Control: no-store"
           "\r\nReferrer-Policy: no-referrer"
           "\r\nX-Content-Type-Options: nosniff"
           "\r\nAllow: GET"
           "\r\nConnection: close\r\n\r\n" +
           body;
}

} // namespace tokendesk
