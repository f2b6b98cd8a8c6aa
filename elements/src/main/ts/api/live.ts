import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Api } from './api.js';

/** How a view keeps up with the server. */
export type LiveState = 'connecting' | 'live' | 'polling' | 'offline' | 'stopped';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const REFUSED = new Set([400, 401, 403, 404, 405, 406, 429]);
/** After these a stream has nothing more to say; after others, such as an expired token, it goes on. */
const OVER = /"code"\s*:\s*"(run_finished|permission_denied|not_found)"/;

/**
 * Calls `changed` whenever the server says that something changed: by server-sent events read with the
 * bearer token (`EventSource` cannot send one), or by polling where there is no stream. Also after a
 * reconnection, and when a tab comes back to the front, because something may have been missed.
 */
export class Live implements ReactiveController {
  state: LiveState = 'stopped';
  private following: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly changed: () => Promise<void> | void,
    private readonly pollMs: number,
  ) {
    host.addController(this);
  }

  /** Starts following; a second call with another path follows that one instead. */
  follow(api: Api, path: string): void {
    this.stop();
    const following = new AbortController();
    this.following = following;
    document.addEventListener('visibilitychange', this.cameBack, { signal: following.signal });
    void this.run(api, path, following.signal);
  }

  stop(): void {
    this.following?.abort();
    this.following = undefined;
    this.become('stopped');
  }

  hostDisconnected(): void {
    this.stop();
  }

  private readonly cameBack = (): void => {
    if (document.visibilityState === 'visible') void this.changed();
  };

  private async run(api: Api, path: string, signal: AbortSignal): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        const response = await api.open(path, { accept: 'text/event-stream' }, signal);
        const streams = response.headers.get('content-type')?.startsWith('text/event-stream');
        if (REFUSED.has(response.status) || (response.ok && !streams)) return await this.poll(signal);
        if (response.ok && response.body) {
          this.become('live');
          pauseMs = FIRST_PAUSE_MS;
          if (await this.read(response.body)) return this.stop();
          // Ended as announced, mostly because the token expired: with a fresh one it goes on.
          await sleep(FIRST_PAUSE_MS, signal);
          continue;
        }
      } catch {
        // Lost; what is on screen stays, and says how old it is.
      }
      if (signal.aborted) return;
      this.become('offline');
      await sleep(pauseMs, signal);
      if (!signal.aborted) await this.changed();
    }
  }

  /** Reads to the end; true when the server said that there is nothing more to follow. */
  private async read(body: ReadableStream<Uint8Array>): Promise<boolean> {
    let over = false;
    const reader = body
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
      .getReader();
    let buffer = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return over;
      buffer = (buffer + value).replaceAll('\r\n', '\n');
      const end = buffer.lastIndexOf('\n\n');
      if (end < 0) continue;
      const events = buffer.slice(0, end).split('\n\n');
      buffer = buffer.slice(end + 2);
      over ||= events.some((event) => /^event:\s*end$/m.test(event) && OVER.test(event));
      // Comments keep the connection open and say nothing.
      if (events.some((event) => /^(data|event):/m.test(event))) await this.changed();
    }
  }

  private async poll(signal: AbortSignal): Promise<void> {
    this.become('polling');
    while (!signal.aborted) {
      await sleep(this.pollMs, signal);
      if (!signal.aborted && document.visibilityState === 'visible') await this.changed();
    }
  }

  private become(state: LiveState): void {
    if (this.state === state) return;
    this.state = state;
    this.host.requestUpdate();
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
