import { en } from './en/index.js';
import type { Message } from './messages.js';

export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<MessageKey, Message>>;

/**
 * English comes with the main module; each of these is a module of its own, for those who read it. They are
 * named as in the bundle, which leaves these imports as they are.
 */
const others: Readonly<Record<string, () => Promise<Catalogue>>> = {
  de: async () => (await import('./gatehouse-de.js')).de,
  fr: async () => (await import('./gatehouse-fr.js')).fr,
  es: async () => (await import('./gatehouse-es.js')).es,
  ja: async () => (await import('./gatehouse-ja.js')).ja,
};

const here = new Map<string, Catalogue>([['en', en]]);

/** All languages, complete: a test compares their keys. */
export const languages: readonly string[] = ['en', ...Object.keys(others)];

/** Its texts, loaded when they are asked for first; a language that we do not speak is English. */
export async function textsIn(language: string): Promise<Catalogue> {
  const name = base(language);
  const texts = here.get(name) ?? (await others[name]?.());
  if (texts) here.set(name, texts);
  return texts ?? en;
}

/** Its texts if they are here. */
export function textsHere(language: string): Catalogue | undefined {
  return here.get(base(language));
}

/** The language that a page asks for: the element's own, the nearest `lang`, then the browser's. */
export function languageFor(element: Element): string {
  const wanted = element.closest('[lang]')?.getAttribute('lang') || navigator.language;
  try {
    const [canonical] = Intl.getCanonicalLocales(wanted);
    return canonical && languages.includes(base(canonical)) ? canonical : 'en';
  } catch {
    return 'en';
  }
}

export function base(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? 'en';
}
