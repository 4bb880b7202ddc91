#include "net/mail/mail_headers.hpp"

#include <Poco/Base64Encoder.h>

#include <algorithm>
#include <sstream>

namespace host_stub {
namespace {

// 45 bytes are 60 signs of base64, which leaves room for =?UTF-8?B? and ?= in 75.
constexpr std::size_t kBytesOfAWord = 45;

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string withoutControls(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return out;
}

// The bytes of a character stay in one word.
std::size_t wordLength(std::string_view text) {
  std::size_t length = std::min(text.size(), kBytesOfAWord);
  const auto continues = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
  };
  if (length == text.size()) return length;
  std::size_t begin = length;
  while (begin > 0 && continues(begin)) --begin;
  return begin == 0 ? length : begin;
}

std::string encodedWords(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    const std::size_t length = wordLength(text);
    std::ostringstream word;
    Poco::Base64Encoder encoder(word);
    encoder.rdbuf()->setLineLength(0);
    encoder.write(text.data(), static_cast<std::streamsize>(length));
    encoder.close();
    words.append(words.empty() ? "" : "\r\n ").append("=?UTF-8?B?").append(word.str()).append("?=");
    text.remove_prefix(length);
  }
  return words;
}

std::string quoted(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + "\"";
}

}  // namespace

std::string headerText(std::string_view text) {
  const std::string clean = withoutControls(text);
  return isAscii(clean) ? clean : encodedWords(clean);
}

std::string headerMailbox(std::string_view name, const std::string& address) {
  if (name.empty()) return "<" + address + ">";
  const std::string clean = withoutControls(name);
  return isAscii(clean) ? quoted(clean) + " <" + address + ">"
                        : encodedWords(clean) + "\r\n <" + address + ">";
}

}  // namespace host_stub
