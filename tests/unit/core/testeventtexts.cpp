// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eventtexts.h"
#include "support/tokens.h"

#include "core/tokenstatus.h"

#include <QTest>

using namespace tokendesk;

namespace {

constexpr qint64 hour = 3600 * 1000;
constexpr qint64 nine = 1772442000000; // 2026-03-02T09:00:00Z
constexpr qint64 created = nine - 30 * msPerDay;
constexpr qint64 now = nine + 400 * msPerDay;

TokenRow token(quint32 uses = 0, qint64 lastUsedAt = noInstant)
{
    TokenRow row;
    row.id = testTokenId(1);
    row.createdAt = created;
    row.useCount = uses;
    row.lastUsedAt = lastUsedAt;
    return row;
}

const QLocale &english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    return locale;
}

/// What one look at ten found, after one at nine.
std::vector<EventText> told(const std::function<void(TokenHistoryBuilder &)> &found, const TokenRow &first = token())
{
    TokenHistoryBuilder builder;
    builder.addLook({nine, 0});
    builder.addToken(first, "first name");
    builder.addLook({nine + hour, 0});
    found(builder);
    auto texts = eventTexts(token(), *builder.build(), now, english());
    texts.erase(texts.begin()); // "Created"
    return texts;
}

} // namespace

class TestEventTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLifeBeginsWithItsCreation()
    {
        const auto texts = eventTexts(token(), *TokenHistoryBuilder().build(), now, english());
        QCOMPARE(texts, (std::vector<EventText>{{created, created, QStringLiteral("Created"), false}}));
    }

    void devicesJoinedBetweenTwoLooks()
    {
        const auto texts = told([](auto &builder) { builder.addEvent(0, TokenEventKind::UseCount, 0, 2); });
        QCOMPARE(texts.size(), size_t(1));
        QCOMPARE(texts[0].fromMs, nine);
        QCOMPARE(texts[0].toMs, nine + hour);
        QCOMPARE(texts[0].text, QStringLiteral("2 device(s) joined"));
        QCOMPARE(instantRangeText(texts[0].fromMs, texts[0].toMs, english()),
                 QStringLiteral("2 March 2026, between 09:00 and 10:00"));
    }

    void theLastOneIsKnownToTheMinute()
    {
        const qint64 used = nine + hour / 2;
        const auto join = [used](qint64 uses) {
            return told([=](auto &builder) {
                builder.addEvent(0, TokenEventKind::UseCount, 0, uses);
                builder.addEvent(0, TokenEventKind::LastUsed, noInstant, used);
            })[0];
        };
        QCOMPARE(join(1).fromMs, used);
        QCOMPARE(join(1).toMs, used);
        QCOMPARE(instantRangeText(used, used, english()), QStringLiteral("2 March 2026, 09:30"));
        QCOMPARE(join(3).fromMs, nine);
        QCOMPARE(join(3).toMs, used);
    }

    void everyEventIsToldInWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("before");
        QTest::addColumn<qint64>("after");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<qint64>("at");
        const auto row = [](TokenEventKind kind, qint64 before, qint64 after, const char *text, qint64 at) {
            QTest::newRow(text) << int(kind) << before << after << QString::fromUtf8(text) << at;
        };
        row(TokenEventKind::UseCount, 1200, 4, "The use count fell from 1,200 to 4", nine + hour);
        row(TokenEventKind::LastUsed, noInstant, nine + 60, "Used, but the use count did not rise", nine + 60);
        row(TokenEventKind::Revocation, noInstant, nine + 70, "Revoked", nine + 70);
        row(TokenEventKind::Revocation, nine, noInstant, "The revocation vanished", nine + hour);
        row(TokenEventKind::Expiry, noInstant, nine, "The expiry changed from Never to 2 March 2026", nine + hour);
        row(TokenEventKind::Vanished, 0, 0, "The server did not list it any more", nine + hour);
        row(TokenEventKind::Returned, 0, 0, "The server listed it again", nine + hour);
    }
    void everyEventIsToldInWords()
    {
        QFETCH(int, kind);
        QFETCH(qint64, before);
        QFETCH(qint64, after);
        QFETCH(QString, expected);
        QFETCH(qint64, at);
        const auto texts = told([=](auto &builder) { builder.addEvent(0, TokenEventKind(kind), before, after); });
        QCOMPARE(texts.size(), size_t(1));
        QCOMPARE(texts[0].text, expected);
        QCOMPARE(texts[0].toMs, at);
        QVERIFY(!texts[0].gap);
    }

    void namesAreHarmless()
    {
        const auto texts = told([](auto &builder) {
            builder.addEvent(0, TokenEventKind::Name, 0, builder.addName("evil\n\xE2\x80\xAEname"));
        });
        QCOMPARE(texts[0].text,
                 QStringLiteral("Renamed from \u2068first name\u2069 to \u2068evil\\n\\u202Ename\u2069"));
    }

    void whatItHadDoneBeforeItWasFirstSeenIsTold()
    {
        TokenRow first = token(5, nine - hour);
        first.revokedAt = nine - 1;
        const auto texts = told([](auto &) {}, first);
        QCOMPARE(texts.size(), size_t(2));
        QCOMPARE(texts[0], (EventText{created, nine - hour, QStringLiteral("5 device(s) joined"), false}));
        QCOMPARE(texts[1].text, QStringLiteral("Revoked"));
    }

    void aTokenThatTheHistoryDoesNotKnowIsToldFromTheList()
    {
        TokenRow row = token(3, nine);
        row.revokedAt = nine + 1;
        const auto texts = eventTexts(row, *TokenHistoryBuilder().build(), now, english());
        QCOMPARE(texts.size(), size_t(3));
        QCOMPARE(texts[1], (EventText{created, nine, QStringLiteral("3 device(s) joined"), false}));
        QCOMPARE(texts[2].toMs, nine + 1);
    }

    void expiryIsAnEventOfItsOwnOnceItIsPast()
    {
        TokenRow row = token();
        row.expiresAt = nine;
        const auto history = TokenHistoryBuilder().build();
        QCOMPARE(eventTexts(row, *history, nine - 1, english()).size(), size_t(1));
        QCOMPARE(eventTexts(row, *history, nine, english()).back(),
                 (EventText{nine, nine, QStringLiteral("Expired"), false}));
        row.revokedAt = nine - 5;
        QCOMPARE(eventTexts(row, *history, nine, english()).back().text, QStringLiteral("Revoked"));
    }

    void gapsOfMoreThanADayAreTold()
    {
        TokenHistoryBuilder builder;
        builder.addLook({nine, 0});
        builder.addToken(token(), "a");
        builder.addLook({nine + msPerDay, 0});
        builder.addLook({nine + 6 * msPerDay, 0});
        const auto texts = eventTexts(token(), *builder.build(), now, english());
        QCOMPARE(texts.size(), size_t(2));
        QCOMPARE(texts[1],
                 (EventText{nine + msPerDay, nine + 6 * msPerDay, QStringLiteral("Nobody looked for 5 day(s)"), true}));
    }

    void whatALaterLookFoundIsNotToldInThePast()
    {
        TokenHistoryBuilder builder;
        builder.addLook({nine - hour, 0});
        builder.addLook({nine, 0});
        builder.addToken(token(), "a");
        builder.addLook({nine + hour, 0});
        builder.addEvent(0, TokenEventKind::UseCount, 0, 1);
        builder.addLook({nine + 9 * msPerDay, 0});
        const auto history = builder.build();
        const auto lines = [&](quint32 lastLook) {
            return eventTexts(token(), *history, now, english(), lastLook).size();
        };
        QCOMPARE(lines(0), size_t(1));
        QCOMPARE(lines(1), size_t(1));
        QCOMPARE(lines(2), size_t(2));
        QCOMPARE(lines(3), size_t(3)); // and a gap
    }

    void theOldestComesFirst()
    {
        const auto texts = told([](auto &builder) {
            builder.addEvent(0, TokenEventKind::Vanished);
            builder.addEvent(0, TokenEventKind::Revocation, noInstant, nine + 5);
            builder.addEvent(0, TokenEventKind::UseCount, 0, 1);
            builder.addEvent(0, TokenEventKind::LastUsed, noInstant, nine + 1);
        });
        QCOMPARE(texts.size(), size_t(3));
        for (size_t i = 1; i < texts.size(); ++i)
            QVERIFY(texts[i - 1].toMs < texts[i].toMs);
    }

    void aRangeOverDaysNamesBoth()
    {
        QCOMPARE(instantRangeText(nine, nine + msPerDay, english()),
                 QStringLiteral("between 2 March 2026, 09:00 and 3 March 2026, 09:00"));
    }

    void initTestCase() { qputenv("TZ", "UTC"); }
};

QTEST_APPLESS_MAIN(TestEventTexts)
#include "testeventtexts.moc"
