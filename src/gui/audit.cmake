# The audit view: pictures, cards, findings, and the pane beside the table.
set(TOKENDESK_AUDIT_SOURCES
    amountbars.cpp auditaxes.cpp auditcards.cpp auditdesk.cpp auditlegend.cpp auditpage.cpp auditpaint.cpp
    auditpanel.cpp auditpicture.cpp auditpictureinput.cpp auditscene.cpp expiryview.cpp filewriter.cpp findingspanel.cpp
    idlepoints.cpp idleview.cpp lifeline.cpp lifetimebars.cpp lifetimedensity.cpp lifetimesview.cpp mainwindowaudit.cpp
    numbersdialog.cpp pictureframe.cpp reportfile.cpp reviewpanel.cpp thresholdspopup.cpp timetravel.cpp
    tokendetails.cpp tokenwords.cpp usesview.cpp)
