// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/authorizationanswer.h"
#include "auth/callbackrequest.h"

#include <cstdlib>

using namespace tokendesk;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

bool isInside(QByteArrayView part, qsizetype longest)
{
    return part.size() <= longest;
}

} // namespace

/// The first byte says how the rest is cut into pieces. However it is cut, the same request comes out.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const qsizetype piece = data[0] % 64 + 1;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size) - 1);
    CallbackRequestReader whole;
    CallbackRequestReader pieces;
    const auto state = whole.feed(bytes);
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        pieces.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
    require(state == pieces.state());
    if (state != CallbackRequestReader::State::Complete)
        return 0;
    require(whole.method() == pieces.method() && whole.path() == pieces.path() && whole.query() == pieces.query() &&
            whole.host() == pieces.host());
    require(whole.path().startsWith('/') && !whole.path().contains('?') && !whole.method().isEmpty());
    for (const QByteArrayView part : {whole.method(), whole.path(), whole.query(), whole.host()})
        require(isInside(part, CallbackRequestReader::maxHead) && !part.contains('\r') && !part.contains('\n'));

    std::optional<AuthorizationAnswer> answer = parseAuthorizationAnswer(whole.query());
    if (!answer)
        return 0;
    require(answer->code.size() + answer->state.size() <= whole.query().size());
    const bool belongs = answer->state.equals("fuzz-state");
    const Result<Secret> code =
        takeCode(*std::move(answer), {"fuzz-state", QStringLiteral("https://id.example"), false});
    require(!code || (belongs && !code->isEmpty()));
    if (!code)
        require(!code.error().serverMessage.contains(QLatin1String("fuzz-state")) &&
                code.error().serverCode.size() <= 60);
    return 0;
}
