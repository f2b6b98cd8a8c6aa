// The link's secret stands behind the #, which browsers never send. It goes out of the address bar
// before anything else happens, so that no history, screenshot or bookmark keeps it.
const secret = location.hash.slice(1);
const link = secret.split('.')[0] || new URLSearchParams(location.search).get('link') || '';
history.replaceState(null, '', link ? `/setup?link=${encodeURIComponent(link)}` : '/setup');

const message = document.getElementById('message');

// By the English text; empty on the English page. A text that is not there stays English.
const texts = JSON.parse(document.getElementById('texts').textContent);

function local(text) {
  return texts[text] ?? text;
}

function say(title, text, code) {
  const heading = document.createElement('h2');
  heading.textContent = title;
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  message.replaceChildren(heading, paragraph);
  if (code) {
    const small = document.createElement('p');
    const word = document.createElement('code');
    word.textContent = code;
    small.append(word);
    message.append(small);
  }
}

function explain(problem) {
  say(
    problem.title ?? local('The link could not be opened'),
    problem.remedy ?? local('Try again in a few minutes.'),
    problem.code,
  );
}

async function ask(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    // Problems come in the language of the page.
    headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
    body: body ? JSON.stringify(body) : undefined,
  });
  const answer = await response.json();
  if (!response.ok) throw answer;
  return answer;
}

function renew() {
  return ask(`/v1/setup-links/${encodeURIComponent(link)}/token`);
}

let session;

// Asked for a token before every call; a fresh one half a minute before the old one ends. A link that
// was revoked or has expired meanwhile says so above the work, which stays on screen.
async function token(options) {
  const ends = Date.parse(session.expiresAt) - 30_000;
  if (options?.refresh || Date.now() > ends) {
    session = await renew().catch((problem) => {
      explain(problem);
      throw problem;
    });
  }
  return session.token;
}

async function show() {
  const about = document.getElementById('about');
  const until = new Date(session.linkExpiresAt).toLocaleDateString(document.documentElement.lang, { dateStyle: 'medium' });
  about.textContent = local('For {name}. You can close this page and come back in this browser until {until}.').replace(
    /\{(\w+)\}/g,
    (_, name) => (name === 'name' ? session.recipientName : until),
  );
  about.hidden = false;
  try {
    await import('/elements/gatehouse.js');
  } catch {
    say(
      local('The set-up page could not be loaded'),
      local('Your link is fine. Try again in a few minutes.'),
      '',
    );
    return;
  }
  const profile = document.createElement('organization-profile');
  profile.setAttribute('organization', session.organization);
  profile.setAttribute('tab', 'security');
  profile.getToken = token;
  document.getElementById('profile').replaceChildren(profile);
  message.replaceChildren();
}

async function open() {
  if (!link) {
    say(local('This link is not complete'), local('Copy the whole link from the message that you got.'), '');
    return;
  }
  try {
    session = secret.includes('.') ? await ask('/v1/setup-links/exchange', { link: secret }) : await renew();
  } catch (problem) {
    explain(problem);
    return;
  }
  await show();
}

void open();
