// Answers in the forms of the HTTP API.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "integration/status.hpp"
#include "net/server/web.hpp"

namespace host_stub {

// Returns an answer whose body is yet to be written: see writeBody().
WebResponse jsonAnswer(int status, integration::Json json);
WebResponse jsonTextAnswer(int status, std::string json);

// Writes the body as text if it is a tree so far: before the answer leaves this process.
void writeBody(WebResponse& answer);

// {code, name, message, issues:[{path, message}]}; `issues` only where there are some.
WebResponse errorAnswer(int status, std::string_view message,
                        const std::vector<integration::Issue>& issues = {});

// 503 carries Retry-After: the error's own, in seconds rounded up, else 5.
WebResponse errorAnswer(const integration::Error& error);

int httpStatusOf(integration::Code code);

// "NotFound", "Unprocessable", ...: the names that the Humaans API (Feathers) gives to its errors.
std::string_view errorName(int status);

// "Not Found", ...: what stands beside the status in HTTP.
std::string reasonPhrase(int status);

}  // namespace host_stub
