// The plugin of the guide. A message event1 is answered by callback1 with a number and a text, and by callback2 with nothing;
// and a button sends event1 to the listeners on the server.
plugin.processMessage = function (message) {
  switch (message.name) {
    case 'event1':
      plugin.callback(message, 'callback1', { number: plugin.configuration.number, text: plugin.configuration.text });
      plugin.callback(message, 'callback2');
      break;
  }
};

if (plugin.configuration.button) {
  var sampleButton = document.createElement('button');
  sampleButton.type = 'button';
  sampleButton.textContent = 'Send event1';
  sampleButton.style.cssText = 'position: fixed; inset: auto auto 16px 16px; z-index: 1000; min-height: 40px; padding: 0 16px; border: 1px solid var(--pl-line-strong, #74827e); '
    + 'border-radius: 999px; background: var(--pl-raised, Canvas); color: var(--pl-text, CanvasText); font: 600 0.875rem var(--pl-font, system-ui, sans-serif); cursor: pointer';
  sampleButton.addEventListener('click', function () {
    plugin.sendEvent('event1', { sentAt: Date.now() });
  });
  document.getElementById('applicationHost').append(sampleButton);
}
