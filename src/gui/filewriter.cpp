// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filewriter.h"

#include "core/errortext.h"
#include "core/safetext.h"
#include "models/background.h"
#include "models/wholefile.h"

#include <QDir>

namespace tokendesk {

void writeFile(const QString &path, std::function<QByteArray()> make, QObject *context,
               std::function<void(const QString &sentence, bool written)> said)
{
    inBackground(
        context, [path, make = std::move(make)] { return writeWhole(path, make()); },
        [path, said = std::move(said)](const Result<void> &written) {
            if (written) {
                //: %1 is a file's path
                said(QCoreApplication::translate("FileWriter", "Saved to %1")
                         .arg(isolatedText(QDir::toNativeSeparators(path), 200)),
                     true);
                return;
            }
            const ErrorText text = describeError(written.error());
            said(text.headline + QLatin1Char(' ') + text.explanation, false);
        });
}

} // namespace tokendesk
