(function () {
  function load() {}
  function unload() {}
  function press() {}

  PEX.pluginAPI.registerPlugin({ id: 'for-guests', load: load, unload: unload, press: press });
})();
