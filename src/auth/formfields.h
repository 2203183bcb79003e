// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QUrl>

#include <vector>

namespace tokendesk {

/// The parameters of an OAuth request, application/x-www-form-urlencoded (RFC 6749 appendix B).
class FormFields
{
public:
    /// Empty values are left out.
    FormFields &add(QByteArray name, const QString &value);
    FormFields &add(QByteArray name, const Secret &value);

    /// Everything but letters, digits and "-._~" percent-encoded; QUrlQuery would leave a "+" that means a blank.
    [[nodiscard]] Secret encoded() const;
    /// `endpoint` with these behind whatever query it has already.
    [[nodiscard]] QUrl behind(const QUrl &endpoint) const;
    /// Whether `text` repeats one of the secrets: a server may echo what it was sent.
    [[nodiscard]] bool isEchoedIn(const QString &text) const;

private:
    struct Field
    {
        QByteArray name;
        Secret value;
        bool isSecret;
    };
    std::vector<Field> m_fields;
};

} // namespace tokendesk
