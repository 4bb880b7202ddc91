// The real host with the real plugin beside the Ashby simulator, and browsers of its users.
import { chromium } from 'playwright-core';
import { spawn, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const build = resolve(process.env.BUILD ?? new URL('../../build/release', import.meta.url).pathname);
const pictures = join(build, 'pages');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Debian's Chromium, which asks nothing of anybody but the host.
export const launchBrowser = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

function start(program, args, folder, environment = {}) {
  const child = spawn(join(build, 'bin', program), args,
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  let said = '', complained = '';
  child.stderr.on('data', (text) => { complained += text; });
  const url = new Promise((found, failed) => {
    child.stdout.on('data', (text) => {
      said += text;
      const line = /^listening on (\S+)$/m.exec(said);
      if (line) found(line[1]);
    });
    child.on('error', failed);
    child.on('exit', (status) => failed(new Error(`${program} ended with ${status}: ${complained}`)));
  });
  return { child, url, log: () => said + complained };
}

export async function eventually(what, holds, seconds = 30) {
  for (const until = Date.now() + seconds * 1000; ;) {
    const value = await holds();
    if (value) return value;
    if (Date.now() > until) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((then) => setTimeout(then, 100));
  }
}

// Debian's libfaketime, by which a program has a clock of its own.
function faketime() {
  const paths = readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}/faketime/libfaketimeMT.so.1`);
  return paths.find((path) => existsSync(path)) ?? assert.fail('libfaketime is missing');
}

export class World {
  // ownClock: the host's clock can be set (setClock).
  static async start({ ownClock = false } = {}) {
    const world = new World();
    world.folder = mkdtempSync(join(tmpdir(), 'pages-'));
    world.clock = join(world.folder, 'now');
    if (ownClock) world.setClock('+0');
    world.data = join(world.folder, 'data');
    world.simulator = start('ashby_simulator', ['--listen', '127.0.0.1:0'], world.folder);
    world.ashbyUrl = await world.simulator.url;
    world.tokens = {};
    for (const role of ['owner', 'admin', 'hr', 'viewer']) world.newUser(role, role);
    world.host = start('host_stub', ['serve', '--plugins', join(build, 'plugins/ashby'), '--data', world.data,
      '--listen', '127.0.0.1:0', '--route', `https://api.ashbyhq.com=${world.ashbyUrl}`], world.folder,
      ownClock ? { LD_PRELOAD: faketime(), FAKETIME_TIMESTAMP_FILE: world.clock, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' } : {});
    world.url = await world.host.url;
    world.browser = await launchBrowser();
    mkdirSync(pictures, { recursive: true });
    return world;
  }

  async end() {
    await this.browser?.close();
    for (const one of [this.host, this.simulator]) one?.child.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  // offset: as faketime writes it, such as '+13h'.
  setClock(offset) {
    writeFileSync(`${this.clock}.next`, `${offset}\n`);
    renameSync(`${this.clock}.next`, this.clock);
  }

  newUser(name, role, company = 'main') {
    this.tokens[name] = execFileSync(join(build, 'bin/host_stub'),
      ['user', 'add', '--data', this.data, '--name', name, '--role', role, '--company', company], { encoding: 'utf8' }).trim();
  }

  signInLink(name) {
    return execFileSync(join(build, 'bin/host_stub'),
      ['user', 'link', '--data', this.data, '--name', name, '--url', this.url], { encoding: 'utf8' }).trim();
  }

  // The HTTP API: what isn't a test's subject is arranged and looked up through it.
  async api(method, path, body, user = 'owner') {
    const answer = await fetch(this.url + path, { method,
      headers: { Authorization: `Bearer ${this.tokens[user]}`, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body) });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : {};
  }

  // What people do in Ashby.
  async ashby(method, path, body) {
    const answer = await fetch(`${this.ashbyUrl}/_control${path}`, { method, body: body && JSON.stringify(body) });
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`);
    return answer.json();
  }

  // A connection that has gone the whole help page, without a browser.
  async connect(name = 'Our Ashby') {
    const { id } = await this.api('POST', '/api/connections', { integration: 'ashby', name });
    const hook = await this.api('POST', `/api/connections/${id}/enable`);
    const { key } = await this.ashby('POST', '/api-keys', { title: 'Humaans', scopes: ['candidates:read', 'jobs:read',
      'offers:read', 'organization:read', 'hiringProcessMetadata:read'] });
    await this.api('PUT', `/api/connections/${id}/settings`, { apiKey: key });
    await this.ashby('POST', '/webhooks', { webhookType: 'applicationUpdate', ...hook });
    return id;
  }

  async hire(person) {
    return this.ashby('POST', '/hires', { phone: null, jobTitle: 'Backend Engineer', department: 'Engineering', startDate: '2027-01-04',
      salary: 82000, currency: 'GBP', ...person });
  }

  async newHires(count, query = '') {
    return eventually(`${count} new hires`, async () => {
      const page = await this.api('GET', `/api/new-hires?$limit=250${query}`);
      return page.total === count && page.data;
    });
  }

  // Ends what the visitors of a test still do: their pages renew themselves.
  async closeVisitors() {
    for (const context of this.browser.contexts()) await context.close();
  }

  // A browser of somebody, signed in where a user is named. options: Playwright's, such as javaScriptEnabled.
  async visitor(user, options = {}) {
    const context = await this.browser.newContext({ baseURL: this.url, viewport: { width: 1280, height: 800 }, ...options });
    context.setDefaultTimeout(10000);
    const page = await context.newPage();
    page.troubles = [];
    page.on('pageerror', (error) => page.troubles.push(String(error)));
    page.on('console', (message) => { if (message.type() === 'error') page.troubles.push(message.text()); });
    if (user) {
      await page.goto('/sign-in');
      await page.getByLabel('Your token').fill(this.tokens[user]);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('button', { name: 'Sign out' }).waitFor();
    }
    return page;
  }
}

export async function picture(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

// What axe-core holds against the page as it is. evaluate runs beside the page's Content-Security-Policy.
export async function accessibilityTroubles(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.map((one) => `${one.impact}: ${one.id} at ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
