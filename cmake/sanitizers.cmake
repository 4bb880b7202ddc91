# Compiles and links all of the build with the sanitizers of INTEGRATION_SANITIZE.
add_compile_options(-fsanitize=${INTEGRATION_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
add_link_options(-fsanitize=${INTEGRATION_SANITIZE})
if(INTEGRATION_SANITIZE MATCHES address)
  # Its instrumentation has GCC 12 see uninitialized reads in <regex> (GCC bug 105562).
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  # What GCC tells by this macro, clang tells by __has_feature alone.
  add_compile_definitions($<$<CXX_COMPILER_ID:Clang>:__SANITIZE_ADDRESS__>)
endif()
