/* A new hire, as a text in C. */
#pragma once

#define HIRE(id)                                                                                  \
  "{\"id\":\"" id                                                                                 \
  "\",\"state\":\"staged\",\"busy\":false,\"version\":\"1\",\"fields\":{\"firstName\":"           \
  "\"Amara\",\"lastName\":\"Okafor\",\"jobTitle\":\"Engineer\"},\"nameParts\":{\"reason\":\"\"}," \
  "\"source\":{\"system\":\"s\",\"applicationId\":\"" id                                          \
  "\"},\"importedAt\":\"2026-01-01T00:00:00.000Z\","                                              \
  "\"updatedAt\":\"2026-01-01T00:00:00.000Z\"}"
