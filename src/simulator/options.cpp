// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/options.h"

#include <QCommandLineParser>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostTokens = 1'000'000;

/// Reads what was given and keeps the first complaint.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser) : m_parser(parser) {}

    qint64 number(const QString &name, qint64 least, qint64 most)
    {
        bool read = false;
        const qint64 value = m_parser.value(name).toLongLong(&read);
        if (!read || value < least || value > most)
            complain(u"--%1 needs a whole number from %2 to %3."_s.arg(name).arg(least).arg(most));
        return value;
    }
    double scale(const QString &name)
    {
        bool read = false;
        const double value = m_parser.value(name).toDouble(&read);
        if (!read || !(value > 0) || value > 1'000'000)
            complain(u"--%1 needs a number above 0."_s.arg(name));
        return value;
    }
    void complain(const QString &text)
    {
        if (m_complaint.isEmpty())
            m_complaint = text;
    }
    [[nodiscard]] QString complaint() const { return m_complaint; }

private:
    const QCommandLineParser &m_parser;
    QString m_complaint;
};

void describe(QCommandLineParser &parser)
{
    const auto add = [&parser](const QString &name, const char *text, const char *value = nullptr,
                               const QString &preset = {}) {
        parser.addOption({name, QString::fromLatin1(text), value ? QString::fromLatin1(value) : QString(), preset});
    };
    parser.setApplicationDescription(
        u"A stand-in AcuSight server for tests and demonstrations. Prints one JSON line with its address, then "
        "serves until standard input ends."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    add(u"host"_s, "Listen on this address (default: this machine only).", "address", u"127.0.0.1"_s);
    add(u"port"_s, "Listen on this port; 0 lets the system choose.", "port", u"0"_s);
    add(u"tokens"_s, "How many tokens the organization has, up to 1000000.", "count", u"40"_s);
    add(u"seed"_s, "Other names and histories; the same seed gives the same.", "seed", u"1"_s);
    add(u"live"_s, "Devices join now and then.");
    add(u"time-scale"_s, "The server's time runs this many times faster.", "factor", u"1"_s);
    add(u"clock-offset"_s, "The server's clock is ahead by this.", "seconds", u"0"_s);
    add(u"start-time"_s, "The server's clock starts here, like 2026-03-01T08:00:00Z.", "instant");
    add(u"bearer"_s, "The access token it takes; without this it makes one that lives 12 hours.", "token");
    add(u"any-bearer"_s, "Takes any access token, each for so long after it first came; 0: for ever.", "seconds");
    add(u"organization"_s, "The organization's name.", "name", u"Acme Manufacturing"_s);
    add(u"page-size"_s, "Never sends more tokens than this in one reply.", "count");
    add(u"ignore-offset"_s, "Sends the first page whatever offset is asked for.");
    add(u"setup-command"_s, "The setup command, with {token} and {host}.", "template",
        u"curl -fsSL https://{host}/install.sh | sudo sh -s -- --token {token}"_s);
    add(u"tls"_s, "Speaks https with a certificate it makes.");
    add(u"tls-host"_s, "The only name in the certificate (default: localhost, 127.0.0.1, ::1).", "name");
    add(u"tls-expired"_s, "The certificate has run out.");
    add(u"tls-not-yet-valid"_s, "The certificate is valid only in 30 days.");
    add(u"tls-authority"_s, "The certificate is issued by an authority it makes.");
    add(u"log"_s, "One JSON line on standard error per request.");
    add(u"detached"_s, "Lives on when standard input ends or the parent process is gone.");
    parser.addOption(
        {u"fault"_s,
         u"Misbehaves: NAME[:ARG][@[METHOD ][/path]]; may be repeated. Names: %1."_s.arg(faultNames().join(", "_L1)),
         u"fault"_s});
}

} // namespace

std::variant<Options, QString> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    parser.process(arguments);
    if (!parser.positionalArguments().isEmpty())
        return u"This program takes options only: %1"_s.arg(parser.positionalArguments().constFirst());

    Reader read(parser);
    Options options;
    if (parser.value(u"host"_s) != "localhost"_L1 && !options.host.setAddress(parser.value(u"host"_s)))
        read.complain(u"--host needs an address like 127.0.0.1."_s);
    options.port = static_cast<quint16>(read.number(u"port"_s, 0, 65535));
    options.tokens = read.number(u"tokens"_s, 0, mostTokens);
    options.seed = static_cast<quint64>(read.number(u"seed"_s, 0, std::numeric_limits<qint64>::max()));
    options.live = parser.isSet(u"live"_s);
    options.timeScale = read.scale(u"time-scale"_s);
    options.clockOffsetMs = read.number(u"clock-offset"_s, -100'000'000'000, 100'000'000'000) * 1000;
    if (parser.isSet(u"start-time"_s)) {
        const QDateTime start = QDateTime::fromString(parser.value(u"start-time"_s), Qt::ISODate);
        if (!start.isValid() || start.timeSpec() == Qt::LocalTime)
            read.complain(u"--start-time needs an instant with a zone, like 2026-03-01T08:00:00Z."_s);
        else
            options.startTime = start.toMSecsSinceEpoch();
    }
    options.bearer = parser.value(u"bearer"_s).toUtf8();
    if (parser.isSet(u"any-bearer"_s))
        options.anyBearer = std::chrono::seconds(read.number(u"any-bearer"_s, 0, 100'000'000));
    options.organization = parser.value(u"organization"_s);
    if (parser.isSet(u"page-size"_s))
        options.api.pageSize = read.number(u"page-size"_s, 1, mostTokens);
    options.api.ignoreOffset = parser.isSet(u"ignore-offset"_s);
    options.api.setupCommand = parser.value(u"setup-command"_s);
    options.tlsHost = parser.value(u"tls-host"_s);
    options.tlsExpired = parser.isSet(u"tls-expired"_s);
    options.tlsAuthority = parser.isSet(u"tls-authority"_s);
    options.tlsNotYetValid = parser.isSet(u"tls-not-yet-valid"_s);
    options.api.tls = parser.isSet(u"tls"_s) || !options.tlsHost.isEmpty() || options.tlsExpired ||
                      options.tlsNotYetValid || options.tlsAuthority;
    options.log = parser.isSet(u"log"_s);
    options.detached = parser.isSet(u"detached"_s);
    for (const QString &text : parser.values(u"fault"_s)) {
        const auto rule = faultFromText(text);
        if (const auto *refused = std::get_if<Refusal>(&rule))
            read.complain(u"--fault %1: %2"_s.arg(text, refused->message));
        else
            options.faults.push_back(std::get<FaultRule>(rule));
    }
    if (!read.complaint().isEmpty())
        return read.complaint();
    return options;
}

} // namespace tokendesk::simulator
