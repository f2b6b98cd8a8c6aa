import type { ReactiveControllerHost } from 'lit';
import type { Page } from '../api/api.js';
import { Loading } from './loading.js';

/** The pages of a collection that were read so far. */
export interface Pages<T> {
  items: T[];
  next: string | undefined;
}

/** A collection read page by page; a failed page keeps those before it. */
export class Paged<T> extends Loading<Pages<T>> {
  constructor(
    host: ReactiveControllerHost,
    private readonly read: (cursor: string | undefined) => Promise<Page<T>>,
  ) {
    super(host);
  }

  /** Reads from the start. */
  load(): Promise<Pages<T> | undefined> {
    return this.run(async () => pagesOf(await this.read(undefined)));
  }

  /** Reads the page after the last one. */
  more(): Promise<Pages<T> | undefined> {
    const before = this.value;
    if (!before?.next) return Promise.resolve(before);
    return this.run(async () => {
      const page = pagesOf(await this.read(before.next));
      return { items: [...before.items, ...page.items], next: page.next };
    });
  }

  /** Puts a changed thing in the place of the one with its id. */
  replace(item: T & { id: string }): void {
    const before = this.value;
    if (!before) return;
    const items = before.items.map((one) => ((one as { id?: string }).id === item.id ? item : one));
    this.accept({ ...before, items });
  }

  /** Leaves out what was deleted. */
  remove(id: string): void {
    const before = this.value;
    if (before)
      this.accept({ ...before, items: before.items.filter((one) => (one as { id?: string }).id !== id) });
  }
}

function pagesOf<T>(page: Page<T>): Pages<T> {
  return { items: page.items, next: page.next ?? undefined };
}
