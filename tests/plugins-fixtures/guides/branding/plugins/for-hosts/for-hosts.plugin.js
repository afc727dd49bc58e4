(function () {
  function load() {}
  function unload() {}
  function press() {}

  PEX.pluginAPI.registerPlugin({ id: 'for-hosts', load: load, unload: unload, press: press });
})();
