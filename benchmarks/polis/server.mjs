// Ory Polis (npm @boxyhq/saml-jackson) behind node's own HTTP server, for comparing only.
// In an empty directory: npm install @boxyhq/saml-jackson, then there:
//   PORT=5225 DATABASE_URL=postgres://… node …/benchmarks/polis/server.mjs
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const { default: polis } = createRequire(`${process.cwd()}/`)('@boxyhq/saml-jackson');
// ID tokens like everybody's here: RS256.
const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const base64 = (pem) => Buffer.from(pem).toString('base64');
const port = Number(process.env.PORT ?? 5225);
const { connectionAPIController: connections, oauthController: oauth } = await polis({
  externalUrl: `http://127.0.0.1:${port}`,
  samlPath: '/acs',
  oidcPath: '/oidc',
  samlAudience: 'urn:gatehouse:benchmarks:polis',
  clientSecretVerifier: 'dummy',
  noAnalytics: true,
  openid: {
    jwsAlg: 'RS256',
    jwtSigningKeys: { private: base64(keys.privateKey), public: base64(keys.publicKey) },
  },
  db: { engine: 'sql', type: 'postgres', url: process.env.DATABASE_URL },
});

const goOn = ({ redirect_url: location }) => ({ status: 302, headers: { location } });
const answers = (body) => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const routes = {
  'POST /connections': async ({ body }) => answers(await connections.createSAMLConnection(body)),
  'GET /authorize': async ({ query }) => goOn(await oauth.authorize(query)),
  'POST /acs': async ({ body }) => goOn(await oauth.samlResponse(body)),
  'POST /token': async ({ body }) => answers(await oauth.token(body)),
  'GET /userinfo': async ({ token }) => answers(await oauth.userInfo(token)),
};

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return request.headers['content-type']?.startsWith('application/json')
    ? JSON.parse(text || '{}')
    : Object.fromEntries(new URLSearchParams(text));
}

createServer(async (request, response) => {
  try {
    const url = new URL(request.url, 'http://localhost');
    const { status, headers, body } = await routes[`${request.method} ${url.pathname}`]({
      query: Object.fromEntries(url.searchParams),
      body: await read(request),
      token: request.headers.authorization?.replace('Bearer ', ''),
    });
    response.writeHead(status, headers).end(body);
  } catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error?.stack ?? error));
  }
}).listen(port, '127.0.0.1', () => console.log(`listening on ${port}`));
