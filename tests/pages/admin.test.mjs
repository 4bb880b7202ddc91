// What an admin does after the help page: choices, catching up, two accounts, being told, and leaving.
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

const saved = () => page.getByText('Saved.').waitFor();
const settings = async () => (await world.api('GET', `/api/connections/${connection}`)).settings;

test('Lists say what a field may hold, and a value that stands twice is refused at its list', async () => {
  await page.goto('/admin/lists');
  await page.getByRole('region', { name: /Departments/ }).getByLabel('One a line').fill('Engineering\nPeople\nengineering');
  await page.getByRole('button', { name: 'Save Departments' }).click();
  await page.getByRole('alert').getByText('is there already').waitFor();
  await page.getByRole('region', { name: /Departments/ }).getByLabel('One a line').fill('Engineering\nPeople');
  await page.getByRole('button', { name: 'Save Departments' }).click();
  await saved();
  assert.deepEqual((await world.api('GET', '/api/lists/departments')).values, ['Engineering', 'People']);
});

test('A field that is switched off is not imported any more', async () => {
  await page.goto(`/admin/connections/${connection}/settings`);
  await page.getByRole('checkbox', { name: 'Personal phone' }).uncheck();
  assert.ok(await page.getByRole('checkbox', { name: /First name/ }).isDisabled());
  await page.getByRole('button', { name: 'Save settings' }).click();
  await saved();
  assert.equal((await settings()).fields.personalPhoneNumber, false);
  await world.hire({ name: 'Ines Moreau', email: 'ines@example.org', phone: '+44 7700 900123', department: 'R&D' });
  const [hire] = await world.newHires(1);
  assert.equal(hire.fields.personalPhoneNumber, null);
});

test('What Ashby says and no list has is asked once, and mapped from then on', async () => {
  await page.goto('/new-hires');
  await page.getByText('not on your lists').waitFor();
  await page.goto(`/admin/connections/${connection}/settings`);
  await page.getByRole('group', { name: 'Departments' }).getByLabel('R&D').selectOption('Engineering');
  await page.getByLabel(/^Pay period/).selectOption('annual');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('1 of 1 waiting new hire changes.').waitFor();
  await page.getByRole('button', { name: 'Save these settings' }).click();
  await saved();
  assert.deepEqual((await settings()).values.department, { 'R&D': 'Engineering' });
  await world.hire({ name: 'Ida Noddack', email: 'ida@example.org', department: 'R&D' });
  const ida = (await world.newHires(2)).find((one) => one.source.name === 'Ida Noddack');
  assert.equal(ida.fields.department, 'Engineering');
  assert.equal(ida.fields.salaryPeriod, 'annual');
  await world.api('DELETE', `/api/new-hires/${ida.id}`);
});

// Early: the sixth new hire in ten minutes would be told with others, a minute later.
test('Chosen people are told, and the page shows what became of it', async () => {
  await page.goto('/admin/notifications');
  await page.getByLabel('E-mail').fill('hr@company.example');
  await page.getByLabel('A new hire has arrived').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await saved();
  await world.hire({ name: 'Zora Hurston', email: 'zora@example.org' });
  await eventually('the notice', async () => {
    await page.goto('/admin/notifications');
    return (await page.getByRole('cell', { name: 'hr@company.example' }).count()) > 0;
  });
  assert.ok(!(await page.locator('#outbox').innerText()).includes('Zora'), 'a notice has no personal data');
  await picture(page, 'notifications-told');
  const zora = (await world.newHires(2)).find((one) => one.source.name === 'Zora Hurston');
  await world.api('DELETE', `/api/new-hires/${zora.id}`);
});

test('Before settings are saved that change new hires, the page asks, with the number and examples', async () => {
  for (const name of ['Rosa Luz', 'Otto Hahn', 'Mary Ward']) await world.hire({ name, email: `${name.split(' ')[0]}@example.org` });
  await world.newHires(4);
  await page.goto(`/admin/connections/${connection}/settings`);
  await page.getByRole('checkbox', { name: 'Employment start date' }).uncheck();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByRole('heading', { name: 'Save these settings?' }).waitFor();
  await page.getByText('4 of 4 waiting new hires change.').waitFor();
  assert.equal(await page.getByRole('listitem').filter({ hasText: 'Employment start date: 4 Jan 2027 → blank' }).count(), 3);
  await picture(page, 'settings-question');
  assert.equal((await settings()).fields.employmentStartDate ?? true, true);

  await page.getByRole('button', { name: 'Go on editing' }).click();
  assert.equal(await page.getByRole('checkbox', { name: 'Employment start date' }).isChecked(), false);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByRole('link', { name: 'Discard changes' }).click();
  assert.equal(await page.getByRole('checkbox', { name: 'Employment start date' }).isChecked(), true);

  const plain = await world.visitor('owner', { javaScriptEnabled: false });
  await plain.goto(`/admin/connections/${connection}/settings`);
  await plain.getByRole('checkbox', { name: 'Employment start date' }).uncheck();
  await plain.getByRole('button', { name: 'Save settings' }).click();
  await plain.getByRole('button', { name: 'Save these settings' }).click();
  await plain.getByText('Saved.').waitFor();
  assert.equal((await settings()).fields.employmentStartDate, false);
  await world.api('PUT', `/api/connections/${connection}/settings`, { fields: { personalPhoneNumber: false } });
  for (const hire of (await world.newHires(4)).filter((one) => one.source.name !== 'Ines Moreau'))
    await world.api('DELETE', `/api/new-hires/${hire.id}`);
});

