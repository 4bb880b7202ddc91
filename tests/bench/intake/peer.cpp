#include "intake/peer.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace bench {
namespace {

std::uint16_t readPort(int from) {
  std::string line;
  for (char c = 0; ::read(from, &c, 1) == 1 && c != '\n';) line += c;
  if (line.empty()) throw std::runtime_error("a peer did not begin to listen");
  return static_cast<std::uint16_t>(std::stoul(line));
}

}  // namespace

Peer::Peer(const std::vector<std::string>& command) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  int out[2];
  if (::pipe(out) != 0) throw std::runtime_error("no pipe");
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(out[1], STDOUT_FILENO);
    ::close(out[0]);
    ::execvp(words[0], words.data());
    ::_exit(127);
  }
  ::close(out[1]);
  try {
    port_ = readPort(out[0]);
  } catch (...) {
    ::close(out[0]);
    throw;
  }
  ::close(out[0]);
}

Peer::~Peer() {
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, nullptr, 0);
}

}  // namespace bench
