declare module '@citation-js/core' {
  export const plugins: {
    input: { chain(data: unknown, options: { forceType: string; generateGraph: boolean }): Record<string, unknown>[] }
  }
  export const logger: { level: string }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
