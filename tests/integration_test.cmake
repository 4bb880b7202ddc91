# integration_add_test(NAME SOURCES file... [LIBS target...] [TIMEOUT seconds] [FILTER which]): a GoogleTest program, each of
# its cases, or of those that the filter lets through, a ctest of its own.
find_package(GTest REQUIRED)
include(GoogleTest)

function(integration_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT;FILTER" "SOURCES;LIBS")
  add_executable(${name} ${arg_SOURCES})
  # What is tested is optimized; the tests themselves need only compile fast.
  target_compile_options(${name} PRIVATE -O0 -U_FORTIFY_SOURCE)
  target_link_libraries(${name} PRIVATE integration_warnings ${arg_LIBS} GTest::gmock GTest::gtest_main)
  set(seconds 120)
  if(arg_TIMEOUT)
    set(seconds ${arg_TIMEOUT})
  elseif(INTEGRATION_SANITIZE)
    set(seconds 400)
  endif()
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 TEST_FILTER "${arg_FILTER}" PROPERTIES TIMEOUT ${seconds})
endfunction()
