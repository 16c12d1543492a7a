/** The parts of Swagger UI that the console uses; the package has no types. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  /** A layout: props in, an element out. */
  type Component = (properties: { getComponent: (name: string, isContainer: boolean) => unknown }) => unknown;
  type System = {
    React: { createElement: (type: unknown, properties: object | null, ...children: unknown[]) => unknown };
  };

  export default function SwaggerUI(options: {
    domNode: HTMLElement;
    spec: object;
    supportedSubmitMethods: string[];
    docExpansion: 'none';
    defaultModelsExpandDepth: number;
    validatorUrl: null;
    deepLinking: boolean;
    syntaxHighlight: false;
    layout: string;
    plugins: ((system: System) => { components: Record<string, Component> })[];
  }): void;
}

/** Styles of the reference, which Vite bundles. */
declare module '*.css';
