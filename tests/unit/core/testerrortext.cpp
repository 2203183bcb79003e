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
    Expected{PinChanged, NextStep::CheckConnection},
    Expected{AuthorityFile, NextStep::CheckConnection},
    Expected{ProxyFailed, NextStep::CheckConnection},
    Expected{ProxyNotFound, NextStep::CheckConnection},
    Expected{ProxyTimeout, NextStep::TryAgain},
    Expected{ProxyAuthentication, NextStep::CheckConnection},
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
    Expected{KeychainMissing, NextStep::NewAccessToken},
    Expected{KeychainFailed, NextStep::TryAgain},
    Expected{HistoryFailed, NextStep::TryAgain},
    Expected{FileNotWritten, NextStep::TryAgain},
    Expected{SignInDenied, NextStep::SignIn},
    Expected{SignInTimeout, NextStep::SignIn},
    Expected{SignInMismatch, NextStep::SignIn},
    Expected{SignInRefused, NextStep::CheckConnection},
    Expected{SignInNotAccepted, NextStep::SignIn},
    Expected{SignInRenewed, NextStep::TryAgain},
    Expected{SignInRequired, NextStep::SignIn},
};

QString everything(const ErrorText &text)
{
    return text.headline + QLatin1Char('|') + text.explanation + QLatin1Char('|') + text.nextStepLabel +
           QLatin1Char('|') + text.details;
}

