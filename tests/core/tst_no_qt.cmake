# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The core names no symbol of Qt. Run as a script with NM, CORE (its archive) and WITNESS, something that does use
# Qt and so shows that this test would see it.

# In a mangled name every identifier has its length before it: 7QString. Qt's are in no namespace; the project's own,
# some of which start with a Q, follow that of the namespace, or what stands for it.
function(qt_symbols file result)
    execute_process(COMMAND ${NM} --format=just-symbols ${file}
        OUTPUT_VARIABLE symbols ERROR_QUIET RESULT_VARIABLE status)
    if(NOT status EQUAL 0 OR NOT symbols MATCHES "sluice")
        message(FATAL_ERROR "${NM} shows no symbols of ${file}")
    endif()
    string(REGEX REPLACE "(6sluice|12_GLOBAL__N_1|NS[0-9A-Z]*_)[0-9]+Q" "" symbols "${symbols}")
    string(REGEX MATCHALL "[0-9]+Q[A-Z]?[a-z][A-Za-z0-9_]*" found "${symbols}")
    set(${result} "${found}" PARENT_SCOPE)
endfunction()

qt_symbols(${WITNESS} expected)
if(NOT expected)
    message(FATAL_ERROR "no symbol of Qt was recognised in ${WITNESS}")
endif()
qt_symbols(${CORE} found)
if(found)
    list(REMOVE_DUPLICATES found)
    list(JOIN found "\n  " found)
    message(FATAL_ERROR "${CORE} names symbols of Qt:\n  ${found}")
endif()
