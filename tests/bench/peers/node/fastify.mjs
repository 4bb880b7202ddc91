// A peer: Node with fastify and better-sqlite3, WAL and synchronous=FULL.
// Arguments: the database, the secret, and `each` (a commit for each delivery) or `batched`.
import { createHmac, timingSafeEqual } from 'node:crypto';
import Database from 'better-sqlite3';
import Fastify from 'fastify';

const [file, secret, mode] = process.argv.slice(2);
const database = new Database(file);
database.pragma('page_size = 16384');
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.pragma('wal_autocheckpoint = 250');
database.exec('CREATE TABLE rows (place INTEGER PRIMARY KEY, id TEXT, body BLOB)');
const insert = database.prepare('INSERT INTO rows (id, body) VALUES (?, ?)');
const insertAll = database.transaction((rows) => {
  for (const row of rows) insert.run(row.id, row.body);
});

// All that comes in one turn of the event loop is made durable by one commit.
let waiting = [];
function keepBatched(row) {
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) setImmediate(commit);
    waiting.push({ ...row, resolve, reject });
  });
}
function commit() {
  const rows = waiting;
  waiting = [];
  try {
    insertAll(rows);
    for (const row of rows) row.resolve();
  } catch (error) {
    for (const row of rows) row.reject(error);
  }
}

const app = Fastify();
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => done(null, body));
app.post('/hooks/ashby', async (request, reply) => {
  const expected = Buffer.from('sha256=' + createHmac('sha256', secret).update(request.body).digest('hex'));
  const given = Buffer.from(request.headers['ashby-signature'] ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return reply.code(401).send({});
  const row = { id: JSON.parse(request.body).data.application.id, body: request.body };
  if (mode === 'each') insert.run(row.id, row.body);
  else await keepBatched(row);
  return {};
});
await app.listen({ host: '127.0.0.1', port: 0 });
console.log(app.server.address().port);
