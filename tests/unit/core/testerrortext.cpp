// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errortext.h"

#include <QSet>
#include <QTest>

#include <array>
#include <limits>

using namespace tokendesk;

namespace {

using enum ErrorKind;

struct Expected
{
    ErrorKind kind;
    NextStep step;
};

/// In the order of the enumeration: a new kind makes the test of completeness fail until it stands here too.
constexpr std::array expectations{
    Expected{Network, NextStep::TryAgain},
    Expected{Timeout, NextStep::TryAgain},
    Expected{Tls, NextStep::CheckConnection},
    Expected{Cancelled, NextStep::None},
    Expected{Redirected, NextStep::CheckConnection},
    Expected{Unauthorized, NextStep::NewAccessToken},
    Expected{Forbidden, NextStep::NewAccessToken},
    Expected{NotFound, NextStep::CheckConnection},
    Expected{Conflict, NextStep::Reload},
    Expected{Validation, NextStep::None},
    Expected{RateLimited, NextStep::TryAgain},
    Expected{Server, NextStep::TryAgain},
    Expected{Protocol, NextStep::TryAgain},
    Expected{TooLarge, NextStep::CheckConnection},
    Expected{OutcomeUnknown, NextStep::Reload},
    Expected{ClearTextRefused, NextStep::CheckConnection},
    Expected{KeychainUnavailable, NextStep::NewAccessToken},
    Expected{KeychainLocked, NextStep::TryAgain},
    Expected{KeychainTimeout, NextStep::TryAgain},
    Expected{KeychainMissing, NextStep::TryAgain},
    Expected{KeychainFailed, NextStep::TryAgain},
    Expected{HistoryFailed, NextStep::TryAgain},
    Expected{FileNotWritten, NextStep::TryAgain},
    Expected{SignInDenied, NextStep::SignIn},
    Expected{SignInTimeout, NextStep::SignIn},
    Expected{SignInMismatch, NextStep::SignIn},
    Expected{SignInRefused, NextStep::CheckConnection},
    Expected{SignInRequired, NextStep::SignIn},
};

QString everything(const ErrorText &text)
{
    return text.headline + QLatin1Char('|') + text.explanation + QLatin1Char('|') + text.nextStepLabel +
           QLatin1Char('|') + text.details;
}

} // namespace

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindSaysWhatHappenedAndOffersTheStepThatFits()
    {
        QSet<QString> headlines;
        for (size_t i = 0; i < expectations.size(); ++i) {
            QCOMPARE(size_t(expectations[i].kind), i);
            const ErrorText text = describeError({.kind = expectations[i].kind});
            QVERIFY(text.headline.endsWith(QLatin1Char('.')));
            QVERIFY(text.headline.size() < 70);
            QCOMPARE(int(text.nextStep), int(expectations[i].step));
            QCOMPARE(text.nextStepLabel.isEmpty(), text.nextStep == NextStep::None);
            QVERIFY(text.explanation.isEmpty() == (expectations[i].kind == Cancelled));
            QVERIFY2(!everything(text).contains(QLatin1Char('%')), qPrintable(everything(text)));
            headlines << text.headline;
        }
        QCOMPARE(headlines.size(), qsizetype(expectations.size()));
        QCOMPARE(int(SignInRequired) + 1, int(expectations.size()));
    }

    void afterAnUnknownOutcomeNothingOffersToDoItAgain()
    {
        for (const Expected &cause : expectations) {
            const ErrorText text = describeError({.kind = OutcomeUnknown, .cause = cause.kind});
            QVERIFY(text.nextStep == NextStep::Reload);
        }
    }

    void whatTheServerSaysIsShownWhereItHelps_data()
    {
        QTest::addColumn<int>("kind");
        for (const ErrorKind kind : {Forbidden, NotFound, Conflict, Validation, Server, SignInDenied, SignInRefused})
            QTest::newRow(qPrintable(describeError({.kind = kind}).headline)) << int(kind);
    }
    void whatTheServerSaysIsShownWhereItHelps()
    {
        QFETCH(int, kind);
        const ErrorText text =
            describeError({.kind = ErrorKind(kind), .serverMessage = QStringLiteral("quota of 50 tokens reached")});
        QVERIFY2(text.explanation.contains(QStringLiteral("\u2068quota of 50 tokens reached\u2069")),
                 qPrintable(text.explanation));
    }

    void hostileTextIsMadeVisibleInEveryField()
    {
        const QString hostile = QStringLiteral("a\u202Eb\nHTTP status: 200\u2069c\x1b[31m");
        for (const Expected &expected : expectations) {
            const ErrorText text = describeError({.kind = expected.kind,
                                                  .httpStatus = 500,
                                                  .serverCode = hostile,
                                                  .serverMessage = hostile,
                                                  .detail = hostile,
                                                  .requestId = hostile,
                                                  .retryAfterMs = 12'000});
            const QString all = everything(text);
            QVERIFY(!all.contains(QChar(0x202E)));
            QVERIFY(!all.contains(QChar(0x1B)));
            QCOMPARE(all.count(QChar(0x2068)), all.count(QChar(0x2069)));
            QVERIFY(!text.headline.contains(QLatin1Char('\n')) && !text.explanation.contains(QLatin1Char('\n')));
            // One line each for status, code, message, reason and request: a message cannot forge a line.
            QCOMPARE(text.details.count(QLatin1Char('\n')), 4);
        }
    }

    void placeholdersInServerTextStayText()
    {
        const ErrorText text =
            describeError({.kind = Server, .httpStatus = 502, .serverMessage = QStringLiteral("%1 %2 %n %L1")});
        QVERIFY(text.explanation.contains(QStringLiteral("%1 %2 %n %L1")));
        QVERIFY(text.explanation.contains(QStringLiteral("502")));
        QVERIFY(text.details.contains(QStringLiteral("%1 %2 %n %L1")));
    }

    void longServerTextIsCut()
    {
        const QString essay(100'000, QLatin1Char('x'));
        for (const Expected &expected : expectations) {
            const ErrorText text = describeError({.kind = expected.kind,
                                                  .serverCode = essay,
                                                  .serverMessage = essay,
                                                  .detail = essay,
                                                  .requestId = essay});
            QVERIFY(everything(text).size() < 3000);
        }
    }

    void detailsListWhatIsKnownAndNothingElse()
    {
        QCOMPARE(describeError({.kind = Network}).details, QString());
        const QString details = describeError({.kind = Validation,
                                               .httpStatus = 422,
                                               .serverCode = QStringLiteral("VALIDATION_ERROR"),
                                               .serverMessage = QStringLiteral("name is required"),
                                               .detail = QStringLiteral("field name"),
                                               .requestId = QStringLiteral("7f3a")})
                                    .details;
        for (const char *part : {"422", "VALIDATION_ERROR", "name is required", "field name", "7f3a"})
            QVERIFY2(details.contains(QLatin1String(part)), part);
        QCOMPARE(details.count(QLatin1Char('\n')), 4);
    }

    void theWaitIsRoundedUpToWhatPeopleCount_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("unit");
        const auto row = [](const char *name, qint64 ms, const char *number, const char *unit) {
            QTest::newRow(name) << ms << QString::fromLatin1(number) << QString::fromLatin1(unit);
        };
        row("one millisecond", 1, "1", "second");
        row("12 s", 12'000, "12", "second");
        row("12.001 s", 12'001, "13", "second");
        row("119 s", 119'000, "119", "second");
        row("120 s", 120'000, "2", "minute");
        row("121 s", 121'000, "3", "minute");
        row("as long as a number can say", std::numeric_limits<qint64>::max(), "16666667", "minute");
    }
    void theWaitIsRoundedUpToWhatPeopleCount()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, number);
        QFETCH(QString, unit);
        const QString text = describeError({.kind = RateLimited, .retryAfterMs = ms}).explanation;
        QVERIFY2(text.contains(QStringLiteral(" wait %1 %2").arg(number, unit)), qPrintable(text));
    }

    void aRedirectNamesItsTarget()
    {
        const QString text = describeError({.kind = Redirected, .detail = QStringLiteral("login.example")}).explanation;
        QVERIFY(text.contains(QStringLiteral("\u2068login.example\u2069")));
    }
};

QTEST_APPLESS_MAIN(TestErrorText)
#include "testerrortext.moc"
