// Hires that were left aside by a setting that is another now are read again, a page at a time.
#pragma once

#include <string>
#include <string_view>

#include "integration/call.hpp"
#include "integration/store.hpp"

namespace ashby {

// Adds to `commit` what puts the outdated ones of a page into the inbox; the page begins behind the
// application `after`, "" = with the first. Returns the id to go on from, "" = that was the last page. To be
// asked again if the commit is aborted.
std::string queueOutdated(integration::Call& call, integration::Commit& commit, std::string_view after,
                          std::int64_t now);

}  // namespace ashby
