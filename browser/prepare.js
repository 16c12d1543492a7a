// Builds the pages after `npm ci` and before packing. An installation without development dependencies goes without.
const vite = await import('vite').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
});
if (vite) {
  const builder = await vite.createBuilder({ configFile: new URL('vite.config.ts', import.meta.url).pathname });
  await builder.buildApp();
} else console.warn('The pages were not built, because Vite is not installed. Run npm ci without --omit=dev for them.');
