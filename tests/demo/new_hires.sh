# The help page's second half: hires arrive, are reviewed, added and deleted.

state_is() { humaans 200 GET "/api/connections/$connection" && [ "$(of .state)" = "$1" ]; }
health_says() { humaans 200 GET "/api/connections/$connection" && of .health | grep -qF "$1"; }
new_hires() { humaans 200 GET '/api/new-hires?sort=importedAt&order=asc'; }
new_hires_are() { new_hires && [ "$(of .total)" = "$1" ]; }
hire_id() { of ".data[] | select(.source.name == \"$1\") | .id"; }
all_delivered() { ashby GET /deliveries && [ "$(of 'all(.[]; .state == "succeeded")')" = true ]; }
explained() { humaans 200 GET "/api/connections/$connection/why?q=$1" && [ "$(of .state)" = "$2" ]; }

hires_table() {
  of '.data[].fields | [([.firstName, .middleName, .lastName] | map(values) | join(" ")), .jobTitle, .department,
      .employmentStartDate, ([.salaryAmount, .salaryCurrency] | map(values) | join(" "))] | map(. // "") | @tsv' |
    table Name "Job title" Department "Start date" Salary
}

people_table() {
  answer=$(of '{data: [.data[] | {fields: .}]}')
  hires_table
}

# Everything that Ashby has delivered, once more and byte for byte.
deliver_again() {
  local id
  ashby GET '/deliveries?action=applicationUpdate'
  for id in $(of '.[].id'); do ashby POST "/deliveries/$id/redeliver"; done
  eventually "Ashby has delivered everything again" all_delivered
}

hire_five() {
  ashby POST /hires '{"name":"Nadia Okoye","email":"nadia.okoye@example.org","phone":"+44 7700 900123",
    "jobTitle":"Backend Engineer","department":"Engineering","startDate":"2027-01-04","salary":82000,"currency":"GBP"}'
  nadia_application=$(of .applicationId)
  ashby POST /hires '{"name":"Lars van der Berg","email":"lars@example.org","phone":"+31 6 12345678",
    "jobTitle":"Product Designer","department":"Design","team":"Brand","startDate":"2027-01-11","salary":91500.5,
    "currency":"EUR"}'
  ashby POST /hires '{"name":"Amara Grace Okafor","email":"amara@example.org","phone":"+44 7700 900456",
    "jobTitle":"People Partner","department":"People","startDate":"2027-02-01","salary":64000,"currency":"GBP"}'
  ashby POST /hires '{"name":"Suharto","email":"suharto@example.org","phone":null,
    "jobTitle":"Account Executive","department":"Sales","startDate":"2027-02-01","salary":51000,"currency":"GBP"}'
  ashby POST /hires '{"name":"Björn Lindqvist","email":"bjorn@example.org","phone":"+46 70 1740605",
    "jobTitle":"Data Analyst","department":"Engineering","startDate":"2027-03-15","salary":480000,"currency":"SEK"}'
}

check_fields_of_nadia() {
  humaans 200 GET "/api/new-hires/$(hire_id 'Nadia Okoye')"
  expect "where the new hire comes from" "$(of .source.applicationId)" "$nadia_application"
  expect "the fields of the new hire" "$(of '.fields | {firstName, middleName, lastName, personalEmail, personalPhoneNumber,
    jobTitle, department, employmentStartDate, salaryAmount, salaryCurrency} | tojson')" "$(jq -c . <<'JSON'
{"firstName": "Nadia", "middleName": null, "lastName": "Okoye", "personalEmail": "nadia.okoye@example.org",
 "personalPhoneNumber": "+447700900123", "jobTitle": "Backend Engineer", "department": "Engineering",
 "employmentStartDate": "2027-01-04", "salaryAmount": "82000", "salaryCurrency": "GBP"}
JSON
  )"
}

tell_of_new_hires() {
  step 'When a candidate is marked as hired - that person will appear in Humaans in a "New hires" tab.'
  hire_five
  as=reviewer
  eventually "five new hires" new_hires_are 5
  held "five candidates are marked as hired in Ashby, and appear:"
  hires_table
  check_fields_of_nadia
  held "every field of the help page's list has arrived"
  as=owner
  state_is active || fail "the connection isn't active though hires came"
  held "state: active - $(of .health)"
  deliver_again
  new_hires_are 5 || fail "after a second delivery there are $(of .total) new hires, not 5"
  held "Ashby delivers all of it again: still five"

  ashby POST /hires '{"name":"Grace Kelly","jobTitle":"Recruiter","hiredAt":"2023-05-02","webhooks":false}'
  local early
  early=$(of .applicationId)
  ashby PATCH "/applications/$early" '{}'
  eventually "the hire of 2023 is looked at" explained "$early" ignored
  new_hires_are 5 || fail "somebody who was hired in 2023 was imported"
  humaans 200 GET "/api/connections/$connection/why?q=$early"
  held "somebody hired in 2023 is edited today, and not imported: $(of .reason)"

  tell_of_adding
  tell_of_deleting
}

tell_of_adding() {
  say "Adding new hires as members"
  as=reviewer
  step 'To view the information of the new hire, click on the row or "Add member" link.'
  new_hires
  local id version
  id=$(hire_id Suharto)
  humaans 200 GET "/api/new-hires/$id"
  version=$(of .version)
  held "Ashby calls this one \"$(of .source.name)\": $(of '.issues[0].message')"
  step "Review the information, fill out any missing fields and add the new member to your Humaans account."
  humaans 422 POST "/api/new-hires/$id/promote" "{\"ifVersion\":\"$version\"}"
  expect "the field that is missing" "$(of '[.issues[].path] | join(" ")')" lastName
  held "added as it is, refused, 422: $(of '.issues[0].message')"
  humaans 200 POST "/api/new-hires/$id/promote" "{\"fields\":{\"lastName\":\"Wijaya\"},\"ifVersion\":\"$version\"}"
  expect "the new member's name" "$(of '.person | .firstName + " " + .lastName')" "Suharto Wijaya"
  humaans 200 POST "/api/new-hires/$id/promote" "{\"ifVersion\":\"$version\"}"
  expect "a second click" "$(of .alreadyAdded)" true
  humaans 200 GET /api/people
  expect "members" "$(of .total)" 1
  held "with a last name filled in, a member; a second click makes no second one"
}

tell_of_deleting() {
  say "Deleting new hires"
  step 'Click on the new hire you'"'"'d like to delete, and then click "Delete this new hire"'
  new_hires
  local id
  id=$(hire_id 'Björn Lindqvist')
  humaans 204 DELETE "/api/new-hires/$id"
  new_hires_are 3 || fail "after one was added and one deleted there are $(of .total) new hires, not 3"
  held "deleted: three new hires are left"
  as=owner
  deliver_again
  new_hires_are 3 || fail "another delivery brought back somebody who was added or deleted"
  humaans 200 GET /api/people
  expect "members after another delivery" "$(of .total)" 1
  held "Ashby delivers all of it again: nobody comes back, and nobody is added twice"
  as=reviewer
  humaans 200 POST "/api/new-hires/$id/restore"
  new_hires_are 4 || fail "the restored one isn't among the new hires"
  held "restored: four"
  as=owner
}
