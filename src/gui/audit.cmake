# The audit view: pictures, cards, findings, and the pane beside the table.
set(TOKENDESK_AUDIT_SOURCES
    amountbars.cpp auditaxes.cpp auditlegend.cpp auditpaint.cpp auditpicture.cpp auditpictureinput.cpp auditscene.cpp
    expiryview.cpp filewriter.cpp idlepoints.cpp idleview.cpp lifetimebars.cpp lifetimedensity.cpp lifetimesview.cpp
    numbersdialog.cpp pictureframe.cpp tokenwords.cpp usesview.cpp)
