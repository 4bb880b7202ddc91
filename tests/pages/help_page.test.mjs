// The help page from its first sentence to its last, by an owner and a reviewer in browsers, with the Ashby simulator.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { World, eventually, picture } from './world.mjs';

let world, admin, reviewer;
const key = {};
before(async () => {
  world = await World.start();
  admin = await world.visitor('owner');
});
after(() => world.end());

test('Open Admin area, scroll down to Integrations, find the Ashby integration and click "Configure"', async () => {
  await admin.getByRole('link', { name: 'Admin area' }).click();
  await admin.getByRole('heading', { name: 'Integrations' }).scrollIntoViewIfNeeded();
  await picture(admin, 'admin-area');
  await admin.getByRole('link', { name: 'Configure Ashby' }).click();
  await admin.getByText('The user setting up the integration needs to have the correct permissions in both systems').waitFor();
  await picture(admin, 'configure');
});

test('Click "Enable integration": now, follow the instructions below to create an Ashby API Key', async () => {
  await admin.getByRole('button', { name: 'Enable integration' }).click();
  await admin.getByText('Now, follow the instructions below').waitFor();
  for (const step of ['Open Admin area', 'Click “API Keys” in the navigation menu on the left', 'Click the “New” button on the top-right',
    'Enter a Name for the API Key (this is just to help you label it)', 'Leave Integration Partner blank (this field is optional)',
    'Hit “Create API Key”', 'Copy the API Key and head back to Humaans'])
    await admin.getByText(step).first().waitFor();
  const boxes = await admin.locator('#step-create ol > li', { hasText: 'Tick “Read”' }).getByRole('listitem').allInnerTexts();
  assert.deepEqual(boxes.map((box) => box.split(' – ')[0]),
    ['Candidates', 'Offers', 'Jobs', 'Organization', 'Hiring Process Metadata'], 'and no “API Keys”: nothing asks for it');
  const more = await admin.locator('#step-create ol > li', { hasText: 'Two more boxes are optional' }).getByRole('listitem').allInnerTexts();
  assert.deepEqual(more, [
    'Allow access to confidential jobs and projects? – only if people are hired for confidential jobs',
    'Allow access to non-offer private fields? – only if private custom fields of candidates, applications or jobs are mapped']);
  await picture(admin, 'checklist-enabled');
});

test('A key that lacks a permission is refused, and each permission is shown as present or missing', async () => {
  const weak = await world.ashby('POST', '/api-keys', { title: 'without Offers', scopes: ['candidates:read', 'jobs:read', 'organization:read'] });
  await admin.getByLabel('API key', { exact: true }).fill(weak.key);
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByText("The key isn't saved: it lacks permissions.").waitFor();
  const permissions = admin.locator('.permissions li');
  assert.match(await permissions.filter({ hasText: 'Offers' }).innerText(), /missing[^]*Offers/);
  assert.match(await permissions.filter({ hasText: 'Candidates' }).innerText(), /present/);
  assert.match(await permissions.filter({ hasText: 'Offers' }).innerText(),
    /in Ashby, open Admin area, click "API Keys", edit this key and tick "Read" beside Offers/);
  await picture(admin, 'key-refused');
});

test('Paste in the Ashby API Key you\'ve just created, click "Save"', async () => {
  Object.assign(key, await world.ashby('POST', '/api-keys', { title: 'Humaans',
    scopes: ['candidates:read', 'jobs:read', 'offers:read', 'organization:read', 'hiringProcessMetadata:read'] }));
  await admin.getByLabel('API key', { exact: true }).fill(key.key);
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByText('Waiting for the first update from Ashby. This page notices it by itself.').waitFor();
  assert.ok(!(await admin.content()).includes(key.key), 'the key is not shown again');
});

test('Tell Ashby about the Request URL and Secret Token: every sentence stands on the page, in its order', async () => {
  const step = await admin.locator('#step-hook').innerText();
  const sentences = ["Now, we'll need to tell Ashby about the Request URL and Secret Token", 'Copy the Request URL and head back to Ashby',
    'Click “Webhooks” in the navigation menu on the left', 'Click the “New” button on the top-right',
    'Under “Webhook Type”, select “Application Updated”', 'Paste in the Request URL from Humaans', 'Back in Humaans, copy the Secret Token',
    'In Ashby, paste in the Secret Token'];
  const places = sentences.map((sentence) => step.indexOf(sentence));
  assert.deepEqual(places.filter((place) => place < 0), [], String(sentences.filter((one) => !step.includes(one))));
  assert.deepEqual(places, places.toSorted((a, b) => a - b));
});