test('A setting that is wrong is refused at its field, and nothing is saved', async () => {
  await page.goto(`/admin/connections/${connection}/settings`);
  await page.getByLabel(/^Phone region/).fill('England');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('Nothing was saved yet.').waitFor();
  assert.equal(await page.getByLabel(/^Phone region/).getAttribute('aria-invalid'), 'true');
  assert.equal((await settings()).phoneRegion ?? null, null);
});

test('What a member needs is asked of the next new hire, field by field', async () => {
  await page.goto('/admin/member-form');
  await page.getByRole('checkbox', { name: 'Work email' }).check();
  await page.getByRole('checkbox', { name: 'Give each new member the next number' }).check();
  await page.getByRole('spinbutton', { name: 'Next number' }).fill('17');
  await page.getByRole('button', { name: 'Save' }).click();
  await saved();
  await page.goto('/new-hires');
  await page.getByRole('link', { name: 'Ines Moreau', exact: true }).click();
  assert.equal(await page.getByLabel(/^Work email/).inputValue(), '', 'never the personal one by itself');
  await page.getByRole('button', { name: 'Add member' }).click();
  await page.getByRole('alert').getByRole('link', { name: /Work email is missing/ }).waitFor();
  await page.getByLabel(/^Work email/).fill('ines.moreau@company.example');
  await page.getByRole('button', { name: 'Add member' }).click();
  await page.getByText('The new hire is a member now.').waitFor();
  await page.getByText('ines.moreau@company.example').waitFor();
  assert.equal((await world.api('GET', '/api/people')).data[0].employeeNumber, '17');
});

test('A work e-mail that somebody has is refused at its field', async () => {
  await world.hire({ name: 'Ina Morgen', email: 'ina@example.org' });
  const [hire] = await world.newHires(1);
  await page.goto(`/new-hires/${hire.id}`);
  await page.getByLabel(/^Work email/).fill('INES.moreau@company.example');
  await page.getByRole('button', { name: 'Add member' }).click();
  await page.getByRole('alert').getByRole('link', { name: /Work email/i }).waitFor();
  assert.equal((await world.api('GET', '/api/people')).total, 1);
});

test('Catching up says first whom it would import, then imports them before one\'s eyes', async () => {
  for (const name of ['Ruth Benedict', 'Margaret Mead', 'Franz Boas'])
    await world.ashby('POST', '/hires', { name, email: `${name.split(' ')[0].toLowerCase()}@example.org`, phone: null,
      jobTitle: 'Anthropologist', department: 'People', hiredAt: '2026-05-02', webhooks: false });
  await page.goto(`/admin/connections/${connection}/catch-up`);
  await page.getByLabel('Hired from').fill('2026-01-01');
  await page.getByRole('button', { name: 'Dry run first' }).click();
  await page.getByRole('cell', { name: 'Anthropologist' }).first().waitFor();
  assert.equal((await world.api('GET', '/api/new-hires')).total, 1, 'nothing is imported yet');
  await picture(page, 'catch-up-dry-run');
  await page.getByRole('button', { name: /^Import these/ }).click();
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('link', { name: 'Go to New hires' }).waitFor({ timeout: 20000 });
  await picture(page, 'catch-up-done');
  await world.newHires(4);
});

test('Why somebody is not here is asked beside the connection', async () => {
  await page.goto(`/admin/connections/${connection}`);
  await page.getByLabel('Name, e-mail or application id').fill('nobody@example.org');
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.locator('.answer').waitFor();
  await picture(page, 'connection-why');
});

test('The Secret Token is rotated, and the new one is shown once to be copied', async () => {
  await page.goto(`/admin/connections/${connection}`);
  await page.getByText('API Key, Request URL and Secret Token').click();
  await page.getByRole('button', { name: 'Show Secret Token' }).click();
  const before = await page.getByLabel('Secret Token', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Rotate Secret Token' }).click();
  const now = await page.getByLabel('Secret Token', { exact: true }).inputValue();
  assert.notEqual(now, before);
  assert.ok(now.length >= 32);
});

test('Two accounts feed one tab, each with a Request URL of its own', async () => {
  await page.goto('/admin/integrations/ashby');
  await page.getByLabel('What to call it').fill('Ashby US');
  await page.getByRole('button', { name: 'Enable integration' }).click();
  await page.getByRole('heading', { name: 'Ashby US', level: 1 }).waitFor();
  const urls = (await world.api('GET', '/api/connections')).data.map((one) => one.requestUrl);
  assert.equal(new Set(urls).size, 2);
  await page.goto('/admin');
  for (const name of ['Our Ashby', 'Ashby US']) await page.getByRole('link', { name, exact: true }).waitFor();
});

test('The audit says who did what, without saying anything of the hires', async () => {
  await page.goto('/admin/audit');
  for (const what of ['Added a new hire as a member', "Changed a connection's settings"])
    await page.getByRole('cell', { name: what }).or(page.getByText(what)).first().waitFor();
  const text = await page.locator('main').innerText();
  for (const personal of ['Ines', 'ines@', 'Moreau']) assert.ok(!text.includes(personal), personal);
});

test('Disabled, then disconnected: asked once more, new hires are gone, members stay', async () => {
  await page.goto(`/admin/connections/${connection}`);
  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByText('The integration is disabled.').waitFor();
  await page.getByRole('link', { name: 'Disconnect' }).click();
  await page.getByLabel(/^Purge everything/).check();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByText('The connection is deleted.').waitFor();
  assert.equal((await world.api('GET', '/api/connections')).total, 1);
  assert.equal((await world.api('GET', '/api/people')).total, 1);
  assert.deepEqual(page.troubles.filter((one) => !/4\d\d/.test(one)), []);
});
