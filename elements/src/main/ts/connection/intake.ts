/** What was pasted or dropped, before the server reads it. */
export type Intake =
  | { kind: 'url'; body: { metadataUrl: string } }
  | { kind: 'xml'; body: { metadataXml: string } }
  | { kind: 'issuer'; issuer: string }
  | { kind: 'certificate'; certificate: string }
  | { kind: 'mistake'; mistake: Mistake }
  | { kind: 'nothing' };

/** Pastes that are recognisably the wrong thing; each has words of its own. */
export const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

export type Mistake = 'private-key' | 'our-own' | 'admin-page' | 'sign-on-url' | 'html' | 'not-xml';

/** Recognises a metadata URL, metadata XML or a certificate in whatever surrounds it. */
export function understand(text: string): Intake {
  // Byte order marks, zero-width characters and typographic quotes come along when copying.
  const clean = text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\u201C\u201D]/g, '"')
    .trim();
  if (!clean) return { kind: 'nothing' };
  if (PRIVATE_KEY.test(clean)) return { kind: 'mistake', mistake: 'private-key' };
  if (/^https?:\/\/\S+$/i.test(clean)) return address(clean);
  const start = clean.search(/<\?xml|<(\w+:)?(EntityDescriptor|EntitiesDescriptor)\b/);
  if (start >= 0) {
    const xml = clean.slice(start);
    const ours = /<(\w+:)?SPSSODescriptor\b/.test(xml) && !/<(\w+:)?IDPSSODescriptor\b/.test(xml);
    return ours ? { kind: 'mistake', mistake: 'our-own' } : { kind: 'xml', body: { metadataXml: xml } };
  }
  if (/<html|<!doctype html/i.test(clean)) return { kind: 'mistake', mistake: 'html' };
  if (/-----BEGIN CERTIFICATE-----/.test(clean)) return { kind: 'certificate', certificate: clean };
  return { kind: 'mistake', mistake: 'not-xml' };
}

function address(url: string): Intake {
  if (/\/\/[^/]*-admin\.okta(preview)?\.com\//i.test(url)) return { kind: 'mistake', mistake: 'admin-page' };
  if (/\/(entra|portal)\.(microsoft|azure)\.com/i.test(url))
    return { kind: 'mistake', mistake: 'admin-page' };
  if (/\.okta(preview)?\.com\/.*\/sso\/saml$/i.test(url)) return { kind: 'mistake', mistake: 'sign-on-url' };
  const issuer = url.replace(/\/?\.well-known\/openid-configuration$/, '');
  if (issuer !== url) return { kind: 'issuer', issuer };
  return { kind: 'url', body: { metadataUrl: url } };
}
