/** What the thread that decodes an iPhone's picture says of one that it cannot; all else is a picture of a kind that it does not know. */
export const tooManyDots = 'too many dots'
export const damaged = 'damaged'