test('The integration is active by itself once Ashby has called with an update', async () => {
  const requestUrl = await admin.getByLabel('Request URL', { exact: true }).inputValue();
  await admin.getByRole('button', { name: 'Show Secret Token' }).click();
  const secretToken = await admin.getByLabel('Secret Token', { exact: true }).inputValue();
  await picture(admin, 'checklist-waiting');
  assert.ok(secretToken.length >= 32);
  await world.ashby('POST', '/webhooks', { webhookType: 'applicationUpdate', requestUrl, secretToken });
  await admin.locator('#health').getByText('the Request URL and the Secret Token are right').waitFor({ timeout: 15000 });
  await world.hire({ name: 'Ada Lovelace', email: 'ada@example.org', hire: false, offer: 'pending' });
  await admin.getByText('that person will appear in Humaans in a “New hires” tab').waitFor({ timeout: 15000 });
  await picture(admin, 'checklist-active');
});

test('The Request URL and the Secret Token are shown again on coming back, the key only masked', async () => {
  await admin.goto('/admin');
  await admin.getByRole('link', { name: 'Ashby', exact: true }).first().click();
  await admin.getByText('API Key, Request URL and Secret Token').click();
  await admin.getByRole('button', { name: 'Show Secret Token' }).click();
  assert.match(await admin.getByLabel('Request URL', { exact: true }).inputValue(), /\/hooks\//);
  assert.ok((await admin.getByLabel('Secret Token', { exact: true }).inputValue()).length >= 32);
});

test('When a candidate is marked as hired, that person appears in a "New hires" tab', async () => {
  reviewer = await world.visitor('hr');
  await reviewer.getByRole('heading', { name: 'No new hires' }).waitFor();
  await picture(reviewer, 'new-hires-empty');
  await world.hire({ name: 'Nadia Okoye', email: 'nadia.okoye@example.org', phone: '+44 7700 900123' });
  await reviewer.getByRole('link', { name: 'Nadia Okoye', exact: true }).waitFor({ timeout: 20000 });
  for (const shown of ['Backend Engineer', '4 Jan 2027', '£82,000']) await reviewer.getByRole('cell', { name: shown }).waitFor();
});

test('To view the information, click on the row or "Add member": every field of the list has arrived', async () => {
  await reviewer.getByRole('cell', { name: 'Backend Engineer' }).click();
  await reviewer.getByRole('heading', { name: 'Nadia Okoye', level: 1 }).waitFor();
  await reviewer.goBack();
  await reviewer.getByRole('link', { name: 'Add member' }).click();
  const fields = { 'First name': 'Nadia', 'Last name': 'Okoye', 'Personal email': 'nadia.okoye@example.org',
    'Personal phone': '+44 7700 900123', 'Job title': 'Backend Engineer', Department: 'Engineering',
    'Employment start date': '2027-01-04', 'Salary amount': '82000', 'Salary currency': 'GBP' };
  for (const [label, value] of Object.entries(fields))
    assert.equal(await field(reviewer, label).inputValue(), value, label);
  await picture(reviewer, 'review');
});

test('Review, fill out any missing fields, and add the new member', async () => {
  await world.hire({ name: 'Suharto', email: 'suharto@example.org', jobTitle: 'Account Executive', department: 'Sales' });
  await world.newHires(2);
  await reviewer.goto('/new-hires');
  await reviewer.getByRole('link', { name: 'Suharto', exact: true }).click();
  await picture(reviewer, 'review-doubtful-name');
  await reviewer.getByRole('button', { name: 'Add member' }).click();
  await reviewer.getByRole('alert').getByRole('link', { name: /last name/i }).waitFor();
  assert.equal(await field(reviewer, 'Last name').getAttribute('aria-invalid'), 'true');
  await picture(reviewer, 'review-refused');
  await field(reviewer, 'Last name').fill('Wijaya');
  await reviewer.getByRole('button', { name: 'Add member' }).click();
  await reviewer.getByText('The new hire is a member now.').waitFor();
  await reviewer.goto('/people');
  await reviewer.getByRole('link', { name: 'Suharto Wijaya' }).click();
  await reviewer.getByText('suharto@example.org').waitFor();
  await picture(reviewer, 'person');
});

test('"Delete this new hire" is at the bottom, asks first, and can be taken back', async () => {
  await reviewer.goto('/new-hires');
  await reviewer.getByRole('link', { name: 'Nadia Okoye', exact: true }).click();
  await reviewer.getByRole('link', { name: 'Delete this new hire' }).click();
  const dialog = reviewer.getByRole('dialog');
  await dialog.waitFor();
  await picture(reviewer, 'delete');
  await dialog.getByRole('button', { name: 'Delete this new hire' }).click();
  await reviewer.getByText('The new hire is deleted.').waitFor();
  assert.equal((await world.api('GET', '/api/new-hires')).total, 0);
  await reviewer.getByRole('button', { name: 'Restore' }).click();
  await eventually('the restored one is back', async () => (await world.api('GET', '/api/new-hires')).total === 1);
  assert.deepEqual([...admin.troubles.filter((one) => !/422|409/.test(one)), ...reviewer.troubles.filter((one) => !/422|409/.test(one))], []);
});

// The field of a form, whatever mark its label carries.
function field(page, label) {
  return page.locator('#review').getByLabel(new RegExp(`^${label}( \\*)?$`));
}
