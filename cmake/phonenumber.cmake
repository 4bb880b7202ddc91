# Google's libphonenumber as the target `phonenumber`. The libraries are installed; the headers lie where ./dev unpacks
# them, whatever the preset.
find_path(PHONENUMBER_HEADERS phonenumbers/phonenumberutil.h PATHS ${PROJECT_SOURCE_DIR}/build/deps/usr/include)
find_library(PHONENUMBER_LIBRARY NAMES phonenumber libphonenumber.so.8)
find_library(PROTOBUF_LIBRARY NAMES protobuf libprotobuf.so.32)
if(NOT PHONENUMBER_HEADERS OR NOT PHONENUMBER_LIBRARY OR NOT PROTOBUF_LIBRARY)
  message(FATAL_ERROR "libphonenumber or its headers are missing: ./dev build fetches both")
endif()

add_library(phonenumber INTERFACE)
target_include_directories(phonenumber SYSTEM INTERFACE ${PHONENUMBER_HEADERS})
target_link_libraries(phonenumber INTERFACE ${PHONENUMBER_LIBRARY} ${PROTOBUF_LIBRARY})
