/** The few govuk-frontend components that our pages wake up. */
declare module 'govuk-frontend' {
  type Component = new (root: Element) => unknown
  export const CharacterCount: Component
  export const ErrorSummary: Component
  export const PasswordInput: Component
  export const SkipLink: Component
}
