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

# tokendesk_pch(<target> <header>...): precompiled Qt headers for our own targets; tests borrow through REUSE_FROM.
function(tokendesk_pch target)
    target_precompile_headers(${target} PRIVATE ${ARGN})
endfunction()
