import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { World, picture } from './world.mjs';

let world;
before(async () => { world = await World.start(); });
after(() => world.end());

test('A token signs in, and leads to the page that was asked for', async () => {
  const page = await world.visitor();
  await page.goto('/people');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  await picture(page, 'sign-in');
  await page.getByLabel('Your token').fill(world.tokens.hr);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  assert.deepEqual(page.troubles, []);
});

test('A wrong token is refused at its field', async () => {
  const page = await world.visitor();
  await page.goto('/sign-in');
  await page.getByLabel('Your token').fill('not a token');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('This is not a token of this platform').waitFor();
});

test('A link signs in once', async () => {
  const link = world.signInLink('owner');
  const page = await world.visitor();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Admin area' }).waitFor();
  const other = await world.visitor();
  await other.goto(link);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByRole('alert').getByText('This link was used already').waitFor();
});

test('Who signs out is out, in every window', async () => {
  const page = await world.visitor('hr');
  const second = await page.context().newPage();
  await second.goto('/new-hires');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Your token').waitFor();
  await second.reload();
  await second.getByLabel('Your token').waitFor();
});

test('The session is out of the reach of scripts and of other sites', async () => {
  const page = await world.visitor('hr');
  const [cookie] = await page.context().cookies();
  assert.equal(cookie.httpOnly, true);
  assert.equal(cookie.sameSite, 'Strict');
  assert.equal(await page.evaluate(() => document.cookie), '');
});

test('A form of another site does nothing, though the browser is signed in', async () => {
  const page = await world.visitor('owner');
  const other = await page.context().newPage();
  await other.route('http://elsewhere.test/', (route) => route.fulfill({ contentType: 'text/html', body:
    `<form method="post" action="${world.url}/sign-out"><button>Win a prize</button></form>` }));
  await other.goto('http://elsewhere.test/');
  await other.getByRole('button').click();
  await other.waitForLoadState();
  await page.reload();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
});

test('A link of a mail leads to its page, where the browser is signed in', async () => {
  const page = await world.visitor('hr');
  const mail = await page.context().newPage();
  await mail.route('http://mail.test/', (route) => route.fulfill({ contentType: 'text/html', body:
    `<a href="${world.url}/new-hires">Look at the new hires</a>` }));
  await mail.goto('http://mail.test/');
  await mail.getByRole('link').click();
  await mail.getByRole('heading', { name: 'New hires', level: 1 }).waitFor();
});
