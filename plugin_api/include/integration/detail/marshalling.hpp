// Marshals text, headers and errors between host and plugin for both kits, and reads arrays by
// their stride.
#pragma once

#include <cstring>
#include <new>
#include <string>
#include <string_view>

#include "integration/abi.h"
#include "integration/describe_json.hpp"
#include "integration/http.hpp"

namespace integration::detail {

inline integration_view toView(std::string_view text) {
  return {text.data(), text.size()};
}
inline std::string_view fromView(integration_view view) {
  return view.ptr == nullptr ? std::string_view() : std::string_view(view.ptr, view.len);
}

inline std::int32_t write(integration_sink sink, std::string_view text) {
  return sink.write == nullptr ? INTEGRATION_OK : sink.write(sink.ctx, toView(text));
}

// A sink that gathers what is written and takes at most `limit` bytes. After a refusal it refuses every
// further write, so that a text with a hole never counts as whole.
class TextSink {
 public:
  explicit TextSink(std::size_t limit = 64 * 1024 * 1024) : limit_(limit) {}
  integration_sink sink() noexcept { return {this, &TextSink::append}; }
  const std::string& text() const { return text_; }
  bool refused() const { return refused_; }
  std::size_t limit() const { return limit_; }

 private:
  static std::int32_t append(void* context, integration_view part) noexcept {
    auto& self = *static_cast<TextSink*>(context);
    if (self.refused_ || part.len > self.limit_ - self.text_.size()) return self.refuse();
    try {
      self.text_.append(fromView(part));
      return INTEGRATION_OK;
    } catch (...) {
      return self.refuse();
    }
  }
  std::int32_t refuse() noexcept {
    refused_ = true;
    return INTEGRATION_RESOURCE_EXHAUSTED;
  }

  std::size_t limit_;
  bool refused_ = false;
  std::string text_;
};

// Copies what the sender knows of T into a zeroed T: a field beyond its struct_size reads as absent.
template <class T>
T readSized(const T* from) {
  T copy{};
  std::memcpy(&copy, from, from->struct_size < sizeof(T) ? from->struct_size : sizeof(T));
  return copy;
}
template <class T>
T readElement(const T* first, std::uint32_t stride, std::uint64_t index) {
  return readSized(reinterpret_cast<const T*>(reinterpret_cast<const char*>(first) + index * stride));
}

inline std::vector<integration_header> toHeaderViews(std::span<const Header> headers) {
  std::vector<integration_header> views;
  views.reserve(headers.size());
  for (const Header& header : headers) views.push_back({toView(header.name), toView(header.value)});
  return views;
}
inline std::vector<Header> toHeaders(const integration_header* headers, std::uint64_t count) {
  std::vector<Header> copies;
  for (std::uint64_t i = 0; i < count; ++i)
    copies.push_back({std::string(fromView(headers[i].name)), std::string(fromView(headers[i].value))});
  return copies;
}

inline std::string noReason(std::int32_t status) {
  return "no reason was given (status " + std::to_string(status) + ")";
}

// An error as the other side wrote it; the status counts, whatever the text says.
inline Error readError(std::int32_t status, std::string_view text) {
  Error error{codeFromNumber(status), {}, {}, {}};
  if (error.code == Code::ok) error.code = Code::unknown;
  try {
    const Json json = parseJson(text, "the error");
    if (auto found = json.find("message"); found != json.end() && found->is_string())
      error.message = found->get<std::string>();
    if (auto found = json.find("retryAfterMs"); found != json.end() && found->is_number_integer())
      error.retryAfterMs = found->get<std::int64_t>();
    if (auto found = json.find("issues"); found != json.end())
      error.issues = fromJson<std::vector<Issue>>(*found, "issues");
  } catch (const std::exception&) {
    // Keeps what could be read; an error about an error helps nobody.
  }
  if (error.message.empty()) error.message = noReason(status);
  return error;
}

// The barrier: runs `body` (returning a status), turns whatever it throws into a status and an error text.
// Every entry and every callback goes through here. `where` names the function for errors that nobody
// expected.
template <class Body>
std::int32_t guarded(integration_sink error, const char* where, Body&& body) noexcept {
  auto report = [&](const Error& what) noexcept -> std::int32_t {
    try {
      write(error, errorToJsonText(what));
    } catch (...) {
    }
    return what.code == Code::ok ? INTEGRATION_INTERNAL : static_cast<std::int32_t>(what.code);
  };
  try {
    return body();
  } catch (const Failure& failure) {
    return report(failure.error());
  } catch (const std::bad_alloc&) {
    return INTEGRATION_RESOURCE_EXHAUSTED;
  } catch (const std::exception& unexpected) {
    try {
      return report({Code::internal, std::string(where) + " failed: " + unexpected.what(), {}, {}});
    } catch (...) {
      return INTEGRATION_INTERNAL;
    }
  } catch (...) {
    try {
      return report(
          {Code::internal, std::string(where) + " failed with something that is no std::exception", {}, {}});
    } catch (...) {
      return INTEGRATION_INTERNAL;
    }
  }
}

}  // namespace integration::detail
