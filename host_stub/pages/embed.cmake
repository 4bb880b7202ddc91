# cmake -DOUT=file.cpp -DFILES=a;b -P embed.cmake: the pages' templates and assets as C++, so that the host needs no
# files beside it.
set(rows "")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} text)
  string(APPEND rows "      {\"${name}\", R\"page~(${text})page~\"},\n")
endforeach()
file(WRITE ${OUT} "#include \"pages/page_files.hpp\"

namespace host_stub {

const std::map<std::string_view, std::string_view>& pageFiles() {
  static const std::map<std::string_view, std::string_view> files{
${rows}  };
  return files;
}

}  // namespace host_stub
")
