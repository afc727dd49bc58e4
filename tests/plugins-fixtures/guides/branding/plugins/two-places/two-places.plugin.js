(function () {
  function load() {}
  function unload() {}
  function press() {}

  PEX.pluginAPI.registerPlugin({ id: 'two-places', load: load, unload: unload, press: press });
})();
