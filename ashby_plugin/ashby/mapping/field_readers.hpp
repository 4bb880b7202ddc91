// A reader for each field, whatever the source: Ashby's own field or a custom field that the admin mapped. A
// source chooses the raw text; the reader makes the field's value of it and says what is doubtful.
#pragma once

#include <map>
#include <string>

#include "ashby/mapping/custom_value.hpp"
#include "ashby/mapping/hire_mapping.hpp"

namespace ashby {

// Sets the field to what the text says, with an issue if it is doubtful. typed: as it was typed in Ashby.
void readPhoneField(const std::string& typed, const ImportSettings& choices, MappedHire& hire);
void readEmailField(const std::string& field, const std::string& typed, MappedHire& hire);
void readLinkField(const std::string& field, const std::string& typed, MappedHire& hire);

// Reads values of custom fields into the fields of one hire.
class FieldReaders {
 public:
  FieldReaders(const ImportSettings& choices, MappedHire& hire) : choices_(choices), hire_(hire) {}

  // value: one that is there (CustomValue::State), readable or not. The field's issues of before go.
  void read(const std::string& field, const CustomValue& value);
  // Call it after the last value: flags a currency or a period that differs from what came with the amount.
  void compareUnits();

 private:
  void readDate(const std::string& text);
  void readAmount(const std::string& field, const CustomValue& value);
  void readPeriod(const CustomValue& value);
  void readText(const std::string& field, const CustomValue& value);
  void invalid(const std::string& field, const std::string& message);

  const ImportSettings& choices_;
  MappedHire& hire_;
  std::map<std::string, std::string>
      units_;  // what came with an amount, by the field of its currency or period
};

// Takes back what was said of a field.
void forgetIssues(const std::string& field, MappedHire& hire);

}  // namespace ashby
