import { en } from './en/index.js';
import { textsHere, textsIn, type Catalogue, type MessageKey } from './languages.js';

export type { MessageKey };

/** Texts, numbers and dates in one language. */
export class Localizer {
  private readonly plurals: Intl.PluralRules;

  private constructor(
    readonly language: string,
    private readonly catalogue: Catalogue,
  ) {
    this.plurals = new Intl.PluralRules(language);
  }

  /** At once if its texts are here; undefined if they have to be loaded. */
  static ready(language: string): Localizer | undefined {
    const texts = textsHere(language);
    return texts && new Localizer(language, texts);
  }

  /** Once its texts are here; in English if they cannot be had. */
  static async load(language: string): Promise<Localizer> {
    try {
      return new Localizer(language, await textsIn(language));
    } catch {
      return new Localizer('en', en);
    }
  }

  text(key: MessageKey, values: Record<string, string | number> = {}): string {
    const message = this.catalogue[key] ?? en[key];
    const template = typeof message === 'string' ? message : this.choose(message, values['count']);
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? this.number(value) : value;
    });
  }

  /** Text for a code that the server may invent: undefined when we do not know it. */
  known(key: string, values?: Record<string, string | number>): string | undefined {
    return Object.hasOwn(this.catalogue, key) ? this.text(key as MessageKey, values) : undefined;
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.language).format(value);
  }

  list(items: string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(items);
  }

  date(instant: string): string {
    return this.format(instant, { dateStyle: 'medium' });
  }

  dateTime(instant: string): string {
    return this.format(instant, { dateStyle: 'medium', timeStyle: 'short' });
  }

  time(instant: string): string {
    return this.format(instant, { timeStyle: 'medium' });
  }

  /** From one moment to another, saying once what both share. */
  range(from: string, to: string): string {
    return new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeStyle: 'medium' }).formatRange(
      new Date(from),
      new Date(to),
    );
  }

  /** "in 3 days", "2 minutes ago". */
  relative(instant: string): string {
    const seconds = Math.round((Date.parse(instant) - Date.now()) / 1000);
    const format = new Intl.RelativeTimeFormat(this.language, { numeric: 'auto' });
    const size = Math.abs(seconds);
    if (size < 60) return format.format(seconds, 'second');
    if (size < 3600) return format.format(Math.round(seconds / 60), 'minute');
    if (size < 86400) return format.format(Math.round(seconds / 3600), 'hour');
    if (size < 90 * 86400) return format.format(Math.round(seconds / 86400), 'day');
    if (size < 730 * 86400) return format.format(Math.round(seconds / 2_629_800), 'month');
    return format.format(Math.round(seconds / 31_557_600), 'year');
  }

  daysUntil(instant: string): number {
    return Math.floor((Date.parse(instant) - Date.now()) / 86_400_000);
  }

  private choose(message: { one?: string; other: string }, count: string | number | undefined): string {
    return this.plurals.select(Number(count)) === 'one' && message.one !== undefined
      ? message.one
      : message.other;
  }

  private format(instant: string, options: Intl.DateTimeFormatOptions): string {
    const date = new Date(instant);
    return Number.isNaN(date.getTime())
      ? instant
      : new Intl.DateTimeFormat(this.language, options).format(date);
  }
}
