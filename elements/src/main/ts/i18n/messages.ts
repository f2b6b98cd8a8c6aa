/** A text, or one per plural category of the language; `{name}` is replaced by a value. */
export type Message = string | PluralMessage;

/** The categories of `Intl.PluralRules` that differ in our languages. */
export interface PluralMessage {
  one?: string;
  other: string;
}

/** Every key of the English texts, in another language: a missing one does not compile. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : PluralMessage };
