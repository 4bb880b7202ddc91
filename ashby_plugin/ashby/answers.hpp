// Ashby's answers, as far as they are used (https://developers.ashbyhq.com; fixtures in
// tests/fixtures/ashby). Only what makes a hire is plain and must be there: application id, status and
// candidate id. Everything else is optional and read by itself (tolerant_reader.hpp): live answers carry
// null, nothing, or one day another form. Enumerations are kept as text, since Ashby adds values.
#pragma once

#include "ashby/answers/application.hpp"
#include "ashby/answers/candidate.hpp"
#include "ashby/answers/company.hpp"
#include "ashby/answers/offer.hpp"
#include "ashby/answers/values.hpp"
