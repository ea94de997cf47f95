import { CharacterCount, ErrorSummary, PasswordInput, SkipLink } from 'govuk-frontend'

const components = {
  'govuk-character-count': CharacterCount,
  'govuk-error-summary': ErrorSummary,
  'govuk-password-input': PasswordInput,
  'govuk-skip-link': SkipLink,
}

export function wakeComponents(): void {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  for (const [name, Component] of Object.entries(components)) {
    for (const place of document.querySelectorAll(`[data-module="${name}"]`)) new Component(place)
  }
}
