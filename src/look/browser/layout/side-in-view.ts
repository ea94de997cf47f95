/** The side column stays in view beside a long page; a tall one from where its end is seen, so its height is told to the styles. */
export function keepSideInView(): void {
  for (const side of document.querySelectorAll<HTMLElement>('.with-side > aside'))
    new ResizeObserver(() => side.style.setProperty('--side-height', `${side.offsetHeight}px`)).observe(side)
}
