// Compiled by the test to see with which options.
