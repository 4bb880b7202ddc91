// A session that ends while somebody types: nothing that was typed is lost.
import { after, afterEach, before, beforeEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { World, picture } from './world.mjs';

let world, hire;
before(async () => {
  world = await World.start({ ownClock: true });
  await world.connect();
  await world.hire({ name: 'Suharto', email: 'suharto@example.org' });
  [hire] = await world.newHires(1);
});
after(() => world.end());
afterEach(() => world.closeVisitors());
beforeEach(() => world.setClock('+0'));

const fields = (page) => page.locator('#review');
async function signIn(page, user) {
  await page.getByLabel('Your token').fill(world.tokens[user]);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

// Types into the review of the hire, and sends it thirteen hours after having signed in.
async function sendTooLate(options) {
  const page = await world.visitor('hr', options);
  await page.goto(`/new-hires/${hire.id}`);
  await fields(page).getByLabel(/^Last name/).fill('Wijaya “O’Neill”');
  await fields(page).getByLabel(/^Job title/).fill('Head of R&D <Jakarta>');
  world.setClock('+13h');
  await fields(page).getByRole('button', { name: 'Save', exact: true }).last().click();
  return page;
}

for (const [how, options] of Object.entries({ 'with scripts': {}, 'without scripts': { javaScriptEnabled: false },
  'at 320 px': { viewport: { width: 320, height: 800 } } }))
  test(`What was typed is kept over signing in again, ${how}`, async () => {
    const page = await sendTooLate(options);
    await page.getByText('Your session has ended. Sign in to go on: what you typed is kept').waitFor();
    await picture(page, `session-ended-${how.replaceAll(' ', '-')}`);
    assert.ok(!(await page.content()).includes('Wijaya'), 'nobody sees it before they have signed in');
    await signIn(page, 'hr');
    await page.getByRole('heading', { name: 'What you typed is kept' }).waitFor();
    await picture(page, `kept-${how.replaceAll(' ', '-')}`);
    await page.getByRole('button', { name: 'Go on where you were' }).click();
    await page.getByText('Saved.').waitFor();
    assert.equal(await fields(page).getByLabel(/^Last name/).inputValue(), 'Wijaya “O’Neill”');
    assert.equal(await fields(page).getByLabel(/^Job title/).inputValue(), 'Head of R&D <Jakarta>');
    await page.goto('/kept');
    assert.equal(new URL(page.url()).pathname, '/new-hires', 'it is kept no longer');
  });

test('Another person who signs in there sees nothing of it', async () => {
  const page = await sendTooLate();
  await signIn(page, 'admin');
  await page.getByRole('heading', { name: 'New hires', level: 1 }).waitFor();
  await page.goto('/kept');
  assert.equal(new URL(page.url()).pathname, '/new-hires');
});

test('It is kept over a wrong token, and for whoever comes in by a link', async () => {
  const page = await sendTooLate();
  await page.getByLabel('Your token').fill('not a token');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  const other = await page.context().newPage();
  await other.goto(world.signInLink('hr'));
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByRole('heading', { name: 'What you typed is kept' }).waitFor();
  await other.getByRole('button', { name: 'Leave it' }).click();
  await other.getByRole('heading', { name: 'New hires', level: 1 }).waitFor();
});

test('It is kept for ten minutes', async () => {
  const page = await sendTooLate();
  world.setClock('+792m');
  await signIn(page, 'hr');
  await page.getByRole('heading', { name: 'New hires', level: 1 }).waitFor();
});

test('A form that is not of the ended session, or is too large, is not kept', async () => {
  const page = await world.visitor('hr');
  await page.goto(`/new-hires/${hire.id}`);
  const formToken = await fields(page).locator('[name=formToken]').inputValue();
  world.setClock('+13h');
  for (const form of [{ formToken: 'of another', lastName: 'Forged' }, { formToken, lastName: 'x'.repeat(70000) }]) {
    const answer = await page.request.post(`/new-hires/${hire.id}`, { form, headers: { Origin: world.url } });
    assert.equal(answer.status(), 401);
    assert.match(await answer.text(), /it was not kept/);
  }
  await page.goto('/people');
  await signIn(page, 'hr');
  await page.goto('/kept');
  assert.equal(new URL(page.url()).pathname, '/new-hires');
});

test('An API key is not kept', async () => {
  const connection = (await world.api('GET', '/api/connections')).data[0].id;
  const page = await world.visitor('owner');
  await page.goto(`/admin/connections/${connection}`);
  await page.getByText('API Key, Request URL and Secret Token').click();
  await page.getByText('Replace it').click();
  await page.getByLabel('API key', { exact: true }).fill('a'.repeat(64));
  world.setClock('+13h');
  await page.locator('#step-key').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Sign in, and send it again: it was not kept').waitFor();
});

test('Who comes back without having typed is told why they must sign in', async () => {
  const page = await world.visitor('hr');
  world.setClock('+13h');
  await page.goto('/people');
  await page.getByText('Your session has ended. Sign in to go on.').waitFor();
});
