declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  /** Options of Swagger UI that the console uses. */
  export default function SwaggerUI(options: {
    domNode: HTMLElement;
    spec: object;
    supportedSubmitMethods: readonly string[];
    docExpansion: 'list' | 'full' | 'none';
    defaultModelsExpandDepth: number;
    validatorUrl: string | null;
    deepLinking: boolean;
  }): void;
}

declare module 'swagger-ui-dist/swagger-ui.css';
