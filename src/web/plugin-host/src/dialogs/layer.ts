/** Where a dialog is put, and how to take the place away again. */
export interface Place {
  readonly element: HTMLElement;
  leave(): void;
}

/**
 * What is open as a modal of the page's own, such as Settings, makes everything else inert and lies above it, whatever its
 * z-index. A dialog that comes then gets a modal of its own around it, which does the same to the one beneath.
 */
export function placeFor(container: HTMLElement): Place {
  if (!somethingModal()) return { element: container, leave: () => undefined };
  const layer = Object.assign(document.createElement('dialog'), { className: 'pex-dialog-layer' });
  // Escape is the host's to hear: not every dialog may be closed by it.
  layer.addEventListener('cancel', (event) => event.preventDefault());
  container.append(layer);
  layer.showModal();
  return {
    element: layer,
    leave() {
      layer.close();
      layer.remove();
    },
  };
}

function somethingModal(): boolean {
  return document.querySelector('dialog[open]') !== null || (document.fullscreenElement ?? document.documentElement) !== document.documentElement;
}
