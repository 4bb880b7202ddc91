// Finds texts that are no one person's name, and so aren't split: couples, companies, addresses, digits,
// pictures.
#pragma once

#include "person_names/name_parse.hpp"

namespace ashby::names {

// Returns why the pieces of a name are left whole, with possible readings. Returns nullopt if they are split.
std::optional<Doubt> unsplittable(const std::vector<Words>& pieces);

}  // namespace ashby::names
