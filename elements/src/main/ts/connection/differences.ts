import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import type { Localizer, MessageKey } from '../i18n/localizer.js';
import type { AttributeNames, Revision } from './connection.js';

/** One setting on both sides; an empty side has none. */
export interface Difference {
  label: string;
  one: string;
  other: string;
}

/** A configuration in words, setting by setting, in the order of the forms. */
export function settingsOf(revision: Revision, i18n: Localizer): Map<string, string> {
  const { saml, oidc } = revision;
  const said = new Map<string, string>();
  const say = (key: MessageKey, value: string | null | undefined): void => {
    said.set(i18n.text(key), value ?? '');
  };
  const yesNo = (value: boolean | undefined): string => i18n.text(value ? 'setting.yes' : 'setting.no');
  if (saml) {
    say('metadata.entityId', saml.idpEntityId);
    say('metadata.ssoUrl', saml.ssoUrl);
    say('understood.from', revision.metadataUrl);
    say('advanced.nameIdFormat', saml.nameIdFormat?.split(':').at(-1));
    say('advanced.requestedAuthnContext', saml.requestedAuthnContext);
    say('advanced.ssoBinding', saml.ssoBinding && `HTTP-${saml.ssoBinding.toUpperCase()}`);
    say('advanced.forceAuthn', yesNo(saml.forceAuthn));
    say('advanced.signRequests', yesNo(saml.signRequests));
    say('advanced.subject', saml.subject?.attribute ?? saml.subject?.source);
  }
  if (oidc) {
    say('oidc.issuer', oidc.issuer);
    say('oidc.clientId', oidc.clientId);
    say('oidc.method', oidc.tokenEndpointAuthMethod);
    say('setting.scopes', oidc.scopes?.join(' '));
    say('setting.hostedDomains', oidc.hostedDomains?.join(' '));
    say('advanced.subject', oidc.subject?.claim ?? oidc.subject?.source);
    say('advanced.forceAuthn', yesNo(oidc.forceLogin));
    say('advanced.singleLogout', yesNo(oidc.singleLogout ?? true));
  }
  const attributes = (saml ?? oidc)?.attributes;
  for (const name of ATTRIBUTES) say(`advanced.${name}`, attributes?.[name]?.join(', '));
  return said;
}

const ATTRIBUTES = ['email', 'givenName', 'familyName', 'groups'] as const satisfies (keyof AttributeNames)[];

/** What is not the same in both; what one of them does not know counts as empty there. */
export function differences(one: Map<string, string>, other: Map<string, string>): Difference[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((label) => ({ label, one: one.get(label) ?? '', other: other.get(label) ?? '' }))
    .filter((row) => row.one !== row.other);
}

/** Two versions of the same settings beside each other, only where they differ. */
export class Differences extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      table {
        inline-size: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      th,
      td {
        padding: 8px;
        padding-inline-start: 0;
        text-align: var(--_start);
        vertical-align: top;
        border-block-end: 1px solid var(--_line);
        overflow-wrap: anywhere;
      }
      thead th {
        font-size: 12px;
        color: var(--_text-soft);
      }
      @container (max-width: 520px) {
        thead {
          display: none;
        }
        tr,
        th,
        td {
          display: block;
        }
        th,
        td:not(:last-child) {
          border: 0;
          padding-block-end: 0;
        }
        td::before {
          content: attr(data-label) ': ';
          color: var(--_text-soft);
        }
      }
    `,
  ];

  @property({ attribute: false }) i18n!: Localizer;
  @property({ attribute: false }) rows: Difference[] = [];
  /** What the first side is called. */
  @property() one = '';
  /** What the second side is called. */
  @property() other = '';

  override render() {
    const none = this.i18n.text('setting.none');
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${this.i18n.text('setting')}</th>
          <th scope="col">${this.one}</th>
          <th scope="col">${this.other}</th>
        </tr>
      </thead>
      <tbody>
        ${this.rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.label}</th>
              <td data-label=${this.one}>${row.one || none}</td>
              <td data-label=${this.other}>${row.other || none}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

define('gatehouse-differences', Differences);
