// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the wire to the store: reading a list out of its JSON, what that takes of memory, and fetching one.
#include "api/httpclient.h"
#include "api/tokendecoder.h"
#include "bench/bench.h"
#include "support/simulator/simulatorprocess.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>

#include <simdjson.h>

#include <ctime>
#include <malloc.h>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int bodyPadding = 64;

[[noreturn]] void giveUp(const QString &why)
{
    std::fputs(qPrintable(why + u'\n'), stderr);
    std::exit(2);
}

/// Milliseconds of processor time that `work` takes on this thread: what other programs do meanwhile does not count.
template <class Work>
double processorMs(Work &&work)
{
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    };
    const double before = now();
    std::forward<Work>(work)();
    return now() - before;
}

/// A line "VmHWM:   1234 kB" of the process's status, in bytes.
double statusBytes(const char *name)
{
    QFile file(u"/proc/self/status"_s);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(name))
                return line.simplified().split(' ').value(1).toDouble() * 1024;
        }
    }
    giveUp(u"the process's memory cannot be seen"_s);
}

ApiConfig configOf(const SimulatorProcess &server, const Clock &clock)
{
    ApiConfig config;
    config.baseUrl = server.url();
    config.bearer = [bearer = server.bearer()] { return Secret(QByteArrayView(bearer)); };
    config.clock = &clock;
    config.locale = QLocale(QLocale::English);
    return config;
}

/// The list as the simulator sends it, not packed.
QByteArray bodyOf(SimulatorProcess &server)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(server.url().toString() + u"/provisioning-tokens"_s));
    request.setRawHeader("Authorization", "Bearer " + server.bearer());
    request.setRawHeader("Accept-Encoding", "identity");
    QNetworkReply *reply = network.get(request);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (reply->error() != QNetworkReply::NoError)
        giveUp(reply->errorString());
    QByteArray body = reply->readAll();
    body.reserve(body.size() + bodyPadding);
    return body;
}

void read(TokenListDecoder &decoder, QByteArray &body)
{
    TokenSnapshotBuilder builder;
    if (const auto page = decoder.decode(body, 0, builder); !page)
        giveUp(page.error().detail);
}

void readByQt(const QByteArray &body)
{
    if (QJsonDocument::fromJson(body).isNull())
        giveUp(u"QJsonDocument does not read it"_s);
}

/// Stage 1 finds brackets, commas, texts and broken UTF-8, and reads no value. With a parser of its own, as every first
/// parse has it.
void stageOne(const QByteArray &body)
{
    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
    const auto bytes = size_t(body.size());
    if (simdjson::get_active_implementation()->create_dom_parser_implementation(bytes, 64, parser) ||
        parser->stage1(reinterpret_cast<const uint8_t *>(body.constData()), bytes, simdjson::stage1_mode::regular))
        giveUp(u"simdjson does not read it"_s);
}

void reading(const QByteArray &body, const QString &tokens, int rounds)
{
    TokenListDecoder decoder;
    const auto ours = [&] {
        QByteArray copy;
        copy.reserve(body.size() + bodyPadding);
        copy.append(body); // it is written over
        return processorMs([&] { read(decoder, copy); });
    };
    const auto qt = bench::interleaved(rounds, ours, [&] { return processorMs([&] { readByQt(body); }); });
    bench::report(u"JSON to store, %1 tokens : QJsonDocument::fromJson"_s.arg(tokens), qt, "ms", 0.25);
    const auto simd = bench::interleaved(rounds * 2, ours, [&] { return processorMs([&] { stageOne(body); }); });
    bench::report(u"JSON to store, %1 tokens : simdjson stage 1"_s.arg(tokens), simd, "ms", 3.5);
}

