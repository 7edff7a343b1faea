export { transport } from '#web/server-only.ts';
