/** Who is asked in the reviews of the demo. */
export const heads = ['mair', 'geraint', 'joanna', 'imran', 'carys', 'owen']
export const leaders = ['nia', 'rhian', 'tomasz', 'sadia', 'gwen', 'kasia']
export const twelve = [...heads, ...leaders]
