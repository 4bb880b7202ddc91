// Tests keys and tokens that somebody types into a search box: they must not be searched for.
#include "pages/secret_guard.hpp"

#include <gtest/gtest.h>

namespace host_stub {
namespace {

TEST(SecretGuard, RefusesKeysAndTokensAlone) {
  for (const char* secret :
       {"31e86c0f9b5d4a7c8e2f1d6b3a9075c431e86c0f9b5d4a7c8e2f1d6b3a9075c4",
        "31E86C0F9B5D4A7C8E2F1D6B3A9075C431E86C0F", "  31e86c0f9b5d4a7c8e2f1d6b3a9075c431e86c0f\n",
        "aG9sZCB0aGUgZG9vciBwbGVhc2UsIHRoYW5r/3cw==", "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy",
        "sk_live_4eC39HqLyjWDarjtT1zdp7dcAAAAAAAA", "00000000000000000000000000000000"})
    EXPECT_FALSE(refuseSecret(secret).empty()) << secret;
  for (const char* allowed :
       {"", "  ", "Ada", "Nadia Okoye", "nadia.okoye.with.a.long.name.1987@subdomain.example.org",
        "77619646-b5d3-5483-b271-303e978f57d6", "77619646-B5D3-5483-B271-303E978F57D6",
        "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis",
        "Jean-Luc-von-und-zu-Hohenstein-Oberstadt",
        "https://app.ashbyhq.com/candidates/77619646-b5d3-5483-b271-303e978f57d6",
        "31e86c0f9b5d4a7c8e2f1d6b3a9075c", "Suite 12, 100 Long Street, London, the United Kingdom",
        "+44 7700 900123"})
    EXPECT_TRUE(refuseSecret(allowed).empty()) << allowed;
}

}  // namespace
}  // namespace host_stub
