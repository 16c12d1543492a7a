declare module 'openapi-overlays-js/src/overlay.js' {
  /** Applies an overlay's actions one after the other, and changes the document that it is given. */
  export function applyOverlay<Document>(document: Document, overlay: { actions: readonly unknown[] }): Document;
}
