import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { messages } from './src/i18n/message-parts.ts'

/** What nearly every visit needs right after the entry: fetched beside it, not one after the other. */
const NEEDED_SOON = [
  'openedx-v1/adapter.ts',
  'lms/cookies.ts',
  'en.json?compiled=first',
  'gradebook/GradebookPage.tsx',
]

/** Not read by the compiler that remembers what components drew. */
const WITHOUT_COMPILER = [
  // Where no component or hook can be.
  /\/node_modules\//,
  /\/mocks\/(?:api|catalogue|conformance|http|lms|scenarios)\//,
  /\/src\/domain\//,
  // Drawn seldom and part of the first picture: what the compiler adds weighs 4 kB there, and spares nothing.
  /\/src\/app\//,
  /\/src\/pages\/gradebook\/(?:FilterChips|LoadCount|NothingToShow|Notices|Toolbar)\.tsx/,
]

/** Tells the browser of the chunks in `NEEDED_SOON`, and of all that they import, in index.html. */
function preloads(): Plugin {
  let base = '/'
  return {
    name: 'rollbook-preloads',
    apply: 'build',
    configResolved: (config) => {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
        const files = new Set<string>()
        const styles = new Set<string>()
        const add = (file: string): void => {
          const chunk = chunks.find(({ fileName }) => fileName === file)
          if (!chunk || chunk.isEntry || files.has(file)) return
          files.add(file)
          chunk.viteMetadata?.importedCss.forEach((style) => styles.add(style))
          chunk.imports.forEach(add)
        }
        for (const { facadeModuleId, fileName } of chunks) {
          if (NEEDED_SOON.some((end) => facadeModuleId?.endsWith(end))) add(fileName)
        }
        const tag = (attrs: Record<string, string | boolean>) => ({
          tag: 'link',
          attrs,
          injectTo: 'head' as const,
        })
        return [
          ...Array.from(files, (file) => tag({ rel: 'modulepreload', crossorigin: true, href: base + file })),
          ...Array.from(styles, (file) =>
            tag({ rel: 'preload', as: 'style', crossorigin: true, href: base + file }),
          ),
        ]
      },
    },
  }
}

/** Refuses a build with anything of the simulated LMS in it: no word has to betray it, each module says where it is from. */
function withoutMocks(): Plugin {
  let root = ''
  const isStray = (id: string) =>
    id.startsWith(`${root}/mocks/`) || /\/node_modules\/(?:@mswjs|msw)\//.test(id)
  return {
    name: 'rollbook-without-mocks',
    apply: 'build',
    configResolved: (config) => {
      root = config.root
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const stray = chunks.flatMap(({ moduleIds }) => moduleIds).filter(isStray)
      if (stray.length > 0) this.error(`The simulated LMS must not ship: ${stray.join(', ')}`)
    },
  }
}

export default defineConfig(({ command, mode }) => {
  // Mock mode is `npm start` and `npm run build:mock`. In every other build this is `false` and the mocks fall away.
  const mocks = mode === 'mock'
  return {
    base: process.env['PUBLIC_PATH'] ?? '/',
    define: { __MOCKS__: JSON.stringify(mocks) },
    plugins: [
      messages(),
      preloads(),
      react(),
      // The compiler runs in tests too: what is tested is what ships.
      babel({ presets: [reactCompilerPreset()], exclude: WITHOUT_COMPILER }),
      mocks ? msw({ mode: 'worker-only' }) : withoutMocks(),
    ],
    resolve: {
      alias: {
        // Messages arrive compiled: the parser (about 8 kB gzipped) would never run.
        '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
      },
    },
    // Found before the first visit, or the dev server would reload the page when a popover first opens.
    optimizeDeps: { include: ['react-aria-components'] },
    server: { port: 1994, strictPort: true },
    preview: { port: 1994, strictPort: true },
    build: {
      target: ['chrome131', 'edge131', 'firefox133', 'safari18.2'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: true,
      sourcemap: command === 'build' && process.env['SOURCEMAP'] === '1',
    },
    test: {
      // Of its own Vitest leaves one core free, which is half of two.
      maxWorkers: '100%',
      // Tests wait for states, not for clocks: this only ends what would never end.
      testTimeout: 30_000,
      expect: { poll: { timeout: 20_000 } },
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            include: ['{src,e2e,bench}/**/*.test.ts'],
            isolate: false,
            setupFiles: ['mocks/testing-setup.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'lms',
            environment: 'node',
            include: ['mocks/**/*.test.ts'],
            isolate: false,
            setupFiles: ['mocks/testing-setup.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'page',
            environment: 'jsdom',
            include: ['{src,mocks}/**/*.test.tsx'],
            setupFiles: ['src/testing-setup.ts'],
          },
        },
      ],
    },
  }
})
