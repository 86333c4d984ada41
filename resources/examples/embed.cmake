# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Run as a script: writes SOURCE, which holds the experiment files FILES (paths separated by commas) as text.
if(CMAKE_SCRIPT_MODE_FILE)
    set(entries "")
    string(REPLACE "," ";" files "${FILES}")
    foreach(file IN LISTS files)
        cmake_path(GET file STEM name)
        file(READ ${file} json)
        string(APPEND entries "    {\"${name}\", R\"sluice(${json})sluice\"},\n")
    endforeach()
    file(WRITE ${SOURCE} "// Made from resources/examples by the build.
#include \"core/experiment/embedded_examples.h\"

namespace sluice {
namespace {

constexpr EmbeddedExample examples[] = {
${entries}};

} // namespace

std::span<const EmbeddedExample> embeddedExamples() { return examples; }

} // namespace sluice
")
    return()
endif()

# Included: adds the examples to a target, in the order in which they are offered.
function(sluice_embed_examples target)
    set(folder ${PROJECT_SOURCE_DIR}/resources/examples)
    list(TRANSFORM ARGN PREPEND ${folder}/ OUTPUT_VARIABLE files)
    list(TRANSFORM files APPEND .sluice)
    list(JOIN files "," joined)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_examples.cpp)
    add_custom_command(
        OUTPUT ${source}
        COMMAND ${CMAKE_COMMAND} -D SOURCE=${source} -D FILES=${joined} -P ${folder}/embed.cmake
        DEPENDS ${files} ${folder}/embed.cmake
        COMMENT "Embedding the examples"
        VERBATIM)
    target_sources(${target} PRIVATE ${source})
    set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
