// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faultreplies.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>
#include <optional>
#include <utility>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

namespace {

/// Stands in the JSON for what QJsonDocument would not write; the quotes go too where the text is no string.
const QString mark = u"simulator-mark-7f3a"_s;

QStringList hostileNames()
{
    return {u"<b>Bold</b> <img src=\"http://tracker.invalid/x.png\" onerror=\"alert(1)\">"_s,
            u"<a href=\"http://phishing.invalid/\">Click to renew</a>"_s,
            u"Line 1\u202Egnp.exe"_s,
            u"\u2066isolated without end"_s,
            u"First line\nSecond line\r\nThird line"_s,
            u"Tab\there"_s,
            QString(10'000, u'x'),
            QString(u'\0') + u"\u0001\u0007\u001b[31mred\u001b[0m\u007f\u0085"_s,
            u"=cmd|' /C calc'!A0"_s,
            u"+1+1"_s,
            u"-2+3"_s,
            u"@SUM(A1:A9)"_s,
            u"מפעל תל אביב 7"_s,
            u"مصنع الرياض ١٢"_s,
            u"Pro\u200Bduction\uFEFF\u00AD"_s,
            u"&File && <Edit> %1 %n %s {token}"_s,
            u"   "_s,
            u"C:\\temp\\\"quoted\", 'single'; DROP TABLE tokens"_s,
            u"Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034Fa\u0334\u0319\u0324\u031E\u0349\u035A\u032F\u031Elgo"_s,
            u"👩‍🔧 Wartung 🏭"_s};
}

bool ofEnvelope(const QString &field)
{
    return QStringList{u"success"_s, u"data"_s, u"error"_s, u"meta"_s}.contains(field);
}

QJsonValue ofAnotherType(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return 42;
    case QJsonValue::Double:
        return u"many"_s;
    case QJsonValue::Bool:
        return u"yes"_s;
    case QJsonValue::Array:
        return QJsonObject{{u"items"_s, u"none"_s}};
    case QJsonValue::Object:
        return QJsonArray{1, 2};
    default:
        return QJsonObject{};
    }
}

void withoutZone(QJsonObject &row)
{
    for (const auto &field : {"created_at"_L1, "expires_at"_L1, "last_used_at"_L1, "revoked_at"_L1}) {
        const QString text = row.value(field).toString();
        if (text.endsWith(u'Z'))
            row.insert(field, text.chopped(1));
    }
}

using RowChange = std::function<void(QJsonObject &row, qsizetype index)>;

/// Changes one row (or all, with -1) of a list; the data of a reply that is no list counts as row 0.
void changeRows(QJsonObject &envelope, qsizetype which, const RowChange &change)
{
    const QJsonValue data = envelope.value("data"_L1);
    if (data.isObject()) {
        QJsonObject row = data.toObject();
        if (which <= 0)
            change(row, 0);
        envelope.insert("data"_L1, row);
        return;
    }
    QJsonArray rows = data.toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (which >= 0 && which != i)
            continue;
        QJsonObject row = rows[i].toObject();
        change(row, i);
        rows[i] = row;
    }
    envelope.insert("data"_L1, rows);
}

void duplicateIds(QJsonObject &envelope)
{
    QJsonArray rows = envelope.value("data"_L1).toArray();
    if (rows.size() == 1)
        rows.append(rows[0]);
    if (rows.size() >= 2) {
        QJsonObject second = rows[1].toObject();
        second.insert("id"_L1, rows[0].toObject().value("id"_L1));
        rows[1] = second;
        envelope.insert("data"_L1, rows);
    }
}

void unknownFields(QJsonObject &object)
{
    object.insert(u"labels"_s, QJsonObject{{u"site"_s, u"Hamburg"_s}, {u"tags"_s, QJsonArray{u"a"_s, 1, true}}});
    object.insert(u"a_field_of_tomorrow"_s, QJsonValue::Null);
    object.insert(u"priority"_s, 3.25);
}

/// Which row a fault is about and what else its argument says ("FIELD,ROW" or "ROW"); -1: all of them.
struct RowArgument
{
    QString field;
    qsizetype row = -1;
};

RowArgument rowArgument(const FaultRule &rule)
{
    const bool fieldFirst =
        rule.fault == Fault::WrongType || rule.fault == Fault::MissingField || rule.fault == Fault::ImpossibleNumber;
    const QString number = rule.text().section(u',', fieldFirst ? 1 : 0, fieldFirst ? 1 : 0);
    return {fieldFirst ? rule.text().section(u',', 0, 0) : QString(), number.isEmpty() ? -1 : number.toLongLong()};
}

