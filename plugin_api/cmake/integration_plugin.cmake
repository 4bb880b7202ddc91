# integration_add_plugin(NAME SOURCES file... [LIBRARIES target...] MANIFEST file [FOLDER dir])
#
# Builds a plugin as a host expects it: a module with nothing exported but integration_plugin_entry, nothing left
# undefined, no symbol that would pin it in memory, in a folder of its own with its manifest beside it.
function(integration_add_plugin name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "MANIFEST;FOLDER" "SOURCES;LIBRARIES")
  if(NOT arg_FOLDER)
    set(arg_FOLDER ${CMAKE_BINARY_DIR}/plugins/${name})
  endif()
  set(map ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/integration_plugin.map)
  add_library(${name} MODULE ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE plugin_api ${arg_LIBRARIES})
  # GCC marks some inline data as unique in the process, which keeps a library mapped for ever after dlclose.
  target_compile_options(${name} PRIVATE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fno-gnu-unique>)
  target_link_options(${name} PRIVATE -Wl,--version-script=${map})
  # Sanitizers resolve their run-time from the host program, so only plain builds can forbid undefined symbols.
  if(NOT INTEGRATION_SANITIZE)
    target_link_options(${name} PRIVATE -Wl,-z,defs)
  endif()
  set_target_properties(${name} PROPERTIES
    PREFIX "" CXX_VISIBILITY_PRESET hidden C_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LIBRARY_OUTPUT_DIRECTORY ${arg_FOLDER} LINK_DEPENDS ${map})
  cmake_path(ABSOLUTE_PATH arg_MANIFEST BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  add_custom_command(TARGET ${name} POST_BUILD
    COMMAND ${CMAKE_COMMAND} -E copy_if_different ${arg_MANIFEST} ${arg_FOLDER}/manifest.json)
  set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS ${arg_MANIFEST})
endfunction()
