/** A plugin that the branding names, as far as it can be known before it runs. */
export interface BrandedPlugin {
  readonly id: string;
  readonly enabled: boolean;
}

/** Reads the plugins of a branding's settings; whatever is not one is left out. */
export function brandedPlugins(settings: unknown): readonly BrandedPlugin[] {
  const list = (settings as { plugins?: unknown } | null)?.plugins;
  if (!Array.isArray(list)) return [];
  return (list as readonly unknown[]).flatMap((entry): BrandedPlugin[] => {
    const { id, enabled } = (entry ?? {}) as { id?: unknown; enabled?: unknown };
    return typeof id === 'string' && id ? [{ id, enabled: enabled !== false }] : [];
  });
}

/** Asks the branding that this page belongs to. */
export async function fetchBrandedPlugins(): Promise<readonly BrandedPlugin[]> {
  const answer = await fetch('./custom_configuration/settings.json');
  if (!answer.ok) throw new Error(`settings.json: ${answer.status}`);
  return brandedPlugins(await answer.json());
}
