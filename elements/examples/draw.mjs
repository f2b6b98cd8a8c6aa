// Draws the React example of docs/embedding.md in Chromium, as a product's bundle would hold it: the
// npm package, React and the example's own lines, in a language that the package loads by itself. The
// page says itself when the tab is on screen.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const LONGEST_MS = 120_000;
const TITLE = 'Single Sign-On';
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!chromium) {
  console.log('elements: the example in React was NOT drawn, no Chromium here');
  process.exit(0);
}

const main = `
  import '@gatehouse/elements';
  import { createRoot } from 'react-dom/client';
  import { SecuritySettings } from './target/react';
  createRoot(document.getElementById('root')!).render(<SecuritySettings organization="org_1" />);

  function title(root: Element | ShadowRoot): Element | undefined {
    for (const one of root.querySelectorAll('*')) {
      const found = one.id === 'title' ? one : one.shadowRoot && title(one.shadowRoot);
      if (found) return found;
    }
    return undefined;
  }
  const looking = setInterval(() => {
    const tab = document.querySelector('organization-profile')?.shadowRoot?.querySelector('gatehouse-security-tab');
    const heading = tab?.shadowRoot && title(tab.shadowRoot);
    if (!heading?.checkVisibility() || heading.textContent?.trim() !== '${TITLE}') return;
    clearInterval(looking);
    void fetch('/drawn', { method: 'POST' });
  }, 50);
`;
const modules = buildSync({
  stdin: { contents: main, loader: 'tsx', resolveDir: '.' },
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  splitting: true,
  outdir: '/',
  entryNames: 'bundle',
  define: { 'process.env.NODE_ENV': '"production"' },
  write: false,
}).outputFiles;

const asked = [];
const json = (body) => ['application/json', JSON.stringify(body)];
const none = { items: [] };
const answers = {
  '/': () => ['text/html', '<!doctype html><html lang="de"><title>A product</title><div id="root"></div><script type="module" src="/bundle.js"></script>'],
  '/gatehouse-token': () => ['text/plain', 'a-token'],
  '/v1/organizations/org_1': () => json({ id: 'org_1', name: 'Acme', slug: 'acme', selfServeSso: true, version: 1 }),
  '/v1/sessions/current': () => json({ kind: 'member', permissions: ['org:sys_entconns:manage', 'org:sys_domains:manage'] }),
  '/v1/domains': () => json(none),
  '/v1/connections': () => json(none),
};

const server = createServer((request, response) => {
  const path = request.url.split('?')[0];
  asked.push(`${request.method} ${path} ${request.headers.authorization ?? ''}`);
  if (path === '/drawn') return end(0);
  const module = modules.find((one) => one.path === path)?.text;
  const [type, body] = module
    ? ['text/javascript', module.replaceAll('https://sso.example.com', origin())]
    : (answers[path]?.() ?? ['application/problem+json', '{"code":"not_found","status":404}']);
  response.writeHead(module || path in answers ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
  response.end(body);
});
const origin = () => `http://127.0.0.1:${server.address().port}`;

const profile = mkdtempSync(join(tmpdir(), 'react-example-'));
let browser;
server.listen(0, '127.0.0.1', () => {
  browser = spawn(
    chromium,
    ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', `--user-data-dir=${profile}`, `${origin()}/`],
    { stdio: 'ignore' },
  );
});
const late = setTimeout(() => end(1), LONGEST_MS);

function end(status) {
  clearTimeout(late);
  const token = asked.some((one) => one.endsWith('Bearer a-token'));
  if (!status && token) console.log('elements: the example in React is drawn');
  else console.error(`The React example is not on screen; asked for:\n${asked.join('\n')}`);
  browser?.once('exit', () => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    process.exit(token ? status : 1);
  });
  browser?.kill();
}
