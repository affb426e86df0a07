declare module 'suite-tests' {
  /** Loads every test file of the suite (made when the suite is bundled). */
  export function loadTests(): void;
}
