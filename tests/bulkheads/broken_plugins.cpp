#include "broken_plugins.hpp"

#include <algorithm>

namespace bulkheads {
namespace {

constexpr bool kInTheRound = true;

const std::vector<BrokenPlugin>& all() {
  using enum Itself;
  static const std::vector<BrokenPlugin> plugins = {
      {"no_symbol", "exports no entry", isRefused, "no integration_plugin_entry"},
      {"entry_null_silent", "has no table and says no reason", isRefused, "is refused"},
      {"wrong_major", "is built for another major ABI", isRefused, "built for ABI 1"},
      {"newer_minor", "is built for a later ABI", isRefused, "built for ABI 0.10"},
      {"size0", "has a table of no bytes", isRefused, "its table has 0 bytes"},
      {"size_truncated", "has too small a table", isRefused, "its table has"},
      {"size_huge", "says that its table has 4 GB", works, ""},
      {"describe_100mb", "describes itself with 100 MB", isRefused, "its describe writes more than"},
      {"describe_bad_utf8", "has a name that is no UTF-8", isRefused, "description"},
      {"describe_differs", "is another version than its manifest", isRefused, "its version as", kInTheRound},
      {"describe_not_json", "describes itself without JSON", isRefused, "its description"},
      {"exits_in_entry", "exits as it is loaded", endsTheStart, "exit", kInTheRound},
      {"constructor_exits", "ends the process at once", endsTheStart, "_exit"},
      {"hangs_describe", "never describes itself", endsTheStart, "hang"},
      {"slow_describe", "takes 3 s to describe itself", works, ""},
      {"registers_atexit", "runs at the end of the process", works, ""},

      {"acks_lost", "takes deliveries and keeps nothing", works, ""},
      {"writes_input", "writes into what it may only read", works, ""},
      {"raises_rights", "raises the rights of its call", works, ""},
      {"reply_header_injection", "replies with a header in a header", takesNothing, ""},
      {"no_reply", "replies nothing", takesNothing, "", kInTheRound},
      {"two_replies", "replies twice", takesNothing, ""},
      {"reply_then_error", "replies, then fails", takesNothing, ""},
      {"throws_int", "throws a number", takesNothing, "", kInTheRound},
      {"segv", "writes to nowhere", endsTheHost, "SIGSEGV", kInTheRound},
      {"aborts", "aborts", endsTheHost, "SIGABRT", kInTheRound},
      {"exits", "exits", endsTheHost, "exit", kInTheRound},
      {"thread_exit", "ends the host's thread", endsTheHost, "SIGABRT"},
      {"closes_fds", "closes what the host has open", ruinsTheHost, ""},
      {"holds", "never returns from a delivery", hangs, "handle_webhook"},
      {"loops", "computes for ever", hangs, "handle_webhook"},
      {"work_hangs", "hangs at work", hangs, "run_work", kInTheRound},
      {"work_ignores_cancel", "works for ten minutes", hangs, "run_work"},

      {"answers_html", "answers HTML", fails, "status", kInTheRound},
      {"error_without_text", "fails without a word", fails, "status", kInTheRound},
      {"status_99", "fails with a code that there is not", fails, "status", kInTheRound},
      {"throws_std", "lets exceptions out", fails, "status"},
      {"unknown_state", "is in a state that there is not", cannotTell, "status"},
      {"ignores_query", "lists all whatever is asked", isMissing, "list_staged", kInTheRound},
      {"million_items", "lists a million hires at once", isMissing, "list_staged"},
      {"items_300k", "lists 300,000 hires at once", isMissing, "list_staged"},
      {"promote_garbage", "answers HTML to who adds a hire", cannotAdd, "promote"},
      {"edit_ext_hole", "has no function behind its edits", cannotEdit, "integration.edit/1"},
      {"why_ext_garbage", "answers HTML to who asks why", cannotSayWhy, "integration.explain/1"},

      {"keeps_call", "uses a call after its end", works, ""},
      {"keeps_thread", "has a thread that never ends", works, ""},
      {"leaks", "never frees an instance", works, ""},
      {"leaks_per_call", "loses 100 kB a call", works, ""},
      {"opens_files", "has files, a clock and randomness", works, ""},
      {"prints", "prints among what the host prints", works, ""},
      {"process_state", "changes locale, folder, mask, signals", works, ""},
      {"service_in_create", "asks for the time in create", works, ""},
      {"throws_in_destroy", "throws a number in destroy", works, ""},
  };
  return plugins;
}

}  // namespace

void PrintTo(const BrokenPlugin& plugin, std::ostream* out) {
  *out << plugin.name << ", which " << plugin.breaks;
}

std::vector<BrokenPlugin> brokenPlugins(bool inTheRound, std::initializer_list<Itself> kinds) {
  std::vector<BrokenPlugin> plugins;
  for (const BrokenPlugin& plugin : all())
    if (plugin.inTheRound == inTheRound && std::count(kinds.begin(), kinds.end(), plugin.itself) != 0)
      plugins.push_back(plugin);
  return plugins;
}

}  // namespace bulkheads
