/** Import data of an entity that Paddle imported. @evidence official for the fields; assumed for the values */
export const importMeta = { external_id: null, imported_from: 'paddle_classic' } as const;
