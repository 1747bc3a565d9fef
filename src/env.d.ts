/** True in mock mode only; every other build removes what stands behind it. */
declare const __MOCKS__: boolean

/** Messages as the build plugin in vite.config.ts hands them out: compiled to syntax trees. */
declare module '*.json?compiled' {
  const messages: import('./i18n/messages.ts').Messages
  export default messages
}
declare module '*.json?compiled=first' {
  const messages: import('./i18n/messages.ts').Messages
  export default messages
}
declare module '*.json?compiled=later' {
  const messages: import('./i18n/messages.ts').Messages
  export default messages
}
