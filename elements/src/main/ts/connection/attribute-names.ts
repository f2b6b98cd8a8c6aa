import { html } from 'lit';
import type { Localizer, MessageKey } from '../i18n/localizer.js';
import type { AttributeNames } from './connection.js';

const ATTRIBUTES: (keyof AttributeNames)[] = ['email', 'givenName', 'familyName', 'groups'];

/** As they stand in the fields. */
export type TypedNames = Record<keyof AttributeNames, string>;

export function typedNames(stored: AttributeNames | null | undefined): TypedNames {
  const typed = (name: keyof AttributeNames) => (stored?.[name] ?? []).join(', ');
  return {
    email: typed('email'),
    givenName: typed('givenName'),
    familyName: typed('familyName'),
    groups: typed('groups'),
  };
}

/** An empty field asks for nothing; left out, the server would keep what it has. */
export function namesOf(typed: TypedNames): AttributeNames {
  return Object.fromEntries(ATTRIBUTES.map((name) => [name, wordsIn(typed[name])]));
}

/** What stands between commas or spaces. */
export function wordsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** How the provider calls what we want to know of a person; before the fields, what helps to fill them. */
export function attributeFields(
  i18n: Localizer,
  legend: MessageKey,
  typed: TypedNames,
  change: (typed: TypedNames) => void,
  before: unknown,
) {
  return html`<fieldset class="stack">
    <legend class="label">${i18n.text(legend)}</legend>
    <p class="hint" id="attributes-hint">${i18n.text('advanced.attributes.hint')}</p>
    ${before}
    ${ATTRIBUTES.map(
      (name) =>
        html`<div>
          <label for=${name}>${i18n.text(`advanced.${name}` as MessageKey)}</label>
          <input
            dir="ltr"
            id=${name}
            spellcheck="false"
            autocapitalize="none"
            aria-describedby="attributes-hint"
            .value=${typed[name]}
            @input=${(event: Event) => change({ ...typed, [name]: (event.target as HTMLInputElement).value })}
          />
        </div>`,
    )}
  </fieldset>`;
}
