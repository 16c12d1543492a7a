import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';

/** Draws an OpenAPI document. This file is loaded on demand, since the renderer is ten times the console. */
export function drawReference(place: HTMLElement, document: object): void {
  SwaggerUI({
    domNode: place,
    spec: document,
    // Requests are made by the application, or by the views of the console.
    supportedSubmitMethods: [],
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    deepLinking: false,
  });
}
