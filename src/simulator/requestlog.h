// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/bearer.h"

#include <QJsonArray>
#include <QJsonObject>

#include <deque>

namespace tokendesk::simulator {

struct HttpReply;

/// What came and how it was answered: for tests to ask, and as JSON lines on standard error when wanted. The value of
/// Authorization is kept nowhere.
class RequestLog
{
public:
    explicit RequestLog(bool toStandardError) : m_toStandardError(toStandardError) {}

    void add(const HttpRequest &request, const HttpReply &reply, Bearer::Check authorization, const QString &fault,
             quint64 connection, qint64 now);
    [[nodiscard]] QJsonArray requests() const;
    void clear() { m_requests.clear(); }

private:
    std::deque<QJsonObject> m_requests;
    bool m_toStandardError;
};

} // namespace tokendesk::simulator
