/** First and last names that are also everyday words. */
export const everydayNames = new Set(
  'will may mark grace joy hope rose april june august dawn faith rich bill frank art summer autumn page field wood woods hill banks marsh lane reading cook baker brown green white black grey young king bishop long short price rice day love church park rivers stone wells moss heath ford bell bird fox wolf strong sharp little small good best law case'.split(
    ' ',
  ),
)
