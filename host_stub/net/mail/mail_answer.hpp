// A mail server's answer about one mail, and whether that is the last word.
#pragma once

#include <string>

namespace host_stub {

enum class MailVerdict {
  taken,
  refused,  // for good: the server speaks of this mailbox or of this mail
  later,    // it speaks of itself, of this host or of the sender, or of a state that may pass
};

struct MailAnswer {
  enum class Step { recipient, start, text };  // what it answers: RCPT TO, DATA, the text of the mail

  int status = 0;
  std::string reply;  // as it came; may name the recipient
  Step step = Step::text;

  bool taken() const { return status / 100 == 2; }
  MailVerdict verdict() const;
  // Returns the status and, if there is one, the code of RFC 3463, such as "554 5.7.1". Names nobody.
  std::string codes() const;
};

}  // namespace host_stub
