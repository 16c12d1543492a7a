import type { Json } from '#openapi/document/json.ts';

/** Kinds of probes. */
export const probeKinds = ['presence', 'types', 'limits', 'enums', 'unknown fields', 'text'] as const;
export type ProbeKind = (typeof probeKinds)[number];

/** A test value for one place of a body, and its expected result by the document. */
export type Probe = {
  readonly kind: ProbeKind;
  /** Place and value in words, such as `name: 1025 characters`. */
  readonly text: string;
  /** `undefined` if the field is omitted. */
  readonly value: Json | undefined;
  /** Field in the expected error, such as `contacts.0.email` or `(root)`; `null` if the value is valid. */
  readonly refusedAt: string | null;
};

/** Path of field names to a place in a body. */
export type Place = readonly string[];

/** Formats a place as errors do. @evidence observed: dots, and `(root)` */
function fieldAt(place: Place): string {
  return place.join('.') || '(root)';
}

/** Returns functions that create probes of one place. */
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
