#include "test_certificates.hpp"

#include <Poco/Net/SSLManager.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace host_stub::test {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

Key newKey() {
  return {EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

void extend(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
  if (!extension) throw std::runtime_error("no such extension: " + value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

// Returns a certificate signed by `issuer`; self-signed if `issuer` is null.
Certificate sign(EVP_PKEY* key, const char* name, X509* issuer, EVP_PKEY* issuerKey,
                 const std::string& altName, bool expired) {
  Certificate certificate(X509_new(), &X509_free);
  static long serial = 0;
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -7200);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), expired ? -3600 : 3600);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
  X509* const by = issuer ? issuer : certificate.get();
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(by));
  extend(certificate.get(), by, NID_basic_constraints,
         altName.empty() ? "critical,CA:TRUE" : "critical,CA:FALSE");
  if (!altName.empty()) extend(certificate.get(), by, NID_subject_alt_name, altName);
  X509_sign(certificate.get(), issuerKey, EVP_sha256());
  return certificate;
}

void write(const std::string& path, X509* certificate) {
  const File file(std::fopen(path.c_str(), "w"), &std::fclose);
  PEM_write_X509(file.get(), certificate);
}

void write(const std::string& path, EVP_PKEY* key) {
  const File file(std::fopen(path.c_str(), "w"), &std::fclose);
  PEM_write_PrivateKey(file.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
}

}  // namespace

struct TestAuthority::Keys {
  Key key = newKey();
  Certificate certificate = sign(key.get(), "test authority", nullptr, key.get(), "", false);
};

Poco::Net::Context::Ptr ServerIdentity::serverContext() const {
  return new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, key.path(), certificate.path(), "",
                                Poco::Net::Context::VERIFY_NONE);
}

TestAuthority::TestAuthority() : keys_(new Keys) {
  Poco::Net::initializeSSL();
  write(certificate_.path(), keys_->certificate.get());
}

TestAuthority::~TestAuthority() {
  delete keys_;
  Poco::Net::uninitializeSSL();
}

void TestAuthority::issue(ServerIdentity& identity, const std::string& subjectAltName, bool expired) const {
  const Key key = newKey();
  write(identity.key.path(), key.get());
  write(identity.certificate.path(),
        sign(key.get(), "localhost", keys_->certificate.get(), keys_->key.get(), subjectAltName, expired)
            .get());
}

void TestAuthority::selfSign(ServerIdentity& identity, const std::string& subjectAltName) {
  const Key key = newKey();
  write(identity.key.path(), key.get());
  write(identity.certificate.path(),
        sign(key.get(), "localhost", nullptr, key.get(), subjectAltName, false).get());
}

}  // namespace host_stub::test
