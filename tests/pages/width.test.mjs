// Narrow screens and wide values: what people click stays in sight, and no page is wider than its screen.
import { after, afterEach, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { World, picture } from './world.mjs';

const longSurname = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis'; // 60 letters, no blank
let world, connection, hire, person;
before(async () => {
  world = await World.start();
  connection = await world.connect();
  await world.hire({ name: `Ada ${longSurname}`, email: 'ada@example.org', department: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk',
    jobTitle: 'Principal Software Engineering Manager, Developer Experience, Continuous Integration and Release Engineering (EMEA)',
    salary: 1250000000, currency: 'VND' });
  await world.hire({ name: 'Tom Baker', email: 'tom@example.org' });
  await world.hire({ name: 'Nadia Okoye', email: 'nadia@example.org', phone: '+44 7700 900123' });
  const added = (await world.newHires(3)).find((one) => one.source.name === 'Nadia Okoye');
  person = (await world.api('POST', `/api/new-hires/${added.id}/promote`, { ifVersion: added.version })).person.id;
  await world.hire({ name: 'Nadia Okoye', email: 'nadia@example.org', jobTitle: 'Staff Engineer' });
  hire = (await world.newHires(3)).find((one) => one.fields.jobTitle === 'Staff Engineer').id;
});
after(() => world.end());
afterEach(() => world.closeVisitors());

// Whether a click in the middle of it meets it: it is neither cut off nor covered.
const isInSight = (link) => link.evaluate((one) => {
  const { left, right, top, bottom } = one.getBoundingClientRect();
  const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return left >= 0 && right <= innerWidth && (met === one || one.contains(met));
});

// The cells and names of the table that hold more than they show.
const cutOff = (page) => page.evaluate(() => [...document.querySelectorAll('.flush, .flush tbody td, .flush tbody th, .flush tbody .name')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
  .map((one) => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`));

for (const width of [768, 1024, 1280, 1440, 1920])
  test(`"Add member" is in sight in every row beside a surname of 60 letters, at ${width} px`, async () => {
    const page = await world.visitor('hr', { viewport: { width, height: 900 } });
    const links = await page.getByRole('link', { name: /^Add member/ }).all();
    assert.equal(links.length, 3);
    await picture(page, `new-hires-wide-values-${width}`);
    for (const link of links) assert.ok(await isInSight(link), await link.innerText());
    if (width >= 1024) {
      assert.ok(await isInSight(page.getByRole('columnheader', { name: 'Imported' })), 'Imported');
      assert.deepEqual(await cutOff(page), []);
    }
    for (const row of await page.locator('tbody tr').all()) {
      const box = await row.getByRole('checkbox').boundingBox(), name = await row.locator('.name').boundingBox();
      assert.ok(box.x + box.width <= name.x, 'the tick box stands beside the name, not on it');
    }
    await links[2].focus();
    assert.ok(await isInSight(page.getByRole('link', { name: 'Tom Baker', exact: true })), 'names stay in sight on Tab');
  });

const addresses = () => ['/new-hires', '/new-hires?state=promoted', '/new-hires?q=nobody', '/new-hires/why', `/new-hires/${hire}`,
  `/new-hires/${hire}/delete`, `/new-hires/${hire}/duplicate/${person}`, '/people', `/people/${person}`, '/admin', '/admin/integrations',
  '/admin/integrations/ashby', `/admin/connections/${connection}`, ...['settings', 'catch-up', 'activity', 'disconnect'].map((tab) =>
    `/admin/connections/${connection}/${tab}`), '/admin/lists', '/admin/member-form', '/admin/notifications', '/admin/audit'];

// Returns what reaches beyond the right edge of the window, but for what scrolls in a box of its own.
const beyond = (page) => page.evaluate(() => [...document.querySelectorAll('main *, header *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.flush, .visually-hidden'))
  .map((one) => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`).slice(0, 3));

for (const width of [320])
  test(`No page is wider than a screen of ${width} px`, async () => {
    const page = await world.visitor('owner', { viewport: { width, height: 800 } });
    const troubles = [];
    for (const address of addresses()) {
      await page.goto(address);
      if (width === 320) await picture(page, `narrow${address.replace(/[/?=]/g, '-').replace(/[0-9a-f]{24}(-[0-9a-f]{24})?/g, 'id')}`);
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      if (address === '/new-hires') troubles.push(...await cutOff(page));
      if (scroll > width) troubles.push(`${address}: ${scroll} px, ${await beyond(page)}`);
    }
    assert.deepEqual(troubles, []);
  });
