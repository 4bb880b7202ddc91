// The extensions that hosts know: the id of each, what it is asked and what it answers.
#pragma once

#include "integration/extensions/activity.hpp"          // IWYU pragma: export
#include "integration/extensions/catch_up.hpp"          // IWYU pragma: export
#include "integration/extensions/document_link.hpp"     // IWYU pragma: export
#include "integration/extensions/edit.hpp"              // IWYU pragma: export
#include "integration/extensions/explain.hpp"           // IWYU pragma: export
#include "integration/extensions/match.hpp"             // IWYU pragma: export
#include "integration/extensions/preview_settings.hpp"  // IWYU pragma: export
#include "integration/extensions/processed_ids.hpp"     // IWYU pragma: export
#include "integration/extensions/restore.hpp"           // IWYU pragma: export
#include "integration/extensions/retry.hpp"             // IWYU pragma: export
#include "integration/extensions/set_aside.hpp"         // IWYU pragma: export
#include "integration/extensions/source_choices.hpp"    // IWYU pragma: export
#include "integration/extensions/sync.hpp"              // IWYU pragma: export
