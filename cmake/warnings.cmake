# Linked by every target of ours. Warnings are errors in a build of our own, whose compiler we know.
add_library(integration_warnings INTERFACE)
if(PROJECT_IS_TOP_LEVEL)
  target_compile_options(integration_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror
    $<$<COMPILE_LANGUAGE:CXX>:-Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual>
    # Boost.Describe's macros with an empty list are fine in C++20; clang 14 still says they are an extension.
    $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wno-gnu-zero-variadic-macro-arguments>)
endif()
