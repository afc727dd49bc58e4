(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['54'] = rows['54'] || {});
  function load() {
    row.loaded = true;
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '54-custom-modules', load: load, unload: unload });
})();
