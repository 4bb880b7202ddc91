// What reviewers meet: two at once, doubtful names, duplicates, many at a time.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { World, eventually, picture } from './world.mjs';

let world, page;
before(async () => {
  world = await World.start();
  await world.connect();
  page = await world.visitor('hr');
});
after(() => world.end());

async function open(name, who = page) {
  const { data } = await world.api('GET', `/api/new-hires?q=${encodeURIComponent(name)}`);
  await who.goto(`/new-hires/${data[0].id}`);
  return data[0].id;
}

test('Two reviewers who add the same new hire make one member, and the second is told so', async () => {
  await world.hire({ name: 'Ada Byron', email: 'ada@example.org' });
  await world.newHires(1);
  const second = await world.visitor('admin');
  await open('Ada Byron');
  await open('Ada Byron', second);
  await Promise.all([page, second].map((one) => one.getByRole('button', { name: 'Add member' }).click()));
  const said = await Promise.all([page, second].map((one) => one.getByRole('status').first().innerText()));
  assert.equal((await world.api('GET', '/api/people')).total, 1);
  assert.ok(said.some((text) => text.includes('is a member now')), said.join(' | '));
});

test('A double click adds one member', async () => {
  await world.hire({ name: 'Grace Hopper', email: 'grace@example.org' });
  await world.newHires(1);
  await open('Grace Hopper');
  await page.getByRole('button', { name: 'Add member' }).dblclick();
  await page.getByText('The new hire is a member now.').waitFor();
  assert.equal((await world.api('GET', '/api/people')).total, 2);
});

test('Who opened a new hire before it changed is shown what changed, and what was typed is kept', async () => {
  await world.hire({ name: 'Mary Somerville', email: 'mary@example.org' });
  await world.newHires(1);
  const id = await open('Mary Somerville');
  await page.getByLabel(/^Job title/).fill('Astronomer');
  await world.api('PATCH', `/api/new-hires/${id}`, { fields: { department: 'Science' } });
  await page.getByRole('button', { name: 'Add member' }).click();
  await page.getByRole('alert').getByText('Science').waitFor();
  assert.equal(await page.getByLabel(/^Job title/).inputValue(), 'Astronomer');
  await picture(page, 'review-changed-meanwhile');
  await page.getByRole('button', { name: 'Add member' }).click();
  await page.getByText('The new hire is a member now.').waitFor();
});

test('A proposed date is the member\'s when the member is added, for the start as it is then', async () => {
  await world.hire({ name: 'Lise Meitner', email: 'lise@example.org', startDate: '2027-01-22' });
  await world.newHires(1);
  const id = await open('Lise Meitner');
  await page.getByLabel(/^Job title/).fill('Physicist');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await page.getByText('Saved.').waitFor();
  assert.equal((await world.api('GET', `/api/new-hires/${id}`)).memberDetails.roleEffectiveDate, null);
  await page.getByLabel(/^Role effective date/).fill('2027-09-01');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await page.getByText('The role starts 222 days after the employment: check both dates.').waitFor();
  await picture(page, 'review-dates-apart');
  await page.getByLabel(/^Role effective date/).fill('');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await page.getByText('Proposed: the employment start date').waitFor();
  await page.getByLabel(/^Employment start date/).fill('2027-05-03');
  await page.getByRole('button', { name: 'Add member' }).click();
  await page.getByText('The new hire is a member now.').waitFor();
  const { data } = await world.api('GET', '/api/people');
  assert.equal(data.find((one) => one.lastName === 'Meitner').roleEffectiveDate, '2027-05-03');
});

// The pay of the form that is shown again is what was sent, not what Ashby or somebody else says meanwhile.
test('An amount that was typed beside a currency that changed meanwhile keeps its own', async () => {
  await world.hire({ name: 'Chien-Shiung Wu', email: 'wu@example.org' });
  await world.newHires(1);
  const id = await open('Chien-Shiung Wu');
  await page.getByLabel(/^Salary amount/).fill('99000');
  await world.api('PATCH', `/api/new-hires/${id}`, { fields: { salaryCurrency: 'EUR' } });
  await page.getByRole('button', { name: 'Add member' }).click();
  await page.getByRole('alert').getByText('EUR').waitFor();
  assert.equal(await page.getByLabel(/^Salary amount/).inputValue(), '99000');
  assert.equal(await page.getByLabel(/^Salary currency/).inputValue(), 'GBP');
  await world.api('DELETE', `/api/new-hires/${id}`);
});

test('A doubtful name shows how it was split, and the alternative is one click away', async () => {
  await world.hire({ name: 'Maria del Carmen Lopez Garcia', email: 'maria@example.org' });
  const [hire] = await world.newHires(1);
  assert.ok(hire.nameParts.alternatives.length > 0, 'this name has an alternative');
  await page.goto(`/new-hires/${hire.id}`);
  await page.getByText('calls this person').waitFor();
  await picture(page, 'review-alternatives');
  const before = await page.getByLabel(/^Last name/).inputValue();
  await page.getByRole('button', { name: /^Take instead/ }).first().click();
  await eventually('another split', async () => (await page.getByLabel(/^Last name/).inputValue()) !== before
    || (await page.getByLabel(/^First name/).inputValue()) !== hire.fields.firstName);
  await page.getByRole('button', { name: 'Save' }).last().click();
  await page.getByText('Saved.').waitFor();
  await world.api('DELETE', `/api/new-hires/${hire.id}`);
});

