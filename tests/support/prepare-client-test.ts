import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/** What a browser has and happy-dom lacks, as far as Mantine asks for it at render time. */
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) satisfies MediaQueryList;

class SilentResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.ResizeObserver ??= SilentResizeObserver;
// Mantine's growing textareas measure again when fonts arrive.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
Element.prototype.scrollIntoView ??= () => undefined;

// A page's code is fetched when it is wanted; on a busy machine that takes more than the usual second.
configure({ asyncUtilTimeout: 8_000 });

afterEach(() => {
  cleanup();
});
