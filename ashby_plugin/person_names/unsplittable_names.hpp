// Finds texts that are no one person's name, and so aren't split: couples, companies, addresses, digits,
// pictures.
#pragma once

#include "person_names/name_parse.hpp"

namespace ashby::names {

// Why the pieces of a name are left whole, with what could be read in them; nothing if they are split.
std::optional<Doubt> unsplittable(const std::vector<Words>& pieces);

}  // namespace ashby::names
