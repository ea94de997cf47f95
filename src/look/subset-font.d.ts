declare module 'subset-font' {
  /** @returns a font of only these letters, with what the options leave of its tables */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2'; keepFeatures: string[]; dropTables: string[]; noHinting: boolean },
  ): Promise<Buffer>
}
