// Every page for every role: what may be seen, without troubles, by keyboard and screen reader, in light and dark, on a
// phone, and with scripts off.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { World, accessibilityTroubles, picture } from './world.mjs';

let world, connection, hire, person;
before(async () => {
  world = await World.start();
  connection = await world.connect();
  await world.api('PUT', '/api/lists/departments', { values: ['Engineering', 'Design', 'People', 'Sales'] });
  await world.api('PUT', '/api/lists/placesOfWork', { values: ['London', 'Berlin', 'Remote'] });
  await world.hire({ name: 'Lars van der Berg', email: 'lars@example.org', phone: '+31 6 12345678', jobTitle: 'Product Designer',
    department: 'Design', salary: 91500.5, currency: 'EUR' });
  await world.hire({ name: 'Suharto', email: 'suharto@example.org', department: 'Sales Ops' });
  await world.hire({ name: 'Nadia Okoye', email: 'nadia@example.org', phone: '+44 7700 900123' });
  const hires = await world.newHires(3);
  const added = hires.find((one) => one.source.name === 'Nadia Okoye');
  person = (await world.api('POST', `/api/new-hires/${added.id}/promote`, { ifVersion: added.version })).person.id;
  await world.hire({ name: 'Nadia Okoye', email: 'nadia@example.org', phone: '+44 7700 900123', jobTitle: 'Staff Engineer' });
  hire = (await world.newHires(3)).find((one) => one.fields.jobTitle === 'Staff Engineer').id;
});
after(() => world.end());

// Who may open which: the roles that see it.
const pages = () => ({
  'new-hires': ['/new-hires', 'owner admin hr'],
  'new-hires-added': ['/new-hires?state=promoted', 'owner admin hr'],
  'why': ['/new-hires/why', 'owner admin hr'],
  'new-hire': [`/new-hires/${hire}`, 'owner admin hr'],
  'new-hire-delete': [`/new-hires/${hire}/delete`, 'owner admin hr'],
  'duplicate-of-member': [`/new-hires/${hire}/duplicate/${person}`, 'owner admin hr'],
  'people': ['/people', 'owner admin hr viewer'],
  'person-page': [`/people/${person}`, 'owner admin hr viewer'],
  'admin': ['/admin', 'owner admin'],
  'integrations': ['/admin/integrations', 'owner admin'],
  'integration': ['/admin/integrations/ashby', 'owner admin'],
  'connection': [`/admin/connections/${connection}`, 'owner admin'],
  'connection-settings': [`/admin/connections/${connection}/settings`, 'owner admin'],
  'connection-catch-up': [`/admin/connections/${connection}/catch-up`, 'owner admin'],
  'connection-activity': [`/admin/connections/${connection}/activity`, 'owner admin'],
  'connection-disconnect': [`/admin/connections/${connection}/disconnect`, 'owner admin'],
  'lists': ['/admin/lists', 'owner admin'],
  'member-form': ['/admin/member-form', 'owner admin'],
  'notifications': ['/admin/notifications', 'owner admin'],
  'audit': ['/admin/audit', 'owner admin'],
});

for (const role of ['owner', 'admin', 'hr', 'viewer'])
  test(`A ${role} opens the pages of a ${role}, and no other`, async () => {
    const page = await world.visitor(role);
    for (const [name, [address, roles]] of Object.entries(pages())) {
      const answer = await page.goto(address);
      assert.equal(answer.status(), roles.split(' ').includes(role) ? 200 : 403, `${name} for ${role}`);
    }
    assert.equal(await page.getByRole('link', { name: 'Admin area' }).count() > 0, role === 'owner' || role === 'admin');
    assert.equal(await page.getByRole('link', { name: /^New hires/ }).count() > 0, role !== 'viewer');
  });

test('A viewer sees neither compensation nor personal contact', async () => {
  const page = await world.visitor('viewer');
  await page.goto(`/people/${person}`);
  const text = await page.locator('main').innerText();
  assert.match(text, /Nadia/);
  for (const hidden of ['82,000', 'nadia@example.org', '7700']) assert.ok(!text.includes(hidden), hidden);
});

test('Another company sees nothing of it', async () => {
  world.newUser('stranger', 'owner', 'elsewhere');
  const page = await world.visitor('stranger');
  for (const address of [`/new-hires/${hire}`, `/people/${person}`, `/admin/connections/${connection}`])
    assert.equal((await page.goto(address)).status(), 404, address);
  await page.goto('/people');
  assert.ok(!(await page.content()).includes('Nadia'));
});

for (const [look, options] of Object.entries({
  light: {}, dark: { colorScheme: 'dark' }, phone: { viewport: { width: 390, height: 844 } } }))
  test(`No page has an accessibility trouble, ${look}`, async () => {
    const page = await world.visitor('owner', options);
    const troubles = [];
    for (const [name, [address]] of Object.entries(pages())) {
      await page.goto(address);
      await picture(page, `${name}-${look}`);
      for (const one of await accessibilityTroubles(page)) troubles.push(`${name}: ${one}`);
      const { scroll, width } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: innerWidth }));
      if (scroll > width) troubles.push(`${name}: wider than the screen, ${scroll} of ${width}`);
    }
    assert.deepEqual(troubles, []);
    assert.deepEqual(page.troubles, []);
  });

test('The sign-in page has no accessibility trouble either', async () => {
  const page = await world.visitor();
  await page.goto('/sign-in');
  assert.deepEqual(await accessibilityTroubles(page), []);
});

test('With the keyboard alone a new hire is opened, and the skip link leads to the content', async () => {
  const page = await world.visitor('hr');
  await page.goto('/new-hires');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => location.hash), '#main');
  for (let i = 0; i < 40 && !(await page.evaluate(() => document.activeElement.matches('tbody a.name'))); ++i)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add member' }).waitFor();
});

test('With scripts off everything works: review, refuse, add, delete, restore', async () => {
  const page = await world.visitor('hr', { javaScriptEnabled: false });
  await page.goto('/new-hires');
  await page.getByRole('link', { name: 'Suharto', exact: true }).click();
  await page.getByRole('button', { name: 'Add member' }).click();
  await page.getByRole('alert').getByText(/last name/i).first().waitFor();
  await page.getByLabel(/^Last name/).fill('Wijaya');
  await page.getByRole('button', { name: 'Add member' }).click();
  await page.getByText('The new hire is a member now.').waitFor();
  await page.goto('/new-hires');
  await page.getByRole('link', { name: 'Lars van der Berg', exact: true }).click();
  await page.getByRole('link', { name: 'Delete this new hire' }).click();
  await page.getByRole('button', { name: 'Delete this new hire' }).click();
  await page.getByText('The new hire is deleted.').waitFor();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByText('The new hire is back.').waitFor();
});
