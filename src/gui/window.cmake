set(TOKENDESK_WINDOW_SOURCES
    accessiblescrollarea.cpp banner.cpp cleartextmark.cpp connectionflow.cpp elidedlabel.cpp iconstyle.cpp looksettings.cpp mainwindow.cpp
    mainwindowactions.cpp mainwindowfilter.cpp mainwindowprofile.cpp messagepage.cpp preferences.cpp preferencesdialog.cpp profilecolors.cpp
    profilemark.cpp profilemenu.cpp roworder.cpp signinwords.cpp statecolors.cpp statusline.cpp symbolicicon.cpp tablelayout.cpp
    tokendelegate.cpp tokentableview.cpp topbarfit.cpp windowcontent.cpp
    "${PROJECT_SOURCE_DIR}/resources/icons.qrc")
