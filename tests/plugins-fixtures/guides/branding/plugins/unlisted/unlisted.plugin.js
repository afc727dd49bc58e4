(function () {
  function load() {}
  function unload() {}
  function press() {}

  PEX.pluginAPI.registerPlugin({ id: 'unlisted', load: load, unload: unload, press: press });
})();