/// Where a row of a long list begins and ends in our own JSON. Within a text its quotes would be escaped.
std::optional<std::pair<qsizetype, qsizetype>> rowText(const QByteArray &body, qsizetype row)
{
    const QByteArray opening = "{\"id\":\""_ba;
    qsizetype begin = body.indexOf(opening);
    for (; begin >= 0 && row > 0; --row)
        begin = body.indexOf(opening, begin + 1);
    if (begin < 0)
        return std::nullopt;
    const qsizetype next = body.indexOf(",{\"id\":\"", begin);
    const qsizetype end = next >= 0 ? next : body.lastIndexOf("}]") + 1;
    return std::pair(begin, end);
}

/// One row in the middle of a million: only that row is taken apart.
bool spoilOneRow(HttpReply &reply, const FaultRule &rule)
{
    constexpr qsizetype longList = 1 << 20;
    const auto [field, row] = rowArgument(rule);
    if (row < 0 || reply.body.size() < longList)
        return false;
    const auto text = rowText(reply.body, row);
    if (!text)
        return false;
    const QByteArray head = "{\"data\":"_ba;
    HttpReply small;
    small.body = head + reply.body.mid(text->first, text->second - text->first) + '}';
    FaultRule onlyRow = rule;
    onlyRow.arg = field.isEmpty() ? u"0"_s : field + u",0"_s;
    spoilJson(small, onlyRow);
    reply.body.replace(text->first, text->second - text->first, small.body.mid(head.size()).chopped(1));
    return true;
}

} // namespace

void spoilJson(HttpReply &reply, const FaultRule &rule)
{
    if (spoilOneRow(reply, rule))
        return;
    QJsonObject envelope = QJsonDocument::fromJson(reply.body).object();
    const QString first = rule.text().section(u',', 0, 0);
    const QString second = rule.text().section(u',', 1, 1);
    const qsizetype row = second.isEmpty() ? -1 : second.toLongLong();
    QByteArray raw; // what takes the place of the mark

    switch (rule.fault) {
    case Fault::WrongType:
        if (ofEnvelope(first))
            envelope.insert(first, ofAnotherType(envelope.value(first)));
        else
            changeRows(envelope, row, [&](QJsonObject &json, qsizetype) {
                if (json.contains(first))
                    json.insert(first, ofAnotherType(json.value(first)));
            });
        break;
    case Fault::MissingField:
        if (ofEnvelope(first))
            envelope.remove(first);
        else
            changeRows(envelope, row, [&](QJsonObject &json, qsizetype) { json.remove(first); });
        break;
    case Fault::UnknownFields:
        unknownFields(envelope);
        changeRows(envelope, -1, [](QJsonObject &json, qsizetype) { unknownFields(json); });
        break;
    case Fault::NullName:
        changeRows(envelope, first.isEmpty() ? -1 : first.toLongLong(), [](QJsonObject &json, qsizetype) {
            if (json.contains("name"_L1))
                json.insert("name"_L1, QJsonValue::Null);
        });
        break;
    case Fault::DuplicateIds:
        duplicateIds(envelope);
        break;
    case Fault::HostileNames: {
        const QStringList names = hostileNames();
        changeRows(envelope, -1, [&](QJsonObject &json, qsizetype index) {
            if (json.contains("name"_L1))
                json.insert("name"_L1, names[index % names.size()]);
        });
        break;
    }
    case Fault::ZonelessDate:
        changeRows(envelope, first.isEmpty() ? -1 : first.toLongLong(),
                   [](QJsonObject &json, qsizetype) { withoutZone(json); });
        break;
    case Fault::ImpossibleNumber:
        raw = first.isEmpty() ? "18446744073709551616"_ba : first.toUtf8();
        changeRows(envelope, row, [](QJsonObject &json, qsizetype) {
            if (json.contains("use_count"_L1))
                json.insert("use_count"_L1, mark);
        });
        break;
    case Fault::InvalidUtf8:
        // An overlong slash, a lonely continuation, half a character and a byte that UTF-8 does not have.
        raw = "\"bad \xc0\xaf \x80 \xe2\x82 \xff bytes\""_ba;
        changeRows(envelope, first.isEmpty() ? -1 : first.toLongLong(), [](QJsonObject &json, qsizetype) {
            if (json.contains("name"_L1))
                json.insert("name"_L1, mark);
        });
        break;
    default:
        return;
    }
    reply.body = QJsonDocument(envelope).toJson(QJsonDocument::Compact);
    if (!raw.isEmpty())
        reply.body.replace('"' + mark.toLatin1() + '"', raw);
}

} // namespace tokendesk::simulator
