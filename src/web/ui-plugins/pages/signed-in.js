// What the other service said, for the page that asked; nobody else's page can listen.
(function () {
  var said = new URLSearchParams(location.search);
  history.replaceState(null, '', location.pathname);
  var channel = new BroadcastChannel('plenum-signed-in');
  channel.postMessage({ state: said.get('state'), code: said.get('code'), error: said.get('error_description') || said.get('error') });
  channel.close();
  window.close();
})();
