export * from 'paddle-paddock-client';
