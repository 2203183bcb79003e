# One INTERFACE target carries every warning, define and sanitizer, so that no room can drift from the others.
add_library(tokendesk_flags INTERFACE)

target_compile_definitions(tokendesk_flags INTERFACE
    TOKENDESK_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(MSVC)
    target_compile_options(tokendesk_flags INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${TOKENDESK_WERROR}>:/WX>)
else()
    target_compile_options(tokendesk_flags INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wunused
        -Wnull-dereference -Wduplicated-cond -Wlogical-op -Wimplicit-fallthrough -Wsuggest-override
        $<$<BOOL:${TOKENDESK_WERROR}>:-Werror>)
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        # Not every clang knows GCC's names; an unknown one is not worth a line of noise per file.
        target_compile_options(tokendesk_flags INTERFACE -Wno-unknown-warning-option)
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # GCC 12 reports possible null dereferences inside inlined Qt and standard headers at -O2, and members of an
        # engaged-or-not optional or expected as perhaps uninitialized (GCC bug 80635).
        target_compile_options(tokendesk_flags INTERFACE -Wno-null-dereference -Wno-maybe-uninitialized)
    endif()
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Lets ccache hash what a precompiled header holds (ccache manual, "Precompiled headers").
    target_compile_options(tokendesk_flags INTERFACE -fpch-preprocess)
endif()

if(CMAKE_BUILD_TYPE STREQUAL "Release" AND UNIX AND NOT APPLE AND NOT TOKENDESK_SANITIZE)
    # What a start runs through lies side by side: scripts/start-order. Where the linker does not know such a script
    # (it is GNU ld's), the program is as good, and a little larger in memory.
    target_compile_options(tokendesk_flags INTERFACE -ffunction-sections)
    include(CheckLinkerFlag)
    check_linker_flag(CXX "LINKER:-T,${PROJECT_SOURCE_DIR}/cmake/startorder.ld" TOKENDESK_START_ORDER)
endif()

if(TOKENDESK_SANITIZE STREQUAL "address")
    set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
elseif(TOKENDESK_SANITIZE STREQUAL "thread")
    set(sanitizers -fsanitize=thread -fno-omit-frame-pointer)
elseif(TOKENDESK_SANITIZE)
    message(FATAL_ERROR "TOKENDESK_SANITIZE is '${TOKENDESK_SANITIZE}'; use 'address' or 'thread'")
endif()
if(TOKENDESK_FUZZ)
    target_compile_options(tokendesk_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(sanitizers)
    target_compile_options(tokendesk_flags INTERFACE ${sanitizers})
    target_link_options(tokendesk_flags INTERFACE ${sanitizers})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Instrumented code raises false alarms of this kind, as GCC's manual says of -fsanitize.
        target_compile_options(tokendesk_flags INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()
