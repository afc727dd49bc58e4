(function () {
  function load() {}
  function unload() {}
  function press() {}

  PEX.pluginAPI.registerPlugin({ id: 'on-electron', load: load, unload: unload, press: press });
})();
