// Described structs from an answer of Ashby's, member by member: a value of another form than is known is
// left out by itself, and noted, so that no odd value keeps the rest away.
//   plain member     must be there and right, or its struct can't be read
//   std::optional    null if it is missing, null or of another form
//   std::vector      empty if it is missing, null or no list; an item that can't be read is left out
// A struct with a member `leftOut` lists the paths of what was left out within it ("salary/value").
#pragma once

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "integration/json.hpp"
#include "integration/json_values.hpp"

namespace ashby {

class TolerantReader {
 public:
  // Each returns false if `out` can't be read; wrong() then names the member that is missing or odd.
  bool read(const integration::Json& json, std::string& out);
  bool read(const integration::Json& json, bool& out);
  bool read(const integration::Json& json, integration::RawJson& out);
  // A number that is written as a text ("85000") is one.
  bool read(const integration::Json& json, integration::ExactNumber& out);
  template <class T>
  bool read(const integration::Json& json, std::optional<T>& out) {
    out.reset();
    if (json.is_null()) return true;
    T value{};
    if (read(json, value))
      out = std::move(value);
    else
      leaveOut();
    return true;
  }
  template <class T>
  bool read(const integration::Json& json, std::vector<T>& out) {
    out.clear();
    if (!json.is_null() && !json.is_array()) leaveOut();
    if (!json.is_array()) return true;
    for (std::size_t i = 0; i < json.size(); ++i) {
      const Step step(*this, std::to_string(i));
      T value{};
      if (read(json[i], value))
        out.push_back(std::move(value));
      else
        leaveOut();
    }
    return true;
  }
  template <class T>
  requires boost::describe::has_describe_members<T>::value bool read(const integration::Json& json, T& out) {
    if (!json.is_object()) return false;
    const Place outer = place_;
    if constexpr (requires { out.leftOut; }) place_ = {&out.leftOut, path_.empty() ? 0 : path_.size() + 1};
    bool whole = true;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) {
          static const integration::Json kMissing;
          const auto found = json.find(member.name);
          const Step step(*this, member.name);
          if (read(found == json.end() ? kMissing : *found, out.*member.pointer)) return;
          whole = false;
          if (wrong_.empty()) wrong_ = path_;
        });
    place_ = outer;
    return whole;
  }

  // The path of the first member that must be there and isn't; "" if it is the whole.
  const std::string& wrong() const { return wrong_; }

 private:
  // A step down the path, taken back when it ends.
  class Step {
   public:
    Step(TolerantReader& reader, std::string_view name);
    ~Step() { reader_.path_.resize(length_); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    TolerantReader& reader_;
    std::size_t length_;
  };

  // Where to note what is left out, and from where on its path counts.
  struct Place {
    std::vector<std::string>* notes = nullptr;
    std::size_t from = 0;
  };

  void leaveOut();

  std::string path_, wrong_;
  Place place_;
};

}  // namespace ashby
