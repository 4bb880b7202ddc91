// Setting up, rightly and wrongly: green only when it works, secrets that go nowhere but where they belong.
import { after, afterEach, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { World, eventually, picture } from './world.mjs';

let world;
before(async () => { world = await World.start(); });
after(() => world.end());
afterEach(() => world.closeVisitors());

const scopes = ['candidates:read', 'jobs:read', 'offers:read', 'organization:read', 'hiringProcessMetadata:read'];

// A connection that still lacks what `but` names: the key, or the webhook.
async function connection(name, but) {
  const { id } = await world.api('POST', '/api/connections', { integration: 'ashby', name });
  const hook = await world.api('POST', `/api/connections/${id}/enable`);
  const { key } = await world.ashby('POST', '/api-keys', { title: name, scopes });
  if (but !== 'key') await world.api('PUT', `/api/connections/${id}/settings`, { apiKey: key });
  return { id, hook, key, address: `/admin/connections/${id}` };
}

async function open(address, options) {
  const page = await world.visitor('owner', options);
  await page.goto(address);
  return page;
}

const tag = (page) => page.locator('#state');

test('A ping of a webhook of the wrong type is not green, and its first delivery says what is wrong', async () => {
  const { hook, address } = await connection('Wrong type', 'webhook');
  const page = await open(address);
  await world.ashby('POST', '/webhooks', { webhookType: 'applicationSubmit', ...hook });
  await page.locator('#health').getByText('the Request URL and the Secret Token are right').waitFor({ timeout: 20000 });
  await tag(page).getByText('Waiting for the first update').waitFor();
  await picture(page, 'setup-pinged');
  await world.hire({ name: 'Ada Lovelace', email: 'ada@example.org', hire: false, offer: 'none' });
  await page.locator('#health').getByText('create a webhook of the type "Application Updated"').waitFor({ timeout: 20000 });
  await page.locator('#health').getByText('Application Submitted').waitFor();
  await tag(page).getByText('Waiting for the first update').waitFor();
  assert.equal(await page.locator('#step-active').getByText('New hires').count(), 0);
  await picture(page, 'setup-wrong-type');
});

test('A wrong Secret Token shows at once, in red, beside the token', async () => {
  const { hook, address } = await connection('Wrong secret', 'webhook');
  const page = await open(address);
  const { id } = await world.ashby('POST', '/webhooks',
    { webhookType: 'applicationUpdate', requestUrl: hook.requestUrl, secretToken: 'another-secret' });
  await page.locator('#step-hook').getByRole('alert').getByText('wrong signature').waitFor({ timeout: 20000 });
  await page.locator('#health').getByText('another Secret Token').waitFor({ timeout: 20000 });
  await picture(page, 'setup-wrong-secret');
  const narrow = await open(address, { viewport: { width: 320, height: 800 } });
  await picture(narrow, 'setup-wrong-secret-320');
  await world.ashby('PATCH', `/webhooks/${id}`, { secretToken: hook.secretToken, enabled: true });
  await eventually('the problem is gone', async () => (await page.locator('#step-hook').getByRole('alert').count()) === 0);
});

test('While a key is to be pasted there is no other box for it', async () => {
  const { key, address } = await connection('No key yet', 'key');
  const page = await open(address);
  await page.getByLabel('API key', { exact: true }).waitFor();
  await page.locator('#health').waitFor();
  assert.equal(await page.locator('main').getByRole('search').count(), 0);
  await page.getByLabel('API key', { exact: true }).fill(key);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Why is someone not here?' }).waitFor();
});

for (const [box, path, button] of [['Name, e-mail or application id', (id) => `/admin/connections/${id}`, 'Ask'],
  ['Name, e-mail or application id', () => '/new-hires/why', 'Search'], ['Search', () => '/new-hires', 'Filter']])
  test(`An API key in the box of ${path('...')} goes into no address and to no search`, async () => {
    const { id, key } = await connection(`Box of ${path('x')}`, 'webhook');
    const page = await open(path(id));
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    const calls = async () => JSON.stringify((await world.ashby('GET', '/calls?endpoint=candidate.search')).counts);
    const before = await calls();
    await page.getByLabel(box).fill(` ${key} `);
    await page.locator('main').getByRole('button', { name: button, exact: true }).click();
    if (button === 'Filter') assert.equal(await page.getByLabel(box).evaluate((field) => field.validity.patternMismatch), true);
    else await page.getByText('This looks like an API key or a token').waitFor();
    if (button !== 'Filter') assert.equal(await page.getByLabel(box).inputValue(), '', 'the key is not shown again');
    await page.goto('/people');
    await page.goBack();
    assert.deepEqual([...asked, page.url()].filter((url) => url.includes(key)), []);
    assert.equal(await calls(), before);
  });

test('"Why is someone not here?" still answers, with the name in no address', async () => {
  const page = await open('/new-hires/why');
  await page.getByLabel('Name, e-mail or application id').fill('Grace Hopper');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('status').waitFor();
  assert.ok(!page.url().includes('Grace'));
  await page.goto('/people');
  await page.goBack();
  await page.getByRole('heading', { name: 'Why is someone not here?' }).waitFor();
});

test('The Secret Token is copied without a page load, and stands on no page until it is shown', async () => {
  const { hook, address } = await connection('To copy', 'webhook');
  const page = await open(address, { permissions: ['clipboard-read', 'clipboard-write'] });
  let loads = 0;
  page.on('framenavigated', () => { ++loads; });
  await page.getByRole('button', { name: 'Copy the Secret Token' }).click();
  await page.getByText('Copied', { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), hook.secretToken);
  assert.equal(loads, 0);
  assert.ok(!(await page.content()).includes(hook.secretToken));
  await picture(page, 'setup-hidden-token');
  for (const role of ['hr', 'viewer']) {
    const other = await world.visitor(role);
    const answer = await other.request.post(`${world.url}${address}/token`, { form: { formToken: 'x' }, failOnStatusCode: false });
    assert.equal(answer.status(), 403);
    assert.ok(!(await answer.text()).includes(hook.secretToken));
  }
});

test('Where the clipboard is closed, the button shows the Secret Token', async () => {
  const { hook, address } = await connection('Not copied', 'webhook');
  const page = await world.visitor('owner');
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await page.goto(address);
  await page.getByRole('button', { name: 'Copy the Secret Token' }).click();
  await eventually('the token', async () =>
    (await page.getByLabel('Secret Token', { exact: true }).inputValue().catch(() => '')) === hook.secretToken);
});
