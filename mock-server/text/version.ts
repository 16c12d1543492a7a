import packageJson from '../../package.json' with { type: 'json' };

/** Version of Paddock. */
export const version = packageJson.version;
