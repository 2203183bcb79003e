# tokendesk_room(<name> SOURCES <file>... [LINK <target>...])
#
# One static library per folder of src/. Headers are included as "<room>/<file>.h" from everywhere, so that the
# direction of includes can be read off the text (tests/unit/includes checks it).
function(tokendesk_room name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_library(tokendesk_${name} STATIC ${ARG_SOURCES})
    target_include_directories(tokendesk_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(tokendesk_${name} PUBLIC ${ARG_LINK} PRIVATE tokendesk_flags)
endfunction()

# Qt's headers are precompiled three times, not once a target: each of these files takes 200 to 300 MB. The rooms named
# here make them, every other target borrows one of which it has all the definitions:
#
#   target_precompile_headers(<target> REUSE_FROM ${tokendesk_core_headers})
set(tokendesk_core_headers tokendesk_core)         # Qt Core and the standard library
set(tokendesk_network_headers tokendesk_transport) # and Qt Network
set(tokendesk_widgets_headers tokendesk_gui)       # and Qt Gui and Widgets