test('A possible duplicate is compared side by side, and linking overwrites nothing without a yes', async () => {
  await world.hire({ name: 'Ada Byron', email: 'ada@example.org', jobTitle: 'Countess' });
  const [hire] = await world.newHires(1);
  await page.goto('/new-hires');
  await page.getByText('possible duplicate').waitFor();
  await page.goto(`/new-hires/${hire.id}`);
  await page.getByRole('link', { name: /Compare the two.*Ada Byron/ }).click();
  await page.getByRole('cell', { name: 'Countess' }).waitFor();
  await page.getByRole('row', { name: /^Salary 82,000 GBP/ }).waitFor();
  assert.equal(await page.getByRole('row', { name: /currency/i }).count(), 0);
  await picture(page, 'duplicate');
  await page.getByRole('button', { name: /same person/i }).click();
  await page.getByText('The new hire is linked to the member.').waitFor();
  const people = await world.api('GET', '/api/people');
  const ada = people.data.filter((one) => one.personalEmail === 'ada@example.org');
  assert.equal(ada.length, 1);
  assert.equal(ada[0].jobTitle, 'Backend Engineer');
});

test('Several are added or deleted at once, those that lack something are left out with why', async () => {
  await world.hire({ name: 'Emmy Noether', email: 'emmy@example.org' });
  await world.hire({ name: 'Plato', email: 'plato@example.org' });
  await world.newHires(2);
  await page.goto('/new-hires');
  await page.getByLabel('All on this page').check();
  await page.getByRole('button', { name: 'Add selected' }).click();
  await page.getByText('Role effective date: 4 Jan 2027').waitFor();
  await picture(page, 'selected');
  await page.getByRole('button', { name: /^Add/ }).click();
  await page.getByRole('cell', { name: /Emmy Noether/ }).or(page.getByText('Emmy Noether')).first().waitFor();
  await picture(page, 'selected-done');
  const left = await world.newHires(1);
  assert.equal(left[0].source.name, 'Plato');
  const people = await world.api('GET', '/api/people');
  assert.equal(people.data.find((one) => one.lastName === 'Noether').roleEffectiveDate, '2027-01-04');
  await page.goto('/new-hires');
  await page.getByLabel('Select Plato').check();
  await page.getByRole('button', { name: 'Delete selected' }).click();
  await page.getByRole('button', { name: /^Delete/ }).click();
  await world.newHires(0);
});

test('Search, filter and sort narrow the list, and the empty result says so', async () => {
  await world.hire({ name: 'Hedy Lamarr', email: 'hedy@example.org', department: 'Design', startDate: '2027-03-01' });
  await world.hire({ name: 'Rosalind Franklin', email: 'rosalind@example.org', department: 'Science', startDate: '2027-02-01' });
  await world.newHires(2);
  await page.goto('/new-hires');
  await page.getByLabel('Search').fill('hedy');
  await page.getByRole('button', { name: 'Filter' }).click();
  assert.deepEqual(await names(), ['Hedy Lamarr']);
  await page.goto('/new-hires');
  await page.getByLabel('Department').selectOption({ label: 'Science (1)' });
  await page.waitForURL(/department=Science/);
  assert.deepEqual(await names(), ['Rosalind Franklin']);
  await page.goto('/new-hires');
  await page.getByRole('link', { name: 'Start date' }).click();
  await page.waitForURL(/sort=employmentStartDate/);
  assert.deepEqual(await names(), ['Rosalind Franklin', 'Hedy Lamarr']);
  await page.goto('/new-hires?q=nobody');
  await page.getByRole('heading', { name: 'No new hires with this filter' }).waitFor();
  await page.goto('/new-hires?startsFrom=2027-02-15');
  assert.deepEqual(await names(), ['Hedy Lamarr']);
});

test('The export opens as a table and runs no formula', async () => {
  await world.hire({ name: 'Evil Eve', email: 'eve@example.org', jobTitle: '=HYPERLINK("http://elsewhere.test")' });
  await world.newHires(3);
  await page.goto('/new-hires');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export CSV' }).click()]);
  const text = await (await import('node:fs/promises')).readFile(await download.path(), 'utf8');
  assert.match(text, /^\uFEFF.*First name/);
  assert.match(text, /"?'=HYPERLINK/);
  assert.ok(!/(^|,)"?=HYPERLINK/m.test(text));
});

test('"Why is someone not here?" answers in a sentence', async () => {
  await page.goto('/new-hires');
  await page.getByRole('link', { name: 'Why is someone not here?' }).click();
  await page.getByRole('searchbox').fill('plato@example.org');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText(/deleted/i).first().waitFor();
  await picture(page, 'why');
  await world.hire({ name: 'Plato Aristocles', email: 'aristocles@example.org' });
  await world.newHires(4);
  await page.getByRole('searchbox').fill('PLATO');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('listitem').filter({ hasText: /Plato Aristocles.*Among the new hires/ }).waitFor();
  await page.getByRole('listitem').filter({ hasText: /Plato: .*Deleted/ }).waitFor();
  await picture(page, 'why-several');
  await page.getByRole('link', { name: 'Open Plato Aristocles' }).click();
  await page.getByRole('heading', { name: 'Plato Aristocles', level: 1 }).waitFor();
});

async function names() {
  return page.locator('tbody .name').allInnerTexts();
}
