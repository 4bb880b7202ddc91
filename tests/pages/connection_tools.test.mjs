// What an admin finds beside each connection: what happened and what to try again, whom to import, where a field
// comes from, and lists that are longer than a page.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { World, eventually, picture } from './world.mjs';

let world, page, connection;
before(async () => {
  world = await World.start();
  connection = await world.connect();
  page = await world.visitor('owner');
});
after(() => world.end());

const open = (tab) => page.goto(`/admin/connections/${connection}/${tab}`);

// Saves, and agrees if the page asks first because new hires would change.
async function save() {
  await page.getByRole('button', { name: 'Save settings' }).click();
  const agree = page.getByRole('button', { name: 'Save these settings' }), saved = page.getByText('Saved.');
  await agree.or(saved).first().waitFor();
  if (await agree.count()) await agree.click();
  await saved.waitFor();
}

test('What failed is told in words and tried again, and what is settled is not', async () => {
  await world.ashby('POST', '/faults', { kind: 'status', status: 500, endpoint: 'application.info' });
  await world.hire({ name: 'Ines Moreau', email: 'ines@example.org' });
  await eventually('the failure', async () => {
    await open('activity');
    return (await page.getByRole('button', { name: 'Retry all that failed' }).count()) > 0;
  });
  await page.locator('tbody').getByText('Is tried again').first().waitFor();
  assert.ok(!(await page.locator('main').innerText()).includes('Ines'), 'activity tells nothing of a person');
  await picture(page, 'activity-failed');
  await page.getByRole('button', { name: /^Retry what happened/ }).first().click();
  await page.getByText('It is tried again now.').waitFor();
  await world.ashby('DELETE', '/faults');
  const [hire] = await world.newHires(1);
  assert.equal(hire.source.name, 'Ines Moreau');
  await page.getByRole('button', { name: /^Retry what happened/ }).first().click();
  await page.getByRole('alert').getByText('Nothing of this line is left to try again').waitFor();
  await picture(page, 'activity-settled');
  await page.getByLabel('Outcome').selectOption({ label: 'Failed' });
  await page.waitForURL(/outcome=/);
  await picture(page, 'activity-filtered');
});

test('All that failed is tried again with one button', async () => {
  await world.ashby('POST', '/faults', { kind: 'status', status: 500, endpoint: 'application.info' });
  for (const name of ['Ida Noddack', 'Lise Meitner'])
    await world.hire({ name, email: `${name.split(' ')[0].toLowerCase()}@example.org` });
  await eventually('two failures', async () => {
    await open('activity');
    return (await page.getByRole('button', { name: /^Retry what happened/ }).count()) >= 2;
  });
  await world.ashby('DELETE', '/faults');
  await page.getByRole('button', { name: 'Retry all that failed' }).click();
  await world.newHires(3);
});

test('A document of the hire opens by a link that is made when it is asked for', async () => {
  await world.hire({ name: 'Marie Curie', email: 'marie@example.org',
    offerFields: { fileHandles: [{ id: 'f1', name: 'Offer letter, signed.pdf', handle: 'h1' }] } });
  const hire = (await world.newHires(4)).find((one) => one.source.name === 'Marie Curie');
  await page.goto(`/new-hires/${hire.id}`);
  const address = await page.getByRole('link', { name: 'Offer letter, signed.pdf' }).getAttribute('href');
  const answer = await page.request.get(address, { maxRedirects: 0 });
  assert.equal(answer.status(), 303);
  assert.match(answer.headers().location, /^https:\/\//);
  assert.match(answer.headers()['cache-control'] ?? '', /no-store/);
});

test('Who is outside of the chosen departments stays away, and the page says why', async () => {
  await open('settings');
  const scope = page.getByRole('region', { name: 'Scope' });
  await scope.getByText('All departments').click();
  await scope.getByRole('checkbox', { name: 'Engineering' }).check();
  await save();
  const { settings } = await world.api('GET', `/api/connections/${connection}`);
  assert.equal(settings.scope.departments.length, 1);
  await picture(page, 'settings-scope');
  await world.hire({ name: 'Sol Vendor', email: 'sol@example.org', department: 'Sales' });
  await world.hire({ name: 'Grace Hopper', email: 'grace@example.org' });
  const names = (await world.newHires(5)).map((one) => one.source.name);
  assert.ok(names.includes('Grace Hopper') && !names.includes('Sol Vendor'), names.join(', '));
  await page.goto(`/admin/connections/${connection}`);
  await page.getByLabel('Name, e-mail or application id').fill('sol@example.org');
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.locator('.answer').getByText(/scope|department/i).first().waitFor();
});

test('A field comes from a custom field where it has a value, otherwise from the next', async () => {
  const field = await world.ashby('POST', '/custom-fields', { title: 'Preferred team name', objectType: 'Application', fieldType: 'String' });
  await open('settings');
  const first = page.getByLabel('Department: comes from');
  await first.selectOption({ label: 'Preferred team name (application)' });
  await save();
  await page.getByLabel('Department: otherwise from').first().selectOption({ label: "Ashby's own" });
  await save();
  const { settings } = await world.api('GET', `/api/connections/${connection}`);
  assert.deepEqual(settings.sources.department, [`application:${field.id}`, 'ashby']);
  await picture(page, 'settings-fallback');
  await world.hire({ name: 'Emmy Noether', email: 'emmy@example.org' });
  await world.hire({ name: 'Hedy Lamarr', email: 'hedy@example.org',
    applicationFields: { customFields: [{ id: field.id, title: field.title, value: 'Radio' }] } });
  const hires = await world.newHires(7);
  const departmentOf = (name) => hires.find((one) => one.source.name === name).fields.department;
  assert.equal(departmentOf('Emmy Noether'), 'Engineering');
  assert.equal(departmentOf('Hedy Lamarr'), 'Radio');
});

test('A list that is longer than a page goes on, and ends', async () => {
  await world.ashby('POST', '/seed', { count: 60, webhooks: true, department: 'Engineering' });
  const { total } = await eventually('a long list', async () => {
    const page = await world.api('GET', '/api/new-hires?$limit=1');
    return page.total === 67 && page;
  });
  const seen = new Set();
  await page.goto('/new-hires');
  for (let pages = 1; ; ++pages) {
    for (const address of await page.locator('tbody .name').evaluateAll((links) => links.map((one) => one.href))) seen.add(address);
    const next = page.getByRole('link', { name: 'Next page' });
    if (!(await next.count())) break;
    assert.ok(pages < 10, 'the list has an end');
    await next.click();
    await page.getByRole('link', { name: 'First page' }).waitFor();
  }
  assert.equal(seen.size, total);
  await open('activity');
  await page.getByRole('link', { name: 'Next page' }).click();
  await page.getByRole('link', { name: 'First page' }).click();
  assert.deepEqual(page.troubles.filter((one) => !/4\d\d/.test(one)), []);
});
