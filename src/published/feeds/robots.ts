/** What robots may look at is named; everything else is not, and none of it is named. */
export function robotsText(baseUrl: string): string {
  const open = ['/$', '/published', '/help', '/about', '/accessibility', '/privacy', '/assets/']
  return [
    'User-agent: *',
    ...open.map(path => `Allow: ${path}`),
    'Disallow: /',
    '',
    `Sitemap: ${baseUrl}/sitemap.xml`,
    '',
  ].join('\n')
}
