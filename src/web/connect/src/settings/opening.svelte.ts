/** Whether the settings lie over the page, and on which of their pages. Anybody may open them. */
class Opening {
  page: string | null = $state.raw(null);
}

const opening = new Opening();

export const openPage = (): string | null => opening.page;

/** `devices`, `appearance`, `sounds`, `shortcuts`, `plugins`, or what somebody added. */
export function openSettings(page = 'devices'): void {
  opening.page = page;
}

export function closeSettings(): void {
  opening.page = null;
}
