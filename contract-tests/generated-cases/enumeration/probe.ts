import type { Json } from '#openapi/document/json.ts';

/** What a probe is about. */
export const probeKinds = ['presence', 'types', 'limits', 'enums', 'unknown fields', 'text'] as const;
export type ProbeKind = (typeof probeKinds)[number];

/** A value that is worth trying at one place of a body, and what the document says of it. */
export type Probe = {
  readonly kind: ProbeKind;
  /** Place and value in words, such as `name: 1025 characters`. */
  readonly text: string;
  /** `undefined` where the field is left out. */
  readonly value: Json | undefined;
  /** The field that the refusal names, such as `contacts.0.email` or `(root)`; `null` where the value is accepted. */
  readonly refusedAt: string | null;
};

/** Names of the fields on the way to a place of a body. */
export type Place = readonly string[];

/** How a refusal names a place. @evidence observed: dots, and `(root)` */
function fieldAt(place: Place): string {
  return place.join('.') || '(root)';
}

/** Makes the probes of one place. */
export function prober(place: Place) {
  const name = fieldAt(place);
  return {
    accept: (kind: ProbeKind, text: string, value: Json | undefined): Probe => ({
      kind,
      text: `${name}: ${text}`,
      value,
      refusedAt: null,
    }),
    refuse: (kind: ProbeKind, text: string, value: Json | undefined, refusedAt: string = name): Probe => ({
      kind,
      text: `${name}: ${text}`,
      value,
      refusedAt,
    }),
  };
}
