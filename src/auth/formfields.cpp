// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/formfields.h"

#include <algorithm>

namespace tokendesk {

FormFields &FormFields::add(QByteArray name, const QString &value)
{
    if (!value.isEmpty())
        m_fields.push_back({std::move(name), Secret(value.toUtf8()), false});
    return *this;
}

FormFields &FormFields::add(QByteArray name, const Secret &value)
{
    if (!value.isEmpty())
        m_fields.push_back({std::move(name), value.clone(), true});
    return *this;
}

Secret FormFields::encoded() const
{
    qsizetype room = 0;
    for (const Field &field : m_fields)
        room += field.name.size() + 3 * field.value.size() + 2;
    QByteArray text;
    text.reserve(room); // no growth that would leave copies behind
    for (const Field &field : m_fields) {
        if (!text.isEmpty())
            text += '&';
        const QByteArrayView value = field.value.view();
        QByteArray escaped = QByteArray::fromRawData(value.data(), value.size()).toPercentEncoding();
        text.append(field.name).append('=').append(escaped);
        wipeMemory(escaped.data(), escaped.size());
    }
    return Secret::take(text);
}

QUrl FormFields::behind(const QUrl &endpoint) const
{
    QByteArray query = endpoint.query(QUrl::FullyEncoded).toLatin1();
    if (!query.isEmpty())
        query += '&';
    QUrl url = endpoint;
    url.setQuery(QString::fromLatin1(query + encoded().view().toByteArray()), QUrl::StrictMode);
    return url;
}

bool FormFields::isEchoedIn(const QString &text) const
{
    const QByteArray utf8 = text.toUtf8();
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [&utf8](const Field &field) { return field.isSecret && utf8.contains(field.value.view()); });
}

} // namespace tokendesk
