(function () {
  function load() {}
  function unload() {}
  function press() {}

  PEX.pluginAPI.registerPlugin({ id: 'on-android', load: load, unload: unload, press: press });
})();
