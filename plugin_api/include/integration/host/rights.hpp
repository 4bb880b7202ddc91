// Which entry may use which service: the contract's table, here and nowhere else. The host kit refuses what
// it doesn't grant with failed_precondition, the fake host does the same.
#pragma once

#include <array>

#include "integration/call.hpp"

namespace integration {

enum class Grant { none, reads, all };

// store reads: get and scan. members reads: match alone. tools: clock, random and wake.
// Everyone may log.
struct Rights {
  CallKind kind;
  Grant store;
  Grant http;
  Grant secrets;
  Grant members;
  Grant tools;
  Grant lists;
  Grant notices;
};

// clang-format off
inline constexpr std::array kRights{
    //      entry                     store         http         secrets      members       tools        lists        notices
    Rights{CallKind::create,        Grant::none,  Grant::none, Grant::none, Grant::none,  Grant::none, Grant::none, Grant::none},
    Rights{CallKind::destroy,       Grant::none,  Grant::none, Grant::none, Grant::none,  Grant::none, Grant::none, Grant::none},
    Rights{CallKind::configure,     Grant::all,   Grant::all,  Grant::all,  Grant::none,  Grant::all,  Grant::all,  Grant::none},
    Rights{CallKind::enable,        Grant::all,   Grant::all,  Grant::all,  Grant::none,  Grant::all,  Grant::all,  Grant::none},
    Rights{CallKind::disable,       Grant::all,   Grant::all,  Grant::all,  Grant::none,  Grant::all,  Grant::all,  Grant::none},
    Rights{CallKind::handleWebhook, Grant::all,   Grant::none, Grant::all,  Grant::none,  Grant::all,  Grant::none, Grant::none},
    Rights{CallKind::listStaged,    Grant::reads, Grant::none, Grant::none, Grant::reads, Grant::all,  Grant::all,  Grant::none},
    Rights{CallKind::promote,       Grant::all,   Grant::none, Grant::none, Grant::all,   Grant::all,  Grant::all,  Grant::none},
    Rights{CallKind::discard,       Grant::all,   Grant::none, Grant::none, Grant::reads, Grant::all,  Grant::all,  Grant::none},
    Rights{CallKind::status,        Grant::reads, Grant::none, Grant::none, Grant::reads, Grant::all,  Grant::all,  Grant::none},
    Rights{CallKind::runWork,       Grant::all,   Grant::all,  Grant::all,  Grant::all,   Grant::all,  Grant::all,  Grant::all},
    Rights{CallKind::userAction,    Grant::all,   Grant::none, Grant::none, Grant::reads, Grant::all,  Grant::all,  Grant::none},
    Rights{CallKind::query,         Grant::reads, Grant::none, Grant::none, Grant::reads, Grant::all,  Grant::all,  Grant::none},
    Rights{CallKind::sourceAction,  Grant::all,   Grant::all,  Grant::none, Grant::reads, Grant::all,  Grant::all,  Grant::none},
};
// clang-format on

enum class ServiceFunction {
  storeGet,
  storeScan,
  storeCommit,
  httpSend,
  secretsGet,
  membersCreate,
  membersGet,
  membersMatch,
  clockNow,
  randomFill,
  logWrite,
  wake,
  listsGet,
  noticesTell
};

// clang-format off
constexpr bool allowed(const Rights& rights, ServiceFunction function) {
  switch (function) {
    case ServiceFunction::storeGet:
    case ServiceFunction::storeScan: return rights.store != Grant::none;
    case ServiceFunction::storeCommit: return rights.store == Grant::all;
    case ServiceFunction::httpSend: return rights.http == Grant::all;
    case ServiceFunction::secretsGet: return rights.secrets == Grant::all;
    case ServiceFunction::membersMatch: return rights.members != Grant::none;
    case ServiceFunction::membersCreate:
    case ServiceFunction::membersGet: return rights.members == Grant::all;
    case ServiceFunction::clockNow:
    case ServiceFunction::randomFill:
    case ServiceFunction::wake: return rights.tools == Grant::all;
    case ServiceFunction::listsGet: return rights.lists == Grant::all;
    case ServiceFunction::noticesTell: return rights.notices == Grant::all;
    case ServiceFunction::logWrite: return true;
  }
  return false;
}
// clang-format on

constexpr bool allowed(CallKind kind, ServiceFunction function) {
  for (const Rights& rights : kRights)
    if (rights.kind == kind) return allowed(rights, function);
  return false;
}

}  // namespace integration
