#include "pages/templates.hpp"

#include <kainjow/mustache.hpp>
#include <map>
#include <stdexcept>

#include "pages/page_files.hpp"

namespace host_stub {
namespace {

using integration::Json;
using Data = kainjow::mustache::data;
using Template = kainjow::mustache::mustache;

Data toData(const Json& view) {
  switch (view.type()) {
    case Json::value_t::object: {
      Data object(Data::type::object);
      for (const auto& [name, value] : view.items()) object.set(name, toData(value));
      return object;
    }
    case Json::value_t::array: {
      Data list(Data::type::list);
      for (const Json& value : view) list.push_back(toData(value));
      return list;
    }
    case Json::value_t::string: {
      const auto& text = view.get_ref<const std::string&>();
      return text.empty() ? Data(false) : Data(text);
    }
    case Json::value_t::boolean:
      return Data(view.get<bool>());
    case Json::value_t::null:
      return Data(false);
    default:
      return Data(integration::dumpJson(view));
  }
}

// Parsed once a thread: to fill one changes it.
Template& parsed(const std::string& name) {
  thread_local std::map<std::string, Template> templates;
  const auto known = templates.find(name);
  if (known != templates.end()) return known->second;
  const auto file = pageFiles().find(name + ".html");
  if (file == pageFiles().end()) throw std::logic_error("there is no template " + name);
  Template loaded{std::string(file->second)};
  if (!loaded.is_valid()) throw std::logic_error("the template " + name + ": " + loaded.error_message());
  return templates.emplace(name, std::move(loaded)).first->second;
}

}  // namespace

std::string fillTemplate(const std::string& name, const Json& view) {
  const Data data = toData(view);
  kainjow::mustache::context<std::string> context;
  context.push(&data);
  return parsed(name).render(context);
}

}  // namespace host_stub
