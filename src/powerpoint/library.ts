import loaded from 'pptxgenjs'

// Its types describe what it is to CommonJS, where the class is a part of the module; Node loads a module that is the class.
export const Deck = loaded as unknown as typeof loaded.default

export type Deck = loaded.default
export type Slide = loaded.default.Slide
export type Words = loaded.default.TextProps
export type Bullet = loaded.default.TextBaseProps['bullet']
