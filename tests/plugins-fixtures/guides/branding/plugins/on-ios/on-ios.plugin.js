(function () {
  function load() {}
  function unload() {}
  function press() {}

  PEX.pluginAPI.registerPlugin({ id: 'on-ios', load: load, unload: unload, press: press });
})();