CertificateFacts certificate()
{
    return {.subject = QStringLiteral("CN=one.example"),
            .issuer = QStringLiteral("CN=Somebody"),
            .names = {QStringLiteral("one.example"), QStringLiteral("two.example")},
            .validFromMs = 1'767'323'045'000,
            .validUntilMs = 1'798'859'045'000,
            .sha256 = QByteArray(32, char(0xab)),
            .selfSigned = false,
            .problems = {}};
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

    void whoeverSignsInIsNotAskedForAnAccessToken()
    {
        for (const Expected &expected : expectations) {
            for (const ErrorText &text : {describeError({.kind = expected.kind}, Credential::SignIn),
                                          describeSignInError({.kind = expected.kind})}) {
                QVERIFY(text.headline.endsWith(QLatin1Char('.')));
                QVERIFY2(!text.headline.contains(QStringLiteral("access token")), qPrintable(text.headline));
                QVERIFY2(text.nextStep != NextStep::NewAccessToken, qPrintable(text.headline));
                QCOMPARE(text.nextStepLabel.isEmpty(), text.nextStep == NextStep::None);
                QVERIFY2(!everything(text).contains(QLatin1Char('%')), qPrintable(everything(text)));
            }
        }
    }

    void whatHappensWhileSigningInIsSaidOfTheSignInService()
    {
        for (const ErrorKind kind : {Network, Timeout, Tls, PinChanged, Redirected, Unauthorized, Forbidden, NotFound,
                                     RateLimited, Server, Protocol, TooLarge, ClearTextRefused}) {
            const ErrorText text = describeSignInError({.kind = kind});
            QVERIFY2(text.headline.contains(QStringLiteral("sign-in service")), qPrintable(text.headline));
            QVERIFY2(!everything(text).contains(QStringLiteral("AcuSight")), qPrintable(everything(text)));
        }
        const ErrorText wait = describeSignInError({.kind = RateLimited, .retryAfterMs = 12'000});
        QVERIFY(wait.explanation.contains(QStringLiteral("12 second")));
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
            const Error error{.kind = expected.kind,
                              .httpStatus = 500,
                              .serverCode = hostile,
                              .serverMessage = hostile,
                              .detail = hostile,
                              .requestId = hostile,
                              .retryAfterMs = 12'000};
            for (const ErrorText &text :
                 {describeError(error), describeError(error, Credential::SignIn), describeSignInError(error)}) {
                const QString all = everything(text);
                QVERIFY(!all.contains(QChar(0x202E)));
                QVERIFY(!all.contains(QChar(0x1B)));
                QCOMPARE(all.count(QChar(0x2068)), all.count(QChar(0x2069)));
                QVERIFY(!text.headline.contains(QLatin1Char('\n')) && !text.explanation.contains(QLatin1Char('\n')));
                // One line each for status, code, message, reason and request: a message cannot forge a line.
                QCOMPARE(text.details.count(QLatin1Char('\n')), 4);
            }
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

    void aCertificateSaysWhatIsWrongWithIt_data()
    {
        QTest::addColumn<int>("problem");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, CertificateProblem problem, const char *word) {
            QTest::newRow(name) << int(problem) << QString::fromUtf8(word);
        };
        row("other host", CertificateProblem::OtherHost, "\u2068one.example\u2069, \u2068two.example\u2069, not");
        row("expired", CertificateProblem::Expired, "expired on");
        row("not yet valid", CertificateProblem::NotYetValid, "clock");
        row("self-signed", CertificateProblem::SelfSigned, "self-signed");
        row("unknown issuer", CertificateProblem::UnknownIssuer, "issued by \u2068CN=Somebody\u2069");
        row("other", CertificateProblem::Other, "cannot be used");
    }
    void aCertificateSaysWhatIsWrongWithIt()
    {
        QFETCH(int, problem);
        QFETCH(QString, word);
        CertificateFacts facts = certificate();
        facts.problems = {CertificateProblem(problem)};
        const ErrorText text =
            describeError({.kind = Tls, .certificate = std::make_shared<const CertificateFacts>(facts)});
        QVERIFY2(text.explanation.contains(word), qPrintable(text.explanation));
        QVERIFY(text.explanation.contains(QStringLiteral("Nothing was sent.")));
        for (const char *part : {"CN=one.example", "CN=Somebody", "two.example", "2026-01-02T03:04:05Z",
                                 "2027-01-02T03:04:05Z", "AB:AB:AB"})
            QVERIFY2(text.details.contains(QLatin1String(part)), part);
    }
    void severalProblemsAreAllSaid()
    {
        CertificateFacts facts = certificate();
        facts.problems = {CertificateProblem::OtherHost, CertificateProblem::Expired, CertificateProblem::SelfSigned};
        const QString text =
            describeError({.kind = Tls, .certificate = std::make_shared<const CertificateFacts>(facts)}).explanation;
        for (const char *part : {"one.example", "expired", "self-signed"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
    }
    void aChangedPinShowsBothFingerprints()
    {
        const QString details = describeError({.kind = PinChanged,
                                               .certificate = std::make_shared<const CertificateFacts>(certificate()),
                                               .pinnedSha256 = QByteArray(32, char(0xcd))})
                                    .details;
        QVERIFY(details.contains(QStringLiteral("Expected SHA-256: CD:CD:")));
        QVERIFY(details.contains(QStringLiteral("Shown SHA-256: AB:AB:")));
    }
    void aHostileCertificateIsMadeVisible()
    {
        const QString hostile = QStringLiteral("a\u202Eb\nShown SHA-256: 00\u2069\x1b[31m") + QString(5000, u'x');
        CertificateFacts facts = certificate();
        facts.subject = facts.issuer = hostile;
        facts.names = QStringList(1000, hostile);
        for (int problem = 0; problem <= int(CertificateProblem::Other); ++problem)
            facts.problems.push_back(CertificateProblem(problem));
        const ErrorText text =
            describeError({.kind = Tls, .certificate = std::make_shared<const CertificateFacts>(facts)});
        const QString all = everything(text);
        QVERIFY(!all.contains(QChar(0x202E)));
        QVERIFY(!all.contains(QChar(0x1B)));
        QCOMPARE(all.count(QChar(0x2068)), all.count(QChar(0x2069)));
        QVERIFY(!text.explanation.contains(QLatin1Char('\n')));
        QCOMPARE(text.details.count(QLatin1Char('\n')), 4);
        QVERIFY(all.size() < 4000);
    }
    void errorsAreComparedByWhatTheirCertificatesSay()
    {
        const auto with = [](const CertificateFacts &facts) {
            return Error{.kind = Tls, .certificate = std::make_shared<const CertificateFacts>(facts)};
        };
        CertificateFacts other = certificate();
        other.names.append(QStringLiteral("three.example"));
        QVERIFY(with(certificate()) == with(certificate()));
        QVERIFY(!(with(certificate()) == with(other)));
        QVERIFY(!(with(certificate()) == Error{.kind = Tls}));
        QVERIFY(Error{.kind = Tls} == Error{.kind = Tls});
        QVERIFY(!(Error{.kind = PinChanged, .pinnedSha256 = QByteArray("a")} == Error{.kind = PinChanged}));
    }

    void aRedirectNamesItsTarget()
    {
        const QString text = describeError({.kind = Redirected, .detail = QStringLiteral("login.example")}).explanation;
        QVERIFY(text.contains(QStringLiteral("\u2068login.example\u2069")));
    }

    void aCertificateThatWasShownCanBeLookedAt()
    {
        for (const ErrorKind kind : {ErrorKind::Tls, ErrorKind::PinChanged}) {
            Error error{.kind = kind};
            error.certificate = std::make_shared<CertificateFacts>();
            const ErrorText text = describeError(error);
            QCOMPARE(text.nextStep, NextStep::ShowCertificate);
            QCOMPARE(text.nextStepLabel, QStringLiteral("Show Certificate…"));
        }
        Error other{.kind = ErrorKind::ProxyFailed};
        other.certificate = std::make_shared<CertificateFacts>();
        QCOMPARE(describeError(other).nextStep, NextStep::CheckConnection);
    }
};

QTEST_APPLESS_MAIN(TestErrorText)
#include "testerrortext.moc"
