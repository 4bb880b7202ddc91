// The host kit: finds a plugin by its manifest, loads it, calls it. README.md grows an example.
//
//   const Manifest manifest = Manifest::read("plugins/ashby");
//   auto library = PluginLibrary::load(manifest);
//   auto instance = PluginInstance::create(library, {.connectionId = "c1", .integration = manifest.id});
//   instance->enable({.services = servicesOf("c1")});
//
// A plugin runs inside the host's process with all of its rights: load only what you trust.
#pragma once

#include "integration/host/call_slots.hpp"
#include "integration/host/crash_records.hpp"
#include "integration/host/host_call.hpp"
#include "integration/host/manifest.hpp"
#include "integration/host/plugin_instance.hpp"
#include "integration/host/plugin_library.hpp"
#include "integration/host/rights.hpp"
#include "integration/host/run_extension.hpp"
