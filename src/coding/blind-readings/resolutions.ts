/** What a group can keep of a place where two readers used different codes. */
export const resolutions = ['first', 'second', 'both', 'neither'] as const
export type Resolution = (typeof resolutions)[number]
