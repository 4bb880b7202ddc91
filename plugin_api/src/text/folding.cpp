#include "integration/text/folding.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace integration {
namespace {

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string asciiLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return lower;
}

icu::UnicodeString fromUtf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

std::string toUtf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// As it is if ICU lacks its data, which it doesn't where it is installed.
icu::UnicodeString normalized(const icu::UnicodeString& text, const icu::Normalizer2* (*form)(UErrorCode&)) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = form(error);
  if (U_FAILURE(error)) return text;
  icu::UnicodeString result = normalizer->normalize(text, error);
  return U_FAILURE(error) ? text : result;
}

// Accents have a combining class of 10 and more. Below lie marks that make another letter in their script,
// such as the voicing of kana (8) or viramas (9); vowel signs have none.
bool isAccent(UChar32 c) {
  return u_charType(c) == U_NON_SPACING_MARK && u_getCombiningClass(c) >= 10;
}

// A sign that nobody sees parts no word and is searched by nobody: soft hyphens, joiners, marks of direction.
bool isIgnorable(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

icu::UnicodeString withoutAccents(const icu::UnicodeString& text) {
  icu::UnicodeString plain;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    if (const UChar32 c = text.char32At(i); !isAccent(c) && !isIgnorable(c)) plain.append(c);
  return plain;
}

// Letters that no decomposition makes plain: ø, ł, đ, ı, æ.
void makeLatinPlain(icu::UnicodeString& text) {
  static const std::unique_ptr<const icu::Transliterator> kLatinAscii = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<const icu::Transliterator>(
        icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, error));
  }();
  if (kLatinAscii) kLatinAscii->transliterate(text);
}

bool isApostrophe(UChar32 c) {
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xFF07;
}

bool isOfAWord(UChar32 c) {
  return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

// The same as of any text, without ICU: most names are of these letters.
std::vector<std::string> asciiWords(std::string_view folded) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    const char c = i < folded.size() ? folded[i] : ' ';
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word += c;
    } else if (!isApostrophe(c) && !word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

}  // namespace

std::string folded(std::string_view text) {
  if (isAscii(text)) return asciiLower(text);
  icu::UnicodeString plain = withoutAccents(normalized(fromUtf8(text), icu::Normalizer2::getNFKDInstance));
  makeLatinPlain(plain);
  return toUtf8(plain.foldCase());
}

std::vector<std::string> foldedWords(std::string_view text) {
  if (isAscii(text)) return asciiWords(asciiLower(text));
  const icu::UnicodeString all = fromUtf8(folded(text));
  std::vector<std::string> words;
  icu::UnicodeString word;
  for (int32_t i = 0; i <= all.length(); i = i < all.length() ? all.moveIndex32(i, 1) : i + 1) {
    const UChar32 c = i < all.length() ? all.char32At(i) : ' ';
    if (isOfAWord(c)) {
      word.append(c);
    } else if (!isApostrophe(c) && !word.isEmpty()) {
      words.push_back(toUtf8(word));
      word.remove();
    }
  }
  return words;
}

std::string caseFolded(std::string_view text) {
  if (isAscii(text)) return asciiLower(text);
  icu::UnicodeString whole = normalized(fromUtf8(text), icu::Normalizer2::getNFCInstance);
  return toUtf8(normalized(whole.foldCase(), icu::Normalizer2::getNFCInstance));
}

bool hasWords(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
    return std::count(words.begin(), words.end(), one) >= std::count(wanted.begin(), wanted.end(), one);
  });
}

}  // namespace integration
