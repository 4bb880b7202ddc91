// What becomes of a reviewer's own words when Ashby says something else later. Ashby is read once a minute for one
// application at most, so this takes a minute.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { World, eventually, picture } from './world.mjs';

let world, page, application, hire, leaver;
before(async () => {
  world = await World.start();
  await world.connect();
  application = await world.hire({ name: 'Mileva Marić', email: 'mileva@example.org', jobTitle: 'Physicist' });
  leaver = await world.hire({ name: 'Walter Mitty', email: 'walter@example.org' });
  hire = (await world.newHires(2)).find((one) => one.fields.jobTitle === 'Physicist');
  await world.ashby('POST', `/applications/${leaver.applicationId}/unhire`, {});
  page = await world.visitor('hr');
});
after(() => world.end());

const field = (title) => page.locator('#review').getByLabel(new RegExp(`^${title}( \\*)?$`));

test('A reviewer\'s value stays, and what Ashby says later is shown beside it', { timeout: 150000 }, async () => {
  await page.goto(`/new-hires/${hire.id}`);
  await field('Job title').fill('Senior Physicist');
  await field('Personal email').fill('mileva.maric@example.org');
  await field('Salary amount').fill('99000');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await page.getByText('Saved.').waitFor();
  await world.ashby('POST', `/offers/${hire.source.offerId}/versions`,
    { startDate: '2027-05-03', salary: { value: 82000, currencyCode: 'EUR' } });
  await world.ashby('PATCH', `/jobs/${application.jobId}`, { title: 'Principal Physicist' });
  await world.ashby('PATCH', `/applications/${application.applicationId}`, {});
  await eventually('Ashby is read again', async () =>
    (await world.api('GET', `/api/new-hires/${hire.id}`)).changes.length > 1, 120);
  await page.reload();
  assert.equal(await field('Job title').inputValue(), 'Senior Physicist');
  const difference = page.locator('.field').filter({ hasText: 'Principal Physicist' });
  await difference.getByText('Ashby now says').waitFor();
  await difference.getByText('You entered').waitFor();
  await picture(page, 'review-difference');
});

test('An amount that was entered for pounds stays one of pounds, and the difference is of the whole pay', async () => {
  assert.equal(await field('Salary amount').inputValue(), '99000');
  assert.equal(await field('Salary currency').inputValue(), 'GBP');
  const difference = page.getByRole('group', { name: 'Salary', exact: true });
  await difference.getByText('82,000 EUR').waitFor();
  await difference.getByText('99,000 GBP').waitFor();
  assert.equal(await page.getByText('Ashby now says').count(), 2, 'of the job title and of pay');
  await picture(page, 'review-pay-difference');
  await difference.getByRole('button', { name: /^Take Ashby/ }).click();
  await page.getByText('Saved.').waitFor();
  assert.equal(await field('Salary amount').inputValue(), '82000');
  assert.equal(await field('Salary currency').inputValue(), 'EUR');
});

test('A proposed date that nobody touched follows the start', async () => {
  const kept = await world.api('GET', `/api/new-hires/${hire.id}`);
  assert.equal(kept.memberDetails.roleEffectiveDate, null);
  assert.equal(await field('Employment start date').inputValue(), '2027-05-03');
  assert.equal(await field('Role effective date').inputValue(), '2027-05-03');
});

test('Taking Ashby\'s settles that field, and leaves the others as they were edited', async () => {
  await page.getByRole('button', { name: /^Take Ashby/ }).click();
  await page.getByText('Saved.').waitFor();
  assert.equal(await field('Job title').inputValue(), 'Principal Physicist');
  assert.equal(await field('Personal email').inputValue(), 'mileva.maric@example.org');
  assert.deepEqual((await world.api('GET', `/api/new-hires/${hire.id}`)).changes, []);
});

test('Who is no longer hired in Ashby leaves the list, and the page says so', { timeout: 150000 }, async () => {
  await eventually('it is withdrawn', async () =>
    (await world.api('GET', '/api/new-hires?state=withdrawn')).total === 1, 120);
  await page.goto('/new-hires?state=withdrawn');
  await page.getByRole('link', { name: /Walter/ }).first().click();
  await page.getByText('No longer marked as hired in Ashby').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Add member' }).count(), 0);
  await picture(page, 'review-withdrawn');
});