/// Peak memory of reading `path` once, in a process of its own; the text of the list counts.
int measurePeak(const QString &who, const QString &path)
{
    mallopt(M_MMAP_THRESHOLD, 64 * 1024); // or what was freed before would be in stock
    const double before = statusBytes("VmRSS:");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        giveUp(file.errorString());
    QByteArray body;
    body.reserve(file.size() + bodyPadding);
    body.resize(file.size());
    if (file.read(body.data(), body.size()) != body.size())
        giveUp(file.errorString());
    if (who == "ours"_L1) {
        TokenListDecoder decoder;
        read(decoder, body);
    } else {
        readByQt(body);
    }
    std::printf("%.0f\n", statusBytes("VmHWM:") - before);
    return 0;
}

double peakOf(const QString &who, const QString &path)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--peak"_s, who, path});
    if (!child.waitForFinished(120'000) || child.exitCode() != 0)
        giveUp(u"%1: %2"_s.arg(who, QString::fromUtf8(child.readAllStandardError())));
    return child.readAllStandardOutput().trimmed().toDouble();
}

void peaks(const QByteArray &body, const QString &tokens)
{
    QFile file(QCoreApplication::applicationDirPath() + u"/bench_api_list.json"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(body) != body.size())
        giveUp(file.errorString());
    file.close();
    const auto sides = bench::interleaved(
        5, [&] { return peakOf(u"ours"_s, file.fileName()); }, [&] { return peakOf(u"qt"_s, file.fileName()); });
    bench::report(u"Peak memory of that, %1 tokens : QJsonDocument"_s.arg(tokens), sides, "bytes", 0.5);
    file.remove();
}

/// Sent, received and inflated, as curl does it.
double fetchMs(HttpClient &http)
{
    double ms = 0;
    QEventLoop loop;
    QElapsedTimer timer;
    timer.start();
    const HttpRequest request{.path = u"/provisioning-tokens"_s,
                              .query = {},
                              .body = {},
                              .deadline = std::chrono::minutes(2),
                              .maxBytes = qint64(1) << 30};
    http.send(request, [&](Result<HttpReply> reply) {
        ms = double(timer.nsecsElapsed()) / 1e6;
        if (!reply)
            giveUp(reply.error().detail);
        http.giveBack(std::move(reply->body));
        loop.quit();
    });
    loop.exec();
    return ms;
}

/// What curl takes from sending to the last byte, inflated on the way; not its start.
double curlMs(const SimulatorProcess &server)
{
    QProcess curl;
    curl.start(u"curl"_s, {u"--silent"_s, u"--fail"_s, u"--compressed"_s, u"--noproxy"_s, u"*"_s, u"--output"_s,
                           u"/dev/null"_s, u"--write-out"_s, u"%{time_total}"_s, u"--header"_s,
                           u"Authorization: Bearer "_s + QString::fromLatin1(server.bearer()),
                           server.url().toString() + u"/provisioning-tokens"_s});
    if (!curl.waitForFinished(120'000) || curl.exitCode() != 0)
        giveUp(u"curl: "_s + curl.errorString());
    return curl.readAllStandardOutput().toDouble() * 1000;
}

void fetching(const SimulatorProcess &server, const QString &tokens, int rounds)
{
    const SystemClock clock;
    const ApiConfig config = configOf(server, clock);
    HttpClient http(config);
    const auto sides = bench::interleaved(
        rounds, [&] { return fetchMs(http); }, [&] { return curlMs(server); });
    bench::report(u"Fetch, %1 tokens, gzip : curl --compressed"_s.arg(tokens), sides, "ms", 1.2);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == "--peak"_L1)
        return measurePeak(arguments[2], arguments[3]);

    const bench::Options options = bench::parseOptions(arguments);
    std::vector<int> sizes{100'000};
    if (options.tokens > 0)
        sizes = {options.tokens};
    else if (!options.quick)
        sizes.push_back(1'000'000);
    for (const int tokens : sizes) {
        SimulatorProcess server;
        if (!server.start({u"--tokens"_s, QString::number(tokens)}))
            giveUp(server.errorString());
        const QString words = QLocale(QLocale::English).toString(tokens);
        const QByteArray body = bodyOf(server);
        reading(body, words, options.rounds(tokens > 500'000 ? 5 : 9));
        peaks(body, words);
        fetching(server, words, options.rounds(tokens > 500'000 ? 5 : 11));
    }
    return 0;
}
