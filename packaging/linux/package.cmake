# What a Linux desktop needs beside the programs, and the Debian package. The programs themselves are installed by
# src/app and src/simulator.
set(app_id io.github.tokendesk.TokenDesk)
set(linux_dir "${CMAKE_CURRENT_LIST_DIR}")

install(FILES "${linux_dir}/${app_id}.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${linux_dir}/${app_id}.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${linux_dir}/copyright" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/tokendesk")
install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/tokendesk.svg"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" RENAME "${app_id}.svg")

configure_file("${linux_dir}/tokendesk.1.in" "${PROJECT_BINARY_DIR}/tokendesk.1" @ONLY)
find_program(GZIP_PROGRAM gzip REQUIRED)
# -n keeps the time out of it, so that the same sources make the same package (Debian policy 12.1 wants -9).
execute_process(COMMAND "${GZIP_PROGRAM}" -9nkf "${PROJECT_BINARY_DIR}/tokendesk.1" COMMAND_ERROR_IS_FATAL ANY)
install(FILES "${PROJECT_BINARY_DIR}/tokendesk.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tokendesk)
set(CPACK_PACKAGE_VENDOR "Token Desk developers")
set(CPACK_PACKAGE_CONTACT "Token Desk developers <tokendesk@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Manage the provisioning tokens of an AcuSight organization")
set(CPACK_PACKAGE_DESCRIPTION
"Token Desk is for operators who look after the provisioning tokens with which
edge devices join an AcuSight organization. It lists them with their state,
finds and sorts them, creates new ones, shows each new token exactly once, and
revokes those that should go. Credentials are kept in the desktop's keychain.")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is loaded while running and so is not seen by dpkg-shlibdeps: libsecret by qtkeychain, which does not depend on it
# on Debian; the SQLite driver, the xcb and wayland platforms and the SVG icon engine by Qt, which only recommends them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsecret-1-0, libqt6sql6-sqlite, qt6-qpa-plugins, libqt6svg6")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates, gnome-keyring | kwalletmanager, qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
