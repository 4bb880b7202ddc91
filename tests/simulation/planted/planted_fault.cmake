# planted_fault(NAME FILE path OLD text NEW text): the plugin with one mistake in it, as plugins/planted/NAME.
#
# FILE, from the top of the project, is copied with NEW in the place of OLD, which must stand in it exactly once: a
# fault that no longer fits the code stops the configuration. A source replaces its namesake of the plugin's library,
# where it is an object of its own therefore; a header goes before its namesake.
add_library(planted_entry OBJECT ${PROJECT_SOURCE_DIR}/ashby_plugin/plugin.cpp)
target_link_libraries(planted_entry PRIVATE plugin_api ashby_logic)
set_target_properties(planted_entry PROPERTIES CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)

function(planted_fault name)
  cmake_parse_arguments(PARSE_ARGV 1 fault "" "FILE;OLD;NEW" "")
  set(original ${PROJECT_SOURCE_DIR}/${fault_FILE})
  set(copy ${CMAKE_CURRENT_BINARY_DIR}/${name}/${fault_FILE})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${original})
  file(READ ${original} text)
  string(FIND "${text}" "${fault_OLD}" first)
  string(FIND "${text}" "${fault_OLD}" last REVERSE)
  if(first EQUAL -1 OR NOT first EQUAL last)
    message(FATAL_ERROR "planted fault ${name}: its OLD text must stand in ${fault_FILE} exactly once")
  endif()
  string(REPLACE "${fault_OLD}" "${fault_NEW}" text "${text}")
  file(CONFIGURE OUTPUT ${copy} CONTENT "${text}" @ONLY)

  set(entry $<TARGET_OBJECTS:planted_entry>)
  if(fault_FILE MATCHES "\\.hpp$" OR fault_FILE MATCHES "plugin\\.cpp$")
    set(entry ${PROJECT_SOURCE_DIR}/ashby_plugin/plugin.cpp)
  endif()
  if(fault_FILE MATCHES "plugin\\.cpp$")
    set(entry ${copy})
  elseif(fault_FILE MATCHES "\\.cpp$")
    list(APPEND entry ${copy})
    set_source_files_properties(${original} TARGET_DIRECTORY ashby_logic PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
  integration_add_plugin(planted_${name} SOURCES ${entry} MANIFEST ${PROJECT_SOURCE_DIR}/manifest.json
    FOLDER ${CMAKE_BINARY_DIR}/plugins/planted/${name} LIBRARIES ashby_logic OpenSSL::Crypto simdjson::simdjson)
  target_include_directories(planted_${name} BEFORE PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}/plugin_api/include)
  set_target_properties(planted_${name} PROPERTIES OUTPUT_NAME ashby_plugin)
  target_compile_options(planted_${name} PRIVATE -O1 -g0)
  set_property(GLOBAL APPEND PROPERTY PLANTED_FAULTS planted_${name})
endfunction()
