// Hires that are read from Ashby together.
#pragma once

#include <memory>

#include "ashby/client.hpp"
#include "hires/source/source_hire.hpp"

namespace ashby {

SourceError sourceErrorOf(const Answer& answer);

// Reads the applications. `client` must outlive the batch.
std::unique_ptr<HireBatch> readBatch(Client& client, const std::vector<std::string>& ids);

}  // namespace ashby
