/** What has focus, through all shadow roots; undefined when nothing has, so that a keyboard would start at the top. */
export function focused(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}

/** Whether what has focus is drawn by this element, itself or by those below it. */
export function hasFocusWithin(element: Element): boolean {
  let active = document.activeElement;
  while (active && active !== element) active = active.shadowRoot?.activeElement ?? null;
  return active === element;
}

/** Once the next frame is due: whatever follows from a change of state is in the document by then. */
export function drawn(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
