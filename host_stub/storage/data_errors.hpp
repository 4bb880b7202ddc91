// Why the data folder can't be used at all. Found while opening; what() says what is wrong, where, and what
// to do. A later error, in one call, is an integration::Failure.
#pragma once

#include <stdexcept>

namespace host_stub {

class DataError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Another process serves this folder.
class DataInUse : public DataError {
  using DataError::DataError;
};

// A file is damaged. It was left as it is.
class DataDamaged : public DataError {
  using DataError::DataError;
};

}  // namespace host_stub
