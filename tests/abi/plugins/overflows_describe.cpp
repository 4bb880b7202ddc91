// Like overflows.cpp, and describe overflows too.
#define OVERFLOWS_DESCRIBE
#include "overflows.cpp"
