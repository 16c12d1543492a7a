declare module 'openapi-overlays-js/src/overlay.js' {
  /** Applies an overlay's actions in order and modifies the document. */
  export function applyOverlay<Document>(document: Document, overlay: { actions: readonly unknown[] }): Document;
}
