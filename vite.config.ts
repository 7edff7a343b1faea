import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** `npm run build` names the folder of each build (tools/build.mjs). */
const folder = process.env['OPORA_BUILD_FOLDER'] ?? 'build/by-hand';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: folder, precompress: true, envPrefix: 'OPORA_KIT_' }),
      files: {
        appTemplate: 'src/web/app.html',
        errorTemplate: 'src/web/error.html',
        hooks: { server: 'src/web/hooks.server', client: 'src/web/hooks.client', universal: 'src/web/hooks' },
        assets: 'src/web/static',
      },
      csp: {
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  cacheDir: '.cache/vite',
});
