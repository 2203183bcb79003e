# The dialogs and the clipboard for secrets.
set(TOKENDESK_DIALOG_SOURCES
    accesstokenedit.cpp
    connectdialog.cpp
    dialogsymbols.cpp
    formdialog.cpp
    inlinemessage.cpp
    logdialog.cpp
    newtokendialog.cpp
    qrcode.cpp
    revokedialog.cpp
    secretclipboard.cpp
    secretfield.cpp
    setupcommand.cpp
    signindialog.cpp
    tokencreateddialog.cpp
    tokendialogs.cpp)
