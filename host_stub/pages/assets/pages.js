// What the pages can do without, done nicer: copying, rows that open, one click that counts once, and parts that
// keep themselves current.
'use strict';

// One listener for all of a kind, so that parts which are replaced later need none of their own.
const onClick = (selector, then) => document.addEventListener('click', (event) => {
  const found = event.target.closest(selector);
  if (found) then(found, event);
});

// Browsers give the clipboard to pages of https and of this machine; elsewhere a selected field is copied.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.value = text;
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

function sayCopied(button) {
  const said = button.textContent;
  button.textContent = 'Copied';
  setTimeout(() => { button.textContent = said; }, 2000);
}

// <button data-copy="id">: what the field of that id holds.
onClick('[data-copy]', async (button) => {
  if (await copied(document.getElementById(button.dataset.copy).value)) sayCopied(button);
});

// Returns the page that answers this form, which is sent without leaving this one.
async function answerTo(form) {
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)),
    headers: { Accept: 'text/html' } });
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

// <button data-copy-answer="id">: what the field of that id holds in the answer to the button's form. It is shown
// nowhere, unless it can't be copied.
onClick('[data-copy-answer]', async (button) => {
  const { form } = button;
  try {
    const page = await answerTo(form);
    if (!await copied(page.getElementById(button.dataset.copyAnswer).value)) throw new Error('the clipboard is closed');
    sayCopied(button);
  } catch {
    form.submit();
  }
});

// <tr data-goes="address">: a click anywhere but on what has a click of its own.
onClick('tr[data-goes]', (row, event) => {
  if (!event.target.closest('a, button, input, label, select') && !String(getSelection()))
    location.href = row.dataset.goes;
});

// A form is sent once: the host would take the second click well, people wouldn't.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = 'yes';
  setTimeout(() => form.querySelectorAll('button').forEach((button) => { button.disabled = true; }));
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.querySelectorAll('button').forEach((button) => { button.disabled = false; });
  }
});

// <select data-sends>: sends its form when it is changed.
// <input type="checkbox" data-all="name">: ticks all of that name.
document.addEventListener('change', (event) => {
  const field = event.target;
  if ('sends' in field.dataset) field.form.requestSubmit();
  if ('all' in field.dataset)
    for (const one of document.querySelectorAll(`input[name="${field.dataset.all}"]`)) one.checked = field.checked;
});

// <button data-fills='{"field": "value"}'>: one click takes an alternative.
onClick('[data-fills]', (button, event) => {
  event.preventDefault();
  const taken = Object.entries(JSON.parse(button.dataset.fills))
    .map(([id, value]) => [document.getElementById(id), value]).filter(([field]) => field);
  for (const [field, value] of taken) field.value = value ?? '';
  taken[0]?.[0].focus();
});

// <button data-asks="id">: opens that dialog instead of the page that asks the same.
onClick('[data-asks]', (button, event) => {
  event.preventDefault();
  document.getElementById(button.dataset.asks).showModal();
});
onClick('dialog [data-closes]', (button, event) => {
  event.preventDefault();
  button.closest('dialog').close();
});

// What is of use with scripts alone is hidden until here.
const unhide = (part) => {
  for (const hidden of part.querySelectorAll('[data-with-scripts]')) hidden.hidden = false;
  return part;
};
unhide(document);

// <form data-stays>: is answered on the page where it stands, so that coming back to it later sends nothing again.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!('stays' in form.dataset)) return;
  event.preventDefault();
  try {
    const page = await answerTo(form);
    document.getElementById('main').replaceWith(unhide(document.importNode(page.getElementById('main'), true)));
    document.querySelector('form[data-stays] [type=search]')?.focus();
  } catch {
    form.submit();
  }
});

// <input type="file" data-reads="id">: the field of that id takes the file's text.
document.addEventListener('change', async (event) => {
  const { reads } = event.target.dataset;
  if (reads && event.target.files[0]) document.getElementById(reads).value = await event.target.files[0].text();
});

// <section id="..." data-live="seconds">: is replaced by how it looks now, as long as nobody is writing or ticking in it.
// Where it is no longer there, the page has become another one.
// Where somebody has typed, a session that ends meanwhile takes nothing away: the form is kept when it is sent.
let typed = false;
document.addEventListener('input', () => { typed = true; });
const live = [...document.querySelectorAll('[data-live]')].map((part) => part.id);
if (live.length > 0) {
  const every = Math.min(...live.map((id) => Number(document.getElementById(id).dataset.live))) * 1000;
  const renew = async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (answer.redirected && new URL(answer.url).pathname === '/sign-in') { if (!typed) location.reload(); return; }
      if (!answer.ok) throw new Error(answer.statusText);
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const id of live) {
        const old = document.getElementById(id), now = fresh.getElementById(id);
        if (old && !now) { location.replace(location.pathname + location.search); return; }
        if (now) unhide(now);
        if (old && now && !old.contains(document.activeElement) && !old.querySelector(':checked:not(option)') &&
            old.innerHTML !== now.innerHTML)
          old.replaceWith(document.importNode(now, true));
      }
    } catch {
      // The next time, then.
    }
    setTimeout(renew, every);
  };
  setTimeout(renew, every);
}
