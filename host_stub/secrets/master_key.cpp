#include "secrets/master_key.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "integration/crypto/secret_text.hpp"
#include "secrets/key_file_access.hpp"
#include "storage/data_errors.hpp"
#include "storage/folder_lock.hpp"
#include "storage/random.hpp"

namespace host_stub {
namespace {

namespace fs = std::filesystem;
using Bytes = MasterKey::Bytes;

constexpr std::size_t kHexDigits = 64, kBase64Digits = 44, kMaxText = 256;

class File {
 public:
  File(const fs::path& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

// Wiped however the function that holds it is left.
struct SecretBytes {
  Bytes bytes{};
  ~SecretBytes() { integration::wipe(bytes); }
};

[[noreturn]] void refuse(const fs::path& path, const std::string& what) {
  throw DataError("the key file " + path.string() + " " + what);
}

int digitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool fromHex(std::string_view text, Bytes& out) {
  if (text.size() != kHexDigits) return false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const int high = digitOf(text[2 * i]), low = digitOf(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    out[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return true;
}

bool fromBase64(std::string_view text, Bytes& out) {
  if (text.size() != kBase64Digits || text[43] != '=' || text[42] == '=') return false;
  std::array<std::uint8_t, 33> decoded{};  // EVP_DecodeBlock writes the padding too
  const bool ok = EVP_DecodeBlock(decoded.data(), reinterpret_cast<const unsigned char*>(text.data()),
                                  static_cast<int>(text.size())) == 33;
  if (ok) std::copy_n(decoded.begin(), out.size(), out.begin());
  integration::wipe(decoded);
  return ok;
}

MasterKey parse(std::string_view text, const std::string& where) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
    text.remove_suffix(1);
  SecretBytes key;
  if (!fromHex(text, key.bytes) && !fromBase64(text, key.bytes))
    throw DataError(where +
                    " is no sealing key: give 64 hexadecimal digits or base64 of 32 bytes, such as `openssl "
                    "rand -hex 32` prints");
  return MasterKey(key.bytes);
}

MasterKey load(const fs::path& path) {
  const File file(path, O_RDONLY);
  if (file.fd() < 0) refuse(path, "can't be read: " + std::system_category().message(errno));
  struct stat status {};
  if (::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode)) refuse(path, "is not a file");
  if (const auto problem = problemOfKeyFile(accessOf(file.fd()))) refuse(path, *problem);
  std::string text(kMaxText, '\0');
  const ssize_t size = ::read(file.fd(), text.data(), text.size());
  const integration::SecretText secret(std::move(text));
  if (size < 0) refuse(path, "can't be read: " + std::system_category().message(errno));
  return parse(secret.view().substr(0, static_cast<std::size_t>(size)), "the key file " + path.string());
}

// Whole and durable before its name appears, and that before anything is sealed with it.
void create(const fs::path& path) {
  integration::SecretText secret(newToken());
  secret.append("\n");
  const fs::path draft = path.string() + ".new";
  std::error_code error;
  fs::remove(draft, error);
  const File file(draft, O_WRONLY | O_CREAT | O_EXCL);
  if (file.fd() < 0 ||
      ::write(file.fd(), secret.view().data(), secret.view().size()) !=
          static_cast<ssize_t>(secret.view().size()) ||
      ::fsync(file.fd()) != 0 || ::rename(draft.c_str(), path.c_str()) != 0)
    refuse(path, "can't be written: " + std::system_category().message(errno));
  syncFolder(path.parent_path());
}

}  // namespace

MasterKey loadMasterKey(const KeySource& source, const fs::path& folder, bool mayCreate) {
  if (source.file) return load(*source.file);
  if (source.text) return parse(*source.text, "HOST_STUB_KEY");
  const fs::path path = folder / "sealing.key";
  if (!fs::exists(path)) {
    if (!mayCreate)
      refuse(
          path,
          "is missing, and secrets are sealed with it: put it back, or name where the key is with --key-file "
          "or HOST_STUB_KEY");
    create(path);
  }
  return load(path);
}

}  // namespace host_stub
