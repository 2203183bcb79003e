// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filewriter.h"

#include "core/safetext.h"
#include "gui/background.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace tokendesk {

QString WrittenFile::sentence() const
{
    const QString shown = isolatedText(QDir::toNativeSeparators(path), 200);
    if (worked())
        //: %1 is a file's path
        return QCoreApplication::translate("WrittenFile", "Saved to %1").arg(shown);
    //: %1 is a file's path, %2 the system's reason: "Permission denied"
    return QCoreApplication::translate("WrittenFile", "%1 could not be written: %2").arg(shown, visibleText(error));
}

void writeFile(const QString &path, std::function<QByteArray()> make, QObject *context,
               std::function<void(const WrittenFile &)> done)
{
    inBackground(
        context,
        [path, make = std::move(make)] {
            const QByteArray bytes = make();
            if (bytes.isEmpty())
                return WrittenFile{path, QCoreApplication::translate("WrittenFile", "nothing to write")};
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
                return WrittenFile{path, file.errorString()};
            return WrittenFile{path, {}};
        },
        std::move(done));
}

} // namespace tokendesk
