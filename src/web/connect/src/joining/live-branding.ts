const pace = 1500;

/**
 * Says once when the branding that is shown has become another than the page's, which keeps its own for life. For whoever works
 * on a folder of it: the server looks at that about as often.
 */
export function watchBranding(own: string, conference: () => string, changed: () => void, life: AbortSignal): void {
  const look = async (): Promise<void> => {
    if (document.hidden) return;
    // A server that is away is told of elsewhere, and comes back.
    const answer = await fetch(`/webapp2/branding?conference=${encodeURIComponent(conference())}`, { signal: life }).catch(() => null);
    if (!answer?.ok || (await answer.text()) === own || life.aborted) return;
    clearInterval(timer);
    changed();
  };
  const timer = setInterval(() => void look(), pace);
  life.addEventListener('abort', () => clearInterval(timer));
}
