// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wholefile.h"

#include <QSaveFile>

namespace tokendesk {

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure({.kind = ErrorKind::FileNotWritten, .detail = path + QStringLiteral(": ") + file.errorString()});
}

} // namespace tokendesk
