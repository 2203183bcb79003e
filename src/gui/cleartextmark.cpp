// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cleartextmark.h"

#include "core/safetext.h"
#include "core/tokenstatus.h"
#include "gui/statecolors.h"
#include "gui/symbolicicon.h"

#include <QHBoxLayout>
#include <QLabel>

namespace tokendesk {

ClearTextMark::ClearTextMark(QWidget *parent) : QWidget(parent)
{
    const QString meaning = tr("This connection is not encrypted. Anyone on the way to the server can read the access "
                               "token and everything shown here, act in your name, and change what you see. It was "
                               "allowed in the profile.");
    auto *symbol = new SymbolWidget(this);
    symbol->setSymbol(QStringLiteral("lock-open"), 16, QColor::fromRgb(0xFFD55E00));
    auto *words = new QLabel(this);
    words->setObjectName(QStringLiteral("statusClearText"));
    words->setTextFormat(Qt::PlainText);
    //: of a connection
    words->setText(tr("Not encrypted"));
    words->setAccessibleName(words->text());
    words->setAccessibleDescription(meaning);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->setSpacing(4);
    layout->addWidget(symbol);
    layout->addWidget(words);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(asRichText(meaning));
    hide();
}

} // namespace tokendesk
