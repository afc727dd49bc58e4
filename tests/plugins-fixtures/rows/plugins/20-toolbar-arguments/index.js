(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['20'] = rows['20'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '20-toolbar-arguments', load: load, unload: unload, act: function () { row.args = [].slice.call(arguments); } });
})();
