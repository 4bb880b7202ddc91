// Measures the work on a delivery before anything is stored, with a real body of about 2 KB.
#include <benchmark/benchmark.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <simdjson.h>

#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "ashby/webhook/delivery.hpp"
#include "ashby/webhook/signature.hpp"
#include "integration/crypto/hex.hpp"

namespace {

const std::string kSecret(64, 's');

const std::string& body() {
  static const std::string kBody = [] {
    std::ifstream file(ASHBY_FIXTURES "/webhook_applicationUpdate_hired.raw", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return kBody;
}

// HMAC-SHA256 that sets the key once, which is the fastest use of OpenSSL.
class Hmac {
 public:
  Hmac() {
    std::array parameters = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, const_cast<char*>("SHA256"), 0),
        OSSL_PARAM_construct_end()};
    const auto* key = reinterpret_cast<const unsigned char*>(kSecret.data());
    if (EVP_MAC_init(context_.get(), key, kSecret.size(), parameters.data()) != 1)
      throw std::runtime_error("OpenSSL has no HMAC-SHA256");
  }

  std::array<unsigned char, 32> of(std::string_view text) {
    std::array<unsigned char, 32> mac{};
    std::size_t length = 0;
    EVP_MAC_init(context_.get(), nullptr, 0, nullptr);
    EVP_MAC_update(context_.get(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    EVP_MAC_final(context_.get(), mac.data(), &length, mac.size());
    return mac;
  }

 private:
  std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> mac_{EVP_MAC_fetch(nullptr, "HMAC", nullptr),
                                                         EVP_MAC_free};
  std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context_{EVP_MAC_CTX_new(mac_.get()),
                                                                     EVP_MAC_CTX_free};
};

std::string signature() {
  return "sha256=" + integration::toHex(Hmac().of(body()));
}

// Returns the one value that the plugin must find at least.
std::string_view applicationId(simdjson::dom::parser& parser) {
  return parser.parse(body().data(), body().size())["data"]["application"]["id"];
}

void verifies(benchmark::State& state) {
  const std::string header = signature();
  const std::array secrets = {kSecret};
  for (auto _ : state) {
    if (!ashby::signatureHolds(header, body(), secrets)) state.SkipWithError("the signature was refused");
  }
}
BENCHMARK(verifies)->Name("verify a webhook's signature");

void reads(benchmark::State& state) {
  for (auto _ : state) {
    if (!ashby::readDelivery(body()).delivery) state.SkipWithError("the body was refused");
  }
}
BENCHMARK(reads)->Name("read a webhook's body");

void verifiesAndReads(benchmark::State& state) {
  const std::string header = signature();
  const std::array secrets = {kSecret};
  for (auto _ : state) {
    if (!ashby::signatureHolds(header, body(), secrets) || !ashby::readDelivery(body()).delivery)
      state.SkipWithError("the delivery was refused");
  }
}
BENCHMARK(verifiesAndReads)->Name("verify and read a webhook");

void hmacAlone(benchmark::State& state) {
  Hmac hmac;
  for (auto _ : state) benchmark::DoNotOptimize(hmac.of(body()));
}
BENCHMARK(hmacAlone)->Name("HMAC-SHA256 alone");

void simdjsonAlone(benchmark::State& state) {
  simdjson::dom::parser parser;
  for (auto _ : state) benchmark::DoNotOptimize(applicationId(parser));
}
BENCHMARK(simdjsonAlone)->Name("simdjson alone");

void bothAlone(benchmark::State& state) {
  Hmac hmac;
  simdjson::dom::parser parser;
  for (auto _ : state) {
    benchmark::DoNotOptimize(hmac.of(body()));
    benchmark::DoNotOptimize(applicationId(parser));
  }
}
BENCHMARK(bothAlone)->Name("HMAC-SHA256 and simdjson alone");

}  // namespace
