import type { Api } from '../api/api.js';
import type { Localizer, MessageKey } from '../i18n/localizer.js';
import { nameOf, type Member } from './member.js';

/** Who did something: by name where the viewer may see members, else in general words. */
export interface Actor {
  name?: string;
  words: MessageKey;
}

/** Whom the server names as `member:mem_…`, `operator:…` or `setup_link:…`. */
export async function readActor(api: Api, organization: string, actor: string): Promise<Actor> {
  const [kind, id] = actor.split(':', 2);
  switch (kind) {
    case 'member':
      return api.get<Member>(`/v1/organizations/${organization}/members/${id}`).then(
        ({ body }) => ({ name: nameOf(body), words: 'actor.member' }),
        () => ({ words: 'actor.member' }),
      );
    case 'setup_link':
      return { words: 'actor.setupLink' };
    case 'operator':
      return { words: 'actor.operator' };
    default:
      return { words: 'actor.service' };
  }
}

/** In the language of the moment. */
export function actorText(i18n: Localizer, actor: Actor | undefined): string {
  return actor?.name ?? i18n.text(actor?.words ?? 'actor.member');
}
