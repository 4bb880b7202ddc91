# add_mutant(PATCH): the plugin with the patch, as plugins/mutants/NAME, and the test that the simulation finds it.
#
# The patch is applied when the mutant is built. A patch that no longer fits stops neither the configuration nor the build:
# its own test fails, and says so. A patched source replaces its namesake of the plugin's library, where it is an object of
# its own therefore; a header goes before its namesake. "First seed: N" in the patch starts the search at a run that found it.
find_program(PATCH patch REQUIRED)

add_library(mutant_entry OBJECT EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/ashby_plugin/plugin.cpp)
target_link_libraries(mutant_entry PRIVATE plugin_api ashby_logic)
set_target_properties(mutant_entry PROPERTIES CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)

# Without tests under a sanitizer, where one mutant alone is built, for another test.
function(add_mutant_test name plugin)
  if(NOT INTEGRATION_SANITIZE)
    add_test(NAME Mutant.${name}
      COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/is_found.sh ${CMAKE_CURRENT_BINARY_DIR}/${name} $<TARGET_FILE:ashby_simulation>
        --plugin ${plugin} ${ARGN})
    set_tests_properties(Mutant.${name} PROPERTIES TIMEOUT 900)
  endif()
endfunction()

function(add_mutant patch)
  cmake_path(GET patch STEM name)
  file(STRINGS ${patch} seed REGEX "^First seed: [0-9]+$")
  string(REGEX REPLACE "^First seed: " "--seed;" seed "${seed}")
  add_mutant_test(${name} ${CMAKE_BINARY_DIR}/plugins/mutants/${name} ${seed})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${patch})
  file(STRINGS ${patch} target REGEX "^\\+\\+\\+ b/")
  string(REGEX REPLACE "^\\+\\+\\+ b/" "" file "${target}")
  set(original ${PROJECT_SOURCE_DIR}/${file})
  set(copy ${CMAKE_CURRENT_BINARY_DIR}/${name}/${file})
  if(NOT EXISTS ${original})
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${name}/refused "${patch} changes ${file}, which is no longer there: make the patch anew\n")
    return()
  endif()
  add_custom_command(OUTPUT ${copy}
    COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/apply.sh ${PATCH} ${patch} ${original} ${copy}
      ${CMAKE_CURRENT_BINARY_DIR}/${name}/refused
    DEPENDS ${original} ${patch} ${CMAKE_CURRENT_SOURCE_DIR}/apply.sh VERBATIM)

  set(sources $<TARGET_OBJECTS:mutant_entry>)
  if(file MATCHES "\\.hpp$")
    set(sources ${PROJECT_SOURCE_DIR}/ashby_plugin/plugin.cpp ${copy})
  elseif(file MATCHES "plugin\\.cpp$")
    set(sources ${copy})
  else()
    list(APPEND sources ${copy})
    set_source_files_properties(${original} TARGET_DIRECTORY ashby_logic PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
  integration_add_plugin(mutant_${name} SOURCES ${sources} MANIFEST ${PROJECT_SOURCE_DIR}/manifest.json
    FOLDER ${CMAKE_BINARY_DIR}/plugins/mutants/${name} LIBRARIES ashby_logic plugin_crypto simdjson::simdjson)
  target_include_directories(mutant_${name} BEFORE PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}/plugin_api/include)
  set_target_properties(mutant_${name} PROPERTIES OUTPUT_NAME ashby_plugin)
  add_dependencies(mutants mutant_${name})
  target_compile_options(mutant_${name} PRIVATE -O1 -g0)
  if(INTEGRATION_SANITIZE)
    set_target_properties(mutant_${name} PROPERTIES EXCLUDE_FROM_ALL ON)
  endif()
endfunction()
